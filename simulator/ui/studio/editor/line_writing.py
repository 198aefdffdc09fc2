"""What a patient has to say in one state, two lines of somebody else beside it, and the place for the next line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from simulator.alliance.reactions import REACTIONS
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences.families import FAMILIES
from simulator.messages.sentences.said_words import SAID, SHOWN
from simulator.messages.sentences.text import SIDE_BY_SIDE, one_after_another
from simulator.scenario.document import After, Patient, Wording
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.nodes import Path
from simulator.services.line_bench import Counted, NextWords, StateLines, line_of, place_of, signs_of, usual_sign
from simulator.ui.look import Look
from simulator.ui.studio.editor.lender import Lender
from simulator.ui.studio.editor.next_line import NextLine
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
    """Follows the state that is chosen; a line is two fields, and Return."""

    announced = Signal(str)
    opened = Signal(tuple)
    """Somebody wants to see a wording, or the state, in the form."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._lines: StateLines | None = None
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
        self.next = NextLine(look)
        self.next.written.connect(self._write)
        self.next.announced.connect(self.announced)
        self.body.addWidget(self.next)
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
        lender: Lender,
    ) -> None:
        """Show what there is for a state and what it needs; ``lender`` is whom the person began from."""
        turned = self._lines is None or self._lines.state is not lines.state
        self._lines = lines
        entry = REACTIONS[lines.state]
        self.title.setText(self._look.say(entry.label()))
        family = FAMILIES[str(lines.family)]()
        self._mark.show_family(lines.family, self._look.say(SIDE_BY_SIDE(first=family, next=entry.help())))
        self._needs.setText(self._look.say(one_after_another(tuple(_needs(lines, measure, counted, lender)))))
        self._show_names()
        if turned:
            self.next.offer(signs_of(lines.state), usual_sign(lines), leaves=lines.leaves)
        self._show_examples(examples)
        self._show_list(lines, lender)
        self.form_button.setEnabled(self._file.written.has(self._place()))

    def settle(self) -> None:
        """Write what stands in the fields."""
        self.next.settle()

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
        written = node.split()[0] if isinstance(node, str) and node.split() else ""
        self.next.show_name(written or (person.first_name if person else "…"))

    def _show_examples(self, examples: tuple[tuple[Patient, Wording], ...]) -> None:
        clear(self._examples)
        if examples:
            name = examples[0][0].first_name
            self._examples.addWidget(text_label(self._look.say(say.EXAMPLES(name=name)), "small-quiet"))
        for _, wording in examples:
            words = say.EXAMPLE(words=wording.patient, thinks=wording.thinks)
            self._examples.addWidget(text_label(self._look.say(words), "small"))

    def _is_lent(self, wording: Wording, lender: Lender) -> bool:
        return bool(lender.name) and not self._file.written.has((*self._place(), "wordings", wording.id))

    def _show_list(self, lines: StateLines, lender: Lender) -> None:
        self._model.clear()
        for wording in lines.moment.wordings:
            words = wording.patient or ", ".join(wording.shows) or "…"
            when = _when(wording)
            kind = say.LENT_ROW(kind=when) if self._is_lent(wording, lender) else when
            item = QStandardItem(self._look.say(say.LINE_ROW(words=words, kind=kind)))
            item.setData(wording.id, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self._whole.fit()

    def _write(self, words: NextWords) -> None:
        """Write one more wording of the state, as one step."""
        lines = self._lines
        if lines is None:
            return
        intent = line_of(self._file.written, lines.state, words)
        if not self._file.make(intent):
            self.next.take_back(words)
            return
        # What there is was counted anew meanwhile.
        now = self._lines or lines
        self.next.tell(self._look.say(say.WRITTEN_NOW(there=str(now.there), needed=str(now.needed))))

    def _place(self) -> Path:
        assert self._lines is not None
        return "lines", place_of(self._file.written, self._lines.state)

    def _open(self, index: QModelIndex) -> None:
        id_ = index.data(Qt.ItemDataRole.UserRole)
        place = (*self._place(), "wordings", str(id_))
        if self._file.written.has(place):
            self.opened.emit(place)


def _needs(lines: StateLines, measure: Patient | None, counted: Counted | None, lender: Lender) -> Iterator[Message]:
    """What a state has and lacks, the most urgent first."""
    if not lines.own and lines.moment.wordings and lender.name:
        yield lender.lines()
    if lines.own and lines.lent and lender.name:
        yield lender.seen()
    if lines.unfinished:
        first = lines.unfinished[0]
        words = first.patient or ", ".join(first.shows) or first.id
        yield say.LACKS_THOUGHTS(count=len(lines.unfinished), words=words)
    if lines.answers_lacking:
        yield say.LACKS_ANSWERS(count=lines.answers_lacking)
    if lines.own and lines.lacks_going:
        yield say.LACKS_GOING(when=say.BEFORE_GOING())
    if lines.told:
        yield say.TOLD_BELOW()
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
    elif lines.lacks_wordless:
        yield say.NO_WORDLESS()


def _when(wording: Wording) -> Message:
    if wording.wordless:
        return say.WITHOUT_WORDS()
    if wording.after:
        shown = next((SHOWN[str(one.said)] for one in wording.after if str(one.said) in SHOWN), None)
        return shown() if shown is not None else say.ONLY_AFTER(what=Listed(tuple(map(_before, wording.after)), True))
    return say.COMING_BACK() if wording.again else say.ANY_OCCASION()


def _before(after: After) -> Message:
    """What must have been said just before."""
    if after.said is None:
        return say.ANSWER_BEFORE(answer=after.response, moment=after.moment)
    return (SAID.get(str(after.said)) or LABELS[str(after.said)])()
