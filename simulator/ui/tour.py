"""The tour: five steps below the pages of the window, each of which shows the page that it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from simulator.messages.message import Sentence
from simulator.messages.sentences import tour as say
from simulator.ui.look import Look
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label
from simulator.ui.window_commands import at_practice, brief

if TYPE_CHECKING:
    from simulator.ui.places import Places


def _library(window: Places) -> None:
    at_practice(window, PracticeDesk.show_library)


def _briefing(window: Places) -> None:
    """The briefing of the first scenario that can be played; a library without any stays."""
    at_practice(window, PracticeDesk.show_library)
    if window.desk is not None:
        playable = [item for item in window.desk.library.every_item() if not item.card.problems]
        for item in playable[:1]:
            brief(item, window.desk)


def _help(window: Places) -> None:
    window.show_help_page("conversation")


def _earlier(window: Places) -> None:
    at_practice(window, PracticeDesk.show_earlier)


class Step(NamedTuple):
    """What a step is called, what it says, and how the window comes to what it speaks of."""

    title: Sentence
    text: Sentence
    show: Callable[[Places], None]


STEPS: Final = (
    Step(say.WHO, say.WHO_SAID, _library),
    Step(say.HELP, say.HELP_SAID, _briefing),
    Step(say.TALK, say.TALK_SAID, _help),
    Step(say.AFTERWARDS, say.AFTERWARDS_SAID, _earlier),
    Step(say.FIND, say.FIND_SAID, _library),
)


class Tour(QFrame):
    """A strip that stays while one looks around; it can be left at any step, also with Esc while it has the keyboard."""

    turned = Signal(int)
    """To a step, by its number from 0."""
    left = Signal()

    def __init__(self, look: Look, number: int, steps: Sequence[Step] = STEPS) -> None:
        super().__init__()
        self._look = look
        self.number = number
        step = self.step = steps[number]
        self.setProperty("kind", "tour")
        self.setAccessibleName(look.say(say.REGION()))
        box = row(self, spacing=12)
        box.setContentsMargins(24, 8, 16, 8)
        words = column(spacing=2)
        title = say.STEP(title=step.title(), number=number + 1, all=len(steps))
        self.told = f"{look.say(title)}. {look.say(step.text())}"
        words.addWidget(text_label(look.say(title), "heading"))
        words.addWidget(text_label(look.say(step.text()), "body"))
        box.addLayout(words, 1)
        self.back = Button(look.say(say.BACK()), "quiet")
        self.back.clicked.connect(lambda: self.turned.emit(number - 1))
        last = number == len(steps) - 1
        self.leave = Button(look.say(say.LEAVE()), "quiet")
        self.leave.clicked.connect(self.left)
        self.next = Button(look.say(say.DONE() if last else say.NEXT()), "plain")
        self.next.clicked.connect(lambda: self.left.emit() if last else self.turned.emit(number + 1))
        for button in (self.back, self.leave, self.next):
            box.addWidget(button)
        self.back.setVisible(number > 0)
        self.leave.setVisible(not last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.left.emit()
            return
        super().keyPressEvent(event)
