"""The head of the editor: what is open and whether it is saved, the faces to choose from, and what can be done with the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import canvas, first_evening, live_proof, publishing
from simulator.messages.sentences import studio_editor as say
from simulator.services.file_on_disk import FileOnDisk
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button, ButtonKind
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class Head(QFrame):
    """Buttons that keep their places whatever is told beside them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[bool, Message | None, Message | None] | None = None
        self._faces: list[tuple[Button, QWidget]] = []
        self._face: QWidget | None = None
        self.setProperty("kind", "bar")
        around = column(self)
        around.setContentsMargins(16, 6, 16, 6)
        holder = Flow()
        around.addWidget(holder)
        box = holder.items
        self._bar = holder
        named = QWidget()
        lines = column(named, spacing=0)
        self._title = text_label("", "heading", wrap=False)
        self._state = text_label("", "small-quiet", wrap=False)
        lines.addWidget(self._title)
        lines.addWidget(self._state)
        self._switch = Flow(spacing=2)
        self._switch.setAccessibleName(look.say(say.FACES()))
        for widget in (named, self._switch):
            box.addWidget(widget)
        self.save_button = self._button(say.SAVE, "primary", hint="Ctrl+S")
        self.undo_button = self._button(say.UNDO, "plain")
        self.redo_button = self._button(say.REDO, "plain")
        self.copies_button = self._button(say.COPIES)
        self.play_button = self._button(canvas.PLAY_NOW)
        self.play_button.setToolTip(look.say(canvas.PLAY_NOW_HINT()))
        self.proof_button = self._turned(live_proof.OPEN, "Ctrl+P")
        self.check_button = self._button(say.CHECK)
        self.publish_button = self._button(publishing.OPEN)
        self.tools_button = self._button(say.TOOLS)
        self.more_button = self._turned(first_evening.MORE, look.say(first_evening.MORE_HINT()))
        self.close_button = self._button(say.CLOSE)

    def add_face(self, called: Sentence, face: QWidget, turn: Callable[[], object]) -> None:
        """Offer one more face."""
        button = Button(self._look.say(called()), "plain")
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: turn())
        self._switch.items.addWidget(button)
        self._faces.append((button, face))

    def show_face(self, face: QWidget) -> None:
        """Mark the face that is shown now."""
        self._face = face
        for button, one in self._faces:
            button.setChecked(one is face)

    def mark_publishing(self, publishing: bool) -> None:
        """While the questions before publishing stand in their place, no face is shown."""
        for button, face in self._faces:
            button.setChecked(not publishing and face is self._face)

    def offer_face(self, face: QWidget, offered: bool) -> None:
        """Offer a face, or leave it out as long as it is not what is shown."""
        for button, one in self._faces:
            if one is face:
                button.setVisible(offered or button.isChecked())

    def face_button(self, face: QWidget) -> Button:
        """The button that turns to a face."""
        return next(button for button, one in self._faces if one is face)

    def show_title(self, title: str) -> None:
        """What the scenario is called, or the person."""
        self._title.setText(title)

    def show_state(self, disk: FileOnDisk) -> None:
        """What is saved, and what undo and redo would do."""
        file = disk.file
        shown = disk.changed, file.undo_name, file.redo_name
        if shown == self._shown:
            return  # as at nearly every key
        self._shown = shown
        # As wide as either, so that nothing moves when the file is saved.
        widest = 0
        for state in (say.SAVED, say.NOT_SAVED) if disk.changed else (say.NOT_SAVED, say.SAVED):
            self._state.setText(f"{disk.path} · {self._look.say(state())}")
            widest = max(widest, self._state.sizeHint().width())
        self._state.setMinimumWidth(widest)
        self.save_button.setEnabled(disk.changed)
        for button, name, short, long in (
            (self.undo_button, file.undo_name, say.UNDO, say.UNDO_IT),
            (self.redo_button, file.redo_name, say.REDO, say.REDO_IT),
        ):
            button.setEnabled(name is not None)
            words = self._look.say(long(what=name)) if name is not None else self._look.say(short())
            button.setToolTip(words)
            button.setAccessibleName(words)

    def _button(self, words: Sentence, kind: ButtonKind = "quiet", hint: str = "") -> Button:
        button = Button(self._look.say(words()), kind, hint=hint)
        self._bar.items.addWidget(button)
        return button

    def _turned(self, words: Sentence, hint: str) -> Button:
        """A button that stays pressed."""
        button = self._button(words, hint=hint)
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        return button
