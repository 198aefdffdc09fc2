"""Keeps every test away from the screen and from the data of whoever runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

# Before the first import of Qt: a plug-in reads it when the application is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="session")
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A data folder of their own for tests that name none."""
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("ATTUNE_HOME", str(tmp_path_factory.mktemp("home")))
        yield
