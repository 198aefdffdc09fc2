"""What is wrong with the store, in words, with what can be done: above the shelf, which works all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance

from simulator.messages.message import Message
from simulator.messages.sentences import soundness as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, row
from simulator.ui.widgets.text import Paragraph, TextType, text_label

if TYPE_CHECKING:
    from simulator.services.store_care import StoreState
    from simulator.session.store import Fault

_MOST = 6
_WIDTH = 640
"""Pixels of a line that is easy to read, at a text size of 100 %."""


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
        self._begin(say.TITLE(), bool(faults))
        if not faults:
            return
        for fault in faults[:_MOST]:
            self._show_fault(fault)
        if len(faults) > _MOST:
            self._words(say.AND_MORE(count=len(faults) - _MOST))
        for advice in dict.fromkeys(map(_advice, faults)):
            self._words(advice, type_="quiet")
        lost = any(fault.session is None for fault in faults)
        self._offer((say.TAKE_AS_IT_IS(), self.accepted) if lost else None)

    def show_empty(self, state: StoreState) -> None:
        """Show that the store holds nothing although somebody has practised here before."""
        self._begin(say.EMPTY_TITLE(), state.missing is not None)
        if state.missing is not None:
            self._words(*state.asked())
            self._offer((say.BEGIN_ANEW(), self.begun_anew))

    def show_unreadable(self, state: StoreState) -> None:
        """Show why nothing of the store can be read, and what there is to go back to."""
        self._begin(say.UNREADABLE_TITLE(), True)
        self._words(*state.asked())
        self._offer(None)

    def _begin(self, title: Message, there: bool) -> None:
        clear(self.body)
        self.setVisible(there)
        if there:
            self.body.addWidget(text_label(self._look.say(title), "heading"))

    def _show_fault(self, fault: Fault) -> None:
        from simulator.services.store_care import readable_told

        told = (_damage(fault), readable_told(fault))
        there = fault.session is not None and fault.readable_steps
        self._words(*filter(None, told), beside=self._rest_button(fault) if there else None)

    def _words(self, *messages: Message, type_: TextType = "body", beside: Button | None = None) -> None:
        """Sentences in lines that are easy to read, with the button that belongs to them."""
        line = row(spacing=10)
        words = " ".join(map(self._look.say, messages))
        line.addWidget(Paragraph(words, round(_WIDTH * self._look.scale), type_), 100)
        if beside is not None:
            line.addWidget(beside)
        line.addStretch(1)
        self.body.addLayout(line)

    def _rest_button(self, fault: Fault) -> Button:
        session = fault.session
        name = self._look.say(say.LOOK_AT_REST_NAMED(title=fault.title))
        button = Button(self._look.say(say.LOOK_AT_REST()), "quiet", name=name)
        button.clicked.connect(lambda: self.rest_wanted.emit(session))
        return button

    def _offer(self, other: tuple[Message, SignalInstance] | None) -> None:
        """The way to the backups, and what else can be done."""
        buttons = row(spacing=10)
        backups = Button(self._look.say(say.TO_BACKUPS()), "plain")
        backups.clicked.connect(self.backups_wanted)
        buttons.addWidget(backups)
        if other is not None:
            word, signal = other
            button = Button(self._look.say(word), "quiet")
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.changed.emit()


def _damage(fault: Fault) -> Message:
    """What is damaged, with the conversation that it is about."""
    if fault.session is None:
        return fault.what
    if not fault.title:
        return say.IN_SOME_CONVERSATION(what=fault.what)
    return say.IN_CONVERSATION(title=fault.title, what=fault.what)


def _advice(fault: Fault) -> Message:
    """What can be done about it."""
    from simulator.messages.sentences.store_care import DO_STORE

    return DO_STORE() if fault.session is None else say.DO_CONVERSATION()
