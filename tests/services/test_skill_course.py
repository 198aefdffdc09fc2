"""What is told of how somebody chooses: word for word, from when on, and when two numbers are different."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from simulator.analysis.choice_evidence import ChoiceEvidence
from simulator.analysis.skill import estimate
from simulator.handin.signing import SigningKey
from simulator.services.group_evidence import FirstConversation, GroupEvidence, PersonEvidence
from simulator.services.handed_in import HandedIn, read_handed_in
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.skill_course import OTHERS, SkillCourse, skill_course
from tests.analysis.trainees import made_up
from tests.handin.kept import file

TODAY = date(2026, 11, 27)
LONG_AGO, LATELY = "2026-06-01", "2026-11-20"


@cache
def conversation(day: str) -> HandedIn:
    found = read_handed_in(file())
    started = replace(found.stored.started, day=day)
    return replace(found, stored=replace(found.stored, events=(started, *found.stored.events[1:])))


def choices(good: int, bad: int, patient: str = "kim") -> ChoiceEvidence:
    """So many choices of an answer worth 20 and of one worth nothing."""
    return made_up([((0, 20), 1)] * good + [((0, 20), 0)] * bad, patient=patient)


def person(name: str, *sessions: ChoiceEvidence, day: str = LATELY, older: int = 0) -> PersonEvidence:
    first = tuple(FirstConversation(conversation(day), one) for one in sessions)
    reviewed = ReviewedPerson(SigningKey(name.encode().ljust(32)).public, name, ())
    return PersonEvidence(reviewed, first, (conversation(day),) * older, (), 0)


def course(mine: PersonEvidence, *others: PersonEvidence) -> SkillCourse:
    return skill_course(GroupEvidence((mine, *others), {}), mine.person.key, TODAY)


def told(found: SkillCourse) -> str:
    return " ".join(map(str, found.told))


def test_it_is_told_in_one_form_with_all_that_limits_it() -> None:
    sessions = [choices(8, 4, "ada"), choices(8, 3, "bo"), choices(7, 4, "cleo")]
    found = course(person("Robin", *sessions))
    assert found.now is not None
    points = found.now.points
    assert points is not None
    assert 0 < points.low < points.points < points.high < 100
    assert told(found) == (
        f"Choosing among the answers on offer: about {points.points} of 100, likely between {points.low} and {points.high}. "
        "From 3 first conversations with 3 patients, 34 choices. 0 is choosing blindly, 100 is always the best answer on offer. "
        "It does not say what this person would say in their own words, and it is not validated. "
        "Too few to compare with others, or with last month."
    )
    assert estimate(sessions).low < 0 < estimate(sessions).high or points.points > 50


def test_below_the_minimum_only_what_is_missing_is_told() -> None:
    assert told(course(person("Robin", choices(20, 20)))) == "Not yet: 1 of 3 first conversations."
    one_patient = person("Robin", *[choices(10, 5)] * 3)
    assert told(course(one_patient)) == "Not yet: first conversations with 1 of 2 patients."
    few = person("Robin", choices(4, 2, "ada"), choices(4, 2, "bo"), choices(4, 2, "cleo"))
    assert told(course(few)) == "Not yet: 18 of 30 choices in which it mattered what was said."
    assert "No first conversation was handed in" in told(course(person("Robin")))


def test_what_is_of_an_earlier_edition_is_counted_beside_it() -> None:
    found = course(person("Robin", choices(20, 20), older=4))
    assert told(found) == "Not yet: 1 of 3 first conversations. 4 older ones not counted."


def test_every_first_conversation_has_its_step() -> None:
    found = course(person("Robin", *(choices(10, 5, name) for name in ("ada", "bo", "cleo", "dan"))))
    assert [step.so_far.points is None for step in found.steps] == [True, True, False, False]


def several(name: str, good: int, bad: int, *days: str) -> PersonEvidence:
    """Three conversations with different people on each of these days."""
    first = tuple(
        FirstConversation(conversation(day), choices(good, bad, patient))
        for day in days
        for patient in ("ada", "bo", "cleo")
    )
    return replace(person(name), first=first)


def test_two_numbers_are_different_only_where_the_interval_leaves_out_none() -> None:
    others = [several(f"Other {number}", 8, 7, LATELY) for number in range(OTHERS)]
    assert "Not to be told apart" in told(course(several("Robin", 8, 7, LATELY), *others))
    assert "Higher here, by" in told(course(several("Robin", 15, 0, LATELY), *others))
    strong = [several(f"Other {number}", 13, 2, LATELY) for number in range(OTHERS)]
    assert "Lower here, by" in told(course(several("Robin", 8, 7, LATELY), *strong))
    assert "Too few to compare with last month." in told(course(several("Robin", 8, 7, LATELY), *others))
    assert "Too few to compare with others." not in told(course(several("Robin", 8, 7, LATELY), *others))


def test_last_month_is_compared_once_both_have_enough() -> None:
    same = told(course(several("Robin", 8, 7, LONG_AGO, LATELY)))
    assert "From 28 Oct 2026 on: about" in same
    assert "Not to be told apart" in same
    assert "Too few to compare with others." in same
    late = several("Robin", 15, 0, LATELY).first
    better = replace(person("Robin"), first=(*several("Robin", 5, 10, LONG_AGO).first, *late))
    assert "Higher here, by" in told(course(better))
