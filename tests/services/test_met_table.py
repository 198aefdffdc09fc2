"""The tables of who met what say the same as the turns behind them, whatever is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import unescape

import pytest

from simulator.alliance.reactions import Family
from simulator.messages.message import ENGLISH
from simulator.reports.document import Document
from simulator.reports.html_page import as_html
from simulator.scoring.competency import Competency
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.met_table import MetTable
from simulator.services.met_words import may_be_told, of_everybody, of_one
from simulator.services.program_scores import ProgramScores
from simulator.services.review_reports import group_report, person_report
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.who_met_what import COUNTED, FAMILIES, Asked, Read, WhoMetWhat, cell, of_person
from tests.services.played_group import learners, small_solutions
from tests.services.test_who_met_what import group


@pytest.mark.parametrize(
    "asked", [Asked(), Asked(first_only=True), Asked(scenario="another"), Asked(since="2999-01-01")]
)
def test_every_cell_counts_the_turns_behind_it(asked: Asked) -> None:
    people = group()
    table = MetTable(people, WhoMetWhat())
    for one in (asked, replace(asked, group=frozenset([people[0].key]))):
        found, turns = table.asked(one), table.turns(one)
        assert {person.name for person in found.people} == {p.name for p in people if any(map(one.holds, p.sessions))}
        for competency in COUNTED:
            for family in (*FAMILIES, None):
                counted, behind = found.cell(competency, family), cell(turns, competency, family)
                assert (counted.met, counted.came_up, counted.people) == (behind.met, behind.came_up, behind.people)
            for person in people:
                behind = of_person(turns, person, competency)
                assert found.of_person(person, competency) == (behind.met, behind.came_up)
    assert table.asked(Asked()).of_other_edition == 1


def _page(document: Document) -> str:
    return unescape(as_html(document, ENGLISH))


class MadeUp(ProgramScores):
    """Scores that were made up: those of the first half of the people are high, the others' low, but for one of some people."""

    def __init__(self, people: tuple[ReviewedPerson, ...], apart: bool) -> None:
        super().__init__()
        self._high = {person.key for person in people[: len(people) // 2]}
        self._apart = apart

    def of(self, found: HandedIn) -> tuple[str, Mapping[Competency, int | None]]:
        """A 5 or a 1; where people are not apart, by the scenario."""
        scenario = found.stored.started.scenario
        high = found.key in self._high if self._apart else scenario == "story-13"
        if found.key[-1:] in b"147" and scenario == "story-20":
            high = not high
        return found.id, dict.fromkeys(Competency) | {Competency.EXPLORING: 5 if high else 1}


class Scored(WhoMetWhat):
    """Reads the scores that were made up, and what an instructor made of those of some."""

    def __init__(self, people: tuple[ReviewedPerson, ...], *, apart: bool = True, corrected: bytes = b"") -> None:
        super().__init__()
        self.by_program = MadeUp(people, apart)
        self._corrected = corrected

    def read(self, found: HandedIn) -> Read:
        """As the program scores it, and a 3 where it was corrected."""
        _, scores = self.by_program.of(found)
        came_up = ((Competency.EXPLORING, Family.WITHDRAWAL, 1, scores[Competency.EXPLORING] == 5),)
        return Read(came_up, {**scores, Competency.EXPLORING: 3} if found.key == self._corrected else scores)


def test_a_mean_is_told_only_where_it_is_sure_to_be_reliable_enough() -> None:
    people = learners(small_solutions(4), 24)
    everybody = MetTable(people, Scored(people))
    more = everybody.more[Competency.EXPLORING]
    assert more.one.interval is not None
    assert more.mean_from is not None
    assert more.one.interval.low < more.one.figure.value  # type: ignore[operator]
    assert 1 < more.mean_from <= 4
    means = everybody.asked(Asked()).means(Competency.EXPLORING)
    assert means[people[0].key] == (5.0, 4, False)
    assert means[people[1].key] == ((5 * 3 + 1) / 4, 4, False)
    assert len(means) == len(people)
    # One conversation of each is asked about: its mean is not sure, whatever it is sure of with more.
    assert everybody.asked(Asked(scenario="story-13")).means(Competency.EXPLORING) == {}
    assert everybody.asked(Asked()).means(Competency.OWN_ROLE) == {}
    alike = MetTable(people, Scored(people, apart=False))
    assert alike.more[Competency.EXPLORING].mean_from is None
    assert alike.asked(Asked()).means(Competency.EXPLORING) == {}
    few = MetTable(people[:4], Scored(people)).asked(Asked())
    assert few.means(Competency.EXPLORING) == {}


def test_no_mean_comes_or_goes_because_somebody_was_corrected() -> None:
    people = learners(small_solutions(4), 24)
    before = MetTable(people, Scored(people))
    after = MetTable(people, Scored(people, corrected=people[0].key))
    assert after.more == before.more
    means = before.asked(Asked()).means(Competency.EXPLORING)
    corrected = after.asked(Asked()).means(Competency.EXPLORING)
    assert corrected == {**means, people[0].key: means[people[0].key]._replace(corrected=True)}
    assert str(of_one(3, 4, corrected[people[0].key])) == "3 of 4 · mean 5.0 in 4 first meetings, before corrections"
    assert str(of_one(3, 4, corrected[people[1].key])) == "3 of 4 · mean 4.0 in 4 first meetings"


def test_only_verified_first_meetings_count_for_a_mean() -> None:
    people = learners(small_solutions(4), 24)
    first = people[0]
    again = replace(first.sessions[0], belief=Belief.OTHER_EDITION)
    changed = (replace(first, sessions=(again, *first.sessions[1:])), *people[1:])
    table = MetTable(changed, Scored(people))
    means = table.asked(Asked()).means(Competency.EXPLORING)
    assert table.more[Competency.EXPLORING].conversations == 4 * 24 - 1
    least = table.more[Competency.EXPLORING].mean_from
    assert least is not None
    assert (first.key in means) is (least <= 3)
    assert means[people[2].key].conversations == 4


def test_the_page_and_both_reports_say_the_same_of_every_cell() -> None:
    people = learners(small_solutions(4), 24)
    table = MetTable(people, Scored(people))
    whole = _page(group_report(table))
    found = table.asked(Asked())
    cell_ = str(of_everybody(found.cell(Competency.EXPLORING, None)))
    assert "likely" in cell_
    assert cell_ in whole
    mean = found.means(Competency.EXPLORING)[people[1].key]
    person = str(of_one(*found.of_person(people[1], Competency.EXPLORING), mean))
    assert person in whole
    mine = _page(person_report(table, people[1], {}))
    assert person in mine
    of_exploring, others = may_be_told(table.more[each] for each in COUNTED)
    assert (str(of_exploring) in mine, str(others) in mine) == (True, True)
    assert str(of_exploring).endswith("A mean is shown from 3 first meetings on.")
    assert str(others).startswith("Noticing, How soon you turned to it, "), "what is so for one reason is said once"
    assert people[0].name not in mine
