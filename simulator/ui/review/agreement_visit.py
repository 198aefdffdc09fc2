"""The way to the page *Agreement*: what was rated is read and worked out in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from simulator.services.agreement import Agreement, agreement, rated_of
from simulator.services.program_scores import ProgramScores
from simulator.services.reliability import MoreConversations, more_conversations
from simulator.ui.review.agreement_page import AgreementPage
from simulator.ui.review.visited_desk import VisitedDesk


class AgreementVisit(QObject):
    """Works everything out anew whenever the page is opened; conversations are scored once."""

    rating_wanted = Signal()

    def __init__(self, desk: VisitedDesk) -> None:
        super().__init__(desk.pages)
        self._desk = desk
        self._scores = ProgramScores()
        self.page = AgreementPage(desk.look)
        self.page.closed.connect(desk.leave)
        self.page.rating_wanted.connect(self.rating_wanted)
        desk.pages.addWidget(self.page)

    def show(self) -> None:
        """Show how far raters agree."""
        self.page.show_working()
        self._desk.pages.setCurrentWidget(self.page)
        self.page.back.setFocus()
        self._desk.do(self._work_out, lambda made: self.page.show_agreement(*made))

    def _work_out(self) -> tuple[Agreement, tuple[MoreConversations, ...], bool]:
        review = self._desk.review
        shelf = review.shelf()
        sessions = (found for _, found in shelf.sessions())
        rated = rated_of(sessions, lambda found: review.rating.given(found.id), self._scores)
        return agreement(rated), more_conversations(shelf.people, self._scores), shelf.sample
