"""The Practice desk: leads from the library through briefing and conversation to the debriefing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.services.practice import Play, Practice, ShelfItem
from simulator.session import Mode, ServiceError, SessionId
from simulator.ui.look import Look
from simulator.ui.practice.library_page import LibraryPage
from simulator.ui.widgets.layouts import column

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario
    from simulator.services.debriefing import Debriefing
    from simulator.ui.background import Background
    from simulator.ui.practice.briefing_page import BriefingPage
    from simulator.ui.practice.conversation import ConversationPage
    from simulator.ui.practice.debriefing_page import DebriefingPage
    from simulator.ui.practice.earlier_page import EarlierPage


_SETTLED_MS = 500
"""After so long a page is drawn, and whoever only passed through is gone."""


class PracticeDesk(QWidget):
    """One page at a time; what goes wrong goes up as a sentence."""

    refused = Signal(str)
    mode_chosen = Signal(Mode)
    conversation_entered = Signal(bool)
    """True when a conversation is on the screen, false when it is left."""

    def __init__(self, practice: Practice, look: Look, mode: Mode) -> None:
        super().__init__()
        self._practice = practice
        self._mode = mode
        self._scenario: Scenario | None = None
        self._foreseeing = False
        self._to_foresee: tuple[Scenario, int] | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._look_ahead)
        self._look = look
        self.library = LibraryPage(look)
        self.library.chosen.connect(self._brief)
        self.library.resumed.connect(self._resume)
        self.library.looked_back.connect(self._look_back)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.library)
        column(self).addWidget(self._pages)

    # The pages behind the library are loaded and made when they are first needed: the program opens without them.

    @cached_property
    def briefing(self) -> BriefingPage:
        """The briefing page."""
        from simulator.ui.practice.briefing_page import BriefingPage

        page = BriefingPage(self._look)
        page.begun.connect(self._begin)
        page.back.connect(self.show_library)
        self._pages.addWidget(page)
        return page

    @cached_property
    def conversation(self) -> ConversationPage:
        """The conversation page."""
        from simulator.ui.practice.conversation import ConversationPage

        page = ConversationPage(self._look)
        page.ended.connect(self._debrief)
        page.left.connect(self.show_library)
        page.refused.connect(self.refused)
        self._pages.addWidget(page)
        return page

    @cached_property
    def debriefing(self) -> DebriefingPage:
        """The debriefing page."""
        from simulator.ui.practice.debriefing_page import DebriefingPage

        page = DebriefingPage(self._look)
        page.again.connect(self._again)
        page.closed.connect(self.show_library)
        self._pages.addWidget(page)
        return page

    @cached_property
    def earlier(self) -> EarlierPage:
        """The page of earlier conversations."""
        from simulator.ui.practice.earlier_page import EarlierPage

        page = EarlierPage()
        page.chosen.connect(lambda id_: self.resume(SessionId(id_)))
        page.closed.connect(self.show_library)
        self._pages.addWidget(page)
        return page

    @cached_property
    def _background(self) -> Background[Debriefing]:
        from simulator.ui.background import Background

        return Background(self)

    @cached_property
    def _worths(self) -> Background[Any]:
        from simulator.ui.background import Background

        return Background(self)

    @cached_property
    def _foresight(self) -> Background[None]:
        from simulator.ui.background import Background

        return Background(self)

    @property
    def page(self) -> QWidget | None:
        """The page on the screen."""
        return self._pages.currentWidget()

    def show_library(self) -> None:
        """Show the shelf with the trainee's progress."""
        try:
            self.library.show_shelf(self._practice.shelf())
        except ServiceError as refusal:
            self.refused.emit(str(refusal))
        self._turn_to(self.library)

    def _brief(self, item: ShelfItem) -> None:
        try:
            self._scenario = self._practice.open(item.card)
        except ServiceError as refusal:
            self.refused.emit(str(refusal))
            return
        self._show_briefing(self._scenario)

    def _show_briefing(self, scenario: Scenario) -> None:
        self.briefing.show_scenario(scenario, self._mode)
        self._turn_to(self.briefing)
        self._foresee(scenario, scenario.difficulty)

    def _begin(self, scenario: Scenario, mode: Mode, difficulty: int) -> None:
        self._mode = mode
        self.mode_chosen.emit(mode)
        try:
            self.show_play(self._practice.begin(scenario, mode, difficulty))
        except ServiceError as refusal:
            self.refused.emit(str(refusal))

    def _resume(self, item: ShelfItem) -> None:
        if item.progress.open_session is not None:
            self.resume(item.progress.open_session)

    def _look_back(self, item: ShelfItem) -> None:
        try:
            headers = self._practice.earlier(item.card.id)
        except ServiceError as refusal:
            self.refused.emit(str(refusal))
            return
        page = self.earlier
        page.show_sessions(f"{item.card.title} · {item.card.patient_name}", headers)
        self._turn_to(page)
        self._worths.ask(lambda: self._practice.shares(headers), page.show_shares, lambda _fault: page.show_shares({}))

    def resume(self, session: SessionId) -> None:
        """Go on with a stored session exactly where it stopped."""
        try:
            play = self._practice.resume(session)
        except ServiceError as refusal:
            self.refused.emit(str(refusal))
            return
        if play.session.ended:
            self._debrief(play)
        else:
            self.show_play(play)

    def show_play(self, play: Play) -> None:
        """Show a conversation."""
        self._scenario = play.scenario
        self.conversation.show_play(play)
        self._turn_to(self.conversation, talking=True)
        self._foresee(play.scenario, play.session.started.difficulty)

    def _debrief(self, play: Play) -> None:
        from simulator.services.debriefing import debrief

        transcript = play.transcript()
        title = f"{play.scenario.title} · {play.scenario.patient.name}"
        name = play.scenario.patient.first_name
        self._background.ask(
            lambda: debrief(transcript),
            lambda told: self._show_debriefing(told, title, name, play),
            self._failed,
        )

    def _show_debriefing(self, told: Debriefing, title: str, name: str, play: Play) -> None:
        page = self.debriefing
        page.show_debriefing(told, title, name)
        self._turn_to(page)
        self._worths.ask(lambda: self._practice.worth(play), page.show_worth, lambda _fault: page.show_no_worth())

    def _failed(self, fault: Exception) -> None:
        raise fault

    def _again(self) -> None:
        if self._scenario is not None:
            self._show_briefing(self._scenario)

    def _foresee(self, scenario: Scenario, difficulty: int) -> None:
        """What is possible takes seconds to work out; by the debriefing it is there.

        It begins once the page stands, so that no click waits for it. One is worked out at a time, to its end, so that
        looking through many briefings keeps nothing else waiting; then the one asked for last.
        """
        self._to_foresee = (scenario, difficulty)
        if not self._foreseeing:
            self._settled.start()

    def _look_ahead(self) -> None:
        # Made beside the work that begins now, the page would keep the click on “Begin” waiting.
        self.conversation.ensurePolished()
        self._foresee_next()

    def _foresee_next(self) -> None:
        asked, self._to_foresee = self._to_foresee, None
        self._foreseeing = asked is not None
        if asked is not None:
            # Nobody waits for it yet: whoever does asks again, and hears of what went wrong.
            self._foresight.ask(
                lambda: self._practice.foresee(*asked),
                lambda _done: self._foresee_next(),
                lambda _fault: self._foresee_next(),
            )

    def _turn_to(self, page: QWidget, *, talking: bool = False) -> None:
        self._pages.setCurrentWidget(page)
        self.conversation_entered.emit(talking)
