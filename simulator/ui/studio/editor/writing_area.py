"""Where one writes: the faces of the editor one above the other, and what is to be mended below them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences.studio_editor import AS_FORM, AS_TEXT
from simulator.ui.look import Look
from simulator.ui.studio.editor.face_stack import FaceStack
from simulator.ui.studio.editor.faces import as_face
from simulator.ui.studio.editor.form_face import FormFace
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.mend_panel import MendPanel
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.text_face import TextFace

_ALL_ROOM: Final = 10_000
"""Pixels, more than any screen has."""


class WritingArea(QSplitter):
    """Every file has a text and a form; which faces there are besides goes by its kind."""

    told = Signal(Message)
    announced = Signal(str)
    face_wanted = Signal(QWidget)

    def __init__(self, file: OpenFile, head: Head, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._head = head
        self._stack = FaceStack()
        self.faces: dict[str, QWidget] = {}
        """By what they are called in the catalogue."""
        self.setChildrenCollapsible(False)
        self.addWidget(self._stack)
        self.mend = MendPanel(file, look)
        self.mend.announced.connect(self.announced)
        self.addWidget(self.mend)
        # The room belongs to what is written; whoever wants to see more of the list pulls it up.
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.text = TextFace(file, look)
        self.text.told.connect(self.told)
        self.text.announced.connect(self.announced)
        self.text.next_wanted.connect(self.mend.go_on)
        self.add(AS_TEXT, self.text)
        self.form = FormFace(file, look)
        self.form.announced.connect(self.announced)
        self.form.text_wanted.connect(lambda: self.face_wanted.emit(self.text))
        self.add(AS_FORM, self.form)
        self.setSizes([_ALL_ROOM, 0])

    def add(self, called: Sentence, face: QWidget) -> None:
        """Offer one more face."""
        self._stack.addWidget(face)
        self.faces[called.id] = face
        self._head.add_face(called, face, lambda: self.face_wanted.emit(face))

    @property
    def shown(self) -> QWidget | None:
        """The face that is shown."""
        return self._stack.currentWidget()

    @property
    def is_in_text(self) -> bool:
        """Whether the text is what is shown."""
        return self.shown is self.text

    def show_face(self, face: QWidget) -> None:
        """Show another face."""
        self._stack.setCurrentWidget(face)
        self._head.show_face(face)
        self.mend.show_for(in_text=self.is_in_text)

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on."""
        as_face(self.shown).take_keyboard()

    def settle(self) -> None:
        """Hand over what is only half written."""
        as_face(self.shown).settle()
