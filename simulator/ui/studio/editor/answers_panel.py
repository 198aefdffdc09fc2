"""The answers of a moment, all on its page: what is said, the move that it is, where it leads, and what the debriefing says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from simulator.alliance.moves import Move
from simulator.messages.message import Listed, Sentence
from simulator.messages.sentences import moment_page as say
from simulator.messages.sentences.text import QUOTED
from simulator.scenario.editing.written import Value
from simulator.scenario.key_tables import RESPONSE
from simulator.scenario.nodes import Path
from simulator.services.answered import left_to_the_person, what_is_answered
from simulator.services.moment_acts import follows_move
from simulator.services.remembered import left_by
from simulator.ui.look import Look
from simulator.ui.studio.editor.field_making import Field, field_of
from simulator.ui.studio.editor.form_fields import ChoiceField, LinesField
from simulator.ui.studio.editor.form_rows import FormRow
from simulator.ui.studio.editor.keeping import enter
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.one_line import OneLine
from simulator.ui.widgets.text import text_label

_CALLED: Final[Mapping[str, Sentence]] = {
    "move": say.MOVE,
    "quality": say.QUALITY,
    "then": say.LEADS,
    "debrief": say.DEBRIEF,
}
_MOST: Final = 5


class AnswersPanel(QWidget):
    """One card for each answer; it follows the file, and what is written in it is a small edit of the text."""

    opened = Signal(tuple)
    """Everything about an answer is to be seen, by its path."""

    after_wanted = Signal(tuple)
    """A moment is wanted that follows on an answer, by its path."""

    another_wanted = Signal()
    returned = Signal(tuple)
    """Return was pressed in a text, by its path."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._place: Path = ()
        self._shown: tuple[str, ...] = ()
        self._moments: tuple[str, ...] = ()
        self.fields: dict[Path, Field] = {}
        self._qualities: dict[Path, QWidget] = {}
        self._debriefs: dict[Path, QLabel] = {}
        self.remembers: dict[Path, QLabel] = {}
        self.answered: dict[Path, OneLine] = {}
        """Over the text of each answer what is answered, by its path."""

        box = column(self, spacing=8)
        box.addWidget(text_label(look.say(say.ANSWERS()), "heading"))
        self._cards = column(spacing=10)
        box.addLayout(self._cards)
        self.another = Button(look.say(say.ANOTHER()), "quiet")
        self.another.clicked.connect(self.another_wanted)
        last = row()
        last.addWidget(self.another)
        last.addStretch(1)
        box.addLayout(last)

    def show_moment(self, place: Path) -> None:
        """Show the answers of a moment as they are in the file now."""
        written = self._file.written
        answers = tuple(written.keys((*place, "responses")))
        moments = tuple(written.keys(("moments",)))
        if (place, answers, moments) != (self._place, self._shown, self._moments):
            focus = next((path for path, field in self.fields.items() if field.hasFocus()), None)
            self._place, self._shown, self._moments = place, answers, moments
            self._build()
            if focus in self.fields:
                self.fields[focus].setFocus()
        self.another.setVisible(len(answers) < _MOST)
        moment = self._file.reading.draft.moments.get(str(place[-1]))
        for path, over in self.answered.items():
            over.setText(self._look.say(what_is_answered(moment, str(path[-1]))))
            self.fields[*path, "say"].setAccessibleName(over.text())
            if isinstance(leads := self.fields[*path, "then"], ChoiceField):
                unset = left_to_the_person(self._file.reading, str(place[-1]), str(path[-1]))
                leads.call_unset(self._look.say(unset))
        for path, field in self.fields.items():
            field.show_node(written.node(path))
        for path, quality in self._qualities.items():
            quality.setVisible(written.node((*path, "move")) == str(Move.OWN_CONTRIBUTION))
        for path, left in self.remembers.items():
            flags = left_by(written, path)
            quoted = Listed(tuple(QUOTED(words=flag) for flag in flags))
            left.setText(self._look.say(say.REMEMBERS(flags=quoted)) if flags else "")
            left.setVisible(bool(flags))
        for path, label in self._debriefs.items():
            of_move = follows_move(written.node(path))
            label.setText(self._look.say((say.DEBRIEF_FOLLOWS if of_move else say.DEBRIEF)()))

    def settle(self) -> None:
        """Hand over what is only half written."""
        for field in list(self.fields.values()):
            if field.hasFocus():
                field.settle()

    def _build(self) -> None:
        clear(self._cards)
        self.fields, self._qualities, self._debriefs, self.remembers, self.answered = {}, {}, {}, {}, {}
        for id_ in self._shown:
            self._cards.addWidget(self._card((*self._place, "responses", id_)))

    def _card(self, path: Path) -> Card:
        card = Card(margin=12, spacing=6)
        head = row(spacing=8)
        self.answered[path] = over = OneLine()
        head.addWidget(label_of(over, says := self._field(path, "say")), 1)
        more = self._look.say(say.ALL_OF_IT())
        button = Button(more, "link", name=self._look.say(say.ALL_OF_IT_NAMED(answer=str(path[-1]))))
        button.clicked.connect(lambda: self.opened.emit(path))
        head.addWidget(button)
        card.body.addLayout(head)
        card.body.addWidget(says)
        choices = Flow(spacing=10)
        for key in ("move", "quality", "then"):
            choices.items.addWidget(holder := self._labelled(path, key))
            if key == "quality":
                self._qualities[path] = holder
        after = Button(
            self._look.say(say.NEW_AFTER()), "link", name=self._look.say(say.NEW_AFTER_NAMED(answer=str(path[-1])))
        )
        after.clicked.connect(lambda: self.after_wanted.emit(path))
        choices.items.addWidget(after)
        card.body.addWidget(choices)
        self.remembers[path] = left = text_label("", "small-quiet")
        card.body.addWidget(left)
        debrief = self._field(path, "debrief")
        told = self._debriefs[*path, "debrief"] = text_label("", "small-quiet")
        card.body.addWidget(label_of(told, debrief))
        card.body.addWidget(debrief)
        return card

    def _labelled(self, response: Path, key: str) -> QWidget:
        """A choice with what it is for above it; whoever hears it hears of which answer, too."""
        field = self._field(response, key)
        label = label_of(text_label(self._look.say(_CALLED[key]()), "small", wrap=False), field)
        label.setAccessibleName(self._named(response, key))
        holder = QWidget()
        box = column(holder, spacing=2)
        box.addWidget(label)
        box.addWidget(field)
        return holder

    def _field(self, response: Path, key: str) -> Field:
        path = (*response, key)
        table = RESPONSE.rows[key]
        shown = FormRow(path, key, table.kind, table.need, table.help)
        field = field_of(shown, self._file.written, self._look)
        if key in _CALLED:
            field.setAccessibleName(self._named(response, key))
        field.entered.connect(lambda value: self._enter(path, value))
        if isinstance(field, LinesField):
            field.returned.connect(lambda: self.returned.emit(path))
        self.fields[path] = field
        return field

    def _named(self, response: Path, key: str) -> str:
        return self._look.say(say.OF_ANSWER(what=self._look.say(_CALLED[key]()), answer=str(response[-1])))

    def _enter(self, path: Path, value: Value) -> None:
        enter(self._file, path, value)
