"""The half-way learner's sensitivity in the shipped scenarios, worked out anew.

``python -m tests.analysis.shipped_sensitivities`` prints the table that belongs into the program.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simulator.analysis.shipped_sensitivities import SHIPPED_SENSITIVITIES
from simulator.analysis.solve import solve
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script

_SHIPPED: Final = Path(__file__).parents[2] / "scenarios"


def sensitivity_of(name: str, level: int) -> float:
    """What the half-way learner of a shipped scenario needs at a level."""
    scenario = read_scenario(FolderFiles(_SHIPPED), f"{name}.yaml").scenario
    assert scenario is not None
    learner = solve(Script(scenario, level)).halfway
    assert learner is not None
    return learner.sensitivity


def table() -> Mapping[int, Mapping[str, float]]:
    """All of them, as the program keeps them."""
    return {
        level: {name: round(sensitivity_of(name, level), 4) for name in of_level}
        for level, of_level in SHIPPED_SENSITIVITIES.items()
    }


if __name__ == "__main__":
    for level, of_level in table().items():
        names = ", ".join(f'"{name}": {sensitivity}' for name, sensitivity in of_level.items())
        sys.stdout.write(f"        {level}: MappingProxyType({{{names}}}),\n")
