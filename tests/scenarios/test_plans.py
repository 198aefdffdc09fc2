"""The shipped scenarios are played along their plans: what is said, offered, chosen, where it ends, what it scores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.services.plans import PlannedPath, follow, read_plan

ROOT = Path(__file__).parents[2] / "scenarios"
PLANS = sorted(ROOT.glob("*.plan"))


@dataclass(frozen=True)
class OfPlan:
    """A path and the plan it stands in."""

    plan: Path
    path: PlannedPath

    def __str__(self) -> str:
        return f"{self.plan.stem}: {self.path.name}"


PATHS = [OfPlan(plan, path) for plan in PLANS for path in read_plan(plan.read_text("utf-8"))[0]]


@cache
def scenario(name: str) -> Scenario:
    reading = read_scenario(FolderFiles(ROOT), f"{name}.yaml")
    assert reading.scenario is not None, [str(d) for d in reading.diagnostics]
    return reading.scenario


@pytest.mark.parametrize("planned", PATHS, ids=str)
def test_the_path_is_as_planned(planned: OfPlan) -> None:
    followed = follow(planned.path, scenario(planned.plan.stem))
    assert followed.fault is None, f"line {followed.fault.line}: {followed.fault.what}"
    assert followed.session.ended, "a planned path goes to its end"


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.stem)
def test_every_plan_can_be_read(plan: Path) -> None:
    assert read_plan(plan.read_text("utf-8"))[1] == ()


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.stem)
def test_every_plan_covers_six_paths_that_differ(plan: Path) -> None:
    paths = [planned.path for planned in PATHS if planned.plan == plan]
    assert len(paths) >= 6
    verdicts = {i.rest for p in paths for i in p.instructions if i.word == "ends"}
    assert "repaired" in verdicts
    assert verdicts & {"left", "quiet-drop-out"}


def test_every_shipped_scenario_has_a_plan() -> None:
    assert {p.stem for p in ROOT.glob("*.yaml")} == {p.stem for p in PLANS}
