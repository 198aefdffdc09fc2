"""What every skill comes to on the shipped shelf, worked out anew.

``python -m tests.analysis.shipped_curves`` prints the table that belongs into the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.analysis.choice_evidence import SkillCurve, evidence_of
from simulator.analysis.shipped_curves import LEVEL, SHIPPED_CURVES
from simulator.analysis.solve import solve
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script

_SHIPPED: Final = Path(__file__).parents[2] / "scenarios"


def curve_of(name: str) -> SkillCurve:
    """The curve of a shipped scenario at the level of the table."""
    scenario = read_scenario(FolderFiles(_SHIPPED), f"{name}.yaml").scenario
    assert scenario is not None
    return evidence_of(solve(Script(scenario, LEVEL))).curve


def rounded(curve: SkillCurve) -> tuple[float, float, tuple[float, ...]]:
    """As the table has it: choosing blindly, the best, and every skill of the grid."""
    return round(curve.blind, 2), round(curve.best, 2), tuple(round(float(value), 2) for value in curve.values)


def main(names: Sequence[str]) -> None:
    """Print the table."""
    for name in names:
        print(f'    "{name}": {rounded(curve_of(name))},', flush=True)


if __name__ == "__main__":
    main(tuple(SHIPPED_CURVES) or ("concert-silence", "homework-load", "push-me"))
