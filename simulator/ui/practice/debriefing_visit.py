"""The way through a debriefing: the own reading is asked for where a conversation has just ended, then it is looked back at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import window
from simulator.services.debriefing import Debriefing, debrief
from simulator.services.play import Play
from simulator.services.practice import Practice
from simulator.services.stored_sessions import Reopened, just_played
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.practice.debriefing_page import DebriefingPage
from simulator.ui.practice.two_readings_page import TwoReadingsPage
from simulator.ui.store_door import StoreDoor


class DebriefingVisit(QObject):
    """``set_out`` is on the way to a page, and gives what tells whether nobody has gone elsewhere meanwhile."""

    page_made = Signal(QWidget)
    page_wanted = Signal(QWidget, object)
    """A page is to be shown, and is called like this (``Message``)."""
    again = Signal(object)
    """The same scenario once more (``Scenario``)."""
    gone_on = Signal(str, int)
    """From a step of a session."""
    another_try = Signal(object, int)
    """From a turn of a conversation (``Reopened``)."""
    closed = Signal()
    refused = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        practice: Practice,
        door: StoreDoor,
        look: Look,
        set_out: Callable[[], Callable[[], bool]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._practice = practice
        self._door = door
        self._look = look
        self._set_out = set_out
        self._found: Reopened | None = None
        self._held = ""
        self._asked: Reopened | None = None
        self._telling: Background[Debriefing] = Background(self)
        self._worths: Background[Any] = Background(self)

    @cached_property
    def page(self) -> DebriefingPage:
        """The debriefing page."""
        page = DebriefingPage(self._look, self._practice, self._door)
        page.again.connect(self._go_again)
        page.gone_on.connect(self.gone_on)
        page.another_try.connect(self._try_from)
        page.closed.connect(self.closed)
        page.refused.connect(self.refused)
        page.announced.connect(self.announced)
        self.page_made.emit(page)
        return page

    @cached_property
    def questions(self) -> TwoReadingsPage:
        """The page with the questions before a debriefing."""
        page = TwoReadingsPage(self._look, self._practice, self._door)
        page.answered.connect(self._answered)
        page.refused.connect(self.refused)
        self.page_made.emit(page)
        return page

    def is_at(self, page: QWidget | None) -> bool:
        """Whether a page is that of a debriefing."""
        return isinstance(page, DebriefingPage)

    def here(self, page: QWidget | None) -> tuple[Reopened, str] | None:
        """What is looked back at on a page of the desk, or will be after the questions, and the session that was just held."""
        if isinstance(page, DebriefingPage) and self._found is not None:
            return self._found, self._held
        return None if self._asked is None else (self._asked, self._asked.id)

    def end(self, play: Play) -> Reopened:
        """A conversation has just ended, or was left; gives what can be looked back at."""
        found = just_played(play)
        self._held = play.id
        # Another try is laid beside the first one instead.
        self._asked = found if play.session.exchanges and play.session.started.origin is None else None
        return found

    def ask_nothing(self) -> None:
        """Whoever goes to the library is not asked any more."""
        self._asked = None

    def ask_before(self, found: Reopened) -> None:
        """Ask for the own reading of a conversation that has just ended; any other is looked back at as it is."""
        if found is not self._asked:
            self.look_back(found)
            return
        self.questions.ask(found)
        self._show(self.questions, found)

    def look_back(self, found: Reopened, held: str = "") -> None:
        """Show the debriefing of a session; ``held`` names the one that was held just now."""
        self._found, self._held = found, held or self._held
        transcript = found.transcript
        if transcript is None:
            self.page.show_choices(found)
            self._show(self.page, found)
            return
        arrived = self._set_out()
        self._telling.ask(
            lambda: debrief(transcript),
            lambda told: self._show_debriefing(told, found) if arrived() else None,
        )

    def show_again(self) -> None:
        """Show the debriefing as it was left."""
        self.page_wanted.emit(self.page, None)

    def _answered(self) -> None:
        """The questions before a debriefing were answered or skipped."""
        found, self._asked = self._asked, None
        if found is not None:
            self.look_back(found)

    def _show_debriefing(self, told: Debriefing, found: Reopened) -> None:
        page = self.page
        page.show_debriefing(told, found)
        page.goal.show_goal_of(found.id, fresh=found.id == self._held)
        self._show(page, found)
        play = found.priced
        if play is None:
            page.show_no_worth()
            return
        self._worths.ask(
            lambda: self._practice.worth_and_possible(play.session),
            lambda found: page.show_worth(*found),
            lambda _fault: page.show_no_worth(),
        )

    def _show(self, page: QWidget, found: Reopened) -> None:
        self.page_wanted.emit(page, window.AT_DEBRIEFING(title=found.scenario.title))

    def _go_again(self) -> None:
        if self._found is not None:
            self.again.emit(self._found.scenario)

    def _try_from(self, turn: int) -> None:
        if self._found is not None:
            self.another_try.emit(self._found, turn)
