"""The exact solver, against the plain enumeration of every place that the tests keep as its oracle."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis.solve import solve
from simulator.scenario import FolderFiles, Scenario, read_scenario
from simulator.session import Script
from tests.analysis.oracle import truths
from tests.bench.measuring import SCENARIOS, Row, by_turns, cpu_of, milliseconds

_SECONDS = 2.0
_TIMES_ENUMERATION = 20.0
_FLOOR_TURNS = 8
"""With all its turns the enumeration of a shipped scenario would not end."""


def solver(rounds: int = 3) -> list[Row]:
    """Every shipped scenario at its own difficulty; the floor plays shortened versions, and is compared on these."""
    scenarios = [_scenario(path.name) for path in sorted(SCENARIOS.glob("*.yaml"))]
    return [row for scenario in scenarios for row in (_whole(scenario, rounds), _against_enumeration(scenario))]


def _scenario(name: str) -> Scenario:
    scenario = read_scenario(FolderFiles(SCENARIOS), name).scenario
    if scenario is None:
        raise RuntimeError(f"{name} cannot be read.")
    return scenario


def _whole(scenario: Scenario, rounds: int) -> Row:
    measure = cpu_of(lambda: solve(Script(scenario)))
    seconds = sorted(measure() for _ in range(rounds))[rounds // 2]
    states = solve(Script(scenario)).states
    name = f"{scenario.id} solved, {states:,} states (floor: {_SECONDS:.0f} s of CPU)"
    return Row(
        name, milliseconds(seconds), milliseconds(_SECONDS), seconds / _SECONDS, "ratio <= 1", seconds <= _SECONDS
    )


def _against_enumeration(scenario: Scenario) -> Row:
    short = replace(scenario, turns=_FLOOR_TURNS)
    pair = by_turns(cpu_of(lambda: solve(Script(short))), cpu_of(lambda: truths(Script(short))), rounds=1)
    times = 1 / pair.ratio
    name = f"{scenario.id} in {_FLOOR_TURNS} turns (floor: plain enumeration)"
    target = f"ratio >= {_TIMES_ENUMERATION:.0f}"
    return Row(name, milliseconds(pair.ours), milliseconds(pair.floor), times, target, times >= _TIMES_ENUMERATION)
