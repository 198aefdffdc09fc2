"""The pause: covers the conversation, and offers to go on, to come back later, or to end here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from simulator.messages.sentences import conversation as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, column, row, scrolling
from simulator.ui.widgets.text import text_label

_WIDTH = 420


class PauseVeil(QFrame):
    """A cover with three ways on."""

    resumed = Signal()
    left = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setProperty("kind", "veil")
        self.hide()
        holder = QWidget()
        across = row(holder, margin=24)
        card = Card(margin=28, spacing=10)
        card.setMaximumWidth(round(_WIDTH * look.scale))
        across.addStretch(1)
        across.addWidget(card, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        card.body.addWidget(text_label(look.say(say.PAUSED()), "title"))
        card.body.addWidget(text_label(look.say(say.NOTHING_LOST()), "body"))
        self.go_on = Button(look.say(say.GO_ON()), "primary")
        self.later = Button(look.say(say.LATER()), "plain", hint=look.say(say.LATER_HINT()))
        self.end = Button(look.say(say.END()), "quiet")
        self.go_on.clicked.connect(self.resumed)
        self.later.clicked.connect(self.left)
        self.end.clicked.connect(self.stopped)
        keys = look.say(say.KEYS())
        card.body.addWidget(text_label(keys, "quiet"))
        card.body.addSpacing(6)
        for button in (self.go_on, self.later, self.end):
            card.body.addWidget(button)
        area = scrolling(holder, look.say(say.PAUSED()))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self).addWidget(area)
        parent.installEventFilter(self)

    def show_over(self, widget: QWidget) -> None:
        """Cover a widget and take the keyboard."""
        self.setGeometry(widget.rect())
        self.raise_()
        self.show()
        self.go_on.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering when the window is resized."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)
