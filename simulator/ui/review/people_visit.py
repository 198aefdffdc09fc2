"""What the pages of people stand on: one person with their conversations, and who has not met what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.services.assigning import Assignable
from simulator.services.not_yet_met import GroupMeetings, NotYetMet
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.who_met_what import WhoMetWhat
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.review.not_yet_page import NotYetPage
from simulator.ui.review.person_page import PersonPage


class PeopleVisit(QObject):
    """``scenarios`` gives what can be asked for, ``turn_to`` shows a page of the desk.

    ``assigned`` tells scenarios that are to be assigned, and to whom (``None``: everybody).
    """

    assigned = Signal(object, object)
    closed = Signal()

    def __init__(
        self,
        parent: QObject,
        look: Look,
        counting: WhoMetWhat,
        scenarios: Callable[[], Iterable[Assignable]],
        turn_to: Callable[[QWidget], None],
    ) -> None:
        super().__init__(parent)
        self._counting, self._scenarios, self._turn_to = counting, scenarios, turn_to
        self._work: Background[Sequence[NotYetMet]] = Background(self)
        self.page = PersonPage(look)
        self.page.assigned.connect(self.assigned)
        self.page.closed.connect(self.closed)
        self.everybody = NotYetPage(look)
        self.everybody.assigned.connect(self.assigned)

    def show_person(self, people: Sequence[ReviewedPerson], person: ReviewedPerson, back: str) -> None:
        """Show somebody of these people, and once it is counted what has not come up for them yet."""
        self.page.show_person(person, back)
        self._turn_to(self.page)
        self._ask(people, lambda group: (group.of(person),), lambda found: self.page.show_not_yet(*found))

    def show_everybody(self, people: Sequence[ReviewedPerson]) -> None:
        """Show who has not met what."""

        def show(found: Sequence[NotYetMet]) -> None:
            self.everybody.show_everybody(found)
            self._turn_to(self.everybody)
            self.everybody.back.setFocus()

        self._ask(people, GroupMeetings.of_everybody, show)

    def _ask(
        self,
        people: Sequence[ReviewedPerson],
        question: Callable[[GroupMeetings], Sequence[NotYetMet]],
        show: Callable[[Sequence[NotYetMet]], None],
    ) -> None:
        scenarios = tuple(self._scenarios())
        self._work.ask(lambda: question(GroupMeetings(people, self._counting, scenarios)), show)
