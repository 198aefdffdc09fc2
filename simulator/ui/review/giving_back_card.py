"""Giving a conversation back to its person: the file with what was said of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from simulator.handin.remarks_file import SUFFIX
from simulator.messages.message import Message
from simulator.messages.sentences import came_back as say
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.look import Look
from simulator.ui.review.who_and_why import name_field
from simulator.ui.saving_files import AskWhere, Wanted, save_where_wanted
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card
from simulator.ui.widgets.text import text_label


class GivingBackCard(Card):
    """``wanted`` gives the name of whoever gives it back; ``ask_where`` asks for the file (nothing: not now)."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(margin=16, spacing=8)
        self._look = look
        self.ask_where: AskWhere = where_to_save
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
        wanted = Wanted(say.WHERE(), f"conversation{SUFFIX}", say.KIND(pattern=f"*{SUFFIX}"))

        def saved(path: Path) -> Message:
            return say.GIVEN(path=str(path), words=words)

        told = save_where_wanted(wanted, self.ask_where, self, self._look, lambda: content, saved)
        if told is not None:
            self.told.setText(self._look.say(told))
