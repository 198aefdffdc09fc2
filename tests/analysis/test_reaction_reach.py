"""How far off things are, at most: the new ruptures on the way to a gate, to the deepest states and to asked ones."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.reaction_reach import Met, ReactionReach
from simulator.patient.act import Act
from simulator.session.script import Script
from tests.analysis.stories import loop

R = ReactionState
NEVER = None


@cache
def reach() -> ReactionReach:
    """In a scenario in whose lines everything can be said, so that only the first move is a matter of the test."""
    return ReactionReach(Script(loop(None)))


def first(state: ReactionState, move: Move) -> Met:
    return Met(state, frozenset({Act(move)}))


ASKS = first(R.MINIMAL, Move.EXPLORE_EXPERIENCE)
WAITS = first(R.AVOIDING, Move.HOLD_SILENCE)
PRESSES = first(R.AVOIDING, Move.PRESS_ON)
LETS_BE = first(R.EXPLORING, Move.HOLD_SILENCE)


def told(most: int) -> int | None:
    return most if most >= 0 else NEVER


@pytest.mark.parametrize(("met", "by_moves"), [(ASKS, [NEVER, 0, 1, 2]), (WAITS, [NEVER, NEVER, 1, 2])])
def test_the_gate_is_asked_by_the_move_itself_or_after_ruptures(met: Met, by_moves: list[int | None]) -> None:
    assert [told(reach().ruptures_to_gate(met, moves)) for moves in range(4)] == by_moves


@pytest.mark.parametrize(("met", "by_moves"), [(PRESSES, [NEVER, 1, 2, 3]), (LETS_BE, [NEVER, NEVER, 2, 3])])
def test_the_deepest_states_are_entered_by_a_rupture_of_their_own(met: Met, by_moves: list[int | None]) -> None:
    assert [told(reach().ruptures_to_worst(met, moves)) for moves in range(4)] == by_moves


@pytest.mark.parametrize(
    ("met", "by_moves"), [(ASKS, [0, 0, 1, 2]), (WAITS, [NEVER, NEVER, 1, 2]), (LETS_BE, [NEVER, 1, 1, 3])]
)
def test_an_asked_state_is_where_the_patient_is_or_is_come_to(met: Met, by_moves: list[int | None]) -> None:
    asked = frozenset({R.MINIMAL})
    assert [told(reach().ruptures_to_any(asked, met, moves)) for moves in range(4)] == by_moves


@pytest.mark.parametrize(("met", "by_moves"), [(WAITS, [0, 1, 2, 3]), (LETS_BE, [0, 0, 0, 0])])
def test_moves_end_in_a_state_again_and_again_only_within_its_family(met: Met, by_moves: list[int]) -> None:
    assert [reach().endings_in(R.SHUT_DOWN, met, moves) for moves in range(4)] == by_moves
