"""The pause: lies over the answers, leaves the words to be read again, and offers to go on, to leave, or to end here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import conversation as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import column, scrolling
from simulator.ui.widgets.text import text_label


class PauseVeil(QFrame):
    """A cover with three ways on; to end asks first, and one sitting cannot be left for later."""

    resumed = Signal()
    left = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "veil")
        self.hide()
        holder = QWidget()
        box = self._box = column(holder, spacing=10)
        box.addWidget(text_label(self._say(say.PAUSED), "title"))
        self._told = text_label("", "body")
        box.addWidget(self._told)
        box.addWidget(self._ways())
        box.addWidget(self._question())
        box.addWidget(text_label(self._say(say.KEYS), "small-quiet"))
        box.addStretch(1)
        area = scrolling(holder, self._say(say.PAUSED))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self).addWidget(area)
        parent.installEventFilter(self)

    def show_over(self, *, one_sitting: bool) -> None:
        """Cover the answers and take the keyboard."""
        self._told.setText(self._say(say.ONE_SITTING if one_sitting else say.NOTHING_LOST))
        self.later.setVisible(not one_sitting)
        self._ask(False)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.go_on.setFocus()

    def fit(self, side: int) -> None:
        """Stand in the column of what is covered, so many pixels from its sides."""
        self._box.setContentsMargins(side, 14, side, 12)

    @property
    def asking(self) -> bool:
        """Whether it is being asked if the conversation is to end here."""
        return self._asked.isVisibleTo(self)

    def _ways(self) -> QWidget:
        self._offered = QWidget()
        ways = FlowLayout(self._offered, spacing=10)
        self.go_on = Button(self._say(say.GO_ON), "primary")
        self.later = Button(self._say(say.LATER), "plain", hint=self._say(say.LATER_HINT))
        self.end = Button(self._say(say.END), "quiet")
        self.go_on.clicked.connect(self.resumed)
        self.later.clicked.connect(self.left)
        self.end.clicked.connect(lambda: self._ask(True))
        for button in (self.go_on, self.later, self.end):
            ways.addWidget(button)
        return self._offered

    def _question(self) -> QWidget:
        self._asked = QWidget()
        box = column(self._asked, spacing=10)
        box.addWidget(text_label(self._say(say.END_ASK), "body"))
        holder = QWidget()
        answers = FlowLayout(holder, spacing=10)
        self.end_no = Button(self._say(say.END_NO), "plain")
        self.end_yes = Button(self._say(say.END_YES), "plain")
        self.end_no.clicked.connect(lambda: self._ask(False))
        self.end_yes.clicked.connect(self.stopped)
        answers.addWidget(self.end_no)
        answers.addWidget(self.end_yes)
        box.addWidget(holder)
        return self._asked

    def _ask(self, asking: bool) -> None:
        """Ask whether to end, with the keyboard on what changes nothing; or no more."""
        self._offered.setVisible(not asking)
        self._asked.setVisible(asking)
        if self.isVisible():
            (self.end_no if asking else self.end).setFocus()

    def _say(self, sentence: Sentence) -> str:
        return self._look.say(sentence())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering when the window is resized."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)
