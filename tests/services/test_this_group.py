"""The page for the next meeting: since when it counts, moments of different scenarios, and how an hour begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from simulator.messages.message import Day
from simulator.services.group_period import EVERYTHING, day_of, periods
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.this_group import Part, plan
from simulator.services.who_met_what import WhoMetWhat
from simulator.storage.handed_in_files import ReviewBook
from tests.services.played_group import learners, small_solutions

DAY = 24 * 60 * 60 * 1000
MEETING = 1_790_000_000_000


@cache
def group() -> tuple[ReviewedPerson, ...]:
    """Four people who have played two scenarios each, all released for the group."""
    people = learners(small_solutions(2), 4)
    return tuple(
        replace(person, sessions=tuple(replace(found, group=True) for found in person.sessions)) for person in people
    )


def test_every_count_says_since_when_and_another_day_can_be_asked_about() -> None:
    people = group()
    late = {str(found.id): MEETING + DAY for person in people for found in person.sessions[:1]}
    early = {str(found.id): MEETING - 10 * DAY for person in people for found in person.sessions[1:]}
    book = ReviewBook(taken=late | early, meeting_ms=MEETING)
    shelf, counting = Shelf(people), WhoMetWhat()
    page = plan(shelf, book, counting)
    assert [len(person.sessions) for person in page.people] == [1] * 4
    assert page.since_ms == page.meeting_ms == MEETING
    told = [str(block) for one in page.proposals if one.part is not Part.QUESTION for block in one.blocks[:1]]
    assert told
    assert all("counted-since" in words and day_of(MEETING).iso in words for words in told)
    assert day_of(MEETING).iso in str(page.document())
    earlier = plan(shelf, book, counting, MEETING - 20 * DAY)
    assert [len(person.sessions) for person in earlier.people] == [2] * 4
    whole = plan(shelf, book, counting, EVERYTHING)
    assert "counted-all" in str(whole.proposals[0].blocks[0])
    assert whole.heading.id == "this-group/handed-in-first"


def test_the_usual_period_comes_first() -> None:
    today = date(2026, 9, 21)
    first, *_, last = periods(MEETING, today)
    assert (first.since_ms, last.since_ms) == (MEETING, EVERYTHING)
    never = periods(0, today)
    assert never[0].since_ms == EVERYTHING
    assert day_of(never[1].since_ms) == Day("2026-09-14")


def test_moments_come_from_different_scenarios_where_there_is_a_choice() -> None:
    page = plan(Shelf(group()), ReviewBook(), WhoMetWhat())
    moments = [one for one in page.proposals if one.part is Part.MOMENT]
    assert len(moments) == 3
    assert len({one.scenario for one in moments}) == 2
    kept = moments[0].key
    again = plan(Shelf(group()), ReviewBook(pinned=frozenset([kept])), WhoMetWhat())
    shown = [one for one in again.proposals if one.part is Part.MOMENT]
    assert shown[0].key == kept
    assert shown[0].pinned
    assert shown[1].scenario != shown[0].scenario


def test_a_moment_that_opens_the_hour_says_so_and_a_later_one_has_both_voices_before_it() -> None:
    page = plan(Shelf(group()), ReviewBook(), WhoMetWhat())
    keys = frozenset[str]()
    seen: dict[bool, list[bool]] = {}
    for _ in range(12):
        for one in page.proposals:
            if one.replay is not None:
                assert one.replay.about, "the group knows what the patient answers to"
                seen.setdefault(one.replay.opens, [line.you for line in one.replay.lines])
                keys |= {one.key}
        page = plan(Shelf(group()), ReviewBook(out=keys), WhoMetWhat())
    assert seen[True][-1] is False
    assert seen[False] == [False, True, False]
