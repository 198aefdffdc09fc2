"""New scenario: seven questions on one page, whose answers fill a template that is opened as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QScrollArea, QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import new_scenario as say
from simulator.messages.sentences.patient_desk import SOMEBODY_NEW
from simulator.services.scenario_templates import TEMPLATES, Question, ScenarioTemplates
from simulator.session.errors import ServiceError
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField, LinesField
from simulator.ui.studio.people_fold import NameBox
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import NamedGroup, label_of
from simulator.ui.widgets.layouts import column, row, scrolling, to_top
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from collections.abc import Mapping

_READABLE: Final = 760
_ASKED: Final[Mapping[Question, Sentence]] = {
    Question.ACT: say.ACT,
    Question.UNSAID: say.UNSAID,
    Question.HELPS: say.HELPS,
    Question.MISSES: say.MISSES,
    Question.UNNOTICED: say.UNNOTICED,
}


class NewScenarioPage(QWidget):
    """Every question may be left open; what is made then is the example."""

    wanted = Signal()
    """Somebody wants the draft of what is answered here."""

    new_person_wanted = Signal(str, str)
    """Somebody wants a new person of this name, who begins as the one of a file."""

    closed = Signal()
    told = Signal(str)

    def __init__(self, templates: ScenarioTemplates, look: Look) -> None:
        super().__init__()
        self._templates, self._look = templates, look
        self._examples: dict[Question, QLabel] = {}
        self.fields: dict[Question, LinesField] = {}
        self._chosen_person = False
        inside = QWidget()
        around = row(inside)
        around.setContentsMargins(40, 28, 40, 28)
        holder = QWidget()
        holder.setMaximumWidth(round(_READABLE * look.scale))
        self._box = column(holder, spacing=6)
        around.addWidget(holder, 1)
        around.addStretch(0)
        self._box.addWidget(text_label(look.say(say.TITLE()), "title"))
        self._box.addWidget(Paragraph(look.say(say.LEAD()), round(_READABLE * look.scale), "quiet"))
        self.person = self._who()
        self._ask(Question.ACT)
        self.ways = self._way()
        for question in list(Question)[1:]:
            self._ask(question)
        self._box.addSpacing(12)
        self._box.addLayout(self._buttons())
        self._box.addStretch(1)
        self._area: QScrollArea = scrolling(inside, look.say(say.PAGE_NAME()))
        column(self).addWidget(self._area)
        self._show_examples()

    @property
    def template(self) -> str:
        """The template that is chosen by what the person does."""
        return next(name for name, radio in self.ways.items() if radio.isChecked())

    def answers(self) -> dict[Question, str]:
        """What was answered in words of one's own."""
        for field in self.fields.values():
            field.settle()
        return {question: field.toPlainText() for question, field in self.fields.items()}

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first question."""
        super().showEvent(event)
        to_top(self._area)
        self.person.setFocus()

    def _who(self) -> ChoiceField:
        field = ChoiceField([(one.path, one.name) for one in self._templates.people()])
        field.activated.connect(self._choose_person)
        self._head(say.WHO, field)
        self._box.addWidget(text_label(self._look.say(say.WHO_HELP()), "small-quiet"))
        self._box.addWidget(field)
        self.new_person = Button(self._look.say(SOMEBODY_NEW()), "quiet")
        self.new_person.clicked.connect(self._ask_name)
        self.name = NameBox("", self._look)
        self.name.given.connect(lambda name: self.new_person_wanted.emit(str(field.currentData()), name))
        self.name.closed.connect(self.new_person.setFocus)
        self._box.addWidget(self.new_person, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self.name)
        return field

    def show_person(self, path: str) -> None:
        """Choose somebody who was not there before."""
        self.name.close_box()
        self.name.field.clear()
        person = next(one for one in self._templates.people() if one.path == path)
        self.person.insertItem(0, person.name, path)
        self.person.setCurrentIndex(0)
        self._chosen_person = True
        self.person.setFocus()

    def _ask_name(self) -> None:
        self.name.ask_for(self.person.currentText())
        self.name.open()

    def _way(self) -> dict[str, QRadioButton]:
        words = self._look.say(say.WAY())
        self._box.addSpacing(12)
        self._box.addWidget(text_label(words, "heading"))
        group = NamedGroup(words)
        box = column(group, spacing=4)
        together = QButtonGroup(self)
        ways: dict[str, QRadioButton] = {}
        for name, sentence in TEMPLATES.items():
            called = self._look.say(sentence())
            radio = QRadioButton(called.replace("&", "&&"))
            radio.setAccessibleName(called)
            radio.setChecked(not ways)
            radio.toggled.connect(self._take_template)
            together.addButton(radio)
            box.addWidget(radio)
            ways[name] = radio
        self._box.addWidget(group)
        return ways

    def _ask(self, question: Question) -> None:
        field = LinesField()
        self._head(_ASKED[question], field)
        self._box.addWidget(field)
        example = text_label("", "small-quiet")
        self._box.addWidget(example)
        self.fields[question], self._examples[question] = field, example

    def _head(self, sentence: Sentence, field: QWidget) -> None:
        words = self._look.say(sentence())
        self._box.addSpacing(12)
        self._box.addWidget(label_of(text_label(words, "heading"), field))
        field.setAccessibleName(words)

    def _buttons(self) -> QHBoxLayout:
        across = row(spacing=10)
        self.make_button = Button(self._look.say(say.MAKE()), "primary")
        self.make_button.clicked.connect(self.wanted)
        self.back_button = Button(self._look.say(say.BACK()), "quiet")
        self.back_button.clicked.connect(self.closed)
        across.addWidget(self.make_button)
        across.addWidget(self.back_button)
        across.addStretch(1)
        return across

    def _choose_person(self, _number: int) -> None:
        self._chosen_person = True

    def _take_template(self, chosen: bool) -> None:
        if chosen:
            self._show_examples()

    def _show_examples(self) -> None:
        """Show what the chosen template says where nothing is answered, and whom it is about unless somebody was chosen."""
        try:
            for question, label in self._examples.items():
                words = self._templates.example(self.template, question)
                label.setText(self._look.say(say.EXAMPLE(words=words)))
                self.fields[question].setAccessibleDescription(label.text())
            if not self._chosen_person:
                self.person.setCurrentIndex(self.person.findData(self._templates.usual_person(self.template)))
        except ServiceError as refused:
            self.told.emit(self._look.say(refused.message))
