"""Who met what: the group’s table, a row for each person, and the conversations behind any cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from simulator.services.handed_in import HandedIn
from simulator.services.met_table import Mean, MetTable
from simulator.services.met_words import apart_lead, may_be_told, of_everybody, of_one
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.who_met_what import COUNTED, FAMILIES, Asked, CameUp, Cell, WhoMetWhat, cell, of_person
from simulator.ui.look import Look
from simulator.ui.review.asked_bar import AskedBar
from simulator.ui.review.count_table import CountTable
from simulator.ui.review.people_choice import PeopleChoice
from simulator.ui.review.return_page import ReturnPage
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import Card, bring_into_view, clear, column, row, scrolling
from simulator.ui.widgets.rows_model import Column
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import Paragraph, text_label
from simulator.ui.widgets.titled import add_head

_READABLE = 860
_MOST_HIGH: Final = 12
"""Lines of the table of people: with large text it is wider than the window, and its scroll bar stays in sight."""
_COLUMNS: Final[tuple[Family | None, ...]] = (*FAMILIES, None)


class MetPage(ReturnPage):
    """Counts only; ``chosen`` tells a person, a conversation and a turn that somebody wants to read."""

    chosen = Signal(object, object, int)
    person_wanted = Signal(object)
    """What somebody has handed in is to be shown."""
    closed = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self._look = look
        self._table = MetTable((), WhoMetWhat())
        self._found = self._table.asked(Asked())
        self._means: dict[Competency, Mapping[bytes, Mean]] = {}
        self.read_buttons: list[Button] = []
        self._inside = QWidget()
        box = self._box = column(self._inside, spacing=14)
        box.setContentsMargins(36, 24, 36, 32)
        self.back = add_head(box, look.say(say.TITLE()), look.say(review.BACK()))
        self.back.clicked.connect(self.closed)
        box.addWidget(Paragraph(look.say(say.LEAD()), round(_READABLE * look.scale), "quiet"))
        self.asked = AskedBar(look, today)
        self.asked.changed.connect(self._count)
        box.addWidget(self.asked)
        self.whose = PeopleChoice(look)
        self.whose.changed.connect(self._count)
        box.addWidget(self.whose)
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
        self.people: CountTable[ReviewedPerson] = CountTable(
            look.say(say.BY_PERSON()), self._person_columns(), look, most_high=_MOST_HIGH
        )
        self.people.cell_chosen.connect(self._choose_person)
        box.addWidget(self.people)
        self.apart = Fold(look.say(say.APART()), look.say(say.APART_HIDE()))
        box.addWidget(self.apart)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.TITLE())))

    @property
    def way_back(self) -> Message:
        """From what was opened here."""
        return review.BACK_TO_MET()

    def show_table(self, table: MetTable) -> None:
        """Count what was handed in."""
        self._table = table
        started = (found.stored.started for person in table.people for found in person.sessions)
        titles = {one.scenario: one.title for one in started}
        self.asked.offer(sorted(titles.items(), key=lambda item: item[1].casefold()))
        self.whose.offer(table.people)
        self._count()

    # What is counted.

    @property
    def _asks(self) -> Asked:
        return replace(self.asked.asked, group=self.whose.group)

    def _count(self) -> None:
        self._found = self._table.asked(self._asks)
        self._means = {competency: self._found.means(competency) for competency in COUNTED}
        self.behind.hide()
        self.told.setText(" ".join(map(self._look.say, self._told())))
        self.table.show_rows(COUNTED)
        self.people.show_rows(self._found.people)
        self._list_apart()
        tab_in_reading_order(self._inside)

    def _told(self) -> list[Message]:
        count = self._found.conversations
        if not count:
            return [say.NOTHING()]
        people, since = review.PEOPLE(count=len(self._found.people)), self._asks.since
        told: list[Message] = [
            say.COUNTED(count=count, people=people)
            if since is None
            else say.COUNTED_SINCE(count=count, people=people, day=Day(since))
        ]
        others = self._found.of_other_edition
        if others:
            told.append(say.OTHER_EDITION(count=others))
        return [*told, say.HOW_TO()]

    def _list_apart(self) -> None:
        """From how many conversations on a mean is shown, by competency."""
        clear(self.apart.body)
        for sentence in (apart_lead(), *may_be_told(self._table.more[each] for each in COUNTED)):
            self.apart.body.addWidget(text_label(self._look.say(sentence), "quiet"))

    def _columns(self) -> list[Column[Competency]]:
        about = self._look.say(say.ABOUT())
        first: Column[Competency] = Column(about, self._name, self._name, room=2, letters=12)
        return [first, *map(self._family_column, _COLUMNS)]

    def _name(self, competency: Competency) -> str:
        return self._look.say(_label(competency))

    def _family_column(self, family: Family | None) -> Column[Competency]:
        def text(competency: Competency) -> str:
            return self._look.say(of_everybody(self._found.cell(competency, family)))

        return Column(self._look.say(family_in_words(family)), text, text, room=1, letters=9)

    def _person_columns(self) -> list[Column[ReviewedPerson]]:
        who = self._look.say(say.PERSON())
        first: Column[ReviewedPerson] = Column(who, lambda one: one.name, lambda one: one.name, room=1, letters=9)
        return [first, *map(self._competency_column, COUNTED)]

    def _competency_column(self, competency: Competency) -> Column[ReviewedPerson]:
        def text(person: ReviewedPerson) -> str:
            mean = self._means[competency].get(person.key)
            return self._look.say(of_one(*self._found.of_person(person, competency), mean))

        return Column(self._name(competency), text, text, number=True)

    # What is behind a cell.

    def _choose_family(self, competency: Competency, number: int) -> None:
        family = _COLUMNS[number - 1] if number else None
        label = _label(competency)
        what = label if family is None else say.OF_WHAT(competency=label, where=family_in_words(family))
        self._show_behind(what, cell(self._table.turns(self._asks), competency, family), self.table)

    def _choose_person(self, person: ReviewedPerson, number: int) -> None:
        if number == 0:
            self.person_wanted.emit(person)
            return
        competency = COUNTED[number - 1]
        what = say.OF_WHAT(competency=_label(competency), where=person.name)
        self._show_behind(what, of_person(self._table.turns(self._asks), person, competency), self.people)

    def _bring_behind(self) -> None:
        self.behind.show()
        tab_in_reading_order(self._inside)
        bring_into_view(self.behind)

    def _show_behind(self, what: str | Message, found: Cell, table: QWidget) -> None:
        """Show what is behind a cell of a table, right below it."""
        self._box.removeWidget(self.behind)
        self._box.insertWidget(self._box.indexOf(table) + 1, self.behind)
        clear(self.behind.body)
        self.read_buttons = []
        head = say.BEHIND(what=what, met=found.met, came_up=found.came_up)
        words = self._look.say(head if found.came_up else say.BEHIND_NOTHING(what=what))
        self.behind.body.addWidget(text_label(words, "heading"))
        for turns in _by_conversation(found.turns):
            self.behind.body.addWidget(self._line(turns))
        self._bring_behind()

    def _line(self, turns: Sequence[CameUp]) -> QWidget:
        first = turns[0]
        started = first.found.stored.started
        told = say.LINE(name=first.person.name, title=started.title, day=Day(started.day), turns=_in_turns(turns))
        return self._read_line(self._look.say(told), first.person, first.found, first.turn)

    def _read_line(self, words: str, person: ReviewedPerson, found: HandedIn, turn: int) -> QWidget:
        started, look = found.stored.started, self._look
        holder = QWidget()
        line = row(holder, spacing=12)
        line.addWidget(text_label(words, "body"), 1)
        named = review.READ_NAMED(title=started.title, name=person.name, day=Day(started.day))
        button = Button(look.say(review.READ()), "plain", name=look.say(named))
        button.clicked.connect(lambda: self.chosen.emit(person, found, turn))
        self.read_buttons.append(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _label(competency: Competency) -> Message:
    return COMPETENCIES[competency].label()


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
