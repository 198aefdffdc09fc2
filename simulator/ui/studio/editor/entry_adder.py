"""Adds what stands under words of the language: lines for a reaction state, or a difference for a move and a state."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Sentence
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.scenario.editing.intents import Add
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.editing.written import Value
from simulator.scenario.kind_at import kind_at, table_of
from simulator.scenario.legal_values import ByWord, Kind
from simulator.scenario.nodes import Path
from simulator.ui.look import Look
from simulator.ui.studio.editor.form import WIDE
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.outline_rows import DIFFERENCES
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label


class EntryAdder(QWidget):
    """A choice for each word that has to be named, and a button; it is there where something can be added."""

    added = Signal(tuple)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._place: Path = ()
        self._box = column(self, spacing=6)
        self.choices: list[ChoiceField] = []
        self.setMaximumWidth(round(WIDE * look.scale))
        self.hide()

    def show_place(self, place: Path) -> None:
        """Offer what can be added at a place."""
        self._place = place
        kinds = list(_words(kind_at(table_of(self._file.written.text), place)))
        clear(self._box)
        self.choices = []
        self.setVisible(bool(kinds))
        for number, words in enumerate(kinds):
            last = number + 1 == len(kinds)
            taken = self._file.written.keys(place) if last and number == 0 else {}
            self._add_choice(words, set(taken), (say.WHICH_MOVE if words[0] in Move else say.WHICH_STATE))
        if kinds:
            called = say.ADD_DIFFERENCE if place == DIFFERENCES else say.ADD_STATE
            self.button = Button(self._look.say(called()))
            self.button.clicked.connect(self._add)
            self._box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_choice(self, words: tuple[Code, ...], taken: set[str], called: Sentence) -> None:
        field = ChoiceField([(str(w), self._called(str(w))) for w in words if str(w) not in taken])
        field.setCurrentIndex(0)
        name = self._look.say(called())
        label = text_label(name, "body")
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._box.addWidget(label)
        self._box.addWidget(field)
        self.choices.append(field)

    def _called(self, word: str) -> str:
        label = LABELS.get(word)
        return self._look.say(label() if label else AS_WRITTEN(words=word))

    def _add(self) -> None:
        words = [str(field.currentData()) for field in self.choices]
        path = (*self._place, *words)
        if self._file.written.has(path) or self._file.make(Add(path, self._value(words))):
            self._file.go_to(path)
            self.added.emit(path)

    def _value(self, words: list[str]) -> Value:
        if self._place != DIFFERENCES:
            return {"wordings": {"first": {"patient": ""}}}
        return {"to": base_cell(self._file, *words), "because": ""}


def base_cell(file: OpenFile, move: str, state: str) -> str:
    """What the base graph of a patient file says of a cell, as it is written."""
    base = file.reading.base
    cell = base.cells.get((Move(move), ReactionState(state))) if base is not None else None
    return str(cell) if cell is not None else "stay"


def _words(kind: Kind | None) -> Iterator[tuple[Code, ...]]:
    while isinstance(kind, ByWord) and not kind.complete:
        yield kind.words
        kind = kind.value
