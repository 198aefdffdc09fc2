"""Giving a conversation back to its person: the file with what was said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.handin.remarks_file import SUFFIX
from simulator.messages.message import Message
from simulator.messages.sentences import came_back as say
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.look import Look
from simulator.ui.paper import save
from simulator.ui.review.who_and_why import name_field
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card
from simulator.ui.widgets.text import text_label


class GivingBackCard(Card):
    """``wanted`` gives the name of whoever gives it back; ``ask_where`` asks for the file (nothing: not now)."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(margin=16, spacing=8)
        self._look = look
        self.ask_where: Callable[[QWidget, str, str, str], Path | None] = where_to_save
        self.body.addWidget(text_label(look.say(say.GIVE_TITLE()), "heading"))
        self._help = text_label("", "small")
        self.body.addWidget(self._help)
        self.name = name_field(self.body, look, say.YOUR_NAME())
        self.give = Button(look.say(say.GIVE()), "plain")
        self.give.clicked.connect(lambda: self.wanted.emit(self.name.currentText()))
        self.body.addWidget(self.give, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = text_label("", "small")
        self.body.addWidget(self.told)

    def begin(self, name: str, names: tuple[str, ...] = ()) -> None:
        """Begin with the conversation of somebody of this name; ``names`` were used before by who gives things back."""
        self.name.offer(names)
        self._help.setText(self._look.say(say.GIVE_HELP(name=name)))
        self.told.setText("")

    def save(self, content: bytes, words: str) -> None:
        """Ask where the file is to be saved, save it, and say so."""
        kind = self._look.say(say.KIND(pattern=f"*{SUFFIX}"))
        path = self.ask_where(self, self._look.say(say.WHERE()), f"conversation{SUFFIX}", kind)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(SUFFIX)
        try:
            save(path, content)
        except OSError as fault:
            self.tell(say.NOT_SAVED(path=str(path), reason=fault.strerror or str(fault)))
            return
        self.tell(say.GIVEN(path=str(path), words=words))

    def tell(self, message: Message) -> None:
        """Say what came of it."""
        self.told.setText(self._look.say(message))
