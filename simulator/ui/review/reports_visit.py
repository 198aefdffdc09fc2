"""What the page of reports and exports stands on: it makes the reports in the background and remembers what was saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from simulator.reports.document import Document
from simulator.services.met_table import MetTable
from simulator.services.review_keeping import Due, ReviewKeeping
from simulator.services.review_reports import group_report, person_report
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.reviewing import Review
from simulator.services.who_met_what import WhoMetWhat
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.review.reports_page import ReportsPage


class ReportsVisit(QObject):
    """``counting`` is shared with the other pages, so that no conversation is scored twice."""

    refused = Signal(object)
    """What cannot be done (``ServiceError``)."""

    def __init__(
        self, review: Review, keeping: ReviewKeeping, counting: WhoMetWhat, look: Look, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._review, self._counting = review, counting
        self._keeping = keeping
        self._shelf = Shelf()
        self._work: Background[Any] = Background(self)
        self.page = ReportsPage(look, review.now_ms)
        self.page.report_wanted.connect(self._show_report)
        self.page.tables.saved.connect(lambda path: self._note_saved(path, None))
        self.page.export.saved.connect(lambda path: self._note_saved(path, self.page.about))
        self.page.keeping.months_chosen.connect(self._keep_for)
        self.page.keeping.deleted.connect(self._delete)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what can be said of what was handed in."""
        self._shelf = shelf
        self.page.show_shelf(shelf)
        self._show_due()

    def _show_report(self, person: ReviewedPerson | None) -> None:
        shelf = self._shelf
        self._work.ask(lambda: self._report(shelf, person), self.page.show_report, self._failed)

    def _report(self, shelf: Shelf, person: ReviewedPerson | None) -> Document:
        table = MetTable(shelf.people, self._counting)
        if person is None:
            return group_report(table)
        return person_report(table, person, {found.id: self._review.comments(found) for found in person.sessions})

    def _note_saved(self, path: Path, about: ReviewedPerson | None) -> None:
        people = self._shelf.people if about is None else (about,)
        self._try(lambda: self._keeping.note_saved(path, [person.key for person in people]))

    # How long it is kept.

    def _show_due(self) -> None:
        self._try(lambda: self.page.keeping.show_due(self._keeping.keeping.days, self._keeping.due(self._shelf)))

    def _keep_for(self, months: int) -> None:
        self._try(lambda: self._keeping.keep_for(months))
        self._show_due()

    def _delete(self, due: tuple[Due, ...]) -> None:
        def work() -> tuple[Any, Shelf]:
            return self._keeping.delete(due), self._review.shelf()

        def done(made: tuple[Any, Shelf]) -> None:
            elsewhere, shelf = made
            self.show_shelf(shelf)
            self.page.keeping.show_deleted(len(due), elsewhere)

        Background[tuple[Any, Shelf]](self).ask(work, done, self._failed)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ServiceError as refusal:
            self.refused.emit(refusal)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, ServiceError):
            raise fault
        self.refused.emit(fault)
