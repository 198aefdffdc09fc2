"""Scenarios that are far too large: every moment is played once, and whatever was met is remembered."""

from __future__ import annotations

import random
from dataclasses import replace

from simulator.patient.grid import GRID_STATES
from simulator.scenario.document import Moment, Scenario, Wording
from tests.builders import RESPONSES, free_scenario

SEED = 3


def maze(moments: int = 40, turns: int = 30) -> Scenario:
    """A scenario in which four sentences lead from each moment to others at random."""
    chance = random.Random(SEED)
    names = [f"room-{number}" for number in range(moments)]
    rooms = {name: _room(name, names, chance) for name in names}
    return replace(free_scenario(turns=turns), moments=rooms, start=names[0])


def _room(name: str, names: list[str], chance: random.Random) -> Moment:
    doors = tuple(replace(response, then=chance.choice(names)) for response in chance.sample(RESPONSES, 4))
    return Moment(name, chance.choice(GRID_STATES), (Wording("first", "(a room)"),), once=True, responses=doors)
