"""Before anything of a debriefing is shown: three questions on how the trainee reads the conversation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import own_reading as say
from simulator.services.own_reading import LONGEST, PULLS, OwnReading, Pull
from simulator.services.practice import Practice
from simulator.services.stored_sessions import Reopened
from simulator.session.errors import ServiceError
from simulator.session.transcript import Exchange
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import column, in_the_middle, scrolling
from simulator.ui.widgets.text import text_label

_WIDEST = 720


class TwoReadingsPage(QWidget):
    """Asks, keeps what was answered, and lets whoever will not answer pass."""

    answered = Signal()
    """The questions were answered and kept, or skipped: now the debriefing may be shown."""
    refused = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._found: Reopened | None = None
        inside = QWidget()
        box = in_the_middle(inside, round(_WIDEST * look.scale), spacing=10, margins=(36, 32, 36, 32))
        box.addWidget(text_label(look.say(say.TITLE()), "title"))
        box.addWidget(text_label(look.say(say.LEAD()), "body"))
        box.addSpacing(10)
        self._lost_question = text_label("", "heading")
        self.lost = self._turns(box, self._lost_question)
        self.helped = self._turns(box, text_label(look.say(say.HELPED()), "heading"))
        self._pulls(box)
        box.addSpacing(12)
        box.addLayout(self._actions())
        box.addStretch(1)
        self._scroll = scrolling(inside, look.say(say.TITLE()))
        column(self).addWidget(self._scroll)

    def ask(self, found: Reopened) -> None:
        """Ask about a conversation that has just come to its end."""
        self._found = found
        transcript = found.transcript
        assert transcript is not None
        self._lost_question.setText(self._look.say(say.LOST(name=found.scenario.patient.first_name)))
        for box in (self.lost, self.helped):
            box.clear()
            box.addItem(self._look.say(say.NO_TURN()), None)
            for exchange in transcript.exchanges:
                box.addItem(self._look.say(_quoted(exchange)), exchange.turn)
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.words.setText("")
        self._scroll.verticalScrollBar().setValue(0)
        self.lost.setFocus()

    @property
    def reading(self) -> OwnReading:
        """What is answered so far."""
        number = self._group.checkedId()
        pull = None if number < 0 else list(Pull)[number]
        return OwnReading(self.lost.currentData(), self.helped.currentData(), pull, self.words.text().strip())

    def _turns(self, box: QVBoxLayout, question: QLabel) -> QComboBox:
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(20)
        question.setBuddy(choice)
        choice.setAccessibleName(question.text())
        box.addWidget(question)
        box.addWidget(choice)
        box.addSpacing(12)
        return choice

    def _pulls(self, box: QVBoxLayout) -> None:
        question = text_label(self._look.say(say.PULL()), "heading")
        box.addWidget(question)
        holder = QWidget()
        holder.setAccessibleName(question.text())
        flow = FlowLayout(holder, spacing=18)
        self._group = QButtonGroup(self)
        self.pulls: dict[Pull, QRadioButton] = {}
        for number, pull in enumerate(Pull):
            button = self.pulls[pull] = QRadioButton(self._look.say(PULLS[pull]()))
            button.setAccessibleDescription(question.text())
            self._group.addButton(button, number)
            flow.addWidget(button)
        box.addWidget(holder)
        label = text_label(self._look.say(say.OWN_WORDS()), "small")
        self.words = QLineEdit()
        self.words.setAccessibleName(label.text())
        self.words.setPlaceholderText(self._look.say(say.OWN_WORDS_HINT()))
        self.words.textChanged.connect(self._measure)
        label.setBuddy(self.words)
        self.told = text_label("", "small")
        box.addWidget(label)
        box.addWidget(self.words)
        box.addWidget(self.told)

    def _actions(self) -> FlowLayout:
        line = FlowLayout(spacing=10)
        self.keep = Button(self._look.say(say.KEEP()), "primary")
        self.keep.clicked.connect(self._keep)
        self.skip = Button(self._look.say(say.SKIP()), "quiet")
        self.skip.clicked.connect(self.answered)
        line.addWidget(self.keep)
        line.addWidget(self.skip)
        return line

    def _measure(self) -> None:
        length = len(self.words.text().strip())
        self.keep.setEnabled(length <= LONGEST)
        told = say.TOO_LONG(most=LONGEST, length=length) if length > LONGEST else None
        self.told.setText(self._look.say(told) if told is not None else "")

    def _keep(self) -> None:
        found, reading = self._found, self.reading
        if found is None:
            return
        self.keep.setDisabled(True)
        self._door.change(
            self,
            lambda store: self._practice.keep_own_reading(store, found.id, reading),
            lambda _done: self._kept(),
            self._refuse,
            Topic.REMARKS,
        )

    def _kept(self) -> None:
        self.keep.setEnabled(True)
        self.answered.emit()

    def _refuse(self, refusal: ServiceError) -> None:
        self.keep.setEnabled(True)
        self.refused.emit(self._look.say(refusal.message))


def _quoted(exchange: Exchange) -> Message:
    """A turn as it can be chosen."""
    words = exchange.words
    return say.TURN(turn=exchange.turn, words=words) if words else say.TURN_SILENT(turn=exchange.turn)
