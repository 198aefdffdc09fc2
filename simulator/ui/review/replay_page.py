"""A moment shown to a group, on a screen of its own: the patient’s last lines, a stop, what was said, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from simulator.messages.sentences import this_group as say
from simulator.reports.document import Spoken
from simulator.services.this_group import Replay
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
        self.own.setProperty("type", "speech")
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
        if replay.about:
            self._lines.addWidget(text_label(replay.about, "lead"))
        if replay.opens:
            self._lines.addWidget(text_label(self._look.say(say.OPENS()), "quiet"))
        for line in replay.lines:
            self._speak(line, self._lines)
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

    def _speak(self, line: Spoken, box: QVBoxLayout) -> None:
        """A line as large as in a conversation: it is read from the back of a room."""
        words = self._look.words.value
        box.addWidget(text_label(words(line.who), "quiet"))
        for shown in line.shows:
            box.addWidget(text_label(words(shown), "body"))
        box.addWidget(text_label(words(line.says), "speech"))

    def _begin_course(self) -> None:
        clear(self.said)
        clear(self.came)
        self._offer(self.show_said)

    def _show_said(self) -> None:
        courses = self._replay.courses
        number = say.SAID_OF(number=self._course + 1, count=len(courses)) if len(courses) > 1 else say.WAS_SAID()
        self.said.addWidget(text_label(self._look.say(number), "heading"))
        self.said.addWidget(text_label(self._look.words.value(courses[self._course].said), "speech"))
        self._offer(self.show_came)
        bring_into_view(self.show_came)

    def _show_came(self) -> None:
        course, last = self._replay.courses[self._course], self._course + 1 == len(self._replay.courses)
        self.came.addWidget(text_label(self._look.say(say.CAME_OF_IT()), "heading"))
        for block in course.came:
            if isinstance(block, Spoken):
                self._speak(block, self.came)
            else:
                told = " ".join(map(self._look.words.value, block.sentences))
                self.came.addWidget(text_label(told, "lead"))
        if last and self._course:
            self.came.addWidget(text_label(self._look.say(say.ALL_SHOWN()), "quiet"))
        self._offer(None if last else self.another)
        # What was just shown stands above the buttons: where they can be seen, it can be.
        bring_into_view(self.back)

    def _show_another(self) -> None:
        self._course += 1
        self._begin_course()
        self._show_said()

    def _offer(self, way: Button | None) -> None:
        """Offer one way on, with the keyboard on it."""
        for button in (self.show_said, self.show_came, self.another):
            button.setVisible(button is way)
        tab_in_reading_order(self._inside)
        (way or self.back).setFocus()
