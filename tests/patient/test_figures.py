"""The reaction graph behaves as the prototype of the clinical reference did (its section 12)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.grid import GRID_STATES
from simulator.patient.reacting import react
from simulator.patient.start import begin
from simulator.patient.state import Cause, Disposition, Fit, PatientState
from tests.grids import base_grid
from tests.patient.playing import ALLIANCES, STARTS, run

ONE_CODE = {
    "vague apology": Act(Move.OWN_CONTRIBUTION, 2),
    "profuse apology": Act(Move.OVER_APOLOGISE),
    "own only": Act(Move.OWN_CONTRIBUTION, 4),
    "explore only": Act(Move.EXPLORE_EXPERIENCE),
    "validate only": Act(Move.VALIDATE_FEELING),
    "renegotiate only": Act(Move.RENEGOTIATE),
    "link": Act(Move.LINK_PATTERN),
    "press on": Act(Move.PRESS_ON),
    "defend": Act(Move.DEFEND_JUSTIFY),
    "retreat": Act(Move.RETREAT),
    "seek agreement": Act(Move.SEEK_AGREEMENT),
}


@pytest.mark.parametrize("act", ONE_CODE.values(), ids=ONE_CODE)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_no_single_move_repairs(act: Act, level: int) -> None:
    ends = [run(start, points, lambda _state: act, level=level)[0] for start, points in product(STARTS, ALLIANCES)]
    assert len(ends) == 9
    assert all(end.reaction is not ReactionState.REPAIRED for end in ends)


HELPFUL = (
    Move.EXPLORE_EXPERIENCE,
    Move.EXPLORE_FEAR,
    Move.VALIDATE_FEELING,
    Move.VALIDATE_PROTECTION,
    Move.SUPPORT_ASSERTION,
)


def competent(state: PatientState) -> Act:
    """Own specifically, explore, support or validate, explore the fear, support or stay."""
    if state.owned < 3:
        return Act(Move.OWN_CONTRIBUTION, 4)
    match state.reaction:
        case ReactionState.QUALIFIED_ASSERTION | ReactionState.SELF_ASSERTION:
            return Act(Move.SUPPORT_ASSERTION)
        case ReactionState.HURT | ReactionState.VULNERABILITY:
            return Act(Move.VALIDATE_FEELING)
        case ReactionState.BLOCK:
            return Act(Move.EXPLORE_FEAR)
        case _:
            return Act(Move.EXPLORE_EXPERIENCE)


@pytest.mark.parametrize(("start", "points"), list(product(STARTS, ALLIANCES)))
@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_competent_policy_repairs_deeply_in_five_to_seven_turns(
    start: tuple[ReactionState, Family], points: int, level: int
) -> None:
    end, turns = run(start, points, competent, level=level)
    assert end.reaction is ReactionState.REPAIRED
    assert end.deep
    assert 5 <= turns <= 7


def _share_repaired(moves: list[Move], seed: int) -> float:
    dice = random.Random(seed)

    def at_random(_state: PatientState) -> Act:
        move = dice.choice(moves)
        return Act(move, dice.randrange(5) if move is Move.OWN_CONTRIBUTION else None)

    runs = [run(STARTS[i % 3], ALLIANCES[i // 3 % 3], at_random)[0] for i in range(4000)]
    return sum(end.reaction is ReactionState.REPAIRED for end in runs) / len(runs)


def test_random_play_repairs_fewer_than_one_in_a_hundred() -> None:
    assert 0.002 < _share_repaired(list(Move), seed=1) < 0.008


def test_good_moves_in_bad_order_do_not_repair() -> None:
    assert 0.015 < _share_repaired([m for m in Move if not is_hindering(m)], seed=1) < 0.045


KIND = tuple(move for move in Move if not is_hindering(move) and move is not Move.OWN_CONTRIBUTION)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_kind_play_that_never_owns_repairs_nobody(level: int) -> None:
    dice = random.Random(5)

    def kind(_state: PatientState) -> Act:
        return Act(dice.choice(KIND))

    ends = [run(STARTS[i % 3], ALLIANCES[i // 3 % 3], kind, level=level)[0] for i in range(1500)]
    assert all(end.reaction is not ReactionState.REPAIRED for end in ends)


def _clumsy_at_first(level: int) -> float:
    """The share repaired by somebody who says anything for four turns, and what is right from then on."""
    dice, repaired = random.Random(11), 0
    for i in range(1500):
        turn = iter(range(20))

        def clumsy(state: PatientState, turn: Iterator[int] = turn) -> Act:
            if next(turn) >= 4:
                return competent(state)
            move = dice.choice(list(Move))
            return Act(move, dice.randrange(5) if move is Move.OWN_CONTRIBUTION else None)

        end = run(STARTS[i % 3], ALLIANCES[i // 3 % 3], clumsy, turns=15 if level == 1 else 12, level=level)[0]
        repaired += end.reaction is ReactionState.REPAIRED
    return repaired / 1500


def test_a_mistake_costs_less_at_level_one() -> None:
    shares = [_clumsy_at_first(level) for level in (1, 2, 3)]
    assert 1 - shares[0] < (1 - shares[1]) / 2, shares
    assert max(shares[1:]) < 0.97, shares


@pytest.mark.parametrize(
    ("state", "origin"),
    list(product(GRID_STATES, (Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION))),
)
def test_repair_is_reachable_from_every_state_for_every_origin(state: ReactionState, origin: Family) -> None:
    disposition = Disposition(origin, Fit.GOOD, Cause.TONE, 2)
    first = begin(state, Alliance.of_points(50, 50, 50), origin)
    frontier, seen = [first], {first}
    acts = [Act(Move.OWN_CONTRIBUTION, 4), *map(Act, HELPFUL)]
    while frontier:
        reached = {
            react(s, act, disposition, base_grid()).state
            for s in frontier
            for act in acts
            if s.reaction is not ReactionState.LEFT
        }
        if any(s.reaction is ReactionState.REPAIRED for s in reached):
            return
        frontier = list(reached - seen)
        seen |= reached
    pytest.fail(f"no way from {state} ({origin}) to repaired")


@pytest.mark.parametrize("start", STARTS[:2])
def test_the_shortest_surface_repair_takes_three_moves(start: tuple[ReactionState, Family]) -> None:
    script = [Act(Move.OWN_CONTRIBUTION, 4), Act(Move.EXPLORE_EXPERIENCE), Act(Move.RENEGOTIATE)]
    steps = iter(script)
    end, turns = run(start, 50, lambda _state: next(steps))
    assert (end.reaction, end.deep, turns) == (ReactionState.REPAIRED, False, 3)
