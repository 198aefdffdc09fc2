"""The window alone, on a store in memory and a library with a small scenario of our own beside the shipped ones."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.analysis.session_value import SessionValue
from simulator.messages.languages import Languages
from simulator.scenario.library import Library
from simulator.scenario.library_index import Card
from simulator.services.examine import Examiner, Telling
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.play_lengths import LENGTHS
from simulator.services.practice import Practice
from simulator.services.scenario_templates import ScenarioTemplates
from simulator.services.studio import Proof, Studio
from simulator.session.events import SessionEvent
from simulator.session.ids import PersonId
from simulator.session.store import (
    MeasureKey,
    Person,
    SessionFilter,
    SessionHeader,
    SessionOrder,
    SessionStore,
    StoredSession,
)
from simulator.session.vocabulary import Mode
from simulator.shipped_files import ASSETS, SCENARIOS
from simulator.storage.settings import DISCLAIMER_VERSION, Settings
from simulator.storage.sqlite import MemorySessionStore
from simulator.ui.data_care import DataCare
from simulator.ui.practice.briefing_page import MODES
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.practice.goal_question_page import GoalQuestionPage
from simulator.ui.practice.scenario_card import ScenarioCard
from simulator.ui.store_door import Hands as StoreHands
from simulator.ui.store_door import StoreDoor
from simulator.ui.studio.desk import StudioDesk
from simulator.ui.studio.proof_page import ProofPage
from simulator.ui.studio.shelf_row import ShelfRow
from simulator.ui.system_wishes import SystemWishes
from simulator.ui.window import MainWindow
from simulator.ui.window_commands import listen
from tests.builders import KIM
from tests.ui.small_scenarios import WAIT
from tests.ui.store_hands import AtHand

AT_HOME: Final = Settings(
    name="Kim",
    person=KIM,
    disclaimer_accepted=DISCLAIMER_VERSION,
    reduced_motion=True,
    studio_more=True,
    studio_proof=False,
)
"""The settings of somebody who has been here before, with lines that appear at once, and nothing tried unasked."""

NOW_MS: Final = 1_790_000_000_000
FACTS_ONLY: Final = MeasureKey(0, "")


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


class SolvedBefore:
    """Keeps what any test has solved for all the others: prices are always the same."""

    _kept: ClassVar[dict[str, bytes]] = {}

    def get(self, name: str) -> bytes | None:
        """What was kept under a name."""
        return self._kept.get(name)

    def put(self, name: str, data: bytes) -> None:
        """Keep prices; how long conversations last is for every test to find out."""
        if name != LENGTHS:
            self._kept[name] = data


class CareOfNoFile(DataCare):
    """Looks after a store that has no file of its own to make backups of."""

    def backup_is_due(self) -> bool:
        """Never."""
        return False


class Stage:
    """The window with what it stands on.

    ``hands`` do the store's jobs; without any they are done at once, on a store in memory or on the ``store`` that is given.
    ``languages`` is a folder of translations, ``wished`` what the system asks for.
    """

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        settings: Settings = AT_HOME,
        scenarios: Mapping[str, str] | None = None,
        store: SessionStore | None = None,
        examiner: Examiner | None = None,
        hands: StoreHands | None = None,
        steady_ms: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
        care: DataCare | None = None,
        languages: Path = ASSETS / "languages",
        wished: Sequence[str] = (),
    ) -> None:
        self.qtbot = qtbot
        self.languages, self.wished = languages, wished
        self.system = SystemWishes()
        self.care = care or CareOfNoFile(folder, lambda: NOW_MS)
        self.examiner = examiner
        self.steady_ms = steady_ms
        mine = folder / "scenarios"
        for name, text in ({"the-wait.yaml": WAIT} if scenarios is None else scenarios).items():
            path = mine / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        self.own = OwnScenarios(mine, SCENARIOS, folder, now_ms=lambda: next(self.times), steady_ms=steady_ms)
        self.templates = ScenarioTemplates(ASSETS / "templates", mine, SCENARIOS)
        self._library = Library((mine, SCENARIOS), folder.parent / "library-index.json")
        self.seeds = iter(range(1, 1_000))
        self.ids = (f"00000000-0000-4000-8000-{number:012}" for number in range(1, 100_000))
        self.times = iter(range(NOW_MS, NOW_MS + 1_000_000_000, 60_000))
        self.kept: list[Settings] = []
        self._store = store
        if settings.person and (hands is None or store is not None):
            self.store.add_person(Person(PersonId(settings.person), settings.name))
        self.door = StoreDoor(hands or AtHand(self.store))
        self.window = self.make_window(settings)
        self.window.settings_changed.connect(self.kept.append)
        qtbot.addWidget(self.window)

    @property
    def store(self) -> SessionStore:
        """The store behind the hands that do everything at once."""
        if self._store is None:
            self._store = MemorySessionStore()
        return self._store

    def spoken(self) -> Languages:
        """The languages that the window can speak."""
        return Languages(self.languages, SolvedBefore(), self.wished)

    def make_window(self, settings: Settings) -> MainWindow:
        """The window on this stage, put together as the program does it."""
        window = MainWindow(
            settings,
            self.door,
            self.practice_for,
            self.make_studio,
            lambda: next(self.ids),
            self.care,
            self.spoken(),
            self.system,
        )
        listen(window)
        self.door.setParent(window)
        return window

    def practice_for(self, trainee: PersonId) -> Practice:
        """The use cases behind the window; each time that is asked for is a minute later than the last."""
        return Practice(
            self._library,
            trainee=trainee,
            now_ms=lambda: next(self.times),
            new_seed=lambda: next(self.seeds),
            new_id=lambda: next(self.ids),
            steady_ms=self.steady_ms,
            attune="0.2.0",
            shipped=SCENARIOS,
            examiner=self.examiner or Examiner(SolvedBefore()),
        )

    def make_studio(self) -> Studio:
        """The use cases of the Studio behind the window."""
        return WellReadStudio(
            self._library,
            SCENARIOS,
            help_folder=ASSETS / "help" / "diagnostics",
            examiner=Examiner(),
            own=self.own,
            templates=self.templates,
        )

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

    @property
    def notice(self) -> str:
        """What the strip at the bottom says, or nothing."""
        return "" if self.window._notice.isHidden() else self.window._notice.words.text()

    def card(self, title: str) -> ScenarioCard:
        """A scenario's card in the library."""
        titles = [item.card.title for item in self.desk.library.items()]
        return self.desk.library.card(titles.index(title))

    def go_home(self) -> None:
        """Back to the library from anywhere, with no notice left."""
        if self.window.help_page is not None and self.window.help_page.isVisible():
            self.window.help_page.done.click()
        if self.window.settings_page is not None and self.window.settings_page.isVisible():
            self.window.settings_page.done.click()
        others = (self.window.studio_desk, self.window.review_desk)
        if any(desk is not None and desk.isVisible() for desk in others):
            self.window.practice_button.click()
        elif self.desk.page is self.desk.conversation:
            self.page.pause()
            self.page.leave()
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
        titles = [item.card.title for item in self.studio.shelf.items()]
        return self.studio.shelf.row(titles.index(title))

    def prove(self, title: str) -> ProofPage:
        """From any desk to what is found when everything in a scenario is tried."""
        self.window.studio_button.click()
        if self.studio.page is not self.studio.shelf:
            self.studio.show_shelf()
        self.row(title).check_button.click()
        self.qtbot.waitUntil(lambda: not self.studio.trying)
        return self.studio.proof

    def shown(self) -> list[QWidget]:
        """Everything in the window that is on the screen, once it is laid out."""
        return shown(self.qtbot, self.window)

    def settled(self) -> list[QWidget]:
        """Everything on the screen, once nothing moves any more."""
        return settled(self.qtbot, self.window)

    def headers(self) -> tuple[SessionHeader, ...]:
        """Every session in the store, the newest first."""
        return self.store.query(SessionFilter(), SessionOrder.NEWEST, FACTS_ONLY, size=1_000).headers

    def newest(self) -> StoredSession:
        """The session in the store that was begun last."""
        return self.store.load(self.headers()[0].id)

    def events(self) -> list[SessionEvent]:
        """What the newest session holds in the store."""
        return list(self.newest().events)

    def debrief(self) -> None:
        """End the conversation, skip the questions before its debriefing, and wait for it."""
        self.page.veil.end_yes.click()
        self.skip_questions()

    def skip_questions(self) -> None:
        """Answer none of the questions before a debriefing, where they are asked: the thing to practise, the own reading."""

        def passed() -> bool:
            if isinstance(self.desk.page, GoalQuestionPage):
                self.desk.page.other.click()
            if self.desk.page is self.desk.questions:
                self.desk.questions.skip.click()
            return self.desk.page is self.desk.debriefing

        self.qtbot.waitUntil(passed)

    def debriefed(self) -> SessionValue:
        """What each sentence was worth, once the debriefing stands and it was worked out."""
        page = self.desk.debriefing
        self.qtbot.waitUntil(lambda: self.desk.page is page and page._worth is not None)
        assert page._worth is not None
        return page._worth

    def answer_until_debriefing(self, number: int = 1) -> None:
        """Choose the same number in every turn until the session has come to its end."""
        page = self.page
        play = page._play
        assert play is not None
        while not play.session.ended:
            page.choices.press(number)
        if page.farewell.isVisibleTo(page):
            page.farewell.button.click()
        self.skip_questions()


