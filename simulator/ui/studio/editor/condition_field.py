"""A condition in the form: lines in plain words, and below them the text that they stand for, which stays what counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import condition_lines as say
from simulator.scenario.condition_syntax import TOP_NUMBER, ConditionFault, parse_condition
from simulator.scenario.conditions import Compare, Gauge, Relation
from simulator.scenario.editing.condition_rows import Line, lines_of, text_of
from simulator.scenario.nodes import Node
from simulator.ui.look import Look
from simulator.ui.studio.editor.condition_words import (
    Offered,
    first_object,
    line_of,
    object_of,
    objects,
    subject_of,
    subjects,
    verb_of,
    verbs,
)
from simulator.ui.studio.editor.form_fields import LineField
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_NEW: Final = Line(Compare(Gauge.ALLIANCE, Relation.AT_LEAST, 50))


class ConditionField(QWidget):
    """Lines that can be put together without knowing how a condition is written; what they cannot show is said."""

    entered = Signal(object)

    def __init__(self, look: Look, moments: Sequence[str], flags: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._names = tuple(moments), tuple(flags)
        self._lines: tuple[Line, ...] | None = None
        self.rows: list[ConditionRow] = []
        box = column(self, spacing=6)
        self._holder = QWidget()
        self._holder.setAccessibleName(look.say(say.LINES()))
        self._box = column(self._holder, spacing=6)
        box.addWidget(self._holder)
        self.told = text_label("", "small-quiet")
        box.addWidget(self.told)
        self.add = Button(look.say(say.ADD()))
        self.add.clicked.connect(self._add)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.text = LineField()
        as_text = text_label(look.say(say.AS_TEXT()), "small-quiet")
        as_text.setBuddy(self.text)
        box.addWidget(as_text)
        box.addWidget(self.text)
        self.text.setAccessibleName(look.say(say.AS_TEXT()))
        self.text.entered.connect(self._written)
        self.setFocusProxy(self.add)
        self._show("")

    def hasFocus(self) -> bool:
        """Whether the keyboard is on any part of it."""
        here = QApplication.focusWidget()
        return here is not None and (here is self or self.isAncestorOf(here))

    def show_node(self, node: Node) -> None:
        """Show what the file holds."""
        self.text.show_node(node)
        self._show(node if isinstance(node, str) else "")

    def settle(self) -> None:
        """Hand over what is only half written."""
        self.text.settle()

    def _written(self, value: object) -> None:
        self._show(value if isinstance(value, str) else "")
        self.entered.emit(value)

    def _show(self, text: str) -> None:
        lines = lines_of(text)
        told = self._what_is_told(text, lines)
        self.told.setText(self._look.say(told) if told is not None else "")
        self.told.setVisible(told is not None)
        self.add.setVisible(lines is not None)
        self._lines = lines
        shown = lines or ()
        for row in self.rows[len(shown) :]:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self.rows[len(shown) :]
        for number, line in enumerate(shown):
            if number == len(self.rows):
                self._add_row(number)
            self.rows[number].show_line(line)

    def _what_is_told(self, text: str, lines: tuple[Line, ...] | None) -> Message | None:
        if lines is None:
            parsed = parse_condition(text.strip())
            return say.NOT_READ(why=parsed.message) if isinstance(parsed, ConditionFault) else say.ONLY_TEXT()
        if not lines:
            return say.NONE_YET()
        return say.CLOSER() if any(line.other for line in lines) else None

    def _add_row(self, number: int) -> None:
        row = ConditionRow(self._look, number, *self._names)
        row.changed.connect(self._enter)
        row.taken_away.connect(self._take_away)
        self._box.addWidget(row)
        self.rows.append(row)

    def _add(self) -> None:
        self._put((*(self._lines or ()), _NEW))
        self.rows[-1].subject.setFocus()

    def _take_away(self, number: int) -> None:
        lines = [line for place, line in enumerate(self._lines or ()) if place != number]
        if lines:
            lines[0] = Line(lines[0].question, lines[0].negated)
        self._put(tuple(lines))
        (self.rows[min(number, len(self.rows) - 1)].subject if self.rows else self.add).setFocus()

    def _enter(self, number: int, line: Line) -> None:
        lines = list(self._lines or ())
        lines[number] = line
        self._put(tuple(lines))

    def _put(self, lines: tuple[Line, ...]) -> None:
        """Let the text say what the lines say."""
        text = text_of(lines)
        self._show(text)
        self.text.show_node(text)
        self.entered.emit(text)


class ConditionRow(QWidget):
    """One line: and or or, what is asked about, how, and of what."""

    changed = Signal(int, Line)
    taken_away = Signal(int)

    def __init__(self, look: Look, number: int, moments: Sequence[str], flags: Sequence[str]) -> None:
        super().__init__()
        self._look, self._number, self._names = look, number, (moments, flags)
        self._subject = ""
        box = column(self)
        flow = Flow(spacing=6)
        box.addWidget(flow)
        self.join = self._choice(say.JOIN_OF)
        self._offer(self.join, (("", say.AND()), ("or", say.OR())))
        self.subject = self._choice(say.SUBJECT_OF)
        self._offer(self.subject, subjects(moments, flags))
        self.verb = self._choice(say.VERB_OF)
        self.thing = self._choice(say.OBJECT_OF)
        self.number = _Number()
        self.number.setAccessibleName(look.say(say.OBJECT_OF(number=number + 1)))
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self._change)
        self.away = Button(look.say(say.REMOVE()), "link", name=look.say(say.REMOVE_NAMED(number=number + 1)))
        self.away.clicked.connect(lambda: self.taken_away.emit(number))
        for widget in (self.join, self.subject, self.verb, self.thing, self.number, self.away):
            flow.items.addWidget(widget)
        self.join.setVisible(number > 0)

    def show_line(self, line: Line) -> None:
        """Show another line; what is the same stays untouched."""
        subject = subject_of(line.question)
        if subject != self._subject:
            self._subject = subject
            self._offer(self.verb, verbs(subject))
            self._offer(self.thing, objects(subject, *self._names))
        _turn(self.join, "or" if line.other else "")
        _turn(self.subject, subject)
        _turn(self.verb, verb_of(line))
        counted = isinstance(line.question, Compare)
        self.thing.setVisible(not counted)
        self.number.setVisible(counted)
        if isinstance(line.question, Compare):
            self.number.blockSignals(True)
            self.number.setRange(0, TOP_NUMBER[line.question.gauge])
            self.number.setValue(line.question.number)
            self.number.blockSignals(False)
        else:
            _turn(self.thing, object_of(line.question))

    def _choice(self, named: Callable[..., Message]) -> QComboBox:
        choice = ChoiceBox()
        choice.setAccessibleName(self._look.say(named(number=self._number + 1)))
        choice.activated.connect(self._change)
        return choice

    def _offer(self, choice: QComboBox, offered: Offered) -> None:
        choice.clear()
        for word, words in offered:
            choice.addItem(self._look.say(words), word)

    def _change(self) -> None:
        subject = str(self.subject.currentData())
        verb = str(self.verb.currentData())
        thing = str(self.number.value()) if self.thing.isHidden() else str(self.thing.currentData())
        if subject != self._subject:
            verb, thing = verbs(subject)[0][0], first_object(subject, *self._names)
        self.changed.emit(self._number, line_of(subject, verb, thing, other=self.join.currentData() == "or"))


def _turn(choice: QComboBox, word: str) -> None:
    """Choose a word; one that is not among those on offer is shown as it is written."""
    if choice.findData(word) < 0:
        choice.addItem(word, word)
    choice.setCurrentIndex(choice.findData(word))


class _Number(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the form and changes nothing."""
        event.ignore()
