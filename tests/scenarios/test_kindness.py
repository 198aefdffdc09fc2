"""Whoever is kind and never owns their part repairs nothing, in no shipped scenario and at no level (rule 16)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from simulator.alliance.moves import Move, is_hindering
from simulator.analysis.solve import solve
from simulator.analysis.value import GOOD_ENDINGS
from simulator.scenario.document import Moment, Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script

ROOT: Final = Path(__file__).parents[2] / "scenarios"
SHIPPED: Final = sorted(file.stem for file in ROOT.glob("*.yaml"))


def shipped(name: str) -> Scenario:
    scenario = read_scenario(FolderFiles(ROOT), f"{name}.yaml").scenario
    assert scenario is not None
    return scenario


def kind_only(scenario: Scenario) -> Scenario:
    """The scenario with nothing on offer but what means to help and owns nothing."""

    def kind(moment: Moment) -> Moment:
        kept = [r for r in moment.responses if Move.OWN_CONTRIBUTION not in (r.move, *r.also)]
        return replace(moment, responses=tuple(r for r in kept if not is_hindering(r.move)))

    moments = {name: kind(moment) for name, moment in scenario.moments.items()}
    lines = {state: kind(moment) for state, moment in scenario.patient.lines.items()}
    return replace(scenario, moments=moments, patient=replace(scenario.patient, lines=lines))


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("name", SHIPPED)
def test_however_well_the_person_is_known_kindness_alone_repairs_nothing_not_even_in_part(
    name: str, level: int
) -> None:
    solution = solve(Script(kind_only(shipped(name)), level))
    assert solution.exact
    assert not solution.start.endings & GOOD_ENDINGS
