"""Counts of who met what come out of the evidence turn by turn, and name their turns."""

from __future__ import annotations

from dataclasses import replace

from simulator.alliance.reactions import Family
from simulator.scoring import score
from simulator.scoring.competency import Competency, Counts
from simulator.services.handed_in import Belief, read_handed_in
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.who_met_what import COUNTED, FAMILIES, Asked, WhoMetWhat, cell, of_other_edition, of_person
from simulator.session.edition import RELEASED
from simulator.session.vocabulary import Mode
from tests.handin.kept import KIMS_KEY, OTHER_KEY, file, with_body

OLD = RELEASED[-2]


def group() -> tuple[ReviewedPerson, ...]:
    """Kim, and somebody whose conversation is of an earlier edition."""
    first = read_handed_in(file())
    other = read_handed_in(with_body(0, edition=OLD[0], rules=OLD[1], session="another", met=["session"]))
    other = replace(other, key=OTHER_KEY.public)
    assert other.belief is Belief.OTHER_EDITION
    return ReviewedPerson(KIMS_KEY.public, "Kim", (first,)), ReviewedPerson(OTHER_KEY.public, "Robin", (other,))


def test_every_count_is_the_evidence_of_its_turns() -> None:
    kim, robin = group()
    turns = WhoMetWhat().count((kim, robin), Asked())
    scores = score(kim.sessions[0].transcript).competencies
    for competency in COUNTED:
        read = {e.turn for e in scores[competency].evidence if e.counts is not Counts.CONTEXT}
        against = {e.turn for e in scores[competency].evidence if e.counts is Counts.AGAINST}
        mine = of_person(turns, kim, competency)
        assert {one.turn for one in mine.turns} == read
        assert mine.met == len(read - against)
        whole = cell(turns, competency, None)
        assert whole.came_up == 2 * len(read)
        assert whole.came_up == sum(cell(turns, competency, family).came_up for family in FAMILIES)
    noticed = cell(turns, Competency.NOTICING, Family.WITHDRAWAL)
    assert (noticed.people, noticed.conversations) == (2, 2)


def test_filters_leave_out_what_is_not_asked_about() -> None:
    kim, robin = group()
    counting = WhoMetWhat()
    day = kim.sessions[0].stored.started.day

    def people(asked: Asked) -> set[str]:
        return {one.person.name for one in counting.count((kim, robin), asked)}

    assert people(Asked()) == {"Kim", "Robin"}
    assert people(Asked(first_only=not kim.sessions[0].stored.started.met)) <= {"Kim", "Robin"}
    assert "Robin" not in people(Asked(first_only=True))
    assert people(Asked(scenario="another")) == set()
    assert people(Asked(mode=Mode.ASSESS)) == set()
    assert people(Asked(since=day)) == {"Kim", "Robin"}
    assert people(Asked(since="2999-01-01")) == set()
    assert of_other_edition(counting.count((kim, robin), Asked())) == 1
