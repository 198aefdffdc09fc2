"""The first evening: until somebody wants more, the editor shows people, lines, answers, endings, play and proof."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import first_evening as say
from simulator.scenario.nodes import Path
from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.shared_faces import SharedFaces
from simulator.ui.studio.editor.writing_area import WritingArea
from simulator.ui.widgets.buttons import Button

LATER_KEYS: Final[Collection[str]] = frozenset(
    {
        "format",
        "language",
        "when",
        "sets",
        "flags",
        "effects",
        "once",
        "after",
        "again",
        "levels",
        "hooks",
        "opens",
        "beyond-repair",
        "origin",
        "returns",
        "formerly",
    }
)
"""Keys of conditions, flags, of how words are chosen and of the file itself: they are shown once more is wanted."""


class FirstEvening(QObject):
    """What an editor shows, by whether more is wanted; ``turn`` turns to another face."""

    announced = Signal(Message)
    wished = Signal(bool)
    """Somebody wants more, or less, now and from now on."""

    def __init__(
        self,
        head: Head,
        writing: WritingArea,
        replacing: Button,
        shared: SharedFaces | None,
        canvas: CanvasFace | None,
        *,
        more: bool,
        turn: Callable[[QWidget], object],
    ) -> None:
        super().__init__(writing)
        self._head, self._writing, self._replacing = head, writing, replacing
        self._canvas, self._more, self._turn = canvas, more, turn
        self._lines = shared.lines if shared is not None else None
        graph = (shared.graph,) if shared is not None and self._lines is not None else ()
        self._later: tuple[QWidget, ...] = (writing.text, *graph)
        """Faces that a first evening does without."""
        head.more_button.clicked.connect(self._want)
        writing.form.form.change_wanted.connect(self._show_key)

    def first_face(self, *, in_text: bool) -> QWidget:
        """The text once more is wanted than a first evening needs, and somebody was not elsewhere; else the lines, or the form."""
        if self._more and in_text:
            return self._writing.text
        return self._lines or self._writing.form

    def show(self) -> None:
        """Show what is wanted, and nothing else."""
        self._head.more_button.setChecked(self._more)
        for face in self._later:
            self._head.offer_face(face, self._more)
        self._writing.form.form.leave_out(() if self._more else LATER_KEYS)
        self._replacing.setVisible(self._more)
        if self._canvas is None:
            self._head.tools_button.setVisible(self._more)
            return
        self._canvas.tools.leave_out(self._canvas.finder.met, not self._more)
        self._canvas.play.offer_plans(self._more)

    def _want(self, more: bool) -> None:
        """Show more, or less."""
        self._more = more
        self.wished.emit(more)
        if not more and self._writing.shown in self._later:
            self._turn(self.first_face(in_text=False))
        self.show()
        self.announced.emit((say.MORE_SHOWN if more else say.LESS_SHOWN)())

    def _show_key(self, path: Path) -> None:
        """Show what a first evening leaves out, with the keyboard in one field of it."""
        self._want(True)
        self._writing.form.come_to(path)
