"""Counts, in a scenario that somebody chooses, how often conversations come to each state of its patient."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import patient_desk as say
from simulator.services.line_bench import Countable, Counted, LineBench
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label


class LineCount(QWidget):
    """A choice of scenarios and a button; takes some seconds beside the work, and tells what came of it."""

    counted = Signal(Counted)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._bench: LineBench | None = None
        self._where: tuple[Countable, ...] | None = None
        self._finding: Background[tuple[Countable, ...]] = Background(self)
        self._counting: Background[Counted | None] = Background(self)
        self._wanted = True
        box = column(self, spacing=6)
        self._choice_box = column(spacing=0)
        box.addLayout(self._choice_box)
        self.choice: ChoiceField | None = None
        self.button = Button(look.say(say.COUNT_IN()))
        self.button.setAccessibleDescription(look.say(say.COUNT_WHERE()))
        self.button.clicked.connect(self._count)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = text_label("", "small-quiet")
        box.addWidget(self.told)
        self.button.hide()

    def furnish(self, bench: LineBench) -> None:
        """Take what counts."""
        self._bench = bench

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the scenarios once somebody can see this."""
        super().showEvent(event)
        bench, path = self._bench, self._file.path
        if self._where is None and bench is not None:
            self._where = ()
            self._finding.ask(lambda: bench.countable(path), self._offer)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves does not wait for what is being counted."""
        super().hideEvent(event)
        self._wanted = False
        self._counting.forget()
        self.button.setEnabled(True)
        self.told.setText("")

    def _offer(self, where: tuple[Countable, ...]) -> None:
        self._where = where
        clear(self._choice_box)
        self.button.show()
        self.choice = ChoiceField(
            [(str(number), self._look.words.value(one.title)) for number, one in enumerate(where)]
        )
        self.choice.setCurrentIndex(0)
        words = self._look.say(say.COUNT_WHERE())
        label = text_label(words, "small-quiet")
        label.setBuddy(self.choice)
        self.choice.setAccessibleName(words)
        self._choice_box.addWidget(label)
        self._choice_box.addWidget(self.choice)

    def _count(self) -> None:
        bench = self._bench
        if bench is None or self.choice is None or not self._where:
            return
        one = self._where[int(str(self.choice.currentData()))]
        path, text = self._file.path, self._file.source.to_bytes()
        self._wanted = True
        self.button.setEnabled(False)
        self.told.setText(self._look.say(say.COUNTING(title=one.title)))
        self._counting.ask(
            lambda: bench.count(one, path, text, lambda _turn, _states: self._wanted),
            lambda found: self._take(one, found),
            self._failed,
        )

    def _take(self, one: Countable, found: Counted | None) -> None:
        self.button.setEnabled(True)
        self.told.setText("" if found is not None else self._look.say(say.NOT_COUNTED(title=one.title)))
        if found is not None:
            self.counted.emit(found)

    def _failed(self, fault: Exception) -> None:
        self.button.setEnabled(True)
        if not isinstance(fault, ServiceError):
            raise fault
        self.told.setText(self._look.say(fault.message))
