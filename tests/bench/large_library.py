"""A thousand scenarios in the user's folder against three: the start, back to the library, another text size, the Studio."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Final

from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.home import open_store
from simulator.storage.settings import DISCLAIMER_VERSION, Settings, Theme, save_settings
from tests.bench.measuring import ROOT, Row, by_turns, child_environ, cpu_of_child, milliseconds
from tests.scenario.libraries import write

_MANY: Final = 1_000
_FEW: Final = 3
_START: Final = 1.5
"""A start with many scenarios may take so many times that with few."""
_WITHIN_S: Final = {"back": 0.3, "text size": 0.5, "studio": 0.3}
_NAMES: Final = {
    "back": "back to the library",
    "text size": "another text size",
    "studio": "to the shelf of the Studio",
}
_CHILDREN: Final = ROOT / "tests" / "bench" / "children"


def large_library(rounds: int = 7, many: int = _MANY) -> list[Row]:
    """CPU with a known library of our own, the shipped scenarios beside it."""
    with tempfile.TemporaryDirectory() as folder:
        large, small = (_home(Path(folder, str(count)), count) for count in (many, _FEW))
        bytecode = str(Path(folder, "bytecode"))

        def surroundings(home: Path) -> dict[str, str]:
            return child_environ(ATTUNE_HOME=str(home), PYTHONPYCACHEPREFIX=bytecode)

        def start(home: Path) -> float:
            return cpu_of_child([str(_CHILDREN / "first_page.py")], surroundings(home))

        for home in (large, small):
            _walk(surroundings(home))
        pair = by_turns(lambda: start(large), lambda: start(small), rounds)
        walks = [(_walk(surroundings(large)), _walk(surroundings(small))) for _ in range(rounds)]
    told = f"{many:,} scenarios"
    rows = [
        _row(
            f"{told}: start (floor: with {_FEW})",
            pair.ours,
            pair.floor,
            pair.ratio,
            f"ratio <= {_START}",
            pair.ratio <= _START,
        )
    ]
    for what, within in _WITHIN_S.items():
        ours, floor = (median(walk[side][what] for walk in walks) for side in (0, 1))
        name = f"{told}: {_NAMES[what]} (floor: with {_FEW})"
        rows.append(_row(name, ours, floor, ours / floor, f"<= {milliseconds(within)}", ours <= within))
    return rows


def _row(name: str, ours: float, floor: float, ratio: float, target: str, met: bool) -> Row:
    return Row(name, milliseconds(ours), milliseconds(floor), ratio, target, met)


def _home(home: Path, scenarios: int) -> Path:
    """A data folder of somebody with so many scenarios of their own."""
    home.mkdir()
    for number in range(scenarios):
        write(home / "scenarios", f"own-{number:04}", f"A scenario of my own, {number}")
    kim = Person(PersonId("5a1e7a4e-0000-4000-8000-00000000c1a0"), "Kim")
    save_settings(home, Settings(kim.name, kim.id, DISCLAIMER_VERSION, Theme.LIGHT))
    with closing(open_store(home)) as store:
        store.add_person(kim)
    return home


def _walk(environ: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, str(_CHILDREN / "large_library_walk.py")]
    told = subprocess.run(command, env=environ, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(told.stdout)
    return figures
