"""The tables of who met what say the same as the turns behind them, whatever is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.reactions import Family
from simulator.scoring.competency import Competency
from simulator.services.handed_in import HandedIn
from simulator.services.met_table import MetTable
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


class Scored(WhoMetWhat):
    """Reads scores that were made up: those of the first half of the people are high, the others' low."""

    def __init__(self, people: tuple[ReviewedPerson, ...], apart: bool) -> None:
        super().__init__()
        self._high = {person.key for person in people[: len(people) // 2]}
        self._apart = apart

    def read(self, found: HandedIn) -> Read:
        """A 5 or a 1; where people are not apart, by the scenario."""
        high = found.key in self._high if self._apart else found.stored.started.scenario == "story-13"
        came_up = ((Competency.EXPLORING, Family.WITHDRAWAL, 1, high),)
        return Read(came_up, {Competency.EXPLORING: 5 if high else 1})


def test_a_mean_is_told_only_where_it_is_reliable_enough() -> None:
    people = learners(small_solutions(2), 12)
    apart = MetTable(people, Scored(people, apart=True)).asked(Asked()).told(Competency.EXPLORING)
    assert apart is not None
    assert apart.reliability.one == 1
    assert len(apart.means) == len(people)
    alike = MetTable(people, Scored(people, apart=False)).asked(Asked()).told(Competency.EXPLORING)
    assert alike is not None
    assert alike.means == {}
    few = MetTable(people[:4], Scored(people, apart=True)).asked(Asked()).told(Competency.EXPLORING)
    assert few is None
    assert MetTable(people, Scored(people, apart=True)).asked(Asked()).told(Competency.OWN_ROLE) is None
