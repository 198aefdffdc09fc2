"""Says where an answer leads: chosen from lists, so that the keyboard can connect and disconnect what the mouse can."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from simulator.messages.message import Sentence
from simulator.messages.sentences import canvas as say
from simulator.scenario.document import Moment
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button, ButtonKind
from simulator.ui.widgets.flow import Flow, FlowLayout
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.text import text_label


class LeadBar(Flow):
    """From one moment, an answer leads to another; shown while that is being said."""

    led = Signal(str, str, object)
    """A moment, the id of its answer (empty for the silence), and the moment that follows; ``None`` for the graph's choice."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(spacing=10)
        self._look = look
        self._moment = ""
        box = self.items
        self._from = text_label("", "small", wrap=False)
        box.addWidget(self._from)
        self.answer = self._choice(box, say.WITH_ANSWER)
        self.target = self._choice(box, say.LEADS)
        self.target.setEditable(True)
        self.target.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # In the line itself: a list that pops up would take the keyboard, which some desktops refuse.
        completer, line = self.target.completer(), self.target.lineEdit()
        assert completer is not None
        assert line is not None
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        line.returnPressed.connect(self._finish)
        self._line = line
        self.done = self._button(box, say.CONNECT, "primary")
        self.done.clicked.connect(self._finish)
        self.free = self._button(box, say.LEAVE_TO_GRAPH, "plain")
        self.free.clicked.connect(lambda: self._tell(None))
        self.cancel = self._button(box, say.CANCEL, "quiet")
        self.cancel.clicked.connect(self.closed)
        self.answer.currentIndexChanged.connect(lambda _index: self._show_target())
        self._then: dict[str, str | None] = {}

    def ask(self, moment: Moment, targets: tuple[str, ...], target: str = "", answer: str | None = None) -> None:
        """Ask where an answer of a moment leads; the target and the answer may be chosen already."""
        self._moment = moment.id
        self._from.setText(self._look.say(say.FROM_MOMENT(moment=moment.id)))
        self._then = {response.id: response.then for response in moment.responses} | {"": moment.silent_then}
        self.answer.blockSignals(True)
        self.answer.clear()
        for response in moment.responses:
            self.answer.addItem(response.id, response.id)
        self.answer.addItem(self._look.say(say.SILENCE()), "")
        free = next((r.id for r in moment.responses if r.then is None), "")
        self.answer.setCurrentIndex(max(0, self.answer.findData(free if answer is None else answer)))
        self.answer.blockSignals(False)
        self.target.clear()
        self.target.addItems(list(targets))
        self._show_target(target)
        (self.answer if target else self.target).setFocus()
        if not target:
            self._line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter connects, Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.answer.hasFocus():
                self._finish()
        else:
            super().keyPressEvent(event)

    def _show_target(self, target: str = "") -> None:
        then = self._then.get(self.answer.currentData())
        self.free.setEnabled(then is not None)
        words = target or then or ""
        self.target.setCurrentIndex(self.target.findText(words))
        self.target.setEditText(words)

    def _finish(self) -> None:
        wanted = self.target.currentText().strip()
        if wanted:
            self._tell(wanted)

    def _tell(self, target: str | None) -> None:
        self.led.emit(self._moment, self.answer.currentData(), target)

    def _choice(self, box: FlowLayout, asked: Sentence) -> QComboBox:
        combo = QComboBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(18)
        box.addWidget(labelled(combo, self._look.say(asked())))
        return combo

    def _button(self, box: FlowLayout, words: Sentence, kind: ButtonKind) -> Button:
        button = Button(self._look.say(words()), kind)
        box.addWidget(button)
        return button
