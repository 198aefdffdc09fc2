"""The Practice desk: leads from the library through briefing and conversation to the debriefing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.messages.sentences import window
from simulator.services.practice import Practice, Progress, ShelfItem
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.session.vocabulary import Mode
from simulator.ui.look import Look
from simulator.ui.practice.foresight import Foresight
from simulator.ui.practice.library_page import LibraryPage
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.layouts import column

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.handin.assignment import Assignment
    from simulator.messages.message import Message, Sentence
    from simulator.scenario.document import Scenario
    from simulator.services.another_try import Crossing, OwnWords
    from simulator.services.before_answering import Noted
    from simulator.services.play import Play
    from simulator.services.stored_sessions import Reopened
    from simulator.ui.data_care import DataCare
    from simulator.ui.practice.assignments_page import AssignmentsPage
    from simulator.ui.practice.briefing_page import BriefingPage
    from simulator.ui.practice.conversation import ConversationPage
    from simulator.ui.practice.debriefing_page import DebriefingPage
    from simulator.ui.practice.debriefing_visit import DebriefingVisit
    from simulator.ui.practice.earlier_page import EarlierPage
    from simulator.ui.practice.earlier_visit import EarlierVisit
    from simulator.ui.practice.hand_in_page import HandInPage
    from simulator.ui.practice.opening import Opening
    from simulator.ui.practice.other_tries import OtherTries
    from simulator.ui.practice.two_readings_page import TwoReadingsPage

T = TypeVar("T")


class PracticeDesk(QWidget):
    """One page at a time; what goes wrong goes up as a sentence."""

    refused = Signal(str)
    mode_chosen = Signal(Mode)
    conversation_entered = Signal(bool)
    """True when a conversation is on the screen, false when it is left."""
    announced = Signal(str)
    """What appeared by itself, in words to be read out."""
    place_changed = Signal()
    """Another page is on the screen."""
    scenario_opened = Signal(str)
    """The briefing of a scenario is on the screen, by its id."""
    help_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, practice: Practice, door: StoreDoor, look: Look, mode: Mode, care: DataCare, name: str) -> None:
        super().__init__()
        self._practice = practice
        self._door = door
        self._look = look
        self._mode = mode
        self._care = care
        self._name = name
        self._scenario: Scenario | None = None
        self._briefed = ""
        self._talking = False
        self.place: Message = window.AT_LIBRARY()
        """Where in the desk one is, in words."""
        self._progress: Mapping[str, Progress] | None = None
        self._foresight = Foresight(practice, self)
        self._pages = QStackedWidget()
        column(self).addWidget(self._pages)
        self.library = LibraryPage(look)
        self.library.chosen.connect(self._brief)
        self.library.resumed.connect(self._resume)
        self.library.announced.connect(self.announced)
        self.library.earlier_wanted.connect(self.show_earlier)
        self.library.soundness.rest_wanted.connect(self._salvage)
        self._pages.addWidget(self.library)
        door.changed.connect(self._look_again)

    # The pages behind the library are loaded and made when they are first needed: the program opens without them.

    @cached_property
    def briefing(self) -> BriefingPage:
        """The briefing page."""
        from simulator.ui.practice.briefing_page import BriefingPage

        page = BriefingPage(self._look)
        page.begun.connect(self._begin)
        page.resumed.connect(self.reopen)
        page.back.connect(self.show_library)
        self._pages.addWidget(page)
        return page

    @cached_property
    def conversation(self) -> ConversationPage:
        """The conversation page."""
        from simulator.ui.practice.conversation import ConversationPage

        page = ConversationPage(self._look, self._practice, self._door)
        page.ended.connect(self._debrief)
        page.left.connect(self.show_library)
        page.stepped_back.connect(self.step_back)
        page.help_wanted.connect(self.help_wanted)
        page.settings_wanted.connect(self.settings_wanted)
        page.refused.connect(self.refused)
        page.announced.connect(self.announced)
        self._pages.addWidget(page)
        return page

    @cached_property
    def _way(self) -> Opening:
        from simulator.ui.practice.opening import Opening

        return Opening(self, self._door, self._refuse)

    @cached_property
    def _afterwards(self) -> DebriefingVisit:
        from simulator.ui.practice.debriefing_visit import DebriefingVisit

        visit = DebriefingVisit(self._practice, self._door, self._look, self._way.set_out, self)
        visit.page_made.connect(self._pages.addWidget)
        visit.page_wanted.connect(lambda page, place: self._turn_to(page, place=place))
        visit.again.connect(self._show_briefing)
        visit.gone_on.connect(self._go_on_from)
        visit.another_try.connect(lambda found, turn: self.tries.ask(found, turn, visit.show_again))
        visit.closed.connect(self.show_library)
        visit.refused.connect(self.refused)
        visit.announced.connect(self.announced)
        return visit

    @property
    def debriefing(self) -> DebriefingPage:
        """The debriefing page."""
        return self._afterwards.page

    @property
    def questions(self) -> TwoReadingsPage:
        """The page with the questions before a debriefing."""
        return self._afterwards.questions

    @cached_property
    def _earlier_visit(self) -> EarlierVisit:
        from simulator.ui.practice.earlier_visit import EarlierVisit

        visit = EarlierVisit(self._practice, self._door, self._look, self._care, self._name, self)
        visit.page_made.connect(self._pages.addWidget)
        visit.page_wanted.connect(lambda page, place: self._turn_to(page, place=place))
        visit.chosen.connect(lambda id_: self.reopen(SessionId(id_)))
        visit.begun.connect(self._begin_assigned)
        visit.failed.connect(self._refuse)
        visit.closed.connect(self.show_library)
        visit.refused.connect(self.refused)
        visit.announced.connect(self.announced)
        return visit

    @property
    def earlier(self) -> EarlierPage:
        """The page of earlier conversations."""
        return self._earlier_visit.page

    @property
    def hand_in(self) -> HandInPage:
        """The page on which a conversation is handed in."""
        return self._earlier_visit.hand_in

    @property
    def assignments(self) -> AssignmentsPage:
        """The page of assignments."""
        return self._earlier_visit.assignments

    @cached_property
    def tries(self) -> OtherTries:
        """The way through another try, and the question about the thing to practise."""
        from simulator.ui.practice.other_tries import OtherTries

        tries = OtherTries(self._practice, self._door, self._look, self)
        tries.page_made.connect(self._pages.addWidget)
        tries.page_wanted.connect(self._turn_to)
        tries.begun.connect(self._try_again)
        tries.looked_back.connect(self._afterwards.ask_before)
        tries.briefed.connect(self._brief)
        tries.closed.connect(self.show_library)
        tries.refused.connect(self._refuse)
        return tries

    @property
    def page(self) -> QWidget | None:
        """The page on the screen."""
        return self._pages.currentWidget()

    def here(self) -> Callable[[PracticeDesk], None]:
        """How another desk comes to show what this one shows: for a change of looks in the middle of something."""
        page = self.page
        if self._talking and self.conversation.play is not None:
            play, noted = self.conversation.play, self.conversation.before.noted
            return lambda desk: desk._resume_talking(play, noted)
        looking_back = self._looking_back
        if looking_back is not None:
            return lambda desk: desk._afterwards.look_back(*looking_back)
        if page is self.__dict__.get("briefing") and self._scenario is not None:
            scenario = self._scenario
            return lambda desk: desk._show_briefing(scenario)
        if "_earlier_visit" in self.__dict__ and page is self.earlier:
            return lambda desk: desk.show_earlier()
        return lambda desk: desk.show_library()

    @property
    def _looking_back(self) -> tuple[Reopened, str] | None:
        """What is looked back at, and the session that was held just now."""
        return self._afterwards.here(self.page) if "_afterwards" in self.__dict__ else None

    @property
    def way_back(self) -> Sentence:
        """What leads back to the page on the screen is called."""
        if self._talking:
            return window.BACK_TO_CONVERSATION
        if self.page is self.library:
            return window.BACK_TO_LIBRARY
        made = "_afterwards" in self.__dict__
        return window.BACK_TO_DEBRIEFING if made and self._afterwards.is_at(self.page) else window.BACK

    @property
    def pending(self) -> bool:
        """Whether a step of a conversation is on its way to the store."""
        play = self.conversation.play if self._talking else None
        return play is not None and play.pending

    def end_sitting(self) -> None:
        """The window is closed: one sitting that goes on in it is ended."""
        if self._talking:
            self.conversation.end_sitting()

    def _resume_talking(self, play: Play, noted: Noted) -> None:
        self.show_play(play)
        self.conversation.before.show_noted(noted)

    def show_library(self) -> None:
        """Show the shelf, with the trainee's progress as soon as the store has told it; no question waits behind it."""
        if "_afterwards" in self.__dict__:
            self._afterwards.ask_nothing()
        shelf = self._practice.shelf()
        self.library.show_shelf(shelf if self._progress is None else shelf.with_progress(self._progress))
        self._turn_to(self.library, place=window.AT_LIBRARY())
        self._ask_progress()

    def read_again(self) -> None:
        """Somebody comes back from another desk: what is told of a scenario before it begins is told as its files are now."""
        shown, page = self._scenario, self.__dict__.get("briefing")
        if shown is None or page is None or self.page is not page:
            return
        card = next((item.card for item in self._practice.shelf().items if item.card.id == shown.id), None)
        if card is None:
            self.show_library()
            return
        with suppress(ServiceError):
            now = self._practice.open(card)
            if now != shown:
                self._show_briefing(now)

    def show_earlier(self, scenario: str = "") -> None:
        """Show the trainee's earlier conversations, those of one scenario first where one is named."""
        self._earlier_visit.show(scenario)

    def show_assignments(self, path: Path | None = None) -> None:
        """Show the assignments that were accepted, and what one in a file asks."""
        self._earlier_visit.show_assignments(path)

    def _begin_assigned(self, of: Assignment, scenario: Scenario) -> None:
        self._way.open(lambda store: self._practice.begin(store, scenario, of.mode, None, of.seed), self.show_play)

    def reopen(self, session: SessionId) -> None:
        """Go on with a stored session exactly where it stopped, or look back at one that has ended."""
        self._way.open(lambda store: self._practice.reopen(store, session), self._show_reopened)

    def _salvage(self, session: str) -> None:
        """Look at what can still be read of a damaged session."""
        id_ = SessionId(session)
        self._door.ask(self, lambda store: self._practice.salvage(store, id_), self._afterwards.look_back, self._refuse)

    def show_play(self, play: Play) -> None:
        """Show a conversation."""
        page = self.conversation
        self._turn_to(
            page,
            talking=True,
            place=window.AT_CONVERSATION(title=play.scenario.title, name=play.scenario.patient.first_name),
        )
        page.show_play(play)
        self._foresee(play.scenario, play.session.started.difficulty)

    def _look_again(self, topic: Topic) -> None:
        if topic is Topic.SESSIONS and not self._talking:
            self._ask_progress()

    def _ask_progress(self) -> None:
        self._door.ask(self.library, self._practice.progress, self._show_progress, self._no_progress)

    def _show_progress(self, progress: Mapping[str, Progress]) -> None:
        if progress != self._progress:
            self._progress = progress
            self.library.show_progress(progress)
            if self._briefed:
                self.briefing.show_unfinished(self._left_open(self._briefed))
                self.briefing.show_met(self._has_met(self._briefed))

    def _left_open(self, scenario: str) -> tuple[SessionId, ...]:
        return (self._progress or {}).get(scenario, Progress()).unfinished

    def _has_met(self, scenario: str) -> bool:
        return (self._progress or {}).get(scenario, Progress()).ended > 0

    def _no_progress(self, refusal: ServiceError) -> None:
        """The library opens although the store cannot be read."""
        self._progress = None
        self._refuse(refusal)

    def _brief(self, item: ShelfItem) -> None:
        try:
            scenario = self._practice.open(item.card)
        except ServiceError as refusal:
            self._refuse(refusal)
            return
        self._show_briefing(scenario)

    def _show_briefing(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._briefed = scenario.id
        self.scenario_opened.emit(scenario.id)
        goal = self.briefing.goal
        self._door.ask(goal, self._practice.standing_goal, goal.show_goal, self._refuse)
        met = self._has_met(scenario.id)
        self.briefing.show_scenario(scenario, self._mode, self._left_open(scenario.id), met=met)
        self._turn_to(self.briefing, place=window.AT_BRIEFING(title=scenario.title))
        self._foresee(scenario, scenario.difficulty)

    def _begin(self, scenario: Scenario, mode: Mode, difficulty: int) -> None:
        self._mode = mode
        self.mode_chosen.emit(mode)
        seed = self.briefing.sitting.seed
        self._way.open(lambda store: self._practice.begin(store, scenario, mode, difficulty, seed), self.show_play)

    def _resume(self, item: ShelfItem) -> None:
        if item.progress is not None and item.progress.unfinished:
            self.reopen(item.progress.unfinished[0])

    def _show_reopened(self, found: Reopened) -> None:
        going_on = found.going_on
        if going_on is not None:
            self.show_play(going_on)
        else:
            self._afterwards.look_back(found)

    def _debrief(self, play: Play) -> None:
        found = self._afterwards.end(play)
        self.tries.end(found, lambda: frozenset(self._progress or {}))
        self._ask_progress()

    def step_back(self, play: Play) -> None:
        """Take the last answer back in a conversation that is going on: another try from there."""
        from simulator.services.stored_sessions import just_played

        if play.session.exchanges and not play.pending:
            turn = play.session.exchanges[-1].turn
            back = self._debrief if play.session.ended else self.show_play
            self.tries.ask(just_played(play), turn, lambda: back(play))

    def _try_again(self, place: Crossing, own: OwnWords) -> None:
        self._way.open(lambda store: self._practice.try_again(store, place, own), self.show_play)

    def _go_on_from(self, session: SessionId, step: int) -> None:
        self._way.open(lambda store: self._practice.go_on_from(store, session, step), self.show_play)

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.emit(self._look.say(refusal.message))

    def _foresee(self, scenario: Scenario, difficulty: int) -> None:
        self._foresight.foresee(scenario, difficulty, self._make_ready)

    def _make_ready(self) -> None:
        """Made beside the work that begins then, the page would keep the click on “Begin” waiting."""
        self.conversation.ensurePolished()

    def _turn_to(self, page: QWidget, *, place: Message | None = None, talking: bool = False) -> None:
        self._pages.setCurrentWidget(page)
        self._talking = talking
        if "_way" in self.__dict__:
            self._way.end()
        self.conversation_entered.emit(talking)
        self.place = place or self.place
        self.place_changed.emit()
