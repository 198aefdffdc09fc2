"""Listing a thousand known scenarios, against walking the folder and loading the index."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

from simulator.scenario.library import Library
from simulator.scenario.library_index import Card
from tests.bench.measuring import SCENARIOS, Row, by_turns, cpu_of, milliseconds

_SCENARIOS = 1_000
_WITHIN_S = 0.100


def library(rounds: int = 15, scenarios: int = _SCENARIOS) -> list[Row]:
    """A folder of copies of a shipped scenario, listed from a warm index."""
    with tempfile.TemporaryDirectory() as folder:
        root, index = Path(folder, "scenarios"), Path(folder, "index.json")
        for part in ("patients", "reactions"):
            shutil.copytree(SCENARIOS / part, root / part)
        text = (SCENARIOS / "concert-silence.yaml").read_text("utf-8")
        for number in range(scenarios):
            name = f"concert-{number:04}"
            (root / f"{name}.yaml").write_text(text.replace("id: concert-silence", f"id: {name}", 1), "utf-8")
        listed = len(_listed(root, index))
        if listed != scenarios:
            raise RuntimeError(f"{listed} of {scenarios} scenarios were listed.")

        def floor() -> None:
            for _, folders, names in os.walk(root):
                for name in (*folders, *names):
                    name.endswith(".yaml")
            with os.scandir(root) as entries:
                for entry in entries:
                    entry.stat()
            json.loads(index.read_bytes())

        pair = by_turns(cpu_of(lambda: _listed(root, index)), cpu_of(floor), rounds)
    return [
        Row(
            f"{scenarios:,} known scenarios listed (floor: scandir, stat and json.loads of the index)",
            milliseconds(pair.ours),
            milliseconds(pair.floor),
            pair.ratio,
            f"<= {milliseconds(_WITHIN_S)}",
            pair.ours <= _WITHIN_S,
        )
    ]


def _listed(root: Path, index: Path) -> tuple[Card, ...]:
    """What a program that was just started lists."""
    return Library((root,), index).cards()
