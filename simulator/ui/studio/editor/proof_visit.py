"""The proof panel in its place beside the faces: when it is shown, and where its sentences lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from simulator.messages.message import Message
from simulator.scenario.nodes import Path
from simulator.ui.look import Look
from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.proof_panel import ProofPanel

_ROOM_FROM: Final = 1_100
"""So wide the page is, in pixels at a text size of 100 %, before the panel stands beside the faces unasked."""


class ProofVisit(QSplitter):
    """Shows the panel as the author wishes; where there is no room for both, only once it is asked for, in place of the faces."""

    wished = Signal(bool)
    """Somebody wants to see the panel, or no longer, now and from now on."""

    def __init__(
        self,
        panel: ProofPanel,
        faces: QWidget,
        head: Head,
        canvas: CanvasFace,
        look: Look,
        *,
        wished: bool,
        go: Callable[[Path], object],
        show_map: Callable[[], object],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panel, self._faces, self._head, self._look = panel, faces, head, look
        self._canvas, self._show_there, self._show_map = canvas, go, show_map
        self._wished = wished
        self._asked: bool | None = None
        self.setChildrenCollapsible(False)
        self.addWidget(faces)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        head.proof_button.clicked.connect(self._turn)
        panel.place_wanted.connect(self._go)
        panel.conversation_wanted.connect(self._show_conversation)
        panel.play_wanted.connect(self.play_from)
        # What hardly anybody is offered is dotted on the map.
        panel.uncovered_changed.connect(canvas.paint_uncovered)
        panel.whole_wanted.connect(head.check_button.click)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is room, or none any more."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self._has_room
        shown = self._asked if self._asked is not None else self._wished and room
        self._panel.setVisible(shown)
        self._faces.setVisible(room or not shown)
        self._head.proof_button.setChecked(shown)
        # The panel leads to the same page.
        self._head.check_button.setVisible(not shown)

    @property
    def _has_room(self) -> bool:
        return self.width() >= _ROOM_FROM * self._look.scale

    def _make_way(self) -> None:
        """Where there is no room for both, the faces are shown again."""
        if not self._has_room:
            self._asked = False
            self._arrange()

    def _turn(self) -> None:
        """Show or hide it, now and from now on."""
        shown = self._asked = self._head.proof_button.isChecked()
        self._arrange()
        if shown != self._wished:
            self._wished = shown
            self.wished.emit(shown)

    def _go(self, place: Path) -> None:
        self._make_way()
        self._show_there(place)

    def _show_conversation(self, steps: tuple[str, ...], title: Message) -> None:
        self._make_way()
        self._show_map()
        self._canvas.show_conversation(steps, title)

    def play_from(self, moment: str) -> None:
        """Play on the map, from a moment on, or from the beginning where none is named."""
        self._make_way()
        self._show_map()
        self._canvas.play_from(moment)
