"""The first evening: until somebody wants more, the editor shows people, lines, answers, endings, play and proof."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtWidgets import QWidget

from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.form_face import FormFace
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.shared_faces import SharedFaces
from simulator.ui.studio.editor.text_face import TextFace
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


class FirstEvening:
    """What an editor shows, by whether more is wanted."""

    def __init__(
        self,
        head: Head,
        form: FormFace,
        text: TextFace,
        replacing: Button,
        shared: SharedFaces | None,
        canvas: CanvasFace | None,
    ) -> None:
        self._head, self._form, self._replacing = head, form, replacing
        self._canvas = canvas
        graph = (shared.graph,) if shared is not None and shared.lines is not None else ()
        self.later: tuple[QWidget, ...] = (text, *graph)
        """Faces that a first evening does without."""

    def show(self, more: bool) -> None:
        """Show what is wanted, and nothing else."""
        self._head.more_button.setChecked(more)
        for face in self.later:
            self._head.offer_face(face, more)
        self._form.form.leave_out(() if more else LATER_KEYS)
        self._replacing.setVisible(more)
        if self._canvas is None:
            self._head.tools_button.setVisible(more)
            return
        self._canvas.tools.leave_out(self._canvas.finder.met, not more)
        self._canvas.play.offer_plans(more)
