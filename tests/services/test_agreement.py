"""How far raters agree, with each other and with the program; what is counted, and what is left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import numpy as np
import pytest

from simulator.analysis.agreement.figures import NoFigure
from simulator.analysis.agreement.intraclass import of_one_rater
from simulator.analysis.agreement.kappa import Weights, disagreement, weighted_kappa
from simulator.analysis.agreement.projection import projected
from simulator.handin.signing import SigningKey
from simulator.scoring.competency import Competency
from simulator.services.agreement import LEAST_TRANSCRIPTS, Compared, Left, Rated, agreement
from simulator.services.blind_rating import GivenBy
from simulator.services.distinct_transcripts import path_of
from simulator.services.handed_in import HandedIn, hand_in, read_handed_in
from simulator.services.program_scores import ProgramScores
from simulator.services.rating_task import Rating
from simulator.services.reliability import FOR_A_MEAN, more_conversations, more_raters
from simulator.services.review_shelf import ReviewedPerson
from simulator.session.ids import SessionId
from simulator.session.vocabulary import Mode
from tests.handin.kept import desk, file

DEPTH = Competency.DEPTH
WORD = Rating.DID_NOT_COME_UP


def given(rater: str, rating: Rating | int, rubric: int = 2) -> GivenBy:
    return GivenBy(rater, rubric, {DEPTH: Rating(str(rating))})


def rated(number: int, *by: GivenBy, automatic: int | None = 3, path: str = "", verified: bool = True) -> Rated:
    person = bytes([number % 12])
    return Rated(person, path or f"path {number}", verified, dict.fromkeys(Competency, automatic), by)


def depth(found: tuple[Compared, ...]) -> Compared:
    return next(one for one in found if one.competency is DEPTH)


def pairs(count: int) -> list[tuple[int, int]]:
    drawing = Random(3)
    true = [drawing.randint(1, 5) for _ in range(count)]
    return [(one, min(5, max(1, one + drawing.choice((-1, 0, 0, 1))))) for one in true]


def test_two_raters_agree_as_the_formulas_say_and_the_program_is_compared_with_each() -> None:
    some = pairs(30)
    found = agreement(
        rated(at, given("Ada", one), given("Bo", other), automatic=one) for at, (one, other) in enumerate(some)
    )
    together = depth(found.with_each_other)
    numbers = np.array(some)
    assert (together.raters, together.conversations, together.transcripts, together.people) == (
        ("Ada", "Bo"),
        30,
        30,
        12,
    )
    assert together.quadratic.figure == weighted_kappa(numbers, disagreement(5, Weights.QUADRATIC))
    assert together.linear.figure == weighted_kappa(numbers, disagreement(5, Weights.LINEAR))
    assert together.single.figure == of_one_rater(numbers)
    assert together.left_out == {}
    for estimate in (together.quadratic, together.linear, together.single, together.mean):
        assert estimate.figure.value is not None
        assert estimate.interval is not None
        assert estimate.interval.low < estimate.figure.value < estimate.interval.high
    ada, bo = (depth(found.with_the_program[name]) for name in ("Ada", "Bo"))
    assert ada.quadratic.figure.value == 1
    assert ada.quadratic.interval is None, "complete agreement says nothing of how sure it is"
    assert bo.quadratic.figure == together.quadratic.figure
    more = more_raters(together)
    assert more is not None
    assert more.of_these == pytest.approx(2 * more.one / (1 + more.one))


def test_what_is_left_out_is_counted_with_why() -> None:
    some: list[Rated] = [rated(at, given("Ada", one), given("Bo", two)) for at, (one, two) in enumerate(pairs(20))]
    some += [rated(100, given("Ada", 3), given("Bo", 3), verified=False)]
    some += [rated(at, given("Ada", 3)) for at in (101, 102)]
    some += [rated(103, given("Ada", WORD), given("Bo", 1))]
    some += [rated(104, given("Ada", 2, rubric=1), given("Bo", 2))]
    some += [rated(105)]
    found = agreement(some)
    together = depth(found.with_each_other)
    assert (found.conversations, together.conversations) == (25, 20)
    assert together.left_out == {Left.OTHER_EDITION: 1, Left.NOT_BY_ALL: 2, Left.NO_NUMBER: 1, Left.OTHER_RUBRIC: 1}
    assert depth(found.with_the_program["Ada"]).conversations == 22
    noticing = next(one for one in found.with_each_other if one.competency is Competency.NOTICING)
    assert (noticing.conversations, noticing.enough) == (0, False)
    no_score = agreement([rated(at, given("Ada", 3), automatic=None) for at in range(20)])
    assert depth(no_score.with_the_program["Ada"]).left_out == {Left.NO_NUMBER: 20}


def test_no_number_below_fifteen_distinct_transcripts_however_many_conversations() -> None:
    some = [
        rated(at, given("Ada", one), given("Bo", two), path=f"path {at % (LEAST_TRANSCRIPTS - 1)}")
        for at, (one, two) in enumerate(pairs(60))
    ]
    together = depth(agreement(some).with_each_other)
    assert (together.conversations, together.transcripts, together.enough) == (60, 14, False)
    assert together.quadratic.figure.value is None
    assert together.single.figure.value is None
    assert more_raters(together) is None
    more = depth(agreement([*some, rated(99, given("Ada", 1), given("Bo", 2))]).with_each_other)
    assert more.quadratic.figure.value is not None


def test_one_rater_one_category_and_nobody_have_answers() -> None:
    alone = agreement([rated(at, given("Ada", 3)) for at in range(20)])
    assert alone.with_each_other == ()
    same = depth(alone.with_the_program["Ada"])
    assert same.quadratic.figure.why is NoFigure.ONE_CATEGORY
    assert agreement([]).raters == ()


def test_of_three_raters_the_largest_group_with_enough_is_compared() -> None:
    some = [rated(at, given("Ada", one), given("Bo", two), given("Cy", one)) for at, (one, two) in enumerate(pairs(20))]
    assert depth(agreement(some).with_each_other).raters == ("Ada", "Bo", "Cy")
    some += [rated(50 + at, given("Ada", one), given("Bo", two)) for at, (one, two) in enumerate(pairs(20))]
    assert depth(agreement(some).with_each_other).raters == ("Ada", "Bo", "Cy")
    few = [*some[:10], *some[20:]]
    together = depth(agreement(few).with_each_other)
    assert (together.raters, together.conversations) == (("Ada", "Bo"), 30)


def held(scenario: str = "the-wait", turns: int = 100) -> HandedIn:
    play = desk().begin(scenario, Mode.PRACTISE)
    desk().talk(play, turns)
    desk().talk(play)
    return read_handed_in(
        hand_in(desk().store.load(SessionId(play.id)), SigningKey(b"9" * 32), name="Ada", group=False)
    )


def test_one_rater_in_several_spellings_is_one_rater() -> None:
    spellings = ("Anna", " anna ", "ANNA")
    some = [
        rated(number, given(spellings[number % 3], one), given("Bea", two))
        for number, (one, two) in enumerate(pairs(30))
    ]
    found = agreement(some)
    assert found.raters == ("Anna", "Bea")
    assert depth(found.with_each_other).conversations == 30
    assert depth(found.with_the_program["Anna"]).conversations == 30


def test_the_same_course_is_one_transcript_in_whatever_session() -> None:
    first, second = held(), held()
    assert first.id != second.id
    courses = [
        tuple((one.moment.id, one.response and one.response.id) for one in each.transcript.exchanges)
        for each in (first, second)
    ]
    assert (path_of(first.transcript) == path_of(second.transcript)) is (courses[0] == courses[1])
    assert path_of(first.transcript) == path_of(read_handed_in(first.content).transcript)


class Scored(ProgramScores):
    """Reads scores that a test wrote down."""

    def __init__(self, scores: Mapping[str, tuple[str, int | None]]) -> None:
        super().__init__()
        self._scores = scores

    def of(self, found: HandedIn) -> tuple[str, Mapping[Competency, int | None]]:
        path, number = self._scores[found.id]
        return path, dict.fromkeys(Competency, number)


def test_how_many_more_conversations_it_takes_is_told_from_first_meetings_only() -> None:
    from dataclasses import replace

    kept = read_handed_in(file())

    def session(name: str, scenario: str, **changes: object) -> HandedIn:
        started = replace(kept.stored.started, session=SessionId(name), scenario=scenario, met=(), **changes)  # type: ignore[arg-type]
        header = replace(kept.stored.header, id=SessionId(name))
        return replace(kept, stored=replace(kept.stored, header=header, events=(started, *kept.stored.events[1:])))

    people, scores = [], {}
    drawing = Random(4)
    for number in range(10):
        level = 1 + number % 5
        names = [f"{number}/{scenario}" for scenario in ("a", "b", "c")]
        sessions = [session(name, name[-1]) for name in names]
        again = session(f"{number}/again", "a")
        for name in names:
            scores[name] = (name, min(5, max(1, level + drawing.choice((-1, 0, 1)))))
        scores[f"{number}/again"] = (f"{number}/again", 1)
        people.append(ReviewedPerson(bytes([number]), str(number), (*sessions, again)))
    found = more_conversations(people, Scored(scores))[0]
    assert (found.people, found.conversations, found.transcripts, found.each) == (10, 30, 30, 3)
    one, mean, more = found.one.figure.value, found.of_these(), found.to_reach(0.8)
    assert one is not None
    assert mean is not None
    assert more is not None
    assert found.one.interval is not None
    assert one < mean
    assert more.number * one / (1 + (more.number - 1) * one) >= 0.8
    assert more.least <= more.number <= more.most
    takes = found.to_reach(FOR_A_MEAN)
    assert takes is not None
    assert found.mean_from == takes.most
    assert (
        projected(found.one.interval.low, takes.most) >= FOR_A_MEAN > projected(found.one.interval.low, takes.most - 1)
    )
    few = more_conversations(people[:4], Scored(scores))[0]
    assert (few.enough, few.of_these(), few.to_reach(0.8), few.mean_from) == (False, None, None, None)
