"""Where one move leads from one state: in words, beside what the base says, and the fields that change it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simulator.alliance.moves import MOVES
from simulator.alliance.reactions import REACTIONS
from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences.text import one_after_another
from simulator.scenario.editing.intents import Add, Remove, SetValue
from simulator.scenario.editing.written import Value
from simulator.scenario.file_kind import kind_of
from simulator.services.cell_words import told_cell
from simulator.services.reaction_view import Leads, cell_place, reason_of
from simulator.services.shared_files import PATIENT
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import LineField, LinesField
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class CellForm(QWidget):
    """In a patient file what is entered becomes a difference; in a reaction file it is the graph itself."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._leads: Leads | None = None
        box = column(self, spacing=4)
        box.setContentsMargins(16, 10, 16, 16)
        self.title = text_label("", "heading")
        box.addWidget(self.title)
        self.told = text_label(look.say(say.CHOOSE_A_MOVE()), "body")
        box.addWidget(self.told)
        self.to = LineField()
        self.because = LinesField()
        self._labels = []
        for words, field in ((say.WHERE_TO(), self.to), (say.WHY_SO(), self.because)):
            name = look.say(words)
            label = text_label(name, "small-quiet")
            label.setBuddy(field)
            field.setAccessibleName(name)
            self._labels.append(label)
            box.addWidget(label)
            box.addWidget(field)
        self.to.entered.connect(lambda value: self._enter("to", value))
        self.because.entered.connect(lambda value: self._enter("because", value))
        self.as_others = Button(look.say(say.AS_OTHERS()), "quiet")
        self.as_others.clicked.connect(self.take_back)
        box.addWidget(self.as_others, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        self.show_leads(None)

    def show_leads(self, leads: Leads | None) -> None:
        """Show where a move leads; nothing where none is chosen."""
        self._leads = leads
        for widget in (self.title, self.to, *self._labels[:1]):
            widget.setVisible(leads is not None)
        of_patient = kind_of(self._file.source.text) == PATIENT
        for widget in (self.because, *self._labels[1:]):
            widget.setVisible(leads is not None and of_patient)
        self.as_others.setVisible(False)
        if leads is None:
            self.told.setText(self._look.say(say.CHOOSE_A_MOVE()))
            return
        names = {"move": MOVES[leads.move].label(), "state": REACTIONS[leads.state].label()}
        self.title.setText(self._look.say(say.FORM_OF_DIFFERENCE(**names)))
        self.told.setText(self._look.say(one_after_another(tuple(self._words(leads, of_patient=of_patient)))))
        self.as_others.setVisible(self._file.written.has(self._place))
        written = self._file.written
        node = written.node((*self._place, "to") if of_patient else self._place)
        self.to.show_node(node if node is not None else str(leads.cell))
        self.because.show_node(written.node((*self._place, "because")) or "")

    def show_legend(self, rows: tuple[Message, ...]) -> None:
        """Where no move is chosen, tell what is drawn."""
        if self._leads is None:
            words = [say.CHOOSE_A_MOVE(), *rows]
            self.told.setText("\n".join(map(self._look.say, words)))

    def settle(self) -> None:
        """Hand over what is only half written."""
        for field in (self.to, self.because):
            if field.hasFocus():
                field.settle()

    def take_back(self) -> None:
        """Let the person react as in the base again."""
        if self._leads is not None and self._file.written.has(self._place):
            self._file.make(Remove(self._place))

    @property
    def _place(self) -> tuple[str | int, ...]:
        assert self._leads is not None
        return cell_place(kind_of(self._file.source.text), self._leads.move, self._leads.state)

    def _words(self, leads: Leads, *, of_patient: bool) -> Iterator[Message]:
        yield told_cell(leads.cell)
        if leads.base is not None:
            yield say.OTHERS(told=told_cell(leads.base))
            reason = reason_of(leads, self._file.written, self._place)
            if reason:
                yield say.DIFFERS_BECAUSE(reason=reason)
        elif of_patient:
            yield say.NOT_DIFFERENT()

    def _enter(self, key: str, value: Value) -> None:
        """One more difference, or another text of one that there is."""
        leads = self._leads
        if leads is None:
            return
        place = self._place
        if kind_of(self._file.source.text) != PATIENT:
            self._file.make(SetValue(place, value), typed=True)
        elif self._file.written.has(place):
            self._file.make(SetValue((*place, key), value), typed=True)
        elif value not in ("", str(leads.cell)):
            self._file.make(Add(place, {"to": str(leads.cell), "because": "", key: value}))
