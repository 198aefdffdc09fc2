"""What more can be done with the open file: buttons that are shown under *Tools*, each with its panel above the faces."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.ui.look import Look
from simulator.ui.studio.editor.aside import Aside
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column


class ToolPanels(QWidget):
    """One panel at a time."""

    opening = Signal()
    """A panel is about to be opened: what is half written is to be handed over."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._panels: list[tuple[Button, Aside]] = []
        box = column(self, spacing=0)
        self._buttons = Flow()
        self._buttons.items.setContentsMargins(8, 4, 8, 4)
        self._buttons.hide()
        box.addWidget(self._buttons)

    def add(self, called: Message, panel: Aside) -> Button:
        """Offer something more."""
        button = Button(self._look.say(called), "quiet")
        button.clicked.connect(lambda _checked=False: self._open(panel))
        self._buttons.items.addWidget(button)
        self._panels.append((button, panel))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(panel)
        panel.closed.connect(self.closed)
        return button

    def turn(self) -> None:
        """Show the buttons, or put them away."""
        self._buttons.setVisible(self._buttons.isHidden())
        first = next((button for button, _ in self._panels if not button.isHidden()), None)
        if self._buttons.isVisible() and first is not None:
            first.setFocus()

    def _open(self, panel: Aside) -> None:
        self.opening.emit()
        self._buttons.hide()
        for _, other in self._panels:
            other.hide()
        panel.open()
