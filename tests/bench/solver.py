"""The exact solver, against its budget and against the plain enumeration of every place that the tests keep as its oracle."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis.solve import solve
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script
from tests.analysis.generating import generated
from tests.analysis.oracle import truths
from tests.bench.measuring import SCENARIOS, Row, by_turns, cpu_of, milliseconds

_SECONDS = 2.0
_SECONDS_MANY = 5.0
_MANY = 1_000_000
_TIMES_ENUMERATION = 20.0
_FLOOR_TURNS = 9
"""With all its turns the enumeration of a shipped scenario would not end; with fewer, both are done before they begin."""

_DIFFICULTIES = (1, 2, 3)
_GENERATED, _GENERATED_TURNS = 100, 24
"""A generated scenario of which the states go on growing for as long as it is played."""
_LONG, _LONG_TURNS = "concert-silence.yaml", 20
"""A shipped one with more turns: more moments, more responses, more conditions."""


def solver(rounds: int = 3) -> list[Row]:
    """Every shipped scenario at every difficulty and shortened against the enumeration, then two of a million states."""
    rows: list[Row] = []
    for scenario in (_scenario(path.name) for path in sorted(SCENARIOS.glob("*.yaml"))):
        rows += (_whole(scenario, difficulty, rounds) for difficulty in _DIFFICULTIES)
        rows.append(_against_enumeration(scenario))
    made, long = replace(generated(_GENERATED), turns=_GENERATED_TURNS), replace(_scenario(_LONG), turns=_LONG_TURNS)
    return [*rows, _many("generated scenario", made, rounds), _many(long.id, long, rounds)]


def _scenario(name: str) -> Scenario:
    scenario = read_scenario(FolderFiles(SCENARIOS), name).scenario
    if scenario is None:
        raise RuntimeError(f"{name} cannot be read.")
    return scenario


def _whole(scenario: Scenario, difficulty: int, rounds: int) -> Row:
    seconds, states = _solved(scenario, difficulty, rounds)
    return _row(f"{scenario.id} at difficulty {difficulty}", seconds, states, _SECONDS)


def _many(name: str, scenario: Scenario, rounds: int) -> Row:
    seconds, states = _solved(scenario, scenario.difficulty, rounds)
    if states < _MANY:
        raise RuntimeError(f"“{name}” in {scenario.turns} turns has only {states:,} states; choose another.")
    return _row(f"{name} in {scenario.turns} turns", seconds, states, _SECONDS_MANY)


def _solved(scenario: Scenario, difficulty: int, rounds: int) -> tuple[float, int]:
    """The median of the CPU seconds, and the states."""
    found: list[int] = []

    def work() -> None:
        solution = solve(Script(scenario, difficulty))
        if not solution.exact:
            raise RuntimeError("The budget ended before the scenario was solved.")
        found.append(solution.states)

    measure = cpu_of(work)
    return sorted(measure() for _ in range(rounds))[rounds // 2], found[0]


def _row(what: str, seconds: float, states: int, most: float) -> Row:
    name = f"{what} solved, {states:,} states (floor: {most:.0f} s of CPU)"
    return Row(name, milliseconds(seconds), milliseconds(most), seconds / most, "ratio <= 1", seconds <= most)


def _against_enumeration(scenario: Scenario) -> Row:
    short = replace(scenario, turns=_FLOOR_TURNS)
    pair = by_turns(cpu_of(lambda: solve(Script(short))), cpu_of(lambda: truths(Script(short))), rounds=1)
    times = 1 / pair.ratio
    name = f"{scenario.id} in {_FLOOR_TURNS} turns (floor: plain enumeration)"
    target = f"ratio >= {_TIMES_ENUMERATION:.0f}"
    return Row(name, milliseconds(pair.ours), milliseconds(pair.floor), times, target, times >= _TIMES_ENUMERATION)
