"""Keeps every test away from the screen and from the data of whoever runs it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.ui.garbage import collect_what_is_due

# Read when the application is made, which the first test with a window does.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_PATIENCE_MS: Final = 120_000
"""A condition that a test waits for comes at once on a quiet machine; only where nothing works does it never come."""


class PatientBot(QtBot):
    """Waits for conditions as long as a busy machine may need."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        """Wait for a condition."""
        super().waitUntil(callback, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = _PATIENCE_MS) -> Any:
        """Wait for a window to be on the screen."""
        return super().waitExposed(widget, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE_MS, **given: Any) -> Any:
        """Wait for a signal."""
        return super().waitSignal(signal, timeout=timeout, **given)


def pytest_collection() -> None:
    """Reading the tests makes millions of small things and no garbage worth looking for."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was read stays until the end: nobody looks through it for garbage after a test."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: begun last, it would run on beside workers that have nothing left to do."""
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


@pytest.fixture(autouse=True)
def garbage_stays_on_this_thread() -> Iterator[None]:
    """What a test leaves behind, windows among it, is taken apart here and not by a thread that works in the background."""
    gc.disable()
    yield
    collect_what_is_due()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The usual bot for windows, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True, scope="session")
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A data folder of their own for tests that name none."""
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("ATTUNE_HOME", str(tmp_path_factory.mktemp("home")))
        # Whatever language the machine is set to, once one is translated whole.
        surroundings.setenv("ATTUNE_LANGUAGE", "en")
        yield
