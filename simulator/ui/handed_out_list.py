"""What a person has handed in and to whom, as they can see it themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Day, When
from simulator.messages.sentences import came_back
from simulator.messages.sentences import handing_in as say
from simulator.services.handing_in import HandedOut, all_handed_out
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import clear, column, row
from simulator.ui.widgets.text import text_label


class HandedOutList(QWidget):
    """A line for each time that something was handed in, the newest first."""

    came_back_wanted = Signal(str)
    """A conversation of which somebody wants to see what came back."""

    def __init__(self, look: Look, door: StoreDoor, person: PersonId) -> None:
        super().__init__()
        self._look = look
        self.buttons: list[Button] = []
        box = column(self, spacing=4)
        box.addWidget(text_label(look.say(say.HANDED_IN_TITLE()), "heading"))
        self._lines = column(spacing=4)
        box.addLayout(self._lines)
        door.ask(self, lambda store: all_handed_out(store, person), self._show, self._refuse)

    def _show(self, handed: tuple[HandedOut, ...]) -> None:
        clear(self._lines)
        self.buttons = []
        if not handed:
            self._lines.addWidget(text_label(self._look.say(say.NOTHING_YET()), "small"))
        for one in handed:
            self._lines.addWidget(self._line(one))

    def _line(self, one: HandedOut) -> QWidget:
        """What was handed in, with the way to what came back of it."""
        told = text_label(self._look.say(say.AT(when=When(one.at_ms), what=one.in_words)), "body")
        session = one.session
        if session is None:
            return told
        holder = QWidget()
        line = row(holder, spacing=10)
        line.addWidget(told, 1)
        named = self._look.say(came_back.LOOK_NAMED(title=one.title, day=Day(one.day)))
        button = Button(self._look.say(came_back.LOOK()), "link", name=named)
        button.clicked.connect(lambda: self.came_back_wanted.emit(session))
        self.buttons.append(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _refuse(self, refusal: ServiceError) -> None:
        clear(self._lines)
        self._lines.addWidget(text_label(self._look.say(refusal.message), "small"))
