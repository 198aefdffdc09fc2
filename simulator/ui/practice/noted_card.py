"""What you noted for yourself before your answers, beside the turns in which you gave them: only you see it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal

from simulator.messages.message import Message
from simulator.messages.sentences import before_answering as say
from simulator.services.before_answering import Noted
from simulator.services.practice import Practice
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.ui.look import Look
from simulator.ui.practice.before_answer import PULLS, SURE
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column
from simulator.ui.widgets.text import text_label


class NotedCard(Card):
    """Is there only where something was noted."""

    turn_chosen = Signal(int)
    refused = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self.body.addWidget(text_label(look.say(say.AFTERWARDS()), "heading"))
        self.body.addWidget(text_label(look.say(say.AFTERWARDS_LEAD()), "small-quiet"))
        self._lines = column(spacing=4)
        self.body.addLayout(self._lines)
        self.hide()

    def show_noted_in(self, session: SessionId) -> None:
        """Show what was noted in a session, as soon as the store has told it."""
        self._show(())
        self._door.ask(self, lambda store: self._practice.noted_before(store, session), self._show, self._refuse)

    def _show(self, noted: tuple[tuple[int, Noted], ...]) -> None:
        clear(self._lines)
        for turn, each in noted:
            button = Button(self._look.say(say.IN_TURN(turn=turn)), "link")
            button.clicked.connect(lambda _on=False, t=turn: self.turn_chosen.emit(t))
            self._lines.addWidget(button)
            for sentence in _told(each):
                self._lines.addWidget(text_label(self._look.say(sentence), "body"))
        self.setVisible(bool(noted))

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.emit(self._look.say(refusal.message))


def _told(noted: Noted) -> Iterator[Message]:
    if noted.pull is not None:
        yield say.PULLED(pull=dict(PULLS)[noted.pull]())
    if noted.words:
        yield say.WOULD_SAY(words=noted.words)
    if noted.sure is not None:
        yield say.WERE_SURE(sure=SURE[noted.sure - 1]())
