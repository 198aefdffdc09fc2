"""A scenario that is too large costs no more than its budget, can be stopped at any time, and says that it gives bounds."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import MEGABYTE, Budget, Interrupted
from simulator.analysis.drawings import Drawings
from simulator.analysis.gauge_vectors import Shifts
from simulator.analysis.patient_codes import DWELT, code_of
from simulator.analysis.solve import Solution, solve
from simulator.analysis.state_keys import KeySet
from simulator.analysis.state_space import AT_ONCE
from simulator.patient.act import Act
from simulator.patient.stuck import times_at
from simulator.session.script import Script
from tests.analysis.generating import generated
from tests.analysis.mazes import maze

FEW = 4 * MEGABYTE


def bytes_of(solution: Solution) -> int:
    """What a solution keeps of its states."""
    arrays = (numbers for layer in solution.layers for numbers in layer.arrays)
    return sum(numbers.nbytes for numbers in arrays) + solution.options.nbytes


def test_a_maze_keeps_to_its_bytes_and_says_that_it_gives_bounds() -> None:
    script = Script(maze())
    solution = solve(script, Budget(bytes=FEW))
    assert not solution.exact
    assert bytes_of(solution) <= 2 * FEW
    assert solution.start.best[0] < solution.start.best[1]
    more = solve(script, Budget(bytes=4 * FEW))
    assert more.states > solution.states
    assert solution.start.best[0] <= more.start.best[0]
    assert more.start.best[1] <= solution.start.best[1]


@pytest.mark.parametrize(("quality", "first_of_its_kind"), [(1, [0, 1, 2, 3, 4]), (3, [0, 3]), (4, [0, 4])])
def test_owning_is_worked_out_once_whatever_less_was_owned_before(quality: int, first_of_its_kind: list[int]) -> None:
    script = Script(maze())
    drawings = Drawings(script, Shifts())
    owns = drawings.act(Act(Move.OWN_CONTRIBUTION, quality))
    codes = np.array([code_of(script.start().patient._replace(owned=owned)) for owned in range(5)])
    _, first = np.unique(drawings.alike(codes, np.full(5, owns)), return_index=True)
    assert sorted(first.tolist()) == first_of_its_kind


@pytest.mark.parametrize(
    ("reaction", "from_how_often"), [(ReactionState.MINIMAL, (2, 2, 3)), (ReactionState.COMPLYING, (2, 3, 2))]
)
def test_turns_in_a_state_are_told_apart_only_from_where_one_more_goes_deeper(
    reaction: ReactionState, from_how_often: tuple[int, ...]
) -> None:
    script = Script(maze())
    assert times_at(script.disposition.difficulty) == 3
    drawings = Drawings(script, Shifts())
    defends = drawings.act(Act(Move.DEFEND_JUSTIFY))
    here = script.start().patient._replace(reaction=reaction)
    for place, told_apart_from in enumerate(from_how_often):
        codes = np.array([code_of(here) | turns << DWELT[place].shift for turns in range(4)])
        _, first = np.unique(drawings.alike(codes, np.full(4, defends)), return_index=True)
        assert sorted(first.tolist()) == [0, *range(told_apart_from, 4)]


def test_what_a_turn_would_take_is_known_before_it_is_taken() -> None:
    solution = solve(Script(maze()), Budget(bytes=0))
    assert not solution.exact
    assert solution.states == 0


def test_the_time_can_be_up_in_the_middle_of_a_turn() -> None:
    ticks = count()
    solution = solve(Script(maze(turns=9)), Budget(seconds=8.5), clock=lambda: float(next(ticks)))
    assert not solution.exact
    assert 0 < len(solution.layers) < 9


@pytest.mark.parametrize("asked", [1, 7, 60, 200])
def test_whoever_stops_is_not_asked_again(asked: int) -> None:
    heard = 0

    def so_often(_turn: int, _states: int) -> bool:
        nonlocal heard
        heard += 1
        return heard < asked

    with pytest.raises(Interrupted):
        solve(Script(maze()), Budget(bytes=FEW), progress=so_often)
    assert heard == asked


def test_a_large_turn_is_asked_about_many_times() -> None:
    asked: dict[int, int] = {}

    def counting(turn: int, _states: int) -> bool:
        asked[turn] = asked.get(turn, 0) + 1
        return True

    solution = solve(Script(maze()), Budget(bytes=10 * FEW), progress=counting)
    columns = solution.options.columns
    for turn, layer in enumerate(solution.layers, start=1):
        assert asked[turn] >= columns * (1 + layer.size // AT_ONCE)


@pytest.mark.parametrize("at_once", [1, 2, 7, 100_000])
def test_the_parts_of_a_turn_are_the_whole(at_once: int) -> None:
    for layer in solve(Script(generated(1))).layers:
        parts = list(layer.pieces(at_once))
        assert [rows.start for rows, _ in parts[1:]] == [rows.stop for rows, _ in parts[:-1]]
        for name in ("vectors", "next", "value", "verdict", "ended_in"):
            joined = np.concatenate([getattr(part, name) for _, part in parts])
            assert np.array_equal(joined, getattr(layer, name))
        for name in ("moments", "patients", "memories"):
            joined = np.concatenate([part.of_states(getattr(part, name)) for _, part in parts])
            assert np.array_equal(joined, layer.of_states(getattr(layer, name)))


def test_keys_that_come_in_portions_are_each_kept_once_in_order() -> None:
    chance = np.random.default_rng(4)
    portions = [chance.integers(0, 500, size) for size in (300, 5, 0, 900, 40, 1)]
    found = KeySet()
    for portion in portions:
        found.add(portion)
    assert np.array_equal(found.ascending(), np.unique(np.concatenate(portions)))
