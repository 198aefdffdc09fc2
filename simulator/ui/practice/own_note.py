"""A note to oneself on a conversation: written here, kept with it, seen by nobody else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from simulator.messages.sentences import debriefing as say
from simulator.services.notes import LONGEST_NOTE
from simulator.services.practice import Practice
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, row
from simulator.ui.widgets.text import text_label

_LINES = 4
_FRAME = 24


class OwnNote(Card):
    """The note of one session."""

    refused = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._session: SessionId | None = None
        self._kept = ""
        title = text_label(look.say(say.NOTE_TITLE()), "heading")
        self.body.addWidget(title)
        self.body.addWidget(text_label(look.say(say.NOTE_LEAD()), "small"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(look.say(say.NOTE_TITLE()))
        self.text.setTabChangesFocus(True)
        self.text.ensurePolished()
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + _FRAME)
        self.text.textChanged.connect(self._changed)
        self.body.addWidget(self.text)
        line = row(spacing=10)
        self.keep = Button(look.say(say.NOTE_KEEP()), "plain")
        self.keep.clicked.connect(self._keep)
        self.told = text_label("", "quiet")
        line.addWidget(self.keep)
        line.addWidget(self.told, 1)
        self.body.addLayout(line)

    def show_note_of(self, session: SessionId) -> None:
        """Show the note on a session, as soon as the store has told it."""
        self._session = session
        self._show("")
        self.setEnabled(False)
        self._door.ask(self, lambda store: self._practice.own_note(store, session), self._there, self._refuse)

    def _there(self, note: str) -> None:
        self.setEnabled(True)
        self._show(note)

    def _show(self, note: str) -> None:
        self._kept = note
        self.text.setPlainText(note)
        self.told.setText("")
        self._changed()

    def _changed(self) -> None:
        words = self.text.toPlainText().strip()
        length, changed = len(words), words != self._kept
        self.keep.setEnabled(changed and length <= LONGEST_NOTE)
        if length > LONGEST_NOTE:
            self.told.setText(self._look.say(say.NOTE_TOO_LONG(most=LONGEST_NOTE, length=length)))
        elif changed:
            self.told.setText("")

    def _keep(self) -> None:
        session, words = self._session, self.text.toPlainText().strip()
        if session is None:
            return
        self._door.change(
            self,
            lambda store: self._practice.write_own_note(store, session, words),
            lambda _done: self._is_kept(session, words),
            self._refuse,
            Topic.REMARKS,
        )

    def _is_kept(self, session: SessionId, words: str) -> None:
        if session != self._session:
            return
        self._kept = words
        self._changed()
        self.told.setText(self._look.say(say.NOTE_KEPT()))

    def _refuse(self, refusal: ServiceError) -> None:
        self.setEnabled(True)
        self.refused.emit(self._look.say(refusal.message))
