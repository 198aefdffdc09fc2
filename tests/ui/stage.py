"""The window alone, on a store in memory and a library with a small scenario of our own beside the shipped ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.app import SHIPPED
from simulator.scenario.library import Card, Library
from simulator.services.practice import Practice
from simulator.services.prospects import Prospects
from simulator.services.studio import Proof, Studio, Telling
from simulator.session import Action, Mode, SessionEvent, SessionId, SessionStore, StoreError
from simulator.storage.memory import MemorySessionStore
from simulator.storage.settings import DISCLAIMER_VERSION, Settings
from simulator.ui.practice.briefing_page import MODES
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.practice.library_page import ScenarioCard
from simulator.ui.studio.desk import StudioDesk
from simulator.ui.studio.proof_page import ProofPage
from simulator.ui.studio.shelf_page import ShelfRow
from simulator.ui.theme import ASSETS
from simulator.ui.window import MainWindow

AT_HOME: Final = Settings(name="Kim", disclaimer_accepted=DISCLAIMER_VERSION, reduced_motion=True)
"""The settings of somebody who has been here before, with lines that appear at once."""

WAIT: Final = """\
format: scenario/1
id: the-wait
title: The wait
language: en
about: Ines came late, and you looked at the clock.
objectives: [stay with a silence]
difficulty: 1
cause: tone
content-notes: []
turns: 4
patient:
  use: patients/ines-carvalho.yaml
start: quiet
moments:
  quiet:
    reaction: minimal
    marker: wd_minimal
    silence: {kind: disengaged, lasts: 1min, then: boxes}
    shows: [looks at the clock]
    thinks: Late again.
    responses:
      own-clock:
        say: I looked at the clock when you came in, and I can see how that was no welcome.
        move: own_contribution
        quality: 4
        debrief: Names what you did.
      ask-quiet:
        say: You have gone quiet since you came in, and I wonder what is going on for you.
        move: notice_shift
        debrief: Sees the quiet.
      explain-time:
        say: We only have until ten to, and I should not like you to lose more of your time.
        move: defend_justify
        debrief: Explains the glance.
      let-be:
        say: Never mind the time, let us go on with where we were when we met last week.
        move: retreat
        debrief: Passes over it.
  boxes:
    reaction: avoiding
    marker: wd_story
    patient: The tram stood still for a quarter of an hour, and so did everybody on it.
    shows: [a quick laugh]
    thinks: Trams are safe.
    responses:
      tram-shut:
        say: Something shut before the tram, and I think it was my glance at the clock.
        move: own_contribution
        quality: 3
        debrief: Goes back to it.
      tram-ask:
        say: What was it like for you to come in here after all that standing about?
        move: explore_experience
        debrief: A question asked with interest.
      tram-laugh:
        say: Trams! I stood on that line on Monday, half an hour it took me from the station.
        move: retreat
        debrief: You both enjoy it.
      tram-always:
        say: There is always something with the trams when it is time for our hour, is there not?
        move: blame_interpret
        debrief: Lands as a fault.
