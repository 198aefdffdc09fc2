"""Garbage is collected on the window's thread, however much memory a thread in the background asks for."""

from __future__ import annotations

import gc
from threading import Thread, get_ident

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from simulator.ui.garbage import GarbageCollector, collect_what_is_due


class Knot:
    """Can only be freed by the collector, and remembers which thread did."""

    freed_by: list[int]

    def __init__(self, freed_by: list[int]) -> None:
        self.freed_by = freed_by
        self.myself = self

    def __del__(self) -> None:
        self.freed_by.append(get_ident())


def many_knots(freed_by: list[int]) -> None:
    """More knots than Python's own collector bears to see without looking."""
    for _ in range(3 * gc.get_threshold()[0]):
        Knot(freed_by)


def test_a_thread_in_the_background_frees_nothing_and_the_window_frees_it_soon(qtbot: QtBot) -> None:
    window, freed_by = QObject(), list[int]()
    GarbageCollector(window)
    worker = Thread(target=many_knots, args=(freed_by,))
    worker.start()
    worker.join()
    assert freed_by == []
    held: list[list[object]] = []

    def all_freed() -> bool:
        # A program goes on asking for memory, whatever else it gave back meanwhile.
        held.extend([] for _ in range(50))
        return len(freed_by) == 3 * gc.get_threshold()[0]

    qtbot.waitUntil(all_freed)
    assert set(freed_by) == {get_ident()}


def test_only_what_is_due_is_collected() -> None:
    gc.collect()
    freed_by: list[int] = []
    Knot(freed_by)
    collect_what_is_due()
    assert freed_by == []
    many_knots(freed_by)
    collect_what_is_due()
    assert len(freed_by) == 3 * gc.get_threshold()[0] + 1
