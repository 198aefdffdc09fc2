"""A person's skill from what was chosen: finite whatever was, and better the more of the best was taken."""

from __future__ import annotations

from functools import cache
from math import exp, inf, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.reactions import ReactionState
from simulator.analysis.choice_evidence import SKILLS, ChoiceEvidence, evidence_of
from simulator.analysis.skill import FINE, LEAVING_OUT_FROM, PRIOR_SD, estimate, finely
from simulator.analysis.solve import Solution, solve
from simulator.session.script import SILENT, Script
from tests.analysis.stories import DRIFT, SETTLES, moment, says, story
from tests.analysis.trainees import made_up, plays

ROOMS = 8
GOOD, BAD = ((60.0, 40.0, 20.0), 0), ((60.0, 40.0, 20.0), 2)

choices = st.lists(
    st.tuples(st.lists(st.floats(0, 100, width=32), min_size=2, max_size=5), st.integers(0, 4)).map(
        lambda made: (made[0], made[1] % len(made[0]))
    ),
    max_size=8,
)
conversations = st.lists(choices.map(made_up), max_size=6)


def test_without_a_choice_it_is_what_is_assumed_of_everybody() -> None:
    told = estimate([])
    assert told.mean == pytest.approx(0, abs=1e-9)
    assert (told.low, told.high) == pytest.approx((-1.96 * PRIOR_SD, 1.96 * PRIOR_SD), abs=0.02)


@pytest.mark.parametrize("conversations", [1, LEAVING_OUT_FROM - 1, LEAVING_OUT_FROM, 40])
@pytest.mark.parametrize(("made", "better"), [(GOOD, True), (BAD, False)], ids=["always", "never"])
def test_who_always_and_who_never_finds_the_best_has_a_finite_skill(
    made: tuple[tuple[float, ...], int], better: bool, conversations: int
) -> None:
    told = estimate([made_up([made] * 12)] * conversations)
    assert FINE[0] <= told.low <= told.mean <= told.high <= FINE[-1]
    assert told.low > 0 if better else told.high < 0


def test_who_differs_between_conversations_may_have_any_skill_on_one_side() -> None:
    best = [made_up([GOOD] * 12)]
    torn, mostly_good = estimate(best * 2 + [made_up([BAD] * 12)] * 2), estimate(best * 3 + [made_up([BAD] * 6)])
    assert (torn.low, mostly_good.high) == pytest.approx((FINE[0], FINE[-1]), abs=1e-6)


@settings(deadline=None, max_examples=60)
@given(conversations)
def test_it_is_finite_and_within_its_interval_whatever_was_chosen(played: list[ChoiceEvidence]) -> None:
    told = estimate(played)
    assert -inf < FINE[0] <= told.low <= told.mean <= told.high <= FINE[-1] < inf


@settings(deadline=None, max_examples=60)
@given(conversations, st.randoms(use_true_random=False))
def test_the_order_of_conversations_does_not_matter(played: list[ChoiceEvidence], chance: object) -> None:
    told, shuffled = estimate(played), list(played)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    again = estimate(shuffled)
    assert (again.mean, again.low, again.high) == pytest.approx((told.mean, told.low, told.high), abs=1e-6)


@settings(deadline=None, max_examples=60)
@given(choices.filter(bool), st.data())
def test_taking_the_best_instead_never_lowers_the_skill(
    made: list[tuple[list[float], int]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(made) - 1))
    worth, _ = made[at]
    better = [*made[:at], (worth, worth.index(max(worth))), *made[at + 1 :]]
    assert estimate([made_up(better)]).mean >= estimate([made_up(made)]).mean - 1e-6


@cache
def corridor() -> Solution:
    """A way through many rooms to a partial repair; whatever else is done on it leads out of it for good."""
    names = [f"room-{number}" for number in range(ROOMS)]
    rooms = [
        moment(name, ReactionState.MINIMAL, says("stop", "drift"), says("on", after), silent="drift")
        for name, after in zip(names, [*names[1:], "settles"], strict=True)
    ]
    return solve(Script(story(*rooms, DRIFT, SETTLES, turns=ROOMS + 1)))


def test_every_further_good_choice_on_one_path_raises_the_skill_and_a_bad_one_lowers_it() -> None:
    stop, on = 0, 1
    paths = [[on] * count for count in range(ROOMS + 1)]
    ends = [[*path, end] for path in paths[:-1] for end in (stop, SILENT)]
    transcripts = [plays(corridor(), path) for path in (*paths, *ends)]
    sessions = evidence_of(corridor(), transcripts).sessions
    told = [estimate([session]).mean for session in sessions]
    good, bad = told[: len(paths)], told[len(paths) :]
    assert (np.diff(good) > 0).all()
    assert all(worse < good[index // 2] for index, worse in enumerate(bad))


def test_a_person_who_is_good_in_one_conversation_and_bad_in_the_next_is_told_less_surely() -> None:
    good, bad = made_up([GOOD] * 12), made_up([BAD] * 12)
    mixed = made_up([GOOD, BAD] * 6)
    uneven, even = estimate([good, bad] * 4), estimate([mixed] * 8)
    assert uneven.mean == pytest.approx(even.mean, abs=1e-6)
    assert uneven.high - uneven.low > 1.4 * (even.high - even.low)


def test_below_four_conversations_nothing_is_left_out() -> None:
    good, bad = made_up([GOOD] * 12), made_up([BAD] * 12)
    uneven, even = estimate([good, bad]), estimate([made_up([GOOD, BAD] * 12)])
    assert (uneven.low, uneven.high) == pytest.approx((even.low, even.high), abs=1e-6)


def test_between_the_skills_of_the_grid_nothing_is_lost() -> None:
    def log_likelihood(skill: float) -> float:
        strength = 0.05 * exp(skill)
        return sum(-log1p(exp(-strength * apart)) for apart in (5, 20, 40, -10, -3))

    exact = np.array([log_likelihood(skill) for skill in FINE])
    found = finely(np.array([log_likelihood(skill) for skill in SKILLS]))
    likely = exact > exact.max() - 8
    assert np.abs(found - exact)[likely].max() < 0.01
