"""Who met what: the group’s table, a row for each person, and the conversations behind any cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.alliance.reactions import Family
from simulator.messages.message import Day, Listed, Message
from simulator.messages.sentences import review
from simulator.messages.sentences import who_met_what as say
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.family_words import family_in_words
from simulator.services.reviewing import ReviewedPerson, Shelf
from simulator.services.who_met_what import (
    COUNTED,
    FAMILIES,
    CameUp,
    Cell,
    WhoMetWhat,
    cell,
    of_other_edition,
    of_person,
)
from simulator.ui.look import Look
from simulator.ui.review.asked_bar import AskedBar
from simulator.ui.review.count_table import CountTable
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, bring_into_view, clear, column, row, scrolling
from simulator.ui.widgets.rows_model import Column
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import Paragraph, text_label

_READABLE = 860
_COLUMNS: Final[tuple[Family | None, ...]] = (*FAMILIES, None)


class MetPage(QWidget):
    """Counts only; ``chosen`` tells a person, a conversation and a turn that somebody wants to read."""

    chosen = Signal(object, object, int)
    closed = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self._look = look
        self._counting = WhoMetWhat()
        self._shelf = Shelf()
        self._turns: tuple[CameUp, ...] = ()
        self.read_buttons: list[Button] = []
        self._inside = QWidget()
        box = column(self._inside, spacing=14)
        box.setContentsMargins(36, 24, 36, 32)
        head = row(spacing=10)
        head.addWidget(text_label(look.say(say.TITLE()), "title"), 1)
        self.back = Button(look.say(review.BACK()), "quiet")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(Paragraph(look.say(say.LEAD()), round(_READABLE * look.scale), "quiet"))
        self.asked = AskedBar(look, today)
        self.asked.changed.connect(self._count)
        box.addWidget(self.asked)
        self.told = text_label("", "body")
        box.addWidget(self.told)
        self.table: CountTable[Competency] = CountTable(look.say(say.TITLE()), self._columns(), look)
        self.table.cell_chosen.connect(self._choose_family)
        box.addWidget(self.table)
        self.behind = Card(margin=16, spacing=8)
        self.behind.hide()
        box.addWidget(self.behind)
        box.addWidget(text_label(look.say(say.BY_PERSON()), "heading"))
        box.addWidget(text_label(look.say(say.BY_PERSON_LEAD()), "quiet"))
        self.people: CountTable[ReviewedPerson] = CountTable(look.say(say.BY_PERSON()), self._person_columns(), look)
        self.people.cell_chosen.connect(self._choose_person)
        box.addWidget(self.people)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.TITLE())))

    def show_shelf(self, shelf: Shelf) -> None:
        """Count what was handed in."""
        self._shelf = shelf
        titles = {found.stored.started.scenario: found.stored.started.title for _, found in shelf.sessions()}
        self.asked.offer(sorted(titles.items(), key=lambda item: item[1].casefold()))
        self._count()

    # What is counted.

    def _count(self) -> None:
        asked = self.asked.asked
        self._turns = self._counting.count(self._shelf.people, asked)
        self.behind.hide()
        people = [one for one in self._shelf.people if any(map(asked.holds, one.sessions))]
        count = sum(asked.holds(found) for _, found in self._shelf.sessions())
        self.told.setText(" ".join(map(self._look.say, self._told(count, len(people)))))
        self.table.show_rows(COUNTED)
        self.people.show_rows(people)
        tab_in_reading_order(self._inside)

    def _told(self, count: int, people: int) -> list[Message]:
        if not count:
            return [say.NOTHING()]
        told: list[Message] = [say.COUNTED(count=count, people=review.PEOPLE(count=people))]
        others = of_other_edition(self._turns)
        if others:
            told.append(say.OTHER_EDITION(count=others))
        return [*told, say.HOW_TO()]

    def _columns(self) -> list[Column[Competency]]:
        about = self._look.say(say.ABOUT())
        first: Column[Competency] = Column(about, self._name, self._name, room=2, letters=22)
        return [first, *map(self._family_column, _COLUMNS)]

    def _name(self, competency: Competency) -> str:
        return self._look.say(_label(competency))

    def _family_column(self, family: Family | None) -> Column[Competency]:
        def text(competency: Competency) -> str:
            found = cell(self._turns, competency, family)
            if not found.came_up:
                return self._look.say(say.NEVER())
            return self._look.say(say.WITH_PEOPLE(met_of=_met_of(found), count=found.people))

        return Column(self._look.say(family_in_words(family)), text, text, room=1, letters=12)

    def _person_columns(self) -> list[Column[ReviewedPerson]]:
        who = self._look.say(say.PERSON())
        first: Column[ReviewedPerson] = Column(who, lambda one: one.name, lambda one: one.name, room=1, letters=14)
        return [first, *map(self._competency_column, COUNTED)]

    def _competency_column(self, competency: Competency) -> Column[ReviewedPerson]:
        def text(person: ReviewedPerson) -> str:
            found = of_person(self._turns, person, competency)
            return self._look.say(_met_of(found) if found.came_up else say.NEVER())

        return Column(self._name(competency), text, text, number=True)

    # What is behind a cell.

    def _choose_family(self, competency: Competency, number: int) -> None:
        family = _COLUMNS[number - 1] if number else None
        label = _label(competency)
        what = label if family is None else say.OF_WHAT(competency=label, where=family_in_words(family))
        self._show_behind(what, cell(self._turns, competency, family))

    def _choose_person(self, person: ReviewedPerson, number: int) -> None:
        if number == 0:
            self._show_behind(person.name, Cell(tuple(one for one in self._turns if one.person is person)))
            return
        competency = COUNTED[number - 1]
        what = say.OF_WHAT(competency=_label(competency), where=person.name)
        self._show_behind(what, of_person(self._turns, person, competency))

    def _show_behind(self, what: str | Message, found: Cell) -> None:
        clear(self.behind.body)
        self.read_buttons = []
        head = say.BEHIND(what=what, met=found.met, came_up=found.came_up)
        words = self._look.say(head if found.came_up else say.BEHIND_NOTHING(what=what))
        self.behind.body.addWidget(text_label(words, "heading"))
        for turns in _by_conversation(found.turns):
            self.behind.body.addWidget(self._line(turns))
        self.behind.show()
        tab_in_reading_order(self._inside)
        bring_into_view(self.behind)

    def _line(self, turns: Sequence[CameUp]) -> QWidget:
        first, look = turns[0], self._look
        started = first.found.stored.started
        holder = QWidget()
        line = row(holder, spacing=12)
        told = say.LINE(name=first.person.name, title=started.title, day=Day(started.day), turns=_in_turns(turns))
        line.addWidget(text_label(look.say(told), "body"), 1)
        named = review.READ_NAMED(title=started.title, name=first.person.name, day=Day(started.day))
        button = Button(look.say(review.READ()), "plain", name=look.say(named))
        button.clicked.connect(lambda: self.chosen.emit(first.person, first.found, first.turn))
        self.read_buttons.append(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _label(competency: Competency) -> Message:
    return COMPETENCIES[competency].label()


def _met_of(found: Cell) -> Message:
    return say.MET_OF(met=found.met, came_up=found.came_up)


def _by_conversation(turns: Sequence[CameUp]) -> list[list[CameUp]]:
    found: dict[str, list[CameUp]] = {}
    for one in turns:
        found.setdefault(one.found.id, []).append(one)
    return list(found.values())


def _in_turns(turns: Sequence[CameUp]) -> Listed:
    """In which turns it was met, and in which it was not."""
    told: list[Message] = []
    for met, sentence in ((True, say.MET_IN), (False, say.NOT_MET_IN)):
        numbers = sorted({one.turn for one in turns if one.met is met})
        if numbers:
            told.append(sentence(turns=Listed(tuple(map(str, numbers))), count=len(numbers)))
    return Listed(tuple(told))
