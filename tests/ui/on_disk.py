"""The window as the program puts it together, on a data folder with a real store, which its owner works on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final, NamedTuple, TypeVar, cast

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simulator.services.play import Play
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Person, SessionStore
from simulator.session.vocabulary import Mode
from simulator.shipped_files import SCENARIOS
from simulator.storage.backups import Backup, Reason, backups_of
from simulator.storage.home import STORE_FILE
from simulator.storage.owner import StoreOwner
from simulator.storage.settings import Settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore
from simulator.ui.data_care import DataCare
from simulator.ui.practice.briefing_page import MODES
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.settings_page import SettingsPage
from simulator.ui.start import Makers, make_window
from simulator.ui.welcome_page import WelcomePage
from simulator.ui.window import MainWindow
from tests.builders import KIM
from tests.ui.hands import Hands
from tests.ui.stage import AT_HOME, NOW_MS, Stage
from tests.ui.stored import STOP, keep, session_of, small

T = TypeVar("T")

DAY_MS: Final = 86_400_000
A_MOMENT: Final = 0.005
"""Seconds that a part of some slow work takes, so that it leaves the others room."""
_LONG: Final = 30.0
"""Seconds after which whoever waits for the store's thread gives up."""


@dataclass
class Clock:
    """A clock that goes on by a second whenever it is looked at, and further when the test says so."""

    now: int = NOW_MS

    def __call__(self) -> int:
        """The time (UTC, ms)."""
        self.now += 1_000
        return self.now


class OnDisk(Stage):
    """The window on a data folder.

    ``care`` takes the place of what the program itself does about the data; the store is opened once it ``may_open``.
    """

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        settings: Settings = AT_HOME,
        *,
        care: DataCare | None = None,
        may_open: threading.Event | None = None,
    ) -> None:
        self.folder = folder
        self.clock = Clock()
        self._care_of_test = care
        self.opened: list[Exception | None] = []

        def opening() -> SqliteSessionStore:
            assert may_open is None or may_open.wait(_LONG)
            return SqliteSessionStore(folder / STORE_FILE)

        self.owner = StoreOwner(opening)
        self.owner.start(lambda _result, fault: self.opened.append(fault))
        super().__init__(qtbot, folder, settings, hands=self.owner, care=care)
        self._store = cast(SessionStore, _Asked(self))

    def make_window(self, settings: Settings) -> MainWindow:
        """The window, put together by the program itself."""
        if self._care_of_test is not None:
            return super().make_window(settings)
        save_settings(self.folder, settings)
        makers = Makers(self.clock, lambda: next(self.seeds), lambda: next(self.ids))
        return make_window(self.folder, SCENARIOS, self.door, makers)

    def asks(self, job: Callable[[SqliteSessionStore], T]) -> T:
        """What the test itself wants of the store; everything that was handed in before is done first."""
        found: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()
        self.owner.do(job, lambda result, fault: found.put((result, fault)))
        result, fault = found.get(timeout=_LONG)
        if fault is not None:
            raise fault
        return cast(T, result)

    def close(self) -> None:
        """Close the window and let go of the folder, as the program does."""
        self.window.close()
        QThreadPool.globalInstance().waitForDone()
        self.owner.close()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile the store's thread does nothing of what is handed in."""
        may_go_on = threading.Event()
        self.owner.do(lambda _store: may_go_on.wait(_LONG), lambda _result, _fault: None)
        try:
            yield
        finally:
            may_go_on.set()

    # Walks

    def sit_down(self, title: str = "The wait", mode: Mode = Mode.LEARN) -> ConversationPage:
        """From the library to the conversation, once the store has begun it."""
        self.brief(title)
        self.desk.briefing.modes.button([each for each, *_ in MODES].index(mode)).click()
        self.desk.briefing.begin_button.click()
        self.qtbot.waitUntil(lambda: self.desk.page is self.desk.conversation)
        return self.page

    @property
    def play(self) -> Play:
        """What is being played."""
        play = self.page._play
        assert play is not None
        return play

    def says(self, number: int) -> None:
        """Choose a response, and wait for it to be kept."""
        play = self.play
        self.page.choices.press(number)
        self.qtbot.waitUntil(lambda: not play.pending)

    def holds_a_conversation(self, title: str = "The wait") -> None:
        """One from the library to its debriefing, and back to the library."""
        self.sit_down(title)
        self.says(1)
        self.page.pause()
        self.page.veil.end_yes.click()
        self.skip_questions()
        self.desk.show_library()

    def settings(self) -> SettingsPage:
        """Open the settings."""
        self.window.settings_button.click()
        return self.settings_page

    @property
    def settings_page(self) -> SettingsPage:
        """The settings, which were opened."""
        assert self.window.settings_page is not None
        return self.window.settings_page

    @property
    def welcome(self) -> WelcomePage:
        """The page that asks who is there, which must be on the screen."""
        assert self.window.welcome is not None
        return self.window.welcome

    # What is there

    def backups(self) -> tuple[Backup, ...]:
        """The backups in the folder, the newest first, once all that was handed in is done."""
        return backups_of(self.folder / STORE_FILE)

    def reasons(self) -> list[Reason]:
        """Why the backups were made, the newest first."""
        return [backup.reason for backup in self.backups()]

    def reads(self, page: QWidget) -> str:
        """All that can be read on a page, once it is laid out."""
        self.shown()
        return read(page)

    def facts(self, title: str = "The wait") -> str:
        """What the library tells of a scenario's conversations."""
        return self.card(title)._facts.text().splitlines()[-1]


