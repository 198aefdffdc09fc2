"""Publish: the questions that are answered before trainees meet a scenario."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import publishing as say
from simulator.messages.sentences.studio_editor import PUT_AWAY
from simulator.scenario.review_record import Answers
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.likeness import still_as_another
from simulator.services.publishing import NO, YES, answers_now, missing, publish, standing_now
from simulator.services.standings import Standing
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.studio.editor.live_prover import LiveProver
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.publish_doubts import PublishDoubts
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.yes_no import YesNo

Field = TypeVar("Field", bound=QWidget)
_WIDEST: Final = 420
_LEADS: Final = {
    Standing.DRAFT: say.LEAD_DRAFT,
    Standing.NOT_REVIEWED: say.LEAD_NOT_REVIEWED,
    Standing.PUBLISHED: say.LEAD_PUBLISHED,
    Standing.CHANGED: say.LEAD_CHANGED,
}


class PublishPanel(QFrame):
    """The questions below the head of the editor; what was answered last is there again."""

    published = Signal()
    """The answers stand beside the file, which is to be saved."""

    announced = Signal(str)
    closed = Signal()

    def __init__(self, file: OpenFile, disk: FileOnDisk, prover: LiveProver, look: Look, name: str = "") -> None:
        super().__init__()
        self._name = name
        self._file, self._disk, self._look = file, disk, look
        self.setProperty("kind", "aside")
        self._box = column(self, margin=16, spacing=8)
        self._lead = text_label("", "body")
        self._box.addWidget(self._lead)
        self.likeness = text_label("", "body")
        self._box.addWidget(self.likeness)
        self._notes_asked, self.notes = self._ask(say.NO_NOTES, self._yes_no)
        self.anyone = self._ask(say.ANYONE, self._yes_no)[1]
        self.risk = self._ask(say.RISK, self._yes_no)[1]
        self._risky = QWidget()
        outer, self._box = self._box, column(self._risky, spacing=8)
        self.protocol = self._ask(say.PROTOCOL, lambda: ChoiceField([]))[1]
        self.second = self._ask(say.SECOND, QLineEdit)[1]
        self._box = outer
        self._box.addWidget(self._risky)
        self.readers = self._ask(say.READERS, QLineEdit)[1]
        self.by = self._ask(say.BY, QLineEdit)[1]
        self.doubts = PublishDoubts(prover, look)
        self._box.addWidget(self.doubts)
        self.lacking = text_label("", "body")
        self._box.addWidget(self.lacking)
        self._box.addLayout(self._buttons())
        self.risk.answered.connect(self._show_risky)
        file.reading_changed.connect(self._ask_notes)
        for line in (self.second, self.readers, self.by):
            line.returnPressed.connect(self.focusNextChild)
        self.hide()

    def open(self) -> None:
        """Ask, with what was answered last."""
        answers, standing = answers_now(self._disk), standing_now(self._disk)
        self._lead.setText(self._look.say(_LEADS.get(standing, say.LEAD_NOT_REVIEWED)()))
        self._ask_notes()
        for choice, given in ((self.notes, answers.notes), (self.anyone, answers.anyone), (self.risk, answers.risk)):
            # What was true of another story is asked anew.
            choice.give("" if standing is Standing.CHANGED else given)
        self._show_likeness()
        self._show_moments(answers.protocol)
        for line, words in (
            (self.second, answers.second),
            (self.readers, answers.readers),
            (self.by, answers.by or self._name),
        ):
            line.setText(words)
        self._say_lacking(None)
        self._show_risky()
        self.doubts.open()
        self.show()
        self.notes.setFocus()

    def _publish(self) -> None:
        """Write the answers down; what is lacking is said below the questions."""
        answers = self.answers()
        lacking = missing(answers) or self.doubts.lacking()
        self._say_lacking(lacking)
        if lacking is not None:
            self.announced.emit(self._look.say(lacking))
        elif self._file.act(lambda: publish(self._disk, answers)):
            self.published.emit()

    def _say_lacking(self, lacking: Message | None) -> None:
        self.lacking.setText(self._look.say(lacking) if lacking is not None else "")
        self.lacking.setVisible(lacking is not None)

    def answers(self) -> Answers:
        """What is answered now."""
        return Answers(
            by=self.by.text().strip(),
            readers=self.readers.text().strip(),
            notes=self.notes.answer,
            anyone=self.anyone.answer,
            risk=self.risk.answer,
            protocol=str(self.protocol.currentData() or ""),
            second=self.second.text().strip(),
        )

    def _ask_notes(self) -> None:
        """Ask about the content notes as they are now, also while they are written beside the questions."""
        self._notes_asked.setText(self._look.say(self._notes()))
        self.notes.setAccessibleName(self._notes_asked.text())

    def _notes(self) -> Message:
        scenario = self._disk.file.reading.scenario
        notes = scenario.content_notes if scenario is not None else ()
        return say.NOTES_ARE(notes=Listed(notes)) if notes else say.NO_NOTES()

    def _show_likeness(self) -> None:
        """Say in what a new person is still as the one that they began from."""
        file = self._disk.file
        told = still_as_another(file.reading.scenario, file.written.node(("patient", "use")))
        self.likeness.setText(self._look.say(told) if told is not None else "")
        self.likeness.setVisible(told is not None)

    def _show_moments(self, chosen: str) -> None:
        self.protocol.clear()
        self.protocol.addItem(self._look.say(say.NOT_ANSWERED()), "")
        for id_ in self._disk.file.written.keys(("moments",)):
            self.protocol.addItem(id_, id_)
        self.protocol.setCurrentIndex(max(self.protocol.findData(chosen), 0))

    def _show_risky(self) -> None:
        self._risky.setVisible(self.risk.answer == YES)

    def _ask(self, sentence: Sentence, make: Callable[[], Field]) -> tuple[QLabel, Field]:
        """A question with the field of its answer below it."""
        words = self._look.say(sentence())
        field = make()
        field.setAccessibleName(words)
        field.setMaximumWidth(round(_WIDEST * self._look.scale))
        asked = label_of(text_label(words, "body"), field)
        self._box.addWidget(asked)
        self._box.addWidget(field)
        return asked, field

    def _yes_no(self) -> YesNo:
        return YesNo(((YES, say.YES()), (NO, say.NO())), self._look)

    def _buttons(self) -> QHBoxLayout:
        across = row(spacing=8)
        self.publish_button = Button(self._look.say(say.PUBLISH_NOW()), "primary")
        self.publish_button.clicked.connect(self._publish)
        away = Button(self._look.say(PUT_AWAY()), "quiet")
        away.clicked.connect(self.close_panel)
        across.addWidget(self.publish_button)
        across.addWidget(away)
        across.addStretch(1)
        return across

    def close_panel(self) -> None:
        """Put the questions away."""
        self.doubts.close_doubts()
        self.hide()
        self.closed.emit()
