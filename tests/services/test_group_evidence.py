"""Which conversations of a group count as evidence, and what is said of the sentences in them."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from simulator.analysis.budget import Interrupted
from simulator.analysis.items.item_analysis import FEWEST
from simulator.analysis.solve import Solution
from simulator.services.examine import Examiner
from simulator.services.group_evidence import EvidenceReader
from simulator.services.handed_in import Belief
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.sentences_chosen import sentences_chosen
from simulator.session.vocabulary import Met, Mode
from tests.analysis.trainees import Trainee
from tests.services.played_group import FIRST_DAY, handed_in, learners, small_solutions

KEY = b"Robin"


def solutions() -> tuple[Solution, ...]:
    return small_solutions(3)


def plays(index: int = 0) -> Trainee:
    return Trainee(solutions()[index], 0, random.Random(index))


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
