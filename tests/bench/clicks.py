"""From the click on a response to the stored step and the painted answer."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.bench.measuring import ROOT, Row, child_environ, milliseconds

_WITHIN_S = 0.016
_LONG = 1.2


def clicks() -> list[Row]:
    """Measured in a program of its own, so that this one stays without a window."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.children.clicking"],
        cwd=ROOT,
        env=child_environ(),
        check=True,
        capture_output=True,
    )
    found = json.loads(told.stdout)
    ratio = found["long"] / found["short"]
    return [
        Row(
            "click to stored and painted, without the disk's commit, 95 of 100 (floor: repaint of the same page)",
            milliseconds(found["click"]),
            milliseconds(found["repaint"]),
            found["click"] / found["repaint"],
            f"<= {milliseconds(_WITHIN_S)}",
            found["click"] <= _WITHIN_S,
        ),
        Row(
            "click beyond the 2,000th line (floor: beyond the 50th)",
            milliseconds(found["long"]),
            milliseconds(found["short"]),
            ratio,
            f"ratio <= {_LONG}",
            ratio <= _LONG,
        ),
    ]
