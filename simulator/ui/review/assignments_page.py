"""Assignments at the Review desk: a new one as a file, and who of those who accepted has handed in what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from simulator.handin.assignment import LONGEST, MODES
from simulator.messages.message import Day, Listed, Message
from simulator.messages.sentences import assignments as say
from simulator.messages.sentences import review
from simulator.services.assigning import Assignable, AssignmentState
from simulator.services.session_words import mode_in_words
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.look import Look
from simulator.ui.saving_files import AskWhere
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import label_of, labelled
from simulator.ui.widgets.layouts import (
    Card,
    bring_into_view,
    clear,
    column,
    in_the_middle,
    row,
    scrolling,
    to_top,
    with_larger_text,
)
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.titled import add_head

_WIDEST: Final = 860
_WEEKS: Final = (1, 2, 4, 8)


class AssignmentsPage(QWidget):
    """``made`` tells title, from whom, scenarios, mode, day, and whether under pseudonyms; ``ask_where`` where to save it."""

    made = Signal(str, str, object, object, str, bool)
    closed = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._today = look, today
        self.scenarios: dict[str, QCheckBox] = {}
        self._titles: dict[str, str] = {}
        self.ask_where: AskWhere = where_to_save
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=16)
        self.back = add_head(box, look.say(say.TITLE()), look.say(review.BACK()))
        self.back.clicked.connect(self.closed)
        self.told = text_label("", "lead")
        box.addWidget(self.told)
        self._made_title = text_label(look.say(say.MADE_HERE()), "heading")
        box.addWidget(self._made_title)
        self._states = column(spacing=12)
        box.addLayout(self._states)
        self._new = self._form()
        box.addWidget(self._new)
        box.addStretch(1)
        self._scroll = scrolling(self._inside, look.say(say.TITLE()))
        column(self).addWidget(self._scroll)

    def offer(self, scenarios: Iterable[Assignable]) -> None:
        """Offer scenarios to be practised, and days until when."""
        clear(self._choices)
        self.scenarios = {}
        self._titles = {one.id: one.title for one in scenarios}
        for id_, title in self._titles.items():
            tick = self.scenarios[id_] = QCheckBox(title)
            tick.setAccessibleName(title)
            self._choices.addWidget(tick)
        self.due.clear()
        for weeks in _WEEKS:
            day = (self._today() + timedelta(weeks=weeks)).isoformat()
            self.due.addItem(self._look.say(say.WEEKS(count=weeks, day=Day(day))), day)
        self.due.setCurrentIndex(1)
        self.told.hide()
        self.missing.setText("")

    def choose(self, scenarios: Sequence[Assignable]) -> None:
        """Begin with these scenarios, under their titles."""
        for one in scenarios:
            if one.id in self.scenarios:
                self.scenarios[one.id].setChecked(True)
        self.title.setText(self._look.words.value(Listed(tuple(one.title for one in scenarios)))[:LONGEST])
        bring_into_view(self._new)
        self.make.setFocus()

    def name(self, person: str | None) -> None:
        """Say for whom it is; nothing: for everybody."""
        self._for.setText("" if person is None else self._look.say(say.FOR(name=person)))
        self._for.setVisible(person is not None)

    def begin_anew(self) -> None:
        """The next one begins with nothing chosen."""
        self.title.clear()
        for tick in self.scenarios.values():
            tick.setChecked(False)
        self.name(None)

    def show_states(self, states: Sequence[AssignmentState]) -> None:
        """Show what was made here, with those who have accepted it."""
        clear(self._states)
        self._made_title.setVisible(bool(states))
        for state in states:
            card = Card(margin=18, spacing=6)
            card.body.addWidget(text_label(state.assignment.title, "heading"))
            if state.made_for:
                card.body.addWidget(text_label(self._look.say(say.MADE_FOR_ONE(name=state.made_for)), "body"))
            until = say.UNTIL(day=Day(state.assignment.due), mode=mode_in_words(state.assignment.mode))
            card.body.addWidget(text_label(self._look.say(until), "small"))
            asked = say.ASKED(titles=Listed(tuple(self._titles.get(id_, id_) for id_ in state.assignment.scenarios)))
            card.body.addWidget(text_label(self._look.say(asked), "small"))
            for line in _lines(state):
                card.body.addWidget(text_label(self._look.say(line), "body"))
            self._states.addWidget(card)
        tab_in_reading_order(self._inside)

    def tell(self, message: Message) -> None:
        """Say what came of a new one, above those that were made, where it is seen at once."""
        self.told.setText(self._look.say(message))
        self.told.show()
        self.missing.setText("")
        to_top(self._scroll)

    def _form(self) -> Card:
        look, card = self._look, Card(margin=18, spacing=10)
        card.body.addWidget(text_label(look.say(say.MAKE_TITLE()), "heading"))
        card.body.addWidget(text_label(look.say(say.MAKE_LEAD()), "small"))
        self._for = text_label("", "body")
        self._for.hide()
        card.body.addWidget(self._for)
        self.title, self.by = QLineEdit(), QLineEdit()
        for field, words in ((self.title, say.CALLED()), (self.by, say.BY())):
            field.setMaxLength(LONGEST)
            field.setAccessibleName(look.say(words))
            card.body.addWidget(label_of(text_label(look.say(words), "small"), field))
            card.body.addWidget(field)
        card.body.addWidget(text_label(look.say(say.WHAT()), "small"))
        self._choices = column(spacing=6)
        card.body.addLayout(self._choices)
        self.mode, self.due = QComboBox(), QComboBox()
        for mode in MODES:
            self.mode.addItem(look.say(mode_in_words(mode)), mode)
        for combo, words in ((self.mode, say.MODE()), (self.due, say.DUE())):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line = row()
            line.addWidget(labelled(combo, look.say(words), spacing=8))
            line.addStretch(1)
            card.body.addLayout(line)
        self.pseudonyms = QCheckBox(look.say(say.PSEUDONYMS()))
        self.pseudonyms.setAccessibleName(look.say(say.PSEUDONYMS()))
        card.body.addWidget(self.pseudonyms)
        self.make = Button(look.say(say.MAKE()), "primary")
        self.make.clicked.connect(self._make)
        card.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.missing = text_label("", "body")
        card.body.addWidget(self.missing)
        return card

    def _make(self) -> None:
        chosen = tuple(id_ for id_, tick in self.scenarios.items() if tick.isChecked())
        title = self.title.text().strip()
        if not title or not chosen:
            self.missing.setText(self._look.say(say.NO_NAME()))
            return
        mode, due = self.mode.currentData(), self.due.currentData()
        self.made.emit(title, self.by.text(), chosen, mode, due, self.pseudonyms.isChecked())


def _lines(state: AssignmentState) -> Iterable[Message]:
    """Who has handed in everything, something, nothing yet; only those who have accepted it."""
    all_ = len(state.assignment.scenarios)
    done = tuple(one.name for one in state.people if one.count == all_)
    none = tuple(one.name for one in state.people if one.count == 0)
    if not state.people:
        yield say.NOBODY()
    if done:
        yield say.ALL_IN(names=Listed(done))
    for one in state.people:
        if 0 < one.count < all_:
            yield say.PART_IN(name=one.name, count=one.count, all=all_)
    if none:
        yield say.NOT_IN(names=Listed(none))
