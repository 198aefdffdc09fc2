"""The form of one moment, response or wording, or of the scenario: a field for each key, with what the language says of it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.key_labels import label_of_key
from simulator.scenario.editing.written import Value
from simulator.scenario.legal_values import FileName, Need, Phrases
from simulator.scenario.nodes import Path
from simulator.services.taken_over import NOBODY, taken_over
from simulator.services.what_follows import what_follows
from simulator.ui.look import Look
from simulator.ui.studio.editor.field_making import Field, field_of
from simulator.ui.studio.editor.form_fields import ChoiceField, LineField, LinesField
from simulator.ui.studio.editor.form_rows import (
    FormRow,
    empty_rows,
    further_rows,
    has_meaning,
    is_read_only,
    meaning_of,
    rows_of,
    with_added,
)
from simulator.ui.studio.editor.keeping import enter
from simulator.ui.studio.editor.left_out import LeftOut
from simulator.ui.studio.editor.line_label import is_line, line_label
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.taken_over_fields import show_taken
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label

_DEEPER = 20
WIDE = 720


class Form(QWidget):
    """Fields that follow the file; what is entered becomes one small edit of the text."""

    file_wanted = Signal(str)
    """Somebody wants to see the file that a row names."""

    returned = Signal(tuple)
    """Return was pressed in a text, by its path."""

    change_wanted = Signal(tuple)
    """Somebody wants to see the field of something that is left out, by its path."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._place: Path = ()
        self._left_out: frozenset[str] = frozenset()
        self._rows: tuple[FormRow, ...] = ()
        self._added: list[FormRow] = []
        self._taken = NOBODY
        self.left: LeftOut | None = None
        self.fields: dict[Path, Field] = {}
        self._meanings: dict[Path, QLabel] = {}
        self._lines: dict[Path, tuple[QLabel, str]] = {}
        self.opening: dict[Field, Button] = {}
        self._box = column(self, spacing=4)
        self._settling = False
        self._guest: QWidget | None = None
        self._behind = ""
        self.setMaximumWidth(round(WIDE * look.scale))

    def show_place(self, place: Path) -> None:
        """Show the form of a place as it is in the file now; a field with the keyboard keeps it."""
        rows = tuple(row for row in rows_of(self._file.written, place) if not self._is_left_out(row.path, place))
        self._added = [row for row in self._added if row.path[: len(place)] == place] if place == self._place else []
        rows = with_added(rows, self._added)
        taken = taken_over(self._file.reading, self._file.path)
        if (place, rows, taken) != (self._place, self._rows, self._taken) or not self.fields:
            self._taken = taken
            focus = next((path for path, field in self.fields.items() if field.hasFocus()), None)
            self._place, self._rows = place, rows
            self._build()
            if focus in self.fields:
                self.fields[focus].setFocus()
        self._fill()

    def leave_out(self, keys: Collection[str]) -> None:
        """Leave some keys out of every form; where one of them is written, that is said."""
        if frozenset(keys) != self._left_out:
            self._left_out = frozenset(keys)
            if self.fields:
                self.show_place(self._place)

    def take_in(self, guest: QWidget, behind: str) -> None:
        """Show something else among the fields from now on: behind those of a key, where there are any."""
        self._guest, self._behind = guest, behind
        guest.setParent(self)

    def settle(self) -> None:
        """Hand over what is only half written."""
        for field in list(self.fields.values()):
            if field.hasFocus():
                field.settle()

    def _build(self) -> None:
        if self._guest is not None:
            self._box.removeWidget(self._guest)
        clear(self._box)
        self.fields, self._meanings, self.opening, self._lines = {}, {}, {}, {}
        last = max((n for n, row in enumerate(self._rows) if row.key == self._behind and not row.depth), default=-1)
        for number, row in enumerate(self._rows):
            self._add_row(row)
            if number == last and self._guest is not None:
                self._box.addWidget(self._guest)
        if last < 0 and self._guest is not None:
            self._box.addWidget(self._guest)
        self.left = LeftOut(self._look)
        self.left.change_wanted.connect(self.change_wanted)
        self._box.addWidget(self.left)
        self._add_further()
        self._box.addStretch(1)

    def _is_left_out(self, path: Path, place: Path) -> bool:
        return not self._left_out.isdisjoint(path[len(place) :])

    def _add_row(self, row: FormRow) -> None:
        holder = QWidget()
        box = column(holder, spacing=2)
        box.setContentsMargins(row.depth * _DEEPER, 6, 0, 4)
        needed = row.need is Need.YES and self._taken.node(row.path) is None
        called = self._called(row.key, row.help)
        words = self._look.say(say.NEEDED(key=called)) if needed else called
        label = text_label(words, "body")
        box.addWidget(label)
        if row.help:
            box.addWidget(text_label(self._help_of(row), "small-quiet"))
        if row.grouped or is_read_only(row):
            if not row.grouped:
                box.addWidget(text_label(self._look.say(say.ONLY_IN_TEXT()), "small-quiet"))
            self._box.addWidget(holder)
            return
        field = field_of(row, self._file.written, self._look)
        if isinstance(field, LinesField | LineField):
            field.returned.connect(lambda path=row.path: self.returned.emit(path))
        field.setAccessibleName(words)
        field.setAccessibleDescription(self._help_of(row))
        field.entered.connect(lambda value, path=row.path: self._enter(path, value))
        label.setBuddy(field)
        box.addWidget(field)
        if isinstance(row.kind, FileName):
            self._add_opening(box, field)
        if has_meaning(row):
            meaning = self._meanings[row.path] = text_label("", "small-quiet")
            box.addWidget(meaning)
        self.fields[row.path] = field
        if is_line(row.path):
            self._lines[row.path] = label, called
        self._box.addWidget(holder)

    def _add_opening(self, box: QVBoxLayout, field: Field) -> None:
        """A button that opens the file that is named."""
        button = Button("", "quiet")
        button.clicked.connect(lambda: self.file_wanted.emit(self._named(field)))
        self.opening[field] = button
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _named(self, field: Field) -> str:
        """The file that stands in a field."""
        path = next((path for path, one in self.fields.items() if one is field), ())
        node = self._file.written.node(path)
        return node.strip() if isinstance(node, str) else ""

    def _help_of(self, row: FormRow) -> str:
        """What the language says of a key, and how several texts are written."""
        told = self._look.say(row.help) if row.help else ""
        return self._look.say(say.ON_LINES(help=told)) if isinstance(row.kind, Phrases) else told

    def _called(self, key: str, about: Message | None) -> str:
        """What a key is called in forms; what its help is ``about`` tells keys of the same name apart."""
        return self._look.words.value(label_of_key(key, about) or key)

    def _add_further(self) -> None:
        """A list of the keys that could be added, each with its help."""
        shown = {row.key for row in self._rows if not row.depth}
        further = further_rows(self._file.written, self._place)
        rows = [row for row in further if row.key not in self._left_out and row.key not in shown]
        if not rows:
            return
        self.further = ChoiceBox()
        words = self._look.say(say.ADD_KEY())
        self.further.setAccessibleName(words)
        self.further.addItem(words)
        for row in rows:
            self.further.addItem(f"{self._called(row.key, row.help)} · {self._look.say(row.help)}", row.key)
        self.further.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.further.setMinimumContentsLength(8)
        self.further.activated.connect(self._add_key)
        self._box.addWidget(self.further)

    def _add_key(self, number: int) -> None:
        key = self.further.itemData(number)
        row = next((one for one in further_rows(self._file.written, self._place) if one.key == key), None)
        if row is None:
            return
        path = (*self._place, row.key)
        shown = FormRow(path, row.key, row.kind, row.need, row.help)
        self._added += empty_rows(shown)
        self._rows = with_added(self._rows, self._added)
        self._build()
        self._fill()
        first = next((field for at, field in self.fields.items() if at[: len(path)] == path), None)
        if first is not None:
            first.setFocus()

    def _fill(self) -> None:
        written = self._file.written
        if self.left is not None:
            self.left.show_left_out(written, self._place, self._left_out)
        for path, field in self.fields.items():
            node = written.node(path)
            field.show_node(node)
            self._show_taken(path, field)
            if (button := self.opening.get(field)) is not None:
                named = node.strip() if isinstance(node, str) else ""
                name = self._look.say(patient_desk.OPEN_USED_NAMED(path=named))
                button.show_words(self._look.say(patient_desk.OPEN_USED()), name)
                button.setVisible(bool(named))
            meaning = self._meanings.get(path)
            if meaning is not None:
                row = next(one for one in self._rows if one.path == path)
                told = meaning_of(row, node.strip() if isinstance(node, str) else "")
                words = [told] if told else []
                meaning.setVisible(told is not None or isinstance(field, ChoiceField))
                if row.key == "move":
                    words += self._what_follows(path)
                meaning.setText("\n".join(map(self._look.say, words)))

        for path, (label, called) in self._lines.items():
            told = line_label(called, written, path)
            label.setText(self._look.say(told) if told is not None else called)
            self.fields[path].setAccessibleName(label.text())

    def _show_taken(self, path: Path, field: Field) -> None:
        """What is taken over from another person while nothing is written, in the field and for whoever hears it."""
        row = next(one for one in self._rows if one.path == path)
        node = self._taken.node(path)
        words = show_taken(field, node, self._taken.name, self._look)
        field.setAccessibleDescription(" ".join(filter(None, (words, self._help_of(row)))))

    def _what_follows(self, path: Path) -> tuple[Message, ...]:
        """What the reaction graph makes of a move in the moment it is chosen in, while the scenario can be read whole."""
        scenario, written = self._file.reading.scenario, self._file.written
        move, quality = written.node(path), written.node((*path[:-1], "quality"))
        if scenario is None or not isinstance(move, str):
            return ()
        return what_follows(scenario, str(path[1]), move.strip(), quality.strip() if isinstance(quality, str) else "")

    def _enter(self, path: Path, value: Value) -> None:
        """Make what was entered an edit of the text; an empty field takes its key away, unless nothing is an answer."""
        if self._settling:
            return
        self._settling = True
        kind = next((one.kind for one in self._rows if one.path == path), None)
        made = enter(self._file, path, value, empty_is_an_answer=isinstance(kind, Phrases) and kind.empty)
        self._settling = False
        if made:  # what was refused stays in its field
            self._fill()
