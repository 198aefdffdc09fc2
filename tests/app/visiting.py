"""Visits to the whole program: started by its real ``main``, then in the hands of somebody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from simulator.__main__ import main
from simulator.services.plans import Instruction, read_plan
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.practice.scenario_card import ScenarioCard
from simulator.ui.widgets.buttons import Button
from simulator.ui.window import MainWindow
from tests.ui.hands import Hands

_CONCERT_PLAN = Path(__file__).parents[2] / "scenarios" / "concert-silence.plan"


class Visitor(Hands):
    """Somebody in front of the running program."""

    @property
    def desk(self) -> PracticeDesk:
        """The Practice desk."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def conversation(self) -> ConversationPage:
        """The conversation, which must come to the screen, once the last step is stored and shown."""
        page = self.desk.conversation
        self.qtbot.waitUntil(lambda: self.desk.page is page and page._play is not None and not page._play.pending)
        return page

    def card(self, title: str) -> ScenarioCard:
        """A scenario's card in the library, which must come to the screen."""
        self.qtbot.waitUntil(lambda: self.desk.page is self.desk.library)
        titles = [item.card.title for item in self.desk.library.items()]
        return self.desk.library.card(titles.index(title))

    def waits_to_read(self, words: str, title: str) -> None:
        """Wait until a scenario's card says this; the store tells it later than the library is there."""
        self.qtbot.waitUntil(lambda: any(words in label.text() for label in self.card(title).findChildren(QLabel)))

    def resume_button(self, title: str) -> Button:
        """The button on a card that goes on with a session left open."""
        card = self.card(title)
        self.qtbot.waitUntil(lambda: card.resume_button is not None)
        assert card.resume_button is not None
        return card.resume_button

    def number_of(self, response: str) -> int:
        """The number before a response of the scenario on the screen."""
        play = self.conversation._play
        assert play is not None
        says = dict(play.session.sentences())
        return [b.sentence for b in self.conversation.choices.buttons].index(says[response]) + 1

    def reads(self) -> list[str]:
        """The words of the conversation on the screen, once the last line is there."""
        self.qtbot.waitUntil(lambda: not self.conversation.transcript.revealing)
        return self.conversation.transcript.toPlainText().split()


def visit(qtbot: QtBot, story: Callable[[Visitor], None]) -> None:
    """Start the program with nothing on its command line, let the story happen, and close the window."""
    told: list[BaseException | None] = []

    def happen() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        try:
            story(Visitor(qtbot, window))
            told.append(None)
        except BaseException as fault:  # noqa: BLE001 whatever goes wrong in the story is the test's own
            told.append(fault)
        finally:
            window.close()

    QTimer.singleShot(0, happen)
    assert main([]) == 0
    assert told, "the window was closed before the story began"
    if told[0] is not None:
        raise told[0]


def concert_path(name: str) -> tuple[Instruction, ...]:
    """What a path of the shipped plan through “The concert” does, step by step."""
    path = next(p for p in read_plan(_CONCERT_PLAN.read_text("utf-8"))[0] if p.name == name)
    return tuple(i for i in path.instructions if i.word in ("tag", "pick", "stay"))
