"""Publish: the questions that are answered before trainees meet a scenario, all at once on a page of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from simulator.messages.message import Listed, Message
from simulator.messages.sentences import publishing as say
from simulator.messages.sentences.studio_editor import GO_THERE
from simulator.scenario.review_record import Answers
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.likeness import still_as_another
from simulator.services.publishing import (
    NO,
    YES,
    answers_now,
    answers_of,
    errors_now,
    lacking,
    not_ready,
    publish,
    standing_now,
)
from simulator.services.standings import Standing
from simulator.storage.begun_answers import BegunAnswers
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.studio.editor.live_prover import LiveProver
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.publish_doubts import PublishDoubts
from simulator.ui.studio.editor.publish_question import PublishQuestion
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column, row, scrolling
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.yes_no import YesNo

_LEADS: Final = {
    Standing.DRAFT: say.LEAD_DRAFT,
    Standing.NOT_REVIEWED: say.LEAD_NOT_REVIEWED,
    Standing.PUBLISHED: say.LEAD_PUBLISHED,
    Standing.CHANGED: say.LEAD_CHANGED,
}
_LOWEST: Final = 120


class PublishPanel(QFrame):
    """In the place of the faces; what was answered stays until it is published or discarded, however often one leaves."""

    published = Signal()
    """The answers stand beside the file, which is to be saved."""

    announced = Signal(str)
    turned = Signal(bool)
    """It takes the place of the faces, or gives it back."""

    closed = Signal()
    """Somebody goes back to writing."""

    notes_wanted = Signal()
    mend_wanted = Signal()
    """Somebody wants to see what keeps it from being played, or what is not written yet."""

    def __init__(
        self, file: OpenFile, disk: FileOnDisk, prover: LiveProver, look: Look, begun: BegunAnswers, name: str = ""
    ) -> None:
        super().__init__()
        self._name, self._begun = name, begun
        self._file, self._disk, self._look = file, disk, look
        self._pressed = self._filling = False
        self._at_first = Answers()
        self.setProperty("kind", "beside")
        inside = QWidget()
        self._box = column(inside, spacing=8)
        self._box.setContentsMargins(24, 14, 24, 8)
        self.lead = text_label("", "body")
        self._box.addWidget(self.lead)
        self._box.addWidget(text_label(look.say(say.KEYS()), "small-quiet"))
        self.likeness = text_label("", "small")
        self._box.addWidget(self.likeness)
        self.notes = self._add(PublishQuestion(self._yes_no(), say.NO_NOTES(), look))
        self.anyone = self._add(PublishQuestion(self._yes_no(), say.ANYONE(), look))
        self.risk = self._add(PublishQuestion(self._yes_no(), say.RISK(), look))
        self.protocol = self._add(PublishQuestion(ChoiceField([]), say.PROTOCOL(), look))
        self.second = self._add(PublishQuestion(QLineEdit(), say.SECOND(), look))
        self.readers = self._add(PublishQuestion(QLineEdit(), say.READERS(), look))
        self.by = self._add(PublishQuestion(QLineEdit(), say.BY(), look))
        self._asked: Mapping[str, PublishQuestion[Any]] = {
            "notes": self.notes,
            "anyone": self.anyone,
            "risk": self.risk,
            "protocol": self.protocol,
            "second": self.second,
            "readers": self.readers,
            "by": self.by,
        }
        change = Button(look.say(say.CHANGE_NOTES()), "link")
        change.clicked.connect(self.notes_wanted)
        self.notes.aside.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        self.doubts = PublishDoubts(prover, look)
        self._add(self.doubts.anyway, self.doubts)
        self._box.addStretch(1)
        area = scrolling(inside, look.say(say.OPEN()))
        area.setMinimumHeight(round(_LOWEST * look.scale))
        page = column(self, spacing=0)
        page.addWidget(area, 1)
        page.addWidget(self._foot())
        file.reading_changed.connect(self._show_file)
        file.findings_changed.connect(self._show_file)
        self.hide()

    def open(self) -> None:
        """Ask, with what was answered so far; pressed again it only leads to what is still to be answered."""
        if self.isHidden():
            self._fill()
            self._pressed = False
            self.show()
            self.turned.emit(True)
            self.doubts.open()
        self._show_lacking()
        self._lead_on()

    @property
    def scenario(self) -> str:
        """The id of what is published here."""
        id_ = self._disk.file.written.node(("id",))
        return id_.strip() if isinstance(id_, str) else ""

    def answers(self) -> Answers:
        """What is answered now."""
        return answers_of({name: question.answer for name, question in self._asked.items()})

    def close_panel(self) -> None:
        """Go back to writing; the answers are kept."""
        self.leave()
        self.closed.emit()

    def leave(self) -> None:
        """Give the place back to the faces."""
        if not self.isHidden():
            self.hide()
            self.doubts.close_doubts()
            self.turned.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever takes the page away, what was answered is kept."""
        super().hideEvent(event)
        self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to writing."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    # What is asked.

    def _fill(self) -> None:
        recorded, standing = answers_now(self._disk), standing_now(self._disk)
        self.lead.setText(self._look.say(_LEADS.get(standing, say.LEAD_NOT_REVIEWED)()))
        values = asdict(recorded) | {"by": recorded.by or self._name}
        if standing is Standing.CHANGED:
            # What was true of another story is asked anew.
            values |= {"notes": "", "anyone": "", "risk": ""}
        self._at_first = answers_of(values)
        begun = self._begun.of(self._disk.path)
        self._offer_moments()
        self._filling = True
        for name, question in self._asked.items():
            question.give((values if begun is None else begun).get(name, ""))
        self._filling = False
        self.discard_button.setVisible(begun is not None)
        self._show_file()

    def _offer_moments(self) -> None:
        field = self.protocol.field
        field.blockSignals(True)
        field.clear()
        field.addItem(self._look.say(say.NOT_ANSWERED()), "")
        for id_ in self._disk.file.written.keys(("moments",)):
            field.addItem(id_, id_)
        field.blockSignals(False)

    def _show_file(self) -> None:
        """What is asked about the file, and what keeps it from being published, as it reads now."""
        file = self._disk.file
        scenario = file.reading.scenario
        notes = scenario.content_notes if scenario is not None else ()
        self.notes.ask(say.NOTES_ARE(notes=Listed(notes)) if notes else say.NO_NOTES())
        told = still_as_another(scenario, file.written.node(("patient", "use")))
        self.likeness.setText(self._look.say(told) if told is not None else "")
        self.likeness.setVisible(told is not None)
        self._say_not_ready(not_ready(self._disk, self._file.findings))

    def _say_not_ready(self, first: Message | None) -> None:
        self.not_ready.setText(self._look.say(first) if first is not None else "")
        for part in (self.not_ready, self.mend_button):
            part.setVisible(first is not None)

    # What is answered.

    def _answered(self) -> None:
        if not self._filling:
            self._show_lacking()
            self._keep()

    def _show_lacking(self) -> None:
        """Say beside its question what an answer lacks: what is not answered at all only once *Publish* was pressed."""
        missing = self._missing()
        for question in self._questions():
            lacks = missing.get(question)
            question.say_missing(lacks if self._pressed or question.answer else None)
        for question in (self.protocol, self.second):
            question.setVisible(self.risk.answer == YES)

    def _missing(self) -> dict[PublishQuestion[Any], Message]:
        found = {self._asked[name]: words for name, words in lacking(self.answers()).items()}
        doubt = self.doubts.lacking()
        return found if doubt is None else found | {self.doubts.anyway: doubt}

    def _questions(self) -> tuple[PublishQuestion[Any], ...]:
        return (*self._asked.values(), self.doubts.anyway)

    def _lead_on(self, after: PublishQuestion[Any] | None = None) -> None:
        """Put the keyboard on the next question without a good answer, or on the button where all are answered."""
        asked, missing = self._questions(), self._missing()
        first = asked.index(after) + 1 if after is not None else 0
        ahead = (*asked[first:], *asked[:first])
        left = next((question for question in ahead if question in missing), None)
        (self.publish_button if left is None else left.field).setFocus(Qt.FocusReason.TabFocusReason)

    def _publish(self) -> None:
        """Write the answers down; what is missing is said beside its question, and nothing that was answered is lost."""
        self._pressed = True
        self._show_lacking()
        missing = self._missing()
        if missing:
            self._lead_on()
            self.announced.emit(self._look.say(next(iter(missing.values()))))
            return
        first = not_ready(self._disk, errors_now(self._disk))
        self._say_not_ready(first)
        if first is not None:
            self.announced.emit(self._look.say(first))
        elif self._file.act(lambda: publish(self._disk, self.answers())):
            self._begun.give_up(self._disk.path)
            self.published.emit()

    def _keep(self) -> None:
        answers = self.answers()
        begun = answers != self._at_first and answers != answers_now(self._disk)
        if begun:
            self._begun.keep(self._disk.path, asdict(answers))
        else:
            self._begun.give_up(self._disk.path)
        self.discard_button.setVisible(begun)

    def _discard(self) -> None:
        self._pressed = False
        self.doubts.forget()
        self._begun.give_up(self._disk.path)
        self._fill()
        self._show_lacking()
        self._lead_on()

    # How it is put together.

    def _add(self, question: PublishQuestion[Any], holder: QWidget | None = None) -> PublishQuestion[Any]:
        question.answered.connect(self._answered)
        question.gone_on.connect(lambda: self._lead_on(question))
        self._box.addWidget(holder or question)
        return question

    def _yes_no(self) -> YesNo:
        return YesNo(((YES, say.YES()), (NO, say.NO())), self._look)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "footer")
        box = column(foot, spacing=6)
        box.setContentsMargins(24, 10, 24, 10)
        across = row(spacing=12)
        self.not_ready = text_label("", "body")
        across.addWidget(self.not_ready, 1)
        self.mend_button = Button(self._look.say(GO_THERE()), "link")
        self.mend_button.clicked.connect(self.mend_wanted)
        across.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(across)
        buttons = Flow(spacing=8)
        self.publish_button = Button(self._look.say(say.PUBLISH_NOW()), "primary")
        self.publish_button.clicked.connect(self._publish)
        self.back_button = Button(self._look.say(say.BACK()), "plain")
        self.back_button.clicked.connect(self.close_panel)
        self.discard_button = Button(self._look.say(say.DISCARD()), "link")
        self.discard_button.clicked.connect(self._discard)
        for button in (self.publish_button, self.back_button, self.discard_button):
            buttons.items.addWidget(button)
        box.addWidget(buttons)
        return foot
