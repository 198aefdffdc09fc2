"""The way through the next meeting of the group: what could be talked about, exchanged and pinned, and moments shown to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from simulator.services.review_shelf import Shelf
from simulator.services.this_group import GroupPlan, Part, Replay, plan
from simulator.services.who_met_what import WhoMetWhat
from simulator.storage.handed_in_files import ReviewBook
from simulator.ui.review.group_page import GroupPage
from simulator.ui.review.replay_page import ReplayPage
from simulator.ui.review.visited_desk import VisitedDesk


class GroupVisit(QObject):
    """Works on the page for the group and the one that a group is shown."""

    read = Signal(object)
    """All that was handed in (``Shelf``), read anew."""
    showing = Signal(bool)
    """True when a moment is shown to a group, false when it is left."""

    def __init__(self, desk: VisitedDesk, counting: WhoMetWhat) -> None:
        super().__init__(desk.pages)
        self._desk = desk
        self._counting = counting
        page = self.page = GroupPage(desk.look, lambda: desk.review.today)
        page.exchanged.connect(lambda key: self._change(lambda book: replace(book, out=book.out | {key})))
        page.dropped.connect(lambda key: self._change(lambda book: _without(book, key)))
        page.pinned.connect(lambda key: self._change(lambda book: replace(book, pinned=book.pinned ^ {key})))
        page.all_back.connect(lambda: self._change(_with_everything))
        page.shown.connect(self.show_replay)
        page.has_met.connect(lambda: desk.do(desk.review.has_met, lambda _done: self.show()))
        page.since_chosen.connect(self.show)
        desk.pages.addWidget(page)

    @cached_property
    def replay(self) -> ReplayPage:
        """A moment shown to a group."""
        page = ReplayPage(self._desk.look)
        page.closed.connect(self.leave_replay)
        self._desk.pages.addWidget(page)
        return page

    def show(self) -> None:
        """Show what could be talked about in the next meeting."""
        review, since = self._desk.review, self.page.since_ms

        def work() -> tuple[Shelf, GroupPlan]:
            return review.shelf(), plan(review.shelf(), review.book(), self._counting, since)

        self._desk.do(work, lambda made: self._show(*made))

    def show_replay(self, replay: Replay) -> None:
        """Show a moment to the group, and nothing else."""
        self.replay.show_replay(replay)
        self._desk.pages.setCurrentWidget(self.replay)
        self.showing.emit(True)

    def leave_replay(self) -> None:
        """Back from what is shown to the group, where something is."""
        if isinstance(self._desk.pages.currentWidget(), ReplayPage):
            self._desk.pages.setCurrentWidget(self.page)
            self.showing.emit(False)

    def _show(self, shelf: Shelf, found: GroupPlan) -> None:
        self.read.emit(shelf)
        self.page.show_plan(found)
        self._desk.pages.setCurrentWidget(self.page)

    def _change(self, change: Callable[[ReviewBook], ReviewBook]) -> None:
        self._desk.do(lambda: self._desk.review.change_plan(change), lambda _done: self.show())


def _without(book: ReviewBook, key: str) -> ReviewBook:
    """Without this proposal and any in its place; of the moments only this one goes."""
    part, _, _ = key.partition("/")
    if part == Part.MOMENT:
        return replace(book, out=book.out | {key}, pinned=book.pinned - {key})
    return replace(book, dropped=book.dropped | {part}, pinned=book.pinned - {key})


def _with_everything(book: ReviewBook) -> ReviewBook:
    return replace(book, out=frozenset(), dropped=frozenset())
