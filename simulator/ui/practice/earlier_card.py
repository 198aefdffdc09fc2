"""One earlier conversation: what it came to, when it was, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Sentence, When
from simulator.messages.sentences import earlier as say
from simulator.messages.sentences import handing_in
from simulator.services.handing_in import may_be_handed_in
from simulator.services.session_words import came_to, mode_of
from simulator.session.events import NOT_RECORDED
from simulator.session.store import OPEN, Measures, SessionHeader
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button, widen
from simulator.ui.widgets.layouts import Card, column, row
from simulator.ui.widgets.text import text_label

_WIDEST_FIGURE: Final = 100
_APART: Final = 18


class EarlierCard(Card):
    """A conversation in the list; deleting it is asked about in its own place."""

    chosen = Signal(str)
    deleted = Signal(str)
    handed_in = Signal(object)
    """The header of a conversation that is to be handed in."""

    def __init__(self, header: SessionHeader, title: str, measures: Measures | None, look: Look) -> None:
        super().__init__(margin=16, spacing=4)
        self.header = header
        self._title = title
        self._look = look
        line = row(spacing=_APART)
        self._figure = text_label("", "heading", wrap=False)
        self._figure.ensurePolished()
        widest = look.say(say.SHARE(share=_WIDEST_FIGURE))
        self._figure.setMinimumWidth(self._figure.fontMetrics().horizontalAdvance(widest))
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._figure)
        words = column(spacing=2)
        outcome = look.say(came_to(header))
        words.addWidget(text_label(f"{title} · {outcome}", "body"))
        self._how_held = text_label(self._how(None), "small")
        words.addWidget(self._how_held)
        if not header.sound:
            words.addWidget(text_label(look.say(say.UNSOUND()), "small"))
        line.addLayout(words, 1)
        self._actions = row(spacing=8)
        line.addLayout(self._actions)
        self.body.addLayout(line)
        self._asked = QWidget()
        self._asking = row(self._asked, spacing=8)
        self._asked.hide()
        self.body.addWidget(self._asked)
        self._offer()
        self.show_measures(measures)

    def show_measures(self, measures: Measures | None) -> None:
        """Show the share of what could be reached; it may follow later."""
        if self.header.verdict == OPEN:
            self._figure.setText("")
        elif measures is None and self.header.edition != NOT_RECORDED:
            self._figure.setText(self._look.say(say.SHARE_TO_COME()))
        else:
            share = measures.share if measures is not None else None
            self._figure.setText(self._look.say(say.NO_SHARE() if share is None else say.SHARE(share=share)))

    def show_turn(self, turn: int) -> None:
        """Say from which turn of an earlier conversation this one goes on."""
        self._how_held.setText(self._how(turn))

    def _how(self, turn: int | None) -> str:
        header = self.header
        when, mode, level = When(header.started_ms), mode_of(header), header.difficulty
        if turn is not None:
            return self._look.say(say.ANOTHER_TRY_FROM(when=when, mode=mode, level=level, turn=turn))
        sentence = say.HOW if header.origin is None else say.ANOTHER_TRY
        return self._look.say(sentence(when=when, mode=mode, level=level))

    def _offer(self) -> None:
        """The ways on: back into it, or away with it."""
        header, look = self.header, self._look
        word, name = (say.RESUME, say.RESUME_NAMED) if header.verdict == OPEN else (say.LOOK_BACK, say.LOOK_BACK_NAMED)
        self.open_button = self._button(word, name, "plain")
        self.open_button.clicked.connect(lambda: self.chosen.emit(header.id))
        widen(self.open_button, (look.say(say.RESUME()), look.say(say.LOOK_BACK())))
        self.delete_button = self._button(say.DELETE, say.DELETE_NAMED, "quiet")
        self.delete_button.clicked.connect(self._ask)
        self._actions.addWidget(self.delete_button)
        self.hand_in_button: Button | None = None
        if header.sound and may_be_handed_in(header):
            self.hand_in_button = self._button(handing_in.HAND_IN, handing_in.HAND_IN_NAMED, "quiet")
            self.hand_in_button.clicked.connect(lambda: self.handed_in.emit(header))
            self._actions.addWidget(self.hand_in_button)
        self._actions.addWidget(self.open_button)
        self._asking.addSpacing(self._figure.minimumWidth() + _APART)
        self._asking.addWidget(text_label(look.say(say.DELETE_ASK()), "body"), 1)
        self.keep_button = Button(look.say(say.DELETE_NO()), "plain")
        self.keep_button.clicked.connect(self._keep)
        self.sure_button = Button(look.say(say.DELETE_YES()), "quiet")
        self.sure_button.clicked.connect(self._delete)
        self._asking.addWidget(self.keep_button)
        self._asking.addWidget(self.sure_button)

    def _button(self, word: Sentence, name: Sentence, kind: str) -> Button:
        when = When(self.header.started_ms)
        named = self._look.say(name(title=self._title, when=when))
        return Button(self._look.say(word()), "plain" if kind == "plain" else "quiet", name=named)

    def _ask(self) -> None:
        self._asked.show()
        self.keep_button.setFocus()

    def ask_again(self) -> None:
        """It could not be deleted: all is as it was."""
        self.setEnabled(True)
        self.sure_button.setFocus()

    def _keep(self) -> None:
        self._asked.hide()
        self.delete_button.setFocus()

    def _delete(self) -> None:
        """Said once; it is on its way until the list is without this card, or says why not."""
        self.setEnabled(False)
        self.deleted.emit(self.header.id)
