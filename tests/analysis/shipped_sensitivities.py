"""The half-way learner's sensitivity in the shipped scenarios, and how often random play repairs, worked out anew.

``python -m tests.analysis.shipped_sensitivities`` prints the two tables that belong into the program.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simulator.analysis.hardness import repaired_by_chance
from simulator.analysis.policies import POLICIES, RANDOM, play_out
from simulator.analysis.shipped_sensitivities import SHIPPED_SENSITIVITIES
from simulator.analysis.solve import solve
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script

_SHIPPED: Final = Path(__file__).parents[2] / "scenarios"


def figures_of(name: str, level: int) -> tuple[float, float]:
    """What the half-way learner of a shipped scenario needs at a level, and the share of random play that repairs."""
    scenario = read_scenario(FolderFiles(_SHIPPED), f"{name}.yaml").scenario
    assert scenario is not None
    solution = solve(Script(scenario, level))
    assert solution.halfway is not None
    return solution.halfway.sensitivity, repaired_by_chance(play_out(solution, POLICIES[RANDOM]))


def table() -> Mapping[int, Mapping[str, tuple[float, float]]]:
    """All of them, as the program keeps them."""
    return {
        level: {name: _rounded(figures_of(name, level)) for name in of_level}
        for level, of_level in SHIPPED_SENSITIVITIES.items()
    }


def _rounded(figures: tuple[float, float]) -> tuple[float, float]:
    """Figures with four digits behind the point."""
    return round(figures[0], 4), round(figures[1], 4)


if __name__ == "__main__":
    found = table()
    for number, title in enumerate(("shipped_sensitivities.py", "shipped_repairs.py")):
        sys.stdout.write(f"{title}\n")
        for level, of_level in found.items():
            names = ", ".join(f'"{name}": {figures[number]}' for name, figures in of_level.items())
            sys.stdout.write(f"        {level}: MappingProxyType({{{names}}}),\n")
