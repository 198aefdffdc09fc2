"""The map of a scenario of a thousand moments: built, painted whole, and dragged, against a plain one."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.bench.measuring import ROOT, Row, child_environ, milliseconds

_BUILT = 0.3
_PAINTED = 0.5
_STEP_S = 0.016


def canvas(moments: int = 1000) -> list[Row]:
    """Measured in a program of its own; the plain map has one item for each card and edge, always drawn in full."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.children.canvas_walk", str(moments)],
        cwd=ROOT,
        env=child_environ(),
        check=True,
        capture_output=True,
    )
    found = json.loads(told.stdout)
    size = f"{found['moments']:,.0f} cards and {found['edges']:,.0f} edges"
    rows = []
    for name, target in (("build", _BUILT), ("paint", _PAINTED)):
        ratio = found[name] / found[f"plain_{name}"]
        doing = f"{size} built" if name == "build" else "the whole of it painted"
        rows.append(
            Row(
                f"{doing} (floor: one item for each, always in full)",
                milliseconds(found[name]),
                milliseconds(found[f"plain_{name}"]),
                ratio,
                f"ratio <= {target}",
                ratio <= target,
            )
        )
    for name, doing in (("drag", "a step of dragging a card"), ("pan", "a step to the side")):
        rows.append(
            Row(
                f"{doing}, CPU of the handler, 95 of 100",
                milliseconds(found[name]),
                milliseconds(found["drag_middle"]),
                None,
                f"<= {milliseconds(_STEP_S)}",
                found[name] <= _STEP_S,
            )
        )
    return rows
