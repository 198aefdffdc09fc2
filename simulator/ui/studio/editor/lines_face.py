"""The lines of a patient by reaction state: which state needs more, and one field to write the next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSplitter, QWidget

from simulator.alliance.reactions import REACTIONS, Family, ReactionState, family_of
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences.families import FAMILIES
from simulator.messages.sentences.text import one_after_another
from simulator.scenario.nodes import Path
from simulator.services.about_lines import Wanted
from simulator.services.line_bench import Counted, LineBench, StateLines, lacks_most
from simulator.services.live_proof import place_of
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.studio.editor.lender import Lender
from simulator.ui.studio.editor.line_count import LineCount
from simulator.ui.studio.editor.line_writing import NEXT_KEY, LineWriting
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.state_list import StateList
from simulator.ui.theme import Role
from simulator.ui.widgets.layouts import column, scrolling
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.whole_part import WholePart

_STYLES = {str(family): family for family in Family}


class LinesFace(QWidget):
    """States at the left; what is written for the chosen one, and the field for the next line, at the right."""

    announced = Signal(str)
    form_wanted = Signal()

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._bench: LineBench | None = None
        self._counted: Counted | None = None
        self._states: dict[ReactionState, StateLines] = {}
        self._lender = Lender()
        self._showing = False
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        self.writing = LineWriting(file, look)
        self.writing.announced.connect(self.announced)
        self.list.writing_wanted.connect(self.writing.next.begin)
        self.writing.next_button.clicked.connect(self.go_on)
        self.writing.opened.connect(self._open)
        self.count = LineCount(file, look)
        self.count.counted.connect(self._take_count)
        self.writing.body.addWidget(self.count)
        self.writing.body.addStretch(1)
        split.addWidget(scrolling(self.writing, look.say(say.AS_LINES())))
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setSizes([360, 900])
        column(self).addWidget(split)
        shortcut = QShortcut(QKeySequence(NEXT_KEY), self, self.go_on)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        file.findings_changed.connect(self._show_if_seen)

    def furnish(self, bench: LineBench) -> None:
        """Take what lines are measured by."""
        self._bench = bench
        self.count.furnish(bench)

    def take_keyboard(self) -> None:
        """Put the keyboard where the next line is written, or on the states."""
        if self.writing.isEnabled():
            self.writing.next.begin()
        else:
            self.list.setFocus()

    def settle(self) -> None:
        """A line that stands in its field is written."""
        self.writing.settle()

    def can_show(self, place: Path) -> bool:
        """Whether a place is a state; a line of it is changed in the form."""
        return len(place) <= 2 and self._state_of(place) is not None

    def show_place(self, place: Path) -> None:
        """Show the state that a place belongs to."""
        self._show()
        state = self._state_of(place)
        if state is not None:
            self._choose(state)

    def come_to(self, place: Path, wanted: Wanted) -> None:
        """Show a state, with the keyboard where what it lacks is written."""
        self.show_place(place)
        self.writing.next.begin_with(wanted)

    def _state_of(self, place: Path) -> ReactionState | None:
        word = str(place[1]) if place[:1] == ("lines",) and len(place) > 1 else ""
        return next((one for one in self._states if word in (str(one), str(family_of(one)))), None)

    def go_on(self) -> None:
        """Go to the state that lacks most, and into the field there."""
        self.writing.settle()
        lacking = lacks_most(self._states.values(), self._here)
        if lacking is None:
            self.announced.emit(self._look.say(say.NOTHING_LACKS()))
            return
        self._choose(lacking.state)
        self.writing.next.begin()

    @property
    def _here(self) -> ReactionState | None:
        state = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return ReactionState(state) if state is not None else None

    def _left(self) -> QWidget:
        left = WholePart()
        left.setMinimumWidth(round(200 * self._look.scale))
        box = column(left, spacing=0)
        self.whole = text_label("", "small")
        self.whole.setContentsMargins(12, 8, 12, 8)
        box.addWidget(self.whole)
        self._model = QStandardItemModel(self)
        self.list = StateList(self._model, self._look)
        self.list.setAccessibleName(self._look.say(say.STATES()))
        self.list.selectionModel().currentChanged.connect(self._turn)
        box.addWidget(self.list, 1)
        return left

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Show how it stands with every state now."""
        if self._bench is None:
            return
        reading, written = self._file.reading, self._file.written
        node = written.node(("style",))
        style = _STYLES.get(node.strip()) if isinstance(node, str) else None
        if style is None:
            style = reading.patient.style if reading.patient is not None else Family.WITHDRAWAL
        self._lender = Lender.of(self._file)
        found = self._bench.states(reading.lines, written, style, self._counted, self._told_of())
        self._states = {one.state: one for one in found}
        here = self._here
        self._showing = True
        if self._model.rowCount() != len(found):
            self._model.clear()
            for one in found:
                item = QStandardItem()
                item.setData(str(one.state), Qt.ItemDataRole.UserRole)
                item.setIcon(icon(str(one.family), Role(str(one.family)), self._look.theme))
                self._model.appendRow(item)
        for number, one in enumerate(found):
            self._tell(self._model.item(number), one)
        self._showing = False
        self.whole.setText(self._told_of_all(found))
        self.writing.setEnabled(bool(found))
        if found:
            self._choose(here if here is not None else found[0].state)
            self._show_state(style)

    def _told_of(self) -> frozenset[str]:
        """The states and families of which something stands in the list of what is to be mended."""
        places = (place_of(one, self._file.written) for one in self._file.findings)
        return frozenset(str(one[1]) for one in places if one and one[0] == "lines" and len(one) > 1)

    def _tell(self, item: QStandardItem, one: StateLines) -> None:
        label = REACTIONS[one.state].label()
        borrowed = self._is_borrowed(one)
        taken = self._lender.state(label)
        shown = taken if borrowed else say.STATE_COUNT(label=label, there=str(one.there), needed=str(one.needed))
        item.setText(self._look.say(shown))
        how = taken if borrowed else how_it_stands(one)
        heard = say.STATE_HEARD(
            label=label,
            family=FAMILIES[str(one.family)](),
            there=str(one.there),
            needed=str(one.needed),
            how=how,
        )
        item.setData(self._look.say(heard), Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(self._look.say(how))
        font = item.font()
        font.setBold(not one.playable)
        item.setFont(font)

    def _is_borrowed(self, one: StateLines) -> bool:
        """Whether a state speaks with the lines of the one that the person began from."""
        return not one.own and bool(one.moment.wordings) and bool(self._lender.name)

    def _told_of_all(self, found: tuple[StateLines, ...]) -> str:
        """How it stands with all states: first whose lines they speak with, where they are another’s."""
        own = tuple(one for one in found if not self._is_borrowed(one))
        if found and not own:
            return self._look.say(self._lender.all_states())
        taken = len(found) - len(own)
        if not taken:
            return self._look.say(_standing(own, say.WHOLE))
        return self._look.say(one_after_another((self._lender.some_states(taken), _standing(own, say.OF_OWN))))

    def _choose(self, state: ReactionState) -> None:
        row = list(self._states).index(state)
        if self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _turn(self, _index: QModelIndex) -> None:
        if not self._showing:
            self.writing.settle()
            self._show()

    def _show_state(self, style: Family) -> None:
        here = self._here
        if here is None or self._bench is None:
            return
        one = self._states[here]
        examples = self._bench.examples(one, style)
        self.writing.show_state(one, self._bench.measure(style), examples, self._counted, self._lender)

    def _take_count(self, counted: Counted) -> None:
        self._counted = counted
        self._show()

    def _open(self, place: Path) -> None:
        self._file.go_to(place)
        self.form_wanted.emit()


def how_it_stands(one: StateLines) -> Message:
    """Whether a state is finished, can be played, or neither."""
    return say.ENOUGH() if one.finished else say.PLAYABLE() if one.playable else say.NOT_PLAYABLE()


def _standing(found: tuple[StateLines, ...], told: Sentence) -> Message:
    if not found:
        return say.BENCH_CANNOT()
    playable, finished = sum(one.playable for one in found), sum(one.finished for one in found)
    return told(playable=str(playable), finished=str(finished), states=str(len(found)))
