"""The levels of each shipped scenario are felt: whoever chooses well half the time fares otherwise at each of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from simulator.analysis.learner import worths
from simulator.analysis.solve import solve
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script

ROOT: Final = Path(__file__).parents[2] / "scenarios"
SHIPPED: Final = sorted(file.stem for file in ROOT.glob("*.yaml"))
FELT: Final = 5.0
"""Points of repair value (0-100) between one level and the next."""


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_each_level_costs_the_half_way_learner_of_level_two_five_points_more(name: str) -> None:
    scenario = read_scenario(FolderFiles(ROOT), f"{name}.yaml").scenario
    assert scenario is not None
    solutions = {level: solve(Script(scenario, level)) for level in (1, 2, 3)}
    learner = solutions[2].halfway
    assert learner is not None
    worth = {level: float(worths(solution, learner.sensitivity)[0][0]) for level, solution in solutions.items()}
    assert worth[1] - worth[2] >= FELT, worth
    assert worth[2] - worth[3] >= FELT, worth
