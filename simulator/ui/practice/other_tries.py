"""The way through another try: the question first, the conversation, both courses side by side; and the thing to practise."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.services.practice import Practice
from simulator.services.stored_sessions import Reopened
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor, Topic

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario
    from simulator.services.comparing_tries import Comparison
    from simulator.services.practice import ShelfItem
    from simulator.services.practice_goal import Came, Goal
    from simulator.session.transcript import Exchange
    from simulator.ui.practice.another_try_page import AnotherTryPage
    from simulator.ui.practice.comparison_page import ComparisonPage
    from simulator.ui.practice.goal_question_page import GoalQuestionPage


class OtherTries(QObject):
    """Its pages are made when they are first needed; the desk shows them."""

    page_made = Signal(QWidget)
    page_wanted = Signal(QWidget)
    begun = Signal(object, object)
    """Another try is to begin: from a place (``Crossing``), after these own words (``OwnWords``)."""
    looked_back = Signal(object)
    """A conversation (``Reopened``) is to be looked back at."""
    briefed = Signal(object)
    """A scenario (``ShelfItem``) is to be briefed on."""
    closed = Signal()
    refused = Signal(object)
    """Something is not possible (``ServiceError``)."""

    def __init__(self, practice: Practice, door: StoreDoor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._practice = practice
        self._door = door
        self._look = look
        self._back: Callable[[], None] = self.closed.emit
        self._found: Reopened | None = None
        self._compared: Comparison | None = None

    @cached_property
    def question(self) -> AnotherTryPage:
        """The page that asks before another try."""
        from simulator.ui.practice.another_try_page import AnotherTryPage

        page = AnotherTryPage(self._look)
        page.begun.connect(self.begun)
        page.left.connect(self._go_back)
        self.page_made.emit(page)
        return page

    @cached_property
    def comparison(self) -> ComparisonPage:
        """The page with both courses side by side."""
        from simulator.ui.practice.comparison_page import ComparisonPage

        page = ComparisonPage(self._look)
        page.looked_back.connect(self._look_back)
        page.once_more.connect(self._once_more)
        page.closed.connect(self.closed)
        page.chosen.connect(self.briefed)
        self.page_made.emit(page)
        return page

    @cached_property
    def goal_question(self) -> GoalQuestionPage:
        """The page that asks what became of the thing to practise."""
        from simulator.ui.practice.goal_question_page import GoalQuestionPage

        page = GoalQuestionPage(self._look)
        page.answered.connect(self._tell_of_goal)
        page.skipped.connect(self._look_back)
        self.page_made.emit(page)
        return page

    def ask(self, found: Reopened, turn: int, back: Callable[[], None]) -> None:
        """Ask what somebody would say at a turn; ``back`` is where they come from, should they not go on."""
        from simulator.services.another_try import crossing

        try:
            place = crossing(found, turn)
        except ServiceError as refusal:
            self.refused.emit(refusal)
            return
        self._back = back
        self.question.show_place(place)
        self.page_wanted.emit(self.question)
        self.question.own.text.setFocus()

    def end(self, found: Reopened, played: Callable[[], Collection[str]]) -> None:
        """A conversation is over: another try is laid beside the first, after any other the thing to practise is asked about.

        ``played`` gives the scenarios that were played already.
        """
        self._found = found
        started = found.play.session.started if found.play is not None else None
        if started is not None and started.origin is not None:
            self._door.ask(
                self,
                lambda store: self._practice.compare(store, found),
                lambda told: self._side_by_side(told, played()),
                self._rather_look_back,
            )
            return
        self._door.ask(self, self._practice.standing_goal, self._ask_of_goal, self._rather_look_back)

    def _go_back(self) -> None:
        self._back()

    def _side_by_side(self, told: Comparison | None, played: Collection[str]) -> None:
        if told is None:
            self._look_back()
            return
        self._compared = told
        offer = self._offer(told.here, told.scenario, played)
        self.comparison.show_comparison(told, offer)
        self.page_wanted.emit(self.comparison)

    def _offer(self, place: Exchange, scenario: Scenario, played: Collection[str]) -> ShelfItem | None:
        return self._practice.same_kind_elsewhere(place, scenario, played)

    def _once_more(self) -> None:
        """The same place again, from the conversation that both came from."""
        told = self._compared
        if told is None:
            return
        self._door.ask(
            self,
            lambda store: self._practice.reopen(store, told.first),
            lambda found: self.ask(found, told.turn, lambda: self.page_wanted.emit(self.comparison)),
            self.refused.emit,
        )

    def _ask_of_goal(self, goal: Goal | None) -> None:
        found = self._found
        nothing_said = found is None or found.transcript is None or not found.transcript.exchanges
        if goal is None or nothing_said or goal.session == (found.id if found else None):
            self._look_back()
            return
        self.goal_question.ask(goal)
        self.page_wanted.emit(self.goal_question)
        self.goal_question.came.button(0).setFocus()

    def _tell_of_goal(self, goal: Goal, came: Came, said: str) -> None:
        found = self._found
        if found is None:
            return
        id_: SessionId = found.id
        self._door.change(
            self,
            lambda store: self._practice.tell_of_goal(store, id_, goal, came, said),
            lambda _done: self._look_back(),
            self.refused.emit,
            Topic.REMARKS,
        )

    def _look_back(self) -> None:
        if self._found is not None:
            self.looked_back.emit(self._found)

    def _rather_look_back(self, refusal: ServiceError) -> None:
        """What cannot be asked keeps nobody from the debriefing."""
        self._look_back()
        self.refused.emit(refusal)
