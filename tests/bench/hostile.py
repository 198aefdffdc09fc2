"""Reading files that mean harm: CPU time of each, against that of PyYAML for the largest of them that it can read."""

from __future__ import annotations

from functools import partial

import yaml

from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.files import PinnedFiles
from simulator.scenario.loading import load
from simulator.scenario.read import reading_of
from tests.bench.measuring import Row, cpu_of, milliseconds
from tests.scenario.hostile_texts import HOSTILE

_SECONDS = 5.0
_FLOOR = "400,000 keys"


def hostile() -> list[Row]:
    """Each of the files until its diagnostics are there, the slowest first."""
    floor = cpu_of(lambda: yaml.load(HOSTILE[_FLOOR](), yaml.CSafeLoader))()
    taken = {name: cpu_of(partial(_read, file()))() for name, file in HOSTILE.items()}
    return [
        Row(name, milliseconds(spent), milliseconds(floor), spent / floor, f"<= {_SECONDS:.0f} s", spent <= _SECONDS)
        for name, spent in sorted(taken.items(), key=lambda row: -row[1])
    ]


def _read(data: bytes) -> None:
    if not reading_of(PinnedFiles({}), load("hostile.yaml", data), BlockMemory()).diagnostics:
        raise RuntimeError("A hostile file was read without a complaint.")
