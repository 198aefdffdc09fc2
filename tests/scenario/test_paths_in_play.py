"""What the checker calls unreachable is never met in play: seeded random sessions over the shipped scenarios."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.patient.possible import Possible
from simulator.scenario.checks.paths import find_paths
from simulator.scenario.checks.story import disposition_of
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from tests.builders import started

SHIPPED = Path(__file__).parents[2] / "scenarios"
NAMES = sorted(path.name for path in SHIPPED.glob("*.yaml"))
PLAYS = 40


def shipped(name: str) -> Scenario:
    scenario = read_scenario(FolderFiles(SHIPPED), name).scenario
    assert scenario is not None
    return scenario


def without_conditions(scenario: Scenario) -> Scenario:
    """The same with every moment free to be chosen, so that some stand in front of others for good."""
    moments = {name: replace(moment, when=None, once=False) for name, moment in scenario.moments.items()}
    return replace(scenario, moments=moments)


def visited(scenario: Scenario, seed: int) -> set[str]:
    """The author's moments that a trainee meets who answers at random."""
    chance = random.Random(seed)
    session = Session(scenario, started(scenario))
    met: set[str] = set()
    while not session.ended:
        moment = session.place.moment
        met.add(moment.id)
        offered = [response.id for response in session.shown()]
        session.act(Choose(chance.choice(offered)) if offered and chance.random() < 0.9 else StaySilent())
    closing = session.standing.closing
    if closing is not None and closing.moment is not None:
        met.add(closing.moment.id)
    return {name for name in met if not name.startswith("~")}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("free", [False, True], ids=["as shipped", "without conditions"])
def test_random_play_meets_only_moments_that_can_be_reached(name: str, free: bool) -> None:
    scenario = without_conditions(shipped(name)) if free else shipped(name)
    reached = find_paths(scenario, Possible(scenario.patient.grid, disposition_of(scenario))).reached
    met = set().union(*(visited(scenario, seed) for seed in range(PLAYS)))
    assert met <= reached
    assert len(met) > (1 if free else 5)
    if free:
        assert len(set(scenario.moments) - reached) > 0, "nothing is out of reach, so this would prove nothing"
