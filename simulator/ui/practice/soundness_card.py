"""What is wrong with the store, in words, with what can be done: above the shelf, which works all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from simulator.messages import Message
from simulator.messages.sentences import soundness as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, row
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.services.store_care import StoreState
    from simulator.session import Fault

_MOST = 6


class SoundnessCard(Card):
    """Hidden as long as all is well."""

    backups_wanted = Signal()
    rest_wanted = Signal(str)
    """What is left of a damaged session, by its id."""
    accepted = Signal()
    """The store is to be taken as it is."""
    begun_anew = Signal()
    """An empty store is what is wanted."""
    changed = Signal()
    """Other buttons are on it than before."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.hide()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show what is damaged; nothing where all is well."""
        from simulator.services.store_care import advice_told, damage_told, readable_told

        self._begin(say.TITLE(), bool(faults))
        for fault in faults[:_MOST]:
            told = (damage_told(fault), readable_told(fault), advice_told(fault))
            line = row(spacing=10)
            line.addWidget(self._words(*(message for message in told if message is not None)), 1)
            if fault.session is not None and fault.readable_steps:
                line.addWidget(self._rest_button(fault.session, fault.title))
            self.body.addLayout(line)
        if len(faults) > _MOST:
            self.body.addWidget(self._words(say.AND_MORE(count=len(faults) - _MOST)))
        if faults:
            self._offer(say.TAKE_AS_IT_IS(), self.accepted)

    def show_empty(self, state: StoreState) -> None:
        """Show that the store holds nothing although somebody has practised here before."""
        self._begin(say.EMPTY_TITLE(), state.missing is not None)
        if state.missing is not None:
            self.body.addWidget(self._words(*state.asked()))
            self._offer(say.BEGIN_ANEW(), self.begun_anew)

    def _begin(self, title: Message, there: bool) -> None:
        clear(self.body)
        self.setVisible(there)
        if there:
            self.body.addWidget(text_label(self._look.say(title), "heading"))

    def _words(self, *messages: Message) -> QWidget:
        return text_label(" ".join(map(self._look.say, messages)), "body")

    def _rest_button(self, session: str, title: str) -> Button:
        name = self._look.say(say.LOOK_AT_REST_NAMED(title=title))
        button = Button(self._look.say(say.LOOK_AT_REST()), "quiet", name=name)
        button.clicked.connect(lambda: self.rest_wanted.emit(session))
        return button

    def _offer(self, word: Message, signal: SignalInstance) -> None:
        buttons = row(spacing=10)
        backups = Button(self._look.say(say.TO_BACKUPS()), "plain")
        backups.clicked.connect(self.backups_wanted)
        other = Button(self._look.say(word), "quiet")
        other.clicked.connect(signal)
        buttons.addWidget(backups)
        buttons.addWidget(other)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.changed.emit()
