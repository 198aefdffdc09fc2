"""What a scenario costs that is far too large to be tried: memory in a process of its own, and how soon it can be stopped."""

from __future__ import annotations

import subprocess
import sys

from tests.bench.measuring import Row, child_environ, milliseconds

_MOST_MB = 600
_SOONEST_S = 0.1


def bounds() -> list[Row]:
    """The maze of forty moments, with the budget that the briefing gives it."""
    child = [sys.executable, "-m", "tests.bench.children.in_a_maze"]
    told = subprocess.run(child, env=child_environ(), capture_output=True, text=True, check=True).stdout
    peak_kb, longest, states, exact = told.split()
    if exact == "True":
        raise RuntimeError("The maze was solved; make it larger.")
    peak, wait = int(peak_kb) / 1000, float(longest)
    what = f"a maze of 40 moments, until its budget is spent ({int(states):,} states)"
    return [
        Row(
            f"{what}: peak memory (floor: {_MOST_MB} MB)",
            f"{peak:.0f} MB",
            f"{_MOST_MB} MB",
            peak / _MOST_MB,
            "ratio <= 1",
            peak <= _MOST_MB,
        ),
        Row(
            "the same: longest wait of whoever stops it, in CPU time (floor: 0.1 s)",
            milliseconds(wait),
            milliseconds(_SOONEST_S),
            wait / _SOONEST_S,
            "ratio <= 1",
            wait <= _SOONEST_S,
        ),
    ]
