"""Prices kept on the disk: how much room they take, and how quickly they are read again, against solving the scenario."""

from __future__ import annotations

import tempfile
from pathlib import Path

from simulator.analysis.solution_archive import packed, unpacked
from simulator.analysis.solve import Solution, solve
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script
from simulator.storage.cache import Cache
from tests.bench.measuring import SCENARIOS, Row, by_turns, cpu_of, milliseconds

_BYTES_A_STATE = 3
_TIMES_SOLVING = 10.0


def archive(rounds: int = 3) -> list[Row]:
    """Every shipped scenario at its own difficulty."""
    with tempfile.TemporaryDirectory() as folder:
        return [row for path in sorted(SCENARIOS.glob("*.yaml")) for row in _rows(path.name, Path(folder), rounds)]


def _rows(name: str, folder: Path, rounds: int) -> list[Row]:
    scenario = read_scenario(FolderFiles(SCENARIOS), name).scenario
    if scenario is None:
        raise RuntimeError(f"{name} cannot be read.")
    solution, cache = solve(Script(scenario)), Cache(folder)
    data = packed(solution)
    cache.put(scenario.digest, data)
    return [_room(scenario, solution, len(data)), _time(scenario, cache, rounds)]


def _room(scenario: Scenario, solution: Solution, size: int) -> Row:
    most = _BYTES_A_STATE * solution.states
    share = size / most
    name = f"{scenario.id} kept, {solution.states:,} states (floor: {_BYTES_A_STATE} bytes a state)"
    return Row(name, _kilobytes(size), _kilobytes(most), share, "ratio <= 1", share <= 1)


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.0f} kB"


def _time(scenario: Scenario, cache: Cache, rounds: int) -> Row:
    def read() -> Solution | None:
        return unpacked(Script(scenario), cache.get(scenario.digest) or b"")

    if read() is None:
        raise RuntimeError(f"{scenario.id} was not kept.")
    pair = by_turns(cpu_of(read), cpu_of(lambda: solve(Script(scenario))), rounds)
    times = 1 / pair.ratio
    target = f"ratio >= {_TIMES_SOLVING:.0f}"
    name = f"{scenario.id} read from the disk (floor: solved)"
    return Row(name, milliseconds(pair.ours), milliseconds(pair.floor), times, target, times >= _TIMES_SOLVING)
