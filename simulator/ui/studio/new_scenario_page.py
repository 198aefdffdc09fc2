"""New scenario: its title and seven questions on one page, whose answers fill a template that is opened as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QScrollArea, QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import new_scenario as say
from simulator.services.first_meeting import CAUSES
from simulator.services.scenario_templates import TEMPLATES, Answered, Question, ScenarioTemplates
from simulator.session.errors import ServiceError
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField, LinesField
from simulator.ui.studio.face_choice import FaceChoice
from simulator.ui.studio.new_person_fields import NewPersonFields
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import NamedGroup, label_of
from simulator.ui.widgets.layouts import bring_into_view, column, row, scrolling, to_top
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_READABLE: Final = 760
Key = TypeVar("Key")
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

    closed = Signal()
    told = Signal(str)

    def __init__(self, templates: ScenarioTemplates, look: Look) -> None:
        super().__init__()
        self._templates, self._look = templates, look
        self._people = {one.path: one for one in templates.people()}
        self._held: dict[object, QLabel] = {}
        self._examples: dict[Question, QLabel] = {}
        self.fields: dict[Question, LinesField] = {}
        self._chosen_person = self._chosen_cause = False
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
        self.called = self._line(say.CALLED)
        self._called_else = self._small_below()
        self.name = self._line(say.WHO, say.WHO_HELP)
        self._of_new = self._small_below()
        self.person = ChoiceField([(path, one.name) for path, one in self._people.items()])
        self._known = self._somebody_known()
        self.faces = FaceChoice(look)
        self._box.addWidget(self.faces)
        self.about_new = NewPersonFields(look)
        self._box.addWidget(self.about_new)
        self.about_new.returned.connect(self._go_on)
        self.name.textChanged.connect(self._show_who)
        self._ask(Question.ACT)
        self.cause = self._cause()
        self.ways = self._choose(say.WAY, ((name, sentence) for name, sentence in TEMPLATES.items()))
        for radio in self.ways.values():
            radio.toggled.connect(self._take_template)
        for question in list(Question)[1:]:
            self._ask(question)
        self.notes = self._line(say.NOTES)
        self._small_below().setText(look.say(say.NOTES_HELP()))
        self.lengths = self._choose(
            say.LENGTH,
            ((False, say.SHORT), (True, say.WHOLE_HOUR)),
            {False: say.SHORT_HOLDS, True: say.WHOLE_HOUR_HOLDS},
        )
        self.fields[Question.ACT].textChanged.connect(self._show_short)
        self._box.addSpacing(12)
        self._box.addLayout(self._buttons())
        self._box.addStretch(1)
        self._area: QScrollArea = scrolling(inside, look.say(say.PAGE_NAME()))
        column(self).addWidget(self._area)
        self._show_examples()
        self._show_who()

    @property
    def template(self) -> str:
        """The template that is chosen by what the person does."""
        return next(name for name, radio in self.ways.items() if radio.isChecked())

    @property
    def new_name(self) -> str:
        """What somebody new is called; empty where the person who was chosen is met."""
        return " ".join(self.name.text().split())

    def answers(self) -> Answered:
        """What was answered."""
        for field in self.fields.values():
            field.settle()
        return Answered(
            person=str(self.person.currentData() or ""),
            words={question: field.toPlainText() for question, field in self.fields.items()},
            title=" ".join(self.called.text().split()),
            whole_hour=self.lengths[True].isChecked(),
            cause=str(self.cause.currentData() or ""),
            notes=tuple(note for one in self.notes.text().split(",") if (note := " ".join(one.split()))),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first question."""
        super().showEvent(event)
        to_top(self._area)
        self.called.setFocus()

    def _somebody_known(self) -> QWidget:
        known = QWidget()
        box = column(known, spacing=4)
        words = self._look.say(say.KNOWN())
        self.person.setAccessibleName(words)
        self.person.activated.connect(self._choose_person)
        box.addWidget(label_of(text_label(words, "body"), self.person))
        box.addWidget(self.person)
        self._box.addWidget(known)
        return known

    def _cause(self) -> ChoiceField:
        field = ChoiceField([(word, self._look.say(told())) for word, told in CAUSES.items()])
        field.activated.connect(self._choose_cause)
        self._head(say.CAUSE, field)
        self._box.addWidget(field)
        self.cause_follows = self._small_below()
        self.cause_follows.setText(self._look.say(say.CAUSE_FOLLOWS()))
        field.setAccessibleDescription(self.cause_follows.text())
        return field

    def _choose_cause(self, _number: int) -> None:
        self._chosen_cause = True
        self.cause_follows.hide()
        self.cause.setAccessibleDescription("")

    def _show_short(self) -> None:
        """Say what a short scenario holds: nothing is to be written unless another story is told than the example's."""
        own = self.fields[Question.ACT].toPlainText().strip()
        told = self._look.say((say.SHORT_OWN_HOLDS if own else say.SHORT_HOLDS)())
        self._held[False].setText(told)
        self.lengths[False].setAccessibleDescription(told)

    def _choose_person(self, _number: int) -> None:
        self._chosen_person = True

    def _show_who(self) -> None:
        """Ask who somebody new is, once they have a name; otherwise which of those who are there it is."""
        name = self.new_name
        self._of_new.setText(self._look.say(say.LINES_OF_NEW(name=name)) if name else "")
        for of_new in (self._of_new, self.faces, self.about_new):
            of_new.setVisible(bool(name))
        self._known.setVisible(not name)

    def _choose(
        self, asked: Sentence, offered: Iterable[tuple[Key, Sentence]], holds: Mapping[Key, Sentence] | None = None
    ) -> dict[Key, QRadioButton]:
        """A question with a choice of answers below it, and below an answer what it ``holds``; the first is chosen."""
        words = self._look.say(asked())
        self._box.addSpacing(12)
        self._box.addWidget(text_label(words, "heading"))
        group = NamedGroup(words)
        box = column(group, spacing=4)
        together = QButtonGroup(group)
        choices: dict[Key, QRadioButton] = {}
        for key, sentence in offered:
            called = self._look.say(sentence())
            radio = QRadioButton(called.replace("&", "&&"))
            radio.setAccessibleName(called)
            radio.setChecked(not choices)
            together.addButton(radio)
            box.addWidget(radio)
            if holds:
                told = self._look.say(holds[key]())
                radio.setAccessibleDescription(told)
                below = text_label(told, "small-quiet")
                below.setIndent(round(28 * self._look.scale))
                box.addWidget(below)
                self._held[key] = below
            choices[key] = radio
        self._box.addWidget(group)
        return choices

    def _ask(self, question: Question) -> None:
        field = LinesField()
        field.returned.connect(self._go_on)
        self._head(_ASKED[question], field)
        self._box.addWidget(field)
        self.fields[question], self._examples[question] = field, self._small_below()

    def _line(self, asked: Sentence, help_: Sentence | None = None) -> QLineEdit:
        """A question that is answered in a few words, with what helps to answer it."""
        field = QLineEdit()
        field.returnPressed.connect(self._go_on)
        self._head(asked, field)
        if help_ is not None:
            self._small_below().setText(self._look.say(help_()))
        self._box.addWidget(field)
        return field

    def _small_below(self) -> QLabel:
        label = text_label("", "small-quiet")
        self._box.addWidget(label)
        return label

    def _go_on(self) -> None:
        """Return leads to the next question that is answered in words; after the last, to what is chosen."""
        of_new = self.about_new.fields.values() if self.new_name else ()
        asked = (self.called, self.name, *of_new, *self.fields.values(), self.notes)
        here = next((n for n, field in enumerate(asked) if field.hasFocus()), len(asked) - 1)
        following: QWidget = asked[here + 1] if here + 1 < len(asked) else self.lengths[False]
        following.setFocus()
        bring_into_view(following)

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
            self._called_else.setText(self._look.say(say.CALLED_ELSE(title=self._templates.title(self.template))))
            if not self._chosen_cause:
                self.cause.setCurrentIndex(self.cause.findData(self._templates.usual_cause(self.template)))
            if not self._chosen_person:
                self.person.setCurrentIndex(self.person.findData(self._templates.usual_person(self.template)))
        except ServiceError as refused:
            self.told.emit(self._look.say(refused.message))
