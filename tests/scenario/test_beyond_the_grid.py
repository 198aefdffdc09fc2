"""Where a turn can end although no cell of the grid leads there."""

from __future__ import annotations

import random

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of
from simulator.patient.act import Act, repeated
from simulator.patient.gauges import Alliance
from simulator.patient.possible import Possible
from simulator.patient.reacting import react
from simulator.patient.start import begin
from simulator.patient.state import Cause, Disposition, Fit
from simulator.scenario.checks.beyond_the_grid import can_end_in, signs_from
from tests.grids import base_grid

S = ReactionState


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("style", ORIGIN_FAMILIES)
def test_random_play_ends_no_turn_where_the_checks_hold_it_to_be_impossible(level: int, style: Family) -> None:
    person = Disposition(style, Fit.POOR, Cause.TONE, level)
    possible, chance, seen = Possible(base_grid(), person), random.Random(level), set()
    for _ in range(400):
        state = begin(chance.choice(STARTS), Alliance.of_points(30, 30, 30), chance.choice(ORIGIN_FAMILIES))
        for _ in range(10):
            if family_of(state.reaction) is Family.END:
                break
            move, asked = chance.choice(list(Move)), chance.random() < 0.3
            quality = chance.randrange(5) if move is Move.OWN_CONTRIBUTION else None
            after = react(state, Act(move, quality, asked=asked), person, base_grid()).state
            heard = (move, Move.RETREAT) if asked and move is Move.HOLD_SILENCE else (move,)
            held: set[ReactionState] = set()
            for one in heard:
                held |= can_end_in(state.reaction, one, quality, possible)
                held |= can_end_in(state.reaction, repeated(one), None, possible)
            assert after.reaction in held | {S.LEFT}, (state, move, quality)
            seen.add(after.reaction in possible.after(state.reaction, move, quality))
            state = after
    assert seen == {True, False}, "the grid alone must not be enough, or this proves nothing"


STARTS = (S.MINIMAL, S.COMPLYING, S.COMPLAINT, S.MIXED)


EASY = Possible(base_grid(), Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.TONE, 1))


def after(state: ReactionState, move: Move, quality: int | None = None) -> frozenset[ReactionState]:
    return can_end_in(state, move, quality, EASY)


def test_the_first_hindering_move_can_move_nobody_and_a_helping_one_leads_where_the_grid_says() -> None:
    assert S.ENGAGED in after(S.ENGAGED, Move.DEFEND_JUSTIFY)
    assert S.HURT in after(S.HURT, Move.RETREAT)
    assert after(S.EXPLORING, Move.NOTICE_SHIFT) == {S.EXPLORING}


def test_owning_so_little_that_it_is_heard_as_soothing_hinders_too() -> None:
    assert S.MINIMAL in after(S.MINIMAL, Move.OWN_CONTRIBUTION, 1)
    assert S.MINIMAL not in after(S.MINIMAL, Move.OWN_CONTRIBUTION, 3)


def test_who_was_not_owned_to_and_who_just_gave_a_sign_stay_where_they_are() -> None:
    assert S.SELF_ASSERTION in after(S.SELF_ASSERTION, Move.RENEGOTIATE)
    assert S.PRESSURE in after(S.PRESSURE, Move.BLAME_INTERPRET)


def test_a_circle_goes_deeper_within_its_family_to_the_end_of_it() -> None:
    assert after(S.COMPLYING, Move.VALIDATE_FEELING) == {S.EXPLORING, S.COMPLYING, S.APPEASING, S.SHUT_DOWN}
    assert after(S.MINIMAL, Move.REFOCUS) == {S.MINIMAL, S.AVOIDING, S.SHUT_DOWN}
    assert {S.REJECTING, S.PRESSURE} < after(S.COMPLAINT, Move.VALIDATE_FEELING)
    assert S.COMPLAINT not in after(S.MIXED, Move.VALIDATE_PROTECTION)


def test_the_third_time_helping_is_pressing_on_and_silence_is_stepping_back() -> None:
    moves = (Move.NOTICE_SHIFT, Move.HOLD_SILENCE, Move.DEFEND_JUSTIFY)
    assert [repeated(one) for one in moves] == [Move.PRESS_ON, Move.RETREAT, Move.DEFEND_JUSTIFY]


@pytest.mark.parametrize(
    ("ended", "signs"),
    [
        (S.AVOIDING, {S.SHUT_DOWN}),
        (S.APPEASING, {S.SHUT_DOWN}),
        (S.REJECTING, {S.PRESSURE}),
        (S.MIXED, {S.SHUT_DOWN, S.PRESSURE}),
        (S.BLOCK, set()),
        (S.ENGAGED, set()),
    ],
)
def test_the_sign_of_leaving_is_given_in_the_deepest_state_of_the_rupture(
    ended: ReactionState, signs: set[ReactionState]
) -> None:
    assert signs_from([ended]) == signs
