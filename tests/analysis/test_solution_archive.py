"""Prices that were kept as bytes are the prices that were solved, in every place, and cannot be taken for others."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from simulator.analysis.budget import Budget
from simulator.analysis.policies import POLICIES, play_out
from simulator.analysis.session_value import value_session
from simulator.analysis.solution_archive import packed, unpacked
from simulator.analysis.solve import Solution, solve
from simulator.patient.gauges import TOP_LEVEL, Alliance
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.actions import Action, Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.place import Place
from simulator.session.script import Script
from simulator.shipped_files import SCENARIOS
from tests.analysis.generating import FLAGS, VARIED, generated
from tests.analysis.oracle import truths
from tests.analysis.playing import solved
from tests.builders import started
from tests.quick_and_slow import quick_and_slow

SEEDS = range(0, 320, 40)
MANY_FLAGS = tuple(f"flag-{number}" for number in range(90))


def forgetful_of_nothing(seed: int) -> Scenario:
    """A generated scenario with so many flags before its own that a past does not fit into a machine's number."""
    return replace(generated(seed), flags=(*MANY_FLAGS, *FLAGS))


@cache
def concert() -> Scenario:
    scenario = read_scenario(FolderFiles(SCENARIOS), "concert-silence.yaml").scenario
    assert scenario is not None
    return scenario


@cache
def concert_solved() -> Solution:
    return solve(Script(concert()))


def kept(solution: Solution) -> Solution:
    """What a new program reads of a solution."""
    read = unpacked(Script(solution.script.scenario, solution.script.disposition.difficulty), packed(solution))
    assert read is not None
    return read


def beside(place: Place) -> Iterator[Place]:
    """Places much like one that can be reached; most of them cannot."""
    felt, patient = place.patient.alliance, place.patient
    yield replace(place, patient=patient._replace(alliance=Alliance(TOP_LEVEL - felt.bond, felt.task, felt.goal)))
    yield replace(place, patient=patient._replace(ruptures=patient.ruptures + 1))
    yield replace(place, turn=place.turn + 1)
    yield replace(place, remembered=place.remembered ^ 1)
    yield replace(place, remembered=place.remembered | 1 << 70)


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED[::3]], [SEEDS]))
@pytest.mark.parametrize("scenario_of", [generated, forgetful_of_nothing])
def test_every_place_has_the_price_that_was_solved_reachable_or_not(
    scenario_of: Callable[[int], Scenario], seeds: Iterable[int]
) -> None:
    found, places = {True: 0, False: 0}, 0
    for seed in seeds:
        script = Script(scenario_of(seed))
        solution = solve(script)
        read = kept(solution)
        assert read.exact
        assert read.states == solution.states
        for place in truths(script):
            assert solution.row(place) is not None
            places += 1
            for asked in (place, *beside(place)):
                row = solution.row(asked)
                found[row is not None] += 1
                assert read.row(asked) == row, f"scenario {seed}: {asked}"
            assert read.prospect(place) == solution.prospect(place), f"scenario {seed}: {place}"
            assert read.expected(place) == solution.expected(place), f"scenario {seed}: {place}"
    assert min(found.values()) > places, "of the places beside one that can be reached, some can be and some cannot"


def test_pasts_wider_than_a_machines_numbers_are_among_the_places_compared() -> None:
    widest = max(place.remembered for seed in SEEDS for place in truths(Script(forgetful_of_nothing(seed))))
    assert widest.bit_length() > 90


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED[::3]], [SEEDS]))
@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.8])
def test_bounds_are_kept_as_bounds(share: float, seeds: Iterable[int]) -> None:
    loose = 0
    for seed in seeds:
        script = Script(generated(seed))
        solution = solve(script, Budget(states=int(share * solved(seed).states)))
        read = kept(solution)
        assert not read.exact
        assert read.halfway is None
        for place in truths(script):
            assert read.prospect(place) == solution.prospect(place)
            loose += solution.prospect(place).best[0] < solution.prospect(place).best[1]
    assert loose > 0


@pytest.mark.slow
def test_of_a_shipped_scenario_every_state_and_every_figure_is_kept_in_little_room() -> None:
    solution = concert_solved()
    data = packed(solution)
    assert len(data) < 3 * solution.states
    read = unpacked(Script(concert()), data)
    assert read is not None
    assert len(read.reached) == len(read.solved) == len(solution.reached)
    for one, other in zip(read.reached, solution.reached, strict=True):
        for name in ("moments", "offsets", "vectors"):
            assert np.array_equal(getattr(one, name), getattr(other, name))
    for mine, figures in zip(read.solved, solution.solved, strict=True):
        for name in ("best", "best_bound", "worst", "worst_bound", "turns", "endings"):
            assert np.array_equal(getattr(mine, name), getattr(figures, name))
    assert read.halfway is not None
    assert solution.halfway is not None
    assert read.halfway.sensitivity == solution.halfway.sensitivity
    for hundredths, worked_out in zip(read.halfway.hundredths, solution.halfway.hundredths, strict=True):
        assert np.array_equal(hundredths, worked_out)
    assert packed(read) == data


@pytest.mark.slow
def test_sessions_of_a_shipped_scenario_are_worth_the_same_place_by_place() -> None:
    solution, read, chance = concert_solved(), kept(concert_solved()), random.Random(7)
    script, met = Script(concert()), set()
    for seed in range(12):
        session = Session(concert(), started(concert(), seed=seed), script)
        while (place := session.standing.place) is not None:
            met.add((place.moment.id, place.patient, place.turn, place.remembered))
            assert read.row(place) is not None
            assert read.prospect(place) == solution.prospect(place)
            offered: list[Action] = [Choose(response.id) for response in session.shown()]
            session.act(chance.choice([*offered, StaySilent()]))
        assert value_session(read, session) == value_session(solution, session)
    assert len(met) > 60


def test_kept_prices_say_that_they_cannot_be_played_out() -> None:
    solution = solved(1)
    assert solution.expanded is not None
    read = kept(solution)
    assert read.expanded is None
    with pytest.raises(LookupError, match="Only the prices"):
        play_out(read, POLICIES["random"])


def test_prices_of_another_content_or_difficulty_are_refused() -> None:
    data = packed(solve(Script(generated(1), 2)))
    assert unpacked(Script(generated(1), 2), data) is not None
    assert unpacked(Script(generated(1), 3), data) is None
    assert unpacked(Script(replace(generated(1), turns=generated(1).turns + 1), 2), data) is None
