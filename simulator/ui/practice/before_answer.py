"""A fold beside the answers: what pulls you, what you would say, how sure you are. As you like, and only for yourself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import before_answering as say
from simulator.services.before_answering import LONGEST_WORDS, Noted
from simulator.services.own_reading import Pull
from simulator.storage.key_bindings import KeyAction
from simulator.ui.look import Look
from simulator.ui.practice.tags_and_responses import with_key
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import bring_into_view, column
from simulator.ui.widgets.text import text_label

PULLS: Final[tuple[tuple[Pull, Sentence], ...]] = (
    (Pull.RESCUE, say.RESCUE),
    (Pull.EXPLAIN, say.EXPLAIN),
    (Pull.PLEASE, say.PLEASE),
    (Pull.CORRECT, say.CORRECT),
    (Pull.GET_AWAY, say.GET_AWAY),
)
SURE: Final[tuple[Sentence, ...]] = (say.NOT_AT_ALL, say.A_LITTLE, say.FAIRLY, say.VERY)


class BeforeAnswer(QWidget):
    """Folded away until somebody wants it; ``button`` opens and closes it, from wherever it stands."""

    changed = Signal()
    turned = Signal()
    """The fold was opened or closed."""
    done = Signal()
    """Return was pressed in the own words: the keyboard may go back to where keys answer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.button = Button(
            look.say(say.OPEN()), "quiet", hint=with_key(look, look.say(say.HINT()), KeyAction.BEFORE_ANSWER)
        )
        self.button.clicked.connect(self.turn_over)
        box = column(self, spacing=6)
        box.addWidget(text_label(look.say(say.LEAD()), "small-quiet"))
        self.pulls = _Steps(look, say.PULL, [word for _, word in PULLS])
        self.words = QLineEdit()
        self.words.setAccessibleName(look.say(say.WORDS()))
        self.words.setPlaceholderText(look.say(say.WORDS_HINT()))
        self.words.setMaxLength(LONGEST_WORDS)
        self.sure = _Steps(look, say.SURE, SURE)
        box.addWidget(self.pulls)
        box.addWidget(self.words)
        box.addWidget(self.sure)
        self.words.textEdited.connect(self._tell)
        self.words.returnPressed.connect(self.done)
        self.pulls.changed.connect(self._tell)
        self.sure.changed.connect(self._tell)
        self.hide()

    @property
    def noted(self) -> Noted:
        """What stands here now."""
        pull, sure = self.pulls.chosen, self.sure.chosen
        return Noted(
            None if pull is None else PULLS[pull][0], self.words.text().strip(), None if sure is None else sure + 1
        )

    def show_noted(self, noted: Noted) -> None:
        """Show what was noted, or with an empty one begin anew; the fold stays as it is."""
        self.words.setText(noted.words)
        self.pulls.choose(next((at for at, (pull, _) in enumerate(PULLS) if pull is noted.pull), None))
        self.sure.choose(None if noted.sure is None else noted.sure - 1)
        self._tell()

    def turn_over(self) -> None:
        """Open the fold, with the keyboard in it, or close it."""
        opened = self.isHidden()
        self.setVisible(opened)
        self.turned.emit()
        if opened:
            self.pulls.buttons[0].setFocus()
            bring_into_view(self)
        else:
            self.done.emit()

    def _tell(self) -> None:
        self.button.show_words(self._look.say(say.NOTED() if self.noted else say.OPEN()))
        self.changed.emit()


class _Steps(QWidget):
    """A few words of which at most one holds; pressing it once more takes it back."""

    changed = Signal()

    def __init__(self, look: Look, asks: Sentence, words: Sequence[Sentence]) -> None:
        super().__init__()
        box = FlowLayout(self, spacing=6)
        question = look.say(asks())
        box.addWidget(text_label(question, "small", wrap=False))
        self.buttons: list[Button] = []
        for number, word in enumerate(words):
            button = Button(look.say(word()), "tag")
            button.setAccessibleDescription(question)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, n=number: self._pressed(n))
            box.addWidget(button)
            self.buttons.append(button)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chosen(self) -> int | None:
        """The place of the word that holds."""
        return next((at for at, button in enumerate(self.buttons) if button.isChecked()), None)

    def choose(self, number: int | None) -> None:
        """Let one word hold, or none."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at == number)

    def _pressed(self, number: int) -> None:
        self.choose(number if self.buttons[number].isChecked() else None)
        self.changed.emit()
