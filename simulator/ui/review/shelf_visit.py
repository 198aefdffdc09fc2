"""Coming to what was handed in: before the first time it is read what these numbers are not for, and a sample is played once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.messages.sentences import review as say
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.session.errors import ServiceError
from simulator.storage.review_keeping import SavedFile
from simulator.ui.review.before_page import BeforePage
from simulator.ui.review.desk_work import DeskWork
from simulator.ui.review.shelf_page import ShelfPage
from simulator.ui.review.visited_desk import VisitedDesk

if TYPE_CHECKING:
    from simulator.services.sample_group import SampleGroup


class ShelfVisit(QObject):
    """Reads what was handed in, by the desk's ``work``, and shows it."""

    read = Signal(object)
    """All that was handed in (``Shelf``)."""
    group_wanted = Signal()
    """Something was handed in: the page for the group is what is shown first."""

    def __init__(self, desk: VisitedDesk, work: DeskWork, sample: SampleGroup | None) -> None:
        super().__init__(desk.pages)
        self._desk = desk
        self._work = work
        self._sample = sample
        self.page = ShelfPage(desk.look)
        self.page.deleted.connect(self.erase)
        desk.pages.addWidget(self.page)

    @cached_property
    def before(self) -> BeforePage:
        """What is read before anything is shown for the first time."""
        page = BeforePage(self._desk.look)
        page.read.connect(self._was_told)
        self._desk.pages.addWidget(page)
        return page

    def show_first(self) -> None:
        """Show what was handed in; before the first time, what these numbers are not for."""
        try:
            told = self._desk.review.told
        except ServiceError as refusal:
            self._work.refused.emit(refusal)
            told = False
        if told:
            self._read_first()
            return
        self._desk.pages.setCurrentWidget(self.before)
        self.before.button.setFocus()

    def show(self) -> None:
        """Show all that was handed in, read anew."""
        self.page.show_elsewhere(())
        self._desk.pages.setCurrentWidget(self.page)
        self.page.show_reading(say.READING())
        self.page.open_files.setFocus()
        self._work.read(self._desk.review.shelf, self._show_shelf, self.page.show_reading)

    def erase(self, person: ReviewedPerson) -> None:
        """Delete what somebody has handed in."""
        self._work.do(lambda: self._desk.keeping.forget(person), self._show_erased)

    def _read_first(self) -> None:
        """Read what was handed in, after the sample was played, if there is one."""
        review, page = self._desk.review, self.page
        if self._sample is None or review.book().taken:
            page.show_reading(say.READING())
            self._work.read(review.shelf, self._show_first, page.show_reading)
            return
        sample, self._sample = self._sample, None
        self._desk.pages.setCurrentWidget(page)
        self._work.read_telling(
            lambda reading: sample.play_into(review, reading.say),
            lambda _whole: self._read_first(),
            page.show_work,
        )

    def _show_first(self, shelf: Shelf) -> None:
        """The page for the group once something was handed in; until then, how that is done."""
        if shelf.people:
            self.read.emit(shelf)
            self.group_wanted.emit()
            return
        self._desk.pages.setCurrentWidget(self.page)
        self.page.open_files.setFocus()
        self._show_shelf(shelf)

    def _show_shelf(self, shelf: Shelf) -> None:
        self.read.emit(shelf)
        self.page.show_shelf(shelf)

    def _show_erased(self, elsewhere: Sequence[SavedFile]) -> None:
        self.show()
        self.page.show_elsewhere(elsewhere)

    def _was_told(self) -> None:
        self._work.do(self._desk.review.was_told, lambda _done: self._read_first() if self._sample else self.show())