"""


BRIEF_WAIT: Final = WAIT.replace("lasts: 1min", "lasts: 1s")
"""The same with a silence that is soon over."""


class ForgetfulStore(MemorySessionStore):
    """A store in memory that refuses the next things of a kind, as a full disk does."""

    def __init__(self) -> None:
        super().__init__()
        self.refused_steps = 0
        self.refused_verdicts = 0
        self.refused_starts = 0

    def create(self, *given: object, **named: object) -> SessionId:
        """Begin a session, unless it is refused."""
        if self.refused_starts:
            self.refused_starts -= 1
            raise StoreError("The disk is full.")
        return super().create(*given, **named)  # type: ignore[arg-type]

    def append(self, session: SessionId, action: Action) -> None:
        """Add one step, unless it is refused."""
        if self.refused_steps:
            self.refused_steps -= 1
            raise StoreError("The disk is full.")
        super().append(session, action)

    def close_session(self, session: SessionId, verdict: str) -> None:
        """Note a verdict, unless it is refused."""
        if self.refused_verdicts:
            self.refused_verdicts -= 1
            raise StoreError("The disk is full.")
        super().close_session(session, verdict)


class WellReadStudio(Studio):
    """Proves no content twice in all the tests: what is found is always the same."""

    _found: ClassVar[dict[str, Proof]] = {}

    def prove(self, card: Card, progress: Telling) -> Proof:
        """What was found of exactly this content, or is found now."""
        if card.digest not in self._found:
            proof = super().prove(card, progress)
            if not card.digest:
                return proof
            self._found[card.digest] = proof
        return replace(self._found[card.digest], card=card)


class Stage:
    """The window with what it stands on."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        settings: Settings = AT_HOME,
        scenarios: Mapping[str, str] | None = None,
        store: SessionStore | None = None,
        prospects: Prospects | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.prospects = prospects
        self.store = store or MemorySessionStore()
        mine = folder / "scenarios"
        for name, text in (scenarios or {"the-wait.yaml": WAIT}).items():
            path = mine / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        self._library = Library((mine, SHIPPED), folder.parent / "library-index.json")
        self.seeds = iter(range(1, 1_000))
        self.kept: list[Settings] = []
        self.window = MainWindow(settings, self.practice_for, self.make_studio)
        self.window.settings_changed.connect(self.kept.append)
        qtbot.addWidget(self.window)

    def practice_for(self, trainee: str) -> Practice:
        """The use cases behind the window."""
        return Practice(
            self._library,
            self.store,
            trainee=trainee,
            now_ms=lambda: 1_790_000_000_000,
            new_seed=lambda: next(self.seeds),
            shipped=SHIPPED,
            prospects=self.prospects,
        )

    def make_studio(self) -> Studio:
        """The use cases of the Studio behind the window."""
        return WellReadStudio(self._library, SHIPPED, help_folder=ASSETS / "help" / "diagnostics", clock=lambda: 0.0)

    def show(self, width: int = 1280, height: int = 800) -> None:
        """Put the window on the screen."""
        self.window.resize(width, height)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        # An X server without a window manager gives the keyboard to nobody unasked.
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def desk(self) -> PracticeDesk:
        """The Practice desk."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def page(self) -> ConversationPage:
        """The conversation on the screen."""
        assert self.desk.page is self.desk.conversation
        return self.desk.conversation

    def card(self, title: str) -> ScenarioCard:
        """A scenario's card in the library."""
        return next(c for c in self.desk.library.cards() if c.open_button.accessibleName() == f"Open {title}")

    def walk(self, title: str) -> Iterator[str]:
        """Go from the library to every view and back, with a scenario of this title; gives the name of each."""
        for view, reach in VIEWS.items():
            reach(self, title)
            yield view
            self.go_home()

    def go_home(self) -> None:
        """Back to the library from anywhere, with no notice left."""
        if self.window.settings_page is not None and self.window.settings_page.isVisible():
            self.window.settings_page.done.click()
        elif self.window.studio_desk is not None and self.window.studio_desk.isVisible():
            self.window.practice_button.click()
        elif self.desk.page is self.desk.conversation:
            self.page.pause()
            self.page.veil.later.click()
        else:
            self.desk.show_library()
        self.window._notice.hide()

    def brief(self, title: str) -> None:
        """Open a scenario's briefing from the library."""
        self.card(title).open_button.click()

    def sit_down(self, title: str = "The wait", mode: Mode = Mode.LEARN) -> ConversationPage:
        """From the library to the conversation."""
        self.brief(title)
        self.desk.briefing.modes.button([each for each, *_ in MODES].index(mode)).click()
        self.desk.briefing.begin_button.click()
        return self.page

    @property
    def studio(self) -> StudioDesk:
        """The Studio desk."""
        assert self.window.studio_desk is not None
        return self.window.studio_desk

    def row(self, title: str) -> ShelfRow:
        """A scenario's row on the shelf of the Studio."""
        return next(row for row in self.studio.shelf.rows() if row.item.card.title == title)

    def prove(self, title: str) -> ProofPage:
        """From any desk to what is found when everything in a scenario is tried."""
        self.window.studio_button.click()
        if self.studio.page is not self.studio.shelf:
            self.studio.show_shelf()
        self.row(title).button.click()
        self.qtbot.waitUntil(lambda: not self.studio.trying)
        return self.studio.proof

    def shown(self) -> list[QWidget]:
        """Everything in the window that is on the screen, once it is laid out."""
        self.qtbot.waitUntil(lambda: not any(map(_to_come, self.window.findChildren(QWidget))))
        return [w for w in self.window.findChildren(QWidget) if w.isVisible() and not w.isWindow()]

    def events(self) -> list[SessionEvent]:
        """What the newest session holds in the store."""
        return list(self.store.load(self.store.sessions()[0].id).events)

    def debrief(self) -> None:
        """End the conversation and wait for its debriefing."""
        self.page.veil.end.click()
        self.qtbot.waitUntil(lambda: self.desk.page is self.desk.debriefing)

    def answer_until_debriefing(self, number: int = 1) -> None:
        """Choose the same number in every turn until the session has come to its end."""
        page = self.page
        play = page._play
        assert play is not None
        while not play.session.ended:
            page.choices.press(number)
        if page.farewell.isVisibleTo(page):
            page.farewell.button.click()
        self.qtbot.waitUntil(lambda: self.desk.page is self.desk.debriefing)