def shown(qtbot: QtBot, window: QWidget) -> list[QWidget]:
    """Everything in a window that is on the screen, once it is laid out."""
    qtbot.waitUntil(lambda: not any(map(_to_come, _within(window))))
    return [w for w in _within(window) if w.isVisible() and not w.isWindow()]


def settled(qtbot: QtBot, window: QWidget) -> list[QWidget]:
    """The same once nothing moves any more."""
    sizes: list[list[tuple[int, int, int, int]]] = []

    def still() -> bool:
        sizes.append([w.geometry().getRect() for w in shown(qtbot, window)])  # type: ignore[misc]
        return len(sizes) > 1 and sizes[-1] == sizes[-2]

    qtbot.waitUntil(still)
    return shown(qtbot, window)


def _within(widget: QWidget) -> Iterator[QWidget]:
    """All that a widget holds, save what is inside something hidden: neither is that seen nor will Qt show it unasked."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield child
        if child.isVisible():
            yield from _within(child)


def _to_come(widget: QWidget) -> bool:
    """Whether Qt will show a widget as soon as it lays out the parent that it was put into."""
    parent = widget.parentWidget()
    layout = parent.layout() if parent is not None and parent.isVisible() else None
    decided = widget.isVisible() or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return not decided and layout is not None and _holds(layout, widget)


def _holds(layout: QLayout, widget: QWidget) -> bool:
    """Whether a widget is laid out by a layout, or by one inside it."""
    inner = (part for part in layout.children() if isinstance(part, QLayout))
    return layout.indexOf(widget) >= 0 or any(_holds(each, widget) for each in inner)
