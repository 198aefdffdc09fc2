"""A visit to who met what: counted when somebody comes, and again when a sentence counts as something else."""

from __future__ import annotations

from PySide6.QtCore import QObject

from simulator.services.met_table import MetTable
from simulator.services.review_shelf import Shelf
from simulator.services.who_met_what import WhoMetWhat
from simulator.ui.background import Background
from simulator.ui.review.met_page import MetPage
from simulator.ui.review.visited_desk import VisitedDesk


class MetVisit(QObject):
    """``counting`` remembers what it has counted."""

    def __init__(self, desk: VisitedDesk, counting: WhoMetWhat) -> None:
        super().__init__(desk.pages)
        self._desk = desk
        self._counting = counting
        self.page = MetPage(desk.look, desk.review.today)
        self.page.closed.connect(desk.leave)
        desk.pages.addWidget(self.page)

    def show(self, shelf: Shelf) -> None:
        """Show who met what of all that was handed in."""
        self._desk.do(lambda: MetTable(shelf.people, self._counting), self._show)

    def count_anew(self, shelf: Shelf) -> None:
        """Scores may be others now, whatever page is shown."""
        # A door of its own: the page of the conversation is read anew meanwhile.
        counting: Background[MetTable] = Background(self)
        counting.ask(lambda: MetTable(shelf.people, self._counting), self.page.show_table, self._desk.failed)

    def _show(self, table: MetTable) -> None:
        self.page.show_table(table)
        self._desk.pages.setCurrentWidget(self.page)
        self.page.table.setFocus()
