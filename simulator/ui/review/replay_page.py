"""A moment shown to a group, on a screen of its own: the patient’s last lines, a stop, what was said, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import this_group as say
from simulator.reports.document import Spoken, Text
from simulator.services.this_group import Replay
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import bring_into_view, clear, column, in_the_middle, row, scrolling, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_WIDEST = 900
_LINES = 5


class ReplayPage(QWidget):
    """No names, no numbers, nothing of who saw what; one step at a time, when the group is ready for it."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._replay = Replay((), ())
        self._course = 0
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=18, margins=(48, 48, 48, 36))
        self._lines = column(spacing=14)
        box.addLayout(self._lines)
        box.addWidget(text_label(look.say(say.STOP_HERE()), "heading"))
        self.own = QPlainTextEdit()
        self.own.setTabChangesFocus(True)
        self.own.setAccessibleName(look.say(say.OWN_SENTENCES()))
        self.own.setPlaceholderText(look.say(say.OWN_SENTENCES()))
        self.own.setFixedHeight(self.own.fontMetrics().lineSpacing() * _LINES + 24)
        box.addWidget(self.own)
        self.said = column(spacing=8)
        box.addLayout(self.said)
        self.came = column(spacing=8)
        box.addLayout(self.came)
        box.addLayout(self._ways())
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.REPLAY_REGION())))

    def show_replay(self, replay: Replay) -> None:
        """Show a moment, and stop."""
        self._replay, self._course = replay, 0
        clear(self._lines)
        if replay.opens:
            self._lines.addWidget(text_label(self._look.say(say.OPENS()), "quiet"))
        for line in replay.lines:
            self._speak(line)
        self.own.clear()
        self._begin_course()
        self.own.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _ways(self) -> QHBoxLayout:
        look, ways = self._look, row(spacing=10)
        self.show_said = Button(look.say(say.SHOW_WHAT_WAS_SAID()), "primary")
        self.show_said.clicked.connect(self._show_said)
        self.show_came = Button(look.say(say.SHOW_WHAT_CAME()), "primary")
        self.show_came.clicked.connect(self._show_came)
        self.another = Button(look.say(say.ANOTHER_COURSE()), "primary")
        self.another.clicked.connect(self._show_another)
        self.back = Button(look.say(say.LEAVE_REPLAY()), "quiet")
        self.back.clicked.connect(self.closed)
        for button in (self.show_said, self.show_came, self.another, self.back):
            ways.addWidget(button)
        ways.addStretch(1)
        return ways

    def _speak(self, line: Spoken) -> None:
        """A line as large as in a conversation: it is read from the back of a room."""
        words = self._look.words.value
        self._lines.addWidget(text_label(words(line.who), "quiet"))
        for shown in line.shows:
            self._lines.addWidget(text_label(words(shown), "body"))
        self._lines.addWidget(text_label(words(line.says), "speech"))

    def _begin_course(self) -> None:
        clear(self.said)
        clear(self.came)
        self._offer(self.show_said)

    def _show_said(self) -> None:
        course = self._replay.courses[self._course]
        self._head(say.WAS_SAID(), course.said)
        self._offer(self.show_came)

    def _show_came(self) -> None:
        view = DocumentView(self._look)
        view.show_blocks(self._replay.courses[self._course].came)
        self.came.addWidget(text_label(self._look.say(say.CAME_OF_IT()), "heading"))
        self.came.addWidget(view)
        bring_into_view(view)
        self._offer(self.another if len(self._replay.courses) > 1 else None)

    def _show_another(self) -> None:
        self._course = (self._course + 1) % len(self._replay.courses)
        self._begin_course()
        self._show_said()

    def _head(self, title: Message, words: Text) -> None:
        self.said.addWidget(text_label(self._look.say(title), "heading"))
        self.said.addWidget(text_label(self._look.words.value(words), "speech"))

    def _offer(self, way: Button | None) -> None:
        """Offer one way on, with the keyboard on it."""
        for button in (self.show_said, self.show_came, self.another):
            button.setVisible(button is way)
        tab_in_reading_order(self._inside)
        (way or self.back).setFocus()
