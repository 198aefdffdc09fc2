"""Measures what is asked for (everything, if nothing is) and prints a table: ``python -m tests.bench [NAME...] [--json]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict

from tests.bench.archive import archive
from tests.bench.bots import bots
from tests.bench.bounds import bounds
from tests.bench.canvas import canvas
from tests.bench.clicks import clicks
from tests.bench.engine import engine
from tests.bench.handed_in import handed_in
from tests.bench.hostile import hostile
from tests.bench.large_library import large_library
from tests.bench.learner import learner
from tests.bench.library import library
from tests.bench.measuring import Row
from tests.bench.owner import owner
from tests.bench.questions import questions
from tests.bench.reader import reader
from tests.bench.review import review
from tests.bench.solver import solver
from tests.bench.startup import startup
from tests.bench.storing import storing

BENCHES: Mapping[str, Callable[[], list[Row]]] = {
    "startup": startup,
    "reader": reader,
    "hostile": hostile,
    "library": library,
    "large_library": large_library,
    "engine": engine,
    "bots": bots,
    "clicks": clicks,
    "storing": storing,
    "questions": questions,
    "solver": solver,
    "learner": learner,
    "bounds": bounds,
    "archive": archive,
    "owner": owner,
    "handed_in": handed_in,
    "canvas": canvas,
    "review": review,
}


def main() -> int:
    """Print the table; 0 if every target was met."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Attune against its floors.")
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], help="what to measure; everything if left out")
    parser.add_argument("--json", action="store_true", help="machine-readable rows")
    asked = parser.parse_args()
    rows: list[Row] = []
    for name in asked.names or BENCHES:
        found = BENCHES[name]()
        rows += found
        if not asked.json:
            for row in found:
                print(as_line(row), flush=True)
    if asked.json:
        print(json.dumps({"format": "attune/bench/1", "rows": [asdict(row) for row in rows]}, indent=2))
    return int(any(row.met is False for row in rows))


def as_line(row: Row) -> str:
    """A row of the table: ours, floor, ratio, target, met or not."""
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    met = {True: "met", False: "MISSED", None: "-"}[row.met]
    return f"{row.name:<88} {row.ours:>14} {row.floor:>14} {ratio:>8}  {row.target:<16} {met}"


if __name__ == "__main__":
    sys.exit(main())
