"""What to practise next and why, which scenarios fit a filter, and what is told before a first meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.patient.state import Cause
from simulator.scenario.library_index import Card
from simulator.services.first_meeting import cause_told, skill_told, themes_told
from simulator.services.library_filter import NO_WISHES, Wishes, themes_of, wanted
from simulator.services.practice import Last, Progress, ShelfItem
from simulator.services.suggestion import suggested
from simulator.session.ids import SessionId

NOTHING = Progress()


def item(
    title: str,
    *,
    level: int = 1,
    family: str = "withdrawal",
    notes: tuple[str, ...] = (),
    progress: Progress | None = NOTHING,
    minutes: int = 10,
    problems: int = 0,
) -> ShelfItem:
    card = Card(
        title, title, "", (), level, (family,), notes, minutes, f"{title} Smith", 30, "", "", "", Path(), "d", problems
    )  # fmt: skip
    return ShelfItem(card, progress)


def ended(verdict: str, *, level: int = 1, at_ms: int = 1, count: int = 1) -> Progress:
    return Progress(count, last=Last(level, verdict, at_ms))


def told(*items: ShelfItem) -> tuple[str, str]:
    found = suggested(items)
    assert found is not None
    return found.item.card.title, str(found.why)


def test_the_easiest_is_where_to_begin() -> None:
    title, why = told(item("Hard", level=2), item("Easy", minutes=12))
    assert title == "Easy"
    assert "nothing on this shelf has a lower level, and it takes about 12 min" in why


def test_what_was_left_open_comes_first() -> None:
    left = Progress(1, unfinished=(SessionId("one"),), last=Last(1, "repaired", 5))
    assert told(item("New"), item("Left", progress=left)) == ("Left", "You left this conversation open.")


def test_who_was_not_found_again_is_met_once_more_but_not_for_ever() -> None:
    title, why = told(item("New"), item("Ines", progress=ended("left")))
    assert (title, "Your last conversation with Ines" in why) == ("Ines", True)
    assert told(item("New"), item("Ines", progress=ended("left", count=3)))[0] == "New"


def test_the_next_person_is_the_easiest_and_of_equals_one_where_something_else_goes_wrong() -> None:
    met = item("Ines", progress=ended("repaired"))
    title, why = told(met, item("Alike"), item("Other", family="confrontation"), item("Hard", level=3))
    assert title == "Other"
    assert why == "You have not met Other yet, and Other has the lowest level of those."
    assert "confront" not in why


def test_who_has_met_everybody_goes_a_level_further() -> None:
    items = item("A", progress=ended("repaired", level=2)), item("B", progress=ended("transfer", level=1, at_ms=9))
    assert told(*items) == ("B", "You and B found each other again at level 1. Try level 2.")


def test_at_the_end_of_all_it_is_the_one_of_longest_ago() -> None:
    items = item("A", progress=ended("repaired", level=3, at_ms=9)), item("B", progress=ended("repaired", level=3))
    assert told(*items) == ("B", "It has been longest since you sat with B.")


def test_nothing_is_suggested_where_nothing_can_be_played_or_is_known() -> None:
    assert suggested([item("Broken", problems=1), item("Unknown", progress=None)]) is None


@pytest.mark.parametrize(
    ("wishes", "left"),
    [
        (NO_WISHES, ["A", "B", "C"]),
        (Wishes(played=True), ["A"]),
        (Wishes(played=False), ["B", "C"]),
        (Wishes(level=2), ["B"]),
        (Wishes(most_minutes=10), ["A", "C"]),
        (Wishes(without=frozenset({"grief", "debt"})), ["B"]),
        (Wishes(played=False, without=frozenset({"debt"})), ["B"]),
    ],
)
def test_a_filter_leaves_what_fits_everything_asked(wishes: Wishes, left: list[str]) -> None:
    items = (
        item("A", progress=ended("left"), notes=("grief",)),
        item("B", level=2, minutes=20),
        item("C", notes=("debt", "Anger")),
    )
    assert [one.card.title for one in wanted(items, wishes)] == left
    assert themes_of(items) == ("Anger", "debt", "grief")


def test_every_cause_has_its_words_and_a_word_nobody_knows_has_none() -> None:
    assert all(cause_told(str(cause)) for cause in Cause)
    assert cause_told("") is None


def test_a_skill_is_the_authors_or_something_general() -> None:
    assert str(skill_told("agreeing on a plan.")) == "What is practised: agreeing on a plan."
    assert "staying in touch" in str(skill_told(""))
    assert themes_told(()) is None
    assert str(themes_told(("debt",))) == "Touches on: debt."