def _to_come(widget: QWidget) -> bool:
    """Whether Qt will show a widget as soon as it lays out the parent that it was put into."""
    parent = widget.parentWidget()
    layout = parent.layout() if parent is not None and parent.isVisible() else None
    decided = widget.isVisible() or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return not decided and layout is not None and layout.indexOf(widget) >= 0


def _with_conversation(mode: Mode) -> Callable[[Stage, str], None]:
    def reach(stage: Stage, title: str) -> None:
        page = stage.sit_down(title, mode)
        if mode is Mode.LEARN:
            page.choices.press(2)

    return reach


def _pause(stage: Stage, title: str) -> None:
    stage.sit_down(title).pause()


def _debriefing(stage: Stage, title: str) -> None:
    page = stage.sit_down(title)
    page.tags.buttons[next(iter(page.tags.buttons))].click()
    stage.answer_until_debriefing()


def _earlier(stage: Stage, title: str) -> None:
    _debriefing(stage, title)
    stage.desk.show_library()
    item = stage.card(title)._item
    stage.desk.library.looked_back.emit(item)


def _notice(stage: Stage, title: str) -> None:
    stage.sit_down(title)
    stage.window.tell("The step cannot be kept: the disk is full. Make room, then do it again; nothing is lost.")


def _settings(stage: Stage, _title: str) -> None:
    stage.window.settings_button.click()


def _shelf(stage: Stage, _title: str) -> None:
    stage.window.studio_button.click()
    stage.studio.show_shelf()


def _trying(stage: Stage, title: str) -> None:
    _shelf(stage, title)
    page = stage.studio.trying_page
    page.show_card(stage.row(title).item.card)
    page.show_progress(7, 43_112)
    stage.studio._pages.setCurrentWidget(page)


def _proof(stage: Stage, title: str) -> None:
    page = stage.prove(title)
    for card in page.faults():
        card.example_button.click()
    page.moments.moments.selectRow(0)


VIEWS: Final[Mapping[str, Callable[[Stage, str], None]]] = {
    "library": lambda stage, _title: stage.desk.show_library(),
    "briefing": lambda stage, title: stage.brief(title),
    "conversation in Learn": _with_conversation(Mode.LEARN),
    "conversation in Practise": _with_conversation(Mode.PRACTISE),
    "pause": _pause,
    "debriefing": _debriefing,
    "earlier conversations": _earlier,
    "settings": _settings,
    "notice": _notice,
    "shelf of the Studio": _shelf,
    "trying everything": _trying,
    "what was found": _proof,
}
"""How to come from the library to each view of somebody who has been here before, with a scenario of that title."""
