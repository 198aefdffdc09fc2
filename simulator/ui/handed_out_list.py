"""What a person has handed in and to whom, as they can see it themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from simulator.messages.message import When
from simulator.messages.sentences import handing_in as say
from simulator.services.handing_in import HandedOut, all_handed_out
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label


class HandedOutList(QWidget):
    """A line for each time that something was handed in, the newest first."""

    def __init__(self, look: Look, door: StoreDoor, person: PersonId) -> None:
        super().__init__()
        self._look = look
        box = column(self, spacing=4)
        box.addWidget(text_label(look.say(say.HANDED_IN_TITLE()), "heading"))
        self._lines = column(spacing=4)
        box.addLayout(self._lines)
        door.ask(self, lambda store: all_handed_out(store, person), self._show, self._refuse)

    def _show(self, handed: tuple[HandedOut, ...]) -> None:
        clear(self._lines)
        if not handed:
            self._lines.addWidget(text_label(self._look.say(say.NOTHING_YET()), "small"))
        for one in handed:
            told = say.AT(when=When(one.at_ms), what=one.in_words)
            self._lines.addWidget(text_label(self._look.say(told), "body"))

    def _refuse(self, refusal: ServiceError) -> None:
        clear(self._lines)
        self._lines.addWidget(text_label(self._look.say(refusal.message), "small"))
