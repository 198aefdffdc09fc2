"""The proof panel in its place beside the faces: when it is shown, and where its sentences lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from simulator.messages.message import Message
from simulator.scenario.nodes import Path

if TYPE_CHECKING:
    from simulator.ui.studio.editor.page import EditorPage

_ROOM_FROM: Final = 1_100
"""So wide the page is, in pixels at a text size of 100 %, before the panel stands beside the faces unasked."""


class ProofVisit(QObject):
    """Shows the panel as the author wishes; where there is no room for both, only once it is asked for, in place of the faces."""

    def __init__(self, page: EditorPage) -> None:
        super().__init__(page)
        self._page, self._panel = page, page.proof
        self._asked: bool | None = None
        page.installEventFilter(self)
        page.proof_button.clicked.connect(self._turn)
        panel = self._panel
        panel.place_wanted.connect(self._go)
        panel.conversation_wanted.connect(self._show_conversation)
        panel.play_wanted.connect(self._play_from)
        panel.uncovered_changed.connect(self._paint)
        panel.whole_wanted.connect(page.check_button.click)
        panel.announced.connect(page.announced)

    def beside(self, faces: QWidget) -> QSplitter:
        """The panel beside the faces."""
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(faces)
        across.addWidget(self._panel)
        across.setStretchFactor(0, 1)
        self._faces = faces
        self._arrange()
        return across

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The page has another width: there is room, or none any more."""
        if event.type() is QEvent.Type.Resize:
            self._arrange()
        return False

    def _arrange(self) -> None:
        room = self._has_room
        shown = self._asked if self._asked is not None else self._page.wishes.proof and room
        self._panel.setVisible(shown)
        self._faces.setVisible(room or not shown)
        self._page.proof_button.setChecked(shown)
        # The panel leads to the same page.
        self._page.check_button.setVisible(not shown)

    @property
    def _has_room(self) -> bool:
        return self._page.width() >= _ROOM_FROM * self._page.look.scale

    def _make_way(self) -> None:
        """Where there is no room for both, the faces are shown again."""
        if not self._has_room:
            self._asked = False
            self._arrange()

    def _go(self, place: Path) -> None:
        self._make_way()
        self._page.show_place(place)

    def _turn(self) -> None:
        """Show or hide it, now and from now on."""
        shown = self._asked = self._page.proof_button.isChecked()
        self._arrange()
        wishes = self._page.wishes
        if shown != wishes.proof:
            self._page.wish(replace(wishes, proof=shown))

    def _paint(self, responses: tuple[tuple[str, str], ...]) -> None:
        """Dot what hardly anybody is offered on the map, which is made after the panel."""
        self._page.canvas.paint_uncovered(responses)

    def _show_conversation(self, steps: tuple[str, ...], title: Message) -> None:
        self._make_way()
        self._page.show_map()
        self._page.canvas.show_conversation(steps, title)

    def _play_from(self, moment: str) -> None:
        self._make_way()
        self._page.show_map()
        self._page.canvas.play_from(moment)