class _Asked:
    """A store all of whose methods are done by its owner."""

    def __init__(self, stage: OnDisk) -> None:
        self._stage = stage

    def __getattr__(self, method: str) -> Callable[..., Any]:
        return lambda *given, **named: self._stage.asks(lambda store: getattr(store, method)(*given, **named))


@contextmanager
def opened(
    qtbot: QtBot,
    folder: Path,
    settings: Settings = AT_HOME,
    *,
    care: DataCare | None = None,
    may_open: threading.Event | None = None,
) -> Iterator[OnDisk]:
    """The window on a data folder, on the screen, until the test is done with it."""
    stage = OnDisk(qtbot, folder, settings, care=care, may_open=may_open)
    try:
        stage.show()
        yield stage
    finally:
        stage.close()


@contextmanager
def store_in(folder: Path) -> Iterator[SqliteSessionStore]:
    """The store of a data folder, while no window is open on it."""
    with closing(SqliteSessionStore(folder / STORE_FILE)) as store:
        yield store


def with_conversations(folder: Path, count: int = 1, *people: Person) -> list[SessionId]:
    """Put conversations of each of these people (or Kim) into a data folder; gives their ids, the earliest first."""
    with store_in(folder) as store:
        kept = []
        for person in people or (Person(PersonId(KIM), AT_HOME.name),):
            store.add_person(person)
            kept += [keep(store, session_of(small(), "own-clock", STOP, trainee=person.id)) for _ in range(count)]
        return kept


def backed_up(folder: Path, now_ms: int = NOW_MS - DAY_MS) -> Backup:
    """Make a backup while no window is open; gives it."""
    with store_in(folder) as store:
        for _ in store.back_up(Reason.ASKED, now_ms):
            pass
    return backups_of(folder / STORE_FILE)[0]


def read(page: QWidget) -> str:
    """All labels of a page that can be seen now."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text())


class TabStop(NamedTuple):
    """A control that Tab leads to: where it stands in what scrolls, and its name."""

    y: int
    x: int
    name: str


def tabbed_through(hands: Hands, page: QWidget, first: QWidget) -> list[TabStop]:
    """The controls that Tab leads to within a page, from its first until it comes back to it."""
    hands.tab_to(first)
    found = [_stop(first)]
    while True:
        hands.press(Qt.Key.Key_Tab)
        focus = hands.focus
        assert focus is not None
        if focus is first:
            return found
        if page.isAncestorOf(focus) and not focus.isAncestorOf(first):
            found.append(_stop(focus))


def _stop(control: QWidget) -> TabStop:
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    page = around.widget() if around is not None else None
    assert page is not None
    middle = control.mapTo(page, control.rect().center())
    return TabStop(middle.y(), middle.x(), control.accessibleName())
