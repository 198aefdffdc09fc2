"""What a patient has to say in one state, two lines of somebody else beside it, and the field for the next line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from simulator.alliance.markers import MARKERS, Marker
from simulator.alliance.reactions import REACTIONS
from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences.families import FAMILIES
from simulator.messages.sentences.text import SIDE_BY_SIDE, one_after_another
from simulator.scenario.document import Patient, Wording
from simulator.scenario.editing.intents import SetValue
from simulator.scenario.nodes import Path
from simulator.services.line_bench import Counted, StateLines, line_of, place_of, signs_of, usual_sign
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.wrapped_list import WholeRows

NEXT_KEY = "F8"
"""Goes to the state that lacks most."""

_MOST_SHOWN = 7
_WIDE = 760


class LineWriting(QWidget):
    """Follows the state that is chosen; a line is one field and Return."""

    announced = Signal(str)
    opened = Signal(tuple)
    """Somebody wants to see a wording, or the state, in the form."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._lines: StateLines | None = None
        self._newest: Path = ()
        self.setMaximumWidth(round((_WIDE + 48) * look.scale))
        self.body = column(self, spacing=6)
        self.body.setContentsMargins(24, 16, 24, 24)
        self.title = text_label("", "title")
        self.body.addWidget(self.title)
        self._mark = FamilyMark(look)
        self.body.addWidget(self._mark)
        self._needs = text_label("", "body")
        self.body.addWidget(self._needs)
        self._examples = column(spacing=2)
        self.body.addLayout(self._examples)
        self._add_fields()
        self._add_list()
        acts = Flow()
        self.next_button = Button(look.say(say.NEXT_LACKING()), hint=NEXT_KEY)
        self.form_button = Button(look.say(say.OPEN_FORM()), "quiet")
        self.form_button.clicked.connect(lambda: self.opened.emit(self._place()))
        acts.items.addWidget(self.next_button)
        acts.items.addWidget(self.form_button)
        self.body.addWidget(acts)

    def show_state(
        self,
        lines: StateLines,
        measure: Patient | None,
        examples: tuple[tuple[Patient, Wording], ...],
        counted: Counted | None,
        model: str,
    ) -> None:
        """Show what there is for a state and what it needs; ``model`` is whom the person began from, if anybody."""
        turned = self._lines is None or self._lines.state is not lines.state
        self._lines = lines
        entry = REACTIONS[lines.state]
        self.title.setText(self._look.say(say.FORM_OF_STATE(label=entry.label(), state=str(lines.state))))
        family = FAMILIES[str(lines.family)]()
        self._mark.show_family(lines.family, self._look.say(SIDE_BY_SIDE(first=family, next=entry.help())))
        self._needs.setText(self._look.say(one_after_another(tuple(_needs(lines, measure, counted, model)))))
        self._show_names()
        if turned:
            self._newest = ()
            self.thinks.hide()
            self._thinks_label.hide()
            self._offer_signs(lines)
        self._show_examples(examples)
        self._show_list(lines)
        self.form_button.setEnabled(lines.own)

    def settle(self) -> None:
        """Write what stands in the fields."""
        if self.thinks.text().strip():
            self._write_thought()
        if self.says.text().strip():
            self._write(self.says, wordless=False)
        if self.seen.text().strip():
            self._write(self.seen, wordless=True)

    def _add_fields(self) -> None:
        self._says_label, self.says = self._field(self.body)
        self._thinks_label, self.thinks = self._field(self.body)
        self._sign_label = text_label(self._look.say(say.SIGN()), "small-quiet")
        self.sign_box = column(spacing=2)
        self.body.addWidget(self._sign_label)
        self.body.addLayout(self.sign_box)
        self.sign: ChoiceField | None = None
        self._seen_label, self.seen = self._field(self.body)
        self.says.returnPressed.connect(self._say)
        self.thinks.returnPressed.connect(self._think)
        self.seen.returnPressed.connect(lambda: self._write(self.seen, wordless=True))

    def _field(self, box: QVBoxLayout) -> tuple[QWidget, QLineEdit]:
        field = QLineEdit()
        label = text_label("", "small-quiet")
        label.setBuddy(field)
        box.addWidget(label)
        box.addWidget(field)
        return label, field

    def _add_list(self) -> None:
        words = self._look.say(say.LINES_HERE())
        label = text_label(words, "small-quiet")
        self.body.addWidget(label)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self._whole = WholeRows(self.list, _MOST_SHOWN)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(words)
        self.list.activated.connect(self._open)
        label.setBuddy(self.list)
        self.body.addWidget(self.list)

    def _show_names(self) -> None:
        node = self._file.written.node(("name",))
        person = self._file.reading.patient
        name = node.split()[0] if isinstance(node, str) and node.split() else person.first_name if person else "…"
        for label, field, sentence in (
            (self._says_label, self.says, say.SAYS(name=name)),
            (self._thinks_label, self.thinks, say.THINKS(name=name)),
            (self._seen_label, self.seen, say.SEEN()),
        ):
            words = self._look.say(sentence)
            label.setText(words)  # type: ignore[attr-defined]
            field.setAccessibleName(words)

    def _offer_signs(self, lines: StateLines) -> None:
        clear(self.sign_box)
        signs = signs_of(lines.state)
        self.sign = None
        self._sign_label.setVisible(bool(signs))
        if signs:
            called = [SIDE_BY_SIDE(first=MARKERS[one].label(), next=str(one)) for one in signs]
            self.sign = ChoiceField([(str(m), self._look.say(w)) for m, w in zip(signs, called, strict=True)])
            self.sign.setAccessibleName(self._look.say(say.SIGN()))
            usual = usual_sign(lines)
            self.sign.setCurrentIndex(max(0, self.sign.findData(str(usual))))
            self.sign_box.addWidget(self.sign)

    def _show_examples(self, examples: tuple[tuple[Patient, Wording], ...]) -> None:
        clear(self._examples)
        if examples:
            name = examples[0][0].first_name
            self._examples.addWidget(text_label(self._look.say(say.EXAMPLES(name=name)), "small-quiet"))
        for _, wording in examples:
            words = say.EXAMPLE(words=wording.patient, thinks=wording.thinks)
            self._examples.addWidget(text_label(self._look.say(words), "small"))

    def _show_list(self, lines: StateLines) -> None:
        self._model.clear()
        for wording in lines.moment.wordings:
            words = wording.patient or "; ".join(wording.shows) or "…"
            item = QStandardItem(self._look.say(say.LINE_ROW(words=words, kind=_when(wording))))
            item.setData(wording.id, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self._whole.fit()

    def _say(self) -> None:
        """Write the line, and ask what is thought with it."""
        if self._write(self.says, wordless=False):
            self._thinks_label.show()
            self.thinks.show()
            self.thinks.setFocus()

    def _think(self) -> None:
        self._write_thought()
        self.says.setFocus()

    def _write(self, field: QLineEdit, *, wordless: bool) -> bool:
        """Write what stands in a field as one more wording of the state, as one step."""
        words, lines = " ".join(field.text().split()), self._lines
        if not words or lines is None:
            return False
        sign = Marker(str(self.sign.currentData())) if self.sign is not None else None
        intent = line_of(self._file.written, lines.state, words, sign, wordless=wordless)
        field.clear()
        if not self._file.make(intent):
            field.setText(words)
            return False
        self._newest = () if wordless else intent.path
        there, needed = self._lines.there if self._lines else 0, self._lines.needed if self._lines else 0
        self.announced.emit(self._look.say(say.WRITTEN_NOW(there=str(there), needed=str(needed))))
        return True

    def _write_thought(self) -> None:
        words = " ".join(self.thinks.text().split())
        self.thinks.clear()
        if words and self._newest and self._file.written.has(self._newest):
            self._file.make(SetValue((*self._newest, "thinks"), words))
        self._newest = ()
        self._thinks_label.hide()
        self.thinks.hide()

    def _place(self) -> Path:
        assert self._lines is not None
        return "lines", place_of(self._file.written, self._lines.state)

    def _open(self, index: QModelIndex) -> None:
        id_ = index.data(Qt.ItemDataRole.UserRole)
        place = (*self._place(), "wordings", str(id_))
        if self._file.written.has(place):
            self.opened.emit(place)


def _needs(lines: StateLines, measure: Patient | None, counted: Counted | None, model: str) -> Iterator[Message]:
    """What a state has and lacks, the most urgent first."""
    if not lines.own and lines.moment.wordings and model:
        yield say.TAKEN_FROM(name=model)
    if lines.unfinished:
        first = lines.unfinished[0]
        words = first.patient or "; ".join(first.shows) or first.id
        yield say.LACKS_THOUGHTS(count=len(lines.unfinished), words=words)
    if lines.answers_lacking:
        yield say.LACKS_ANSWERS(count=lines.answers_lacking)
    if counted is None or lines.visits is None:
        if measure is not None:
            yield say.MEASURED_BY(needed=str(lines.needed), name=measure.first_name)
    elif not lines.visits.most:
        yield say.NEVER_HERE(title=counted.title)
    else:
        most, likely = str(lines.visits.most), str(max(1, lines.visits.likely))
        yield say.MEASURED_BY_COUNT(title=counted.title, most=most, likely=likely)
    if lines.repeats_from:
        yield (say.SHOWS_INSTEAD if lines.wordless else say.REPEATS)(visit=str(lines.repeats_from))
    elif not lines.wordless and not lines.moment.end:
        yield say.NO_WORDLESS()


def _when(wording: Wording) -> Message:
    if wording.wordless:
        return say.WITHOUT_WORDS()
    if wording.after:
        return say.ONLY_AFTER(what=", ".join(map(str, wording.after)))
    return say.COMING_BACK() if wording.again else say.ANY_OCCASION()
