"""Which conversations of a group count as evidence, and what is said of the sentences in them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from simulator.analysis.budget import Interrupted
from simulator.analysis.evidence_archive import KnownPlaces, packed, unpacked
from simulator.analysis.items.item_analysis import FEWEST
from simulator.analysis.solve import Solution
from simulator.services.examine import Examiner
from simulator.services.group_evidence import EvidenceReader, GroupEvidence
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.sentences_chosen import sentences_chosen
from simulator.session.script import Script
from simulator.session.vocabulary import Met, Mode
from tests.analysis.trainees import Trainee
from tests.services.played_group import FIRST_DAY, handed_in, learners, small_solutions

KEY = b"Robin"


def solutions() -> tuple[Solution, ...]:
    return small_solutions(3)


def plays(index: int = 0) -> Trainee:
    return Trainee(solutions()[index], 0, random.Random(index))


def sessions_of(people: Sequence[ReviewedPerson]) -> Iterator[tuple[ReviewedPerson, HandedIn]]:
    return ((person, found) for person in people for found in person.sessions)


def test_only_first_conversations_by_the_rules_of_today_are_evidence() -> None:
    first, second, third = (plays(index).play() for index in range(3))
    again = handed_in(plays().play(), KEY, 1, met=(Met.SESSION,))
    sessions = (
        again,
        handed_in(first, KEY, 2),
        handed_in(second, KEY, 3, mode=Mode.LEARN),
        handed_in(plays(1).play(), KEY, 4, day=FIRST_DAY + timedelta(days=1)),
        handed_in(third, KEY, 5, belief=Belief.OTHER_EDITION),
    )
    (found,) = EvidenceReader(Examiner()).read([ReviewedPerson(KEY, "Robin", sessions)]).people
    assert [one.found.id for one in found.first] == [sessions[1].id], "of a day the one before which nothing was met"
    assert [one.id for one in found.older] == [sessions[4].id]
    assert found.others == 3
    assert len(found.first[0].evidence) == len(first.exchanges)


def test_each_scenario_is_tried_once_and_work_can_be_stopped() -> None:
    reader, people = EvidenceReader(Examiner()), learners(solutions(), 3)
    told: list[tuple[int, int]] = []

    def tell(done: int, all_: int) -> bool:
        told.append((done, all_))
        return True

    reader.read(people, tell)
    assert {all_ for _, all_ in told} == {3}
    assert {done for done, _ in told} == {0, 1, 2}
    told.clear()
    found = reader.read(people, tell)
    assert told == []
    assert [one.person.name for one in found.people] == [one.name for one in people]
    with pytest.raises(Interrupted):
        EvidenceReader(Examiner()).read(people, lambda _done, _all: False)


class Shelf(dict[str, bytes]):
    """What is kept between two starts, in the memory; counts how often something was worked out."""

    worked_out = 0

    def put(self, name: str, data: bytes) -> None:
        self[name] = data
        self.worked_out += 1


def read_again(kept: Shelf, people: Sequence[ReviewedPerson]) -> GroupEvidence:
    """What is told at the next start, where nothing is worked out."""
    before = kept.worked_out
    found = EvidenceReader(Examiner(), kept).read(people)
    assert kept.worked_out == before
    return found


def same(one: GroupEvidence, other: GroupEvidence) -> bool:
    """Whether two say the same of everybody's choices, to the last bit."""
    pairs = [
        (a.evidence, b.evidence)
        for mine, theirs in zip(one.people, other.people, strict=True)
        for a, b in zip(mine.first, theirs.first, strict=True)
    ]
    return one.learner == other.learner and all(
        (a.scenario, a.patient) == (b.scenario, b.patient)
        and all(np.array_equal(getattr(a, each), getattr(b, each)) for each in ("chances", "taken", "prices"))
        for a, b in pairs
    )


def test_the_next_start_tries_nothing_again_and_says_the_same() -> None:
    kept, people = Shelf(), learners(solutions()[:2], 6)
    first = EvidenceReader(Examiner(), kept).read(people)
    assert len(kept) == 2
    assert same(read_again(kept, people), first)
    # Of whom it is and in which order they came says nothing in it.
    assert not any(found.id.encode() in data for _, found in sessions_of(people) for data in kept.values())
    assert not any(person.key in data for person in people for data in kept.values())
    backwards = Shelf()
    EvidenceReader(Examiner(), backwards).read(people[::-1])
    assert backwards == kept

    # Somebody new comes to other places: those are added to what was known.
    before, more = dict(kept), learners(solutions()[:2], 12)
    again = EvidenceReader(Examiner(), kept).read(more)
    assert kept != before
    assert same(read_again(kept, more), again)
    assert same(read_again(kept, people), first)


def test_what_is_damaged_or_something_else_is_tried_again() -> None:
    kept, people = Shelf(), learners(solutions()[:1], 3)
    whole = EvidenceReader(Examiner(), kept).read(people)
    ((name, good),) = kept.items()
    script = Script(people[0].sessions[0].scenario, people[0].sessions[0].stored.started.difficulty)
    known = unpacked(script, good)
    assert known is not None
    key, figures = next(iter(known.places.items()))
    wrong = [
        replace(figures, chances=-figures.chances),
        replace(figures, chances=figures.chances * 2),
        replace(figures, chances=np.full_like(figures.chances, np.nan)),
        replace(figures, prices=figures.prices + 1),
        replace(figures, prices=figures.prices - 1),
        replace(figures, chances=figures.chances[:, 1:], prices=figures.prices[1:]),
    ]
    others = [packed(KnownPlaces({key: one}, known.reach)) for one in wrong]
    others += [packed(KnownPlaces(known.places, {"elsewhere": 0.5})), good[:-20], b"", b"PK", good[:100] + good[120:]]
    assert [unpacked(script, data) for data in others] == [None] * len(others)
    kept[name] = others[0]
    assert same(EvidenceReader(Examiner(), kept).read(people), whole)
    assert kept[name] == good, "what was worked out again takes its place"
    assert unpacked(Script(solutions()[1].script.scenario, 1), good) is None


@pytest.mark.slow
def test_points_keep_to_those_who_came_and_the_ways_are_those_that_were_taken() -> None:
    people = learners(solutions(), FEWEST + 4)
    found = sentences_chosen(EvidenceReader(Examiner()).read(people))
    assert found.conversations == 3 * len(people)
    assert len(found.scenarios) == 3
    for played in found.scenarios:
        assert played.meetings == len(people)
        assert any(one.figures.came == len(people) for one in played.decisions)
        for one in played.decisions:
            assert one.figures.came <= played.paths.came[one.moment]
            assert one.learner is None or one.figures.came == played.paths.came[one.moment]
            assert bool(one.answers) is (one.figures.came >= FEWEST)
            assert sum(answer.figures.taken for answer in one.answers) in (0, one.figures.came)
        assert all(source in played.paths.came for source, _ in played.paths.steps)
