"""Sessions of made scenarios, played step by step or at random, and their solutions."""

from __future__ import annotations

import random
from functools import cache, lru_cache
from typing import TypeAlias

from _pytest.mark import ParameterSet

from simulator.analysis.session_value import SessionValue, value_session
from simulator.analysis.solve import Solution, solve
from simulator.session.actions import Choose, StaySilent, Stop
from simulator.session.engine import Session
from simulator.session.script import Script
from tests.analysis.generating import generated
from tests.builders import started
from tests.quick_and_slow import quick_and_slow

FEW, PLAYS = 60, 150

Played: TypeAlias = tuple[int, int]
"""The seed of a generated scenario, and how often it is played."""


def few_or_many_plays(*seeds: int) -> list[ParameterSet]:
    """The cases of a test: a few plays of the first scenario at every change, many of each where everything is tried."""
    return quick_and_slow([(seeds[0], FEW)], [(seed, PLAYS) for seed in seeds])


@lru_cache(64)
def solved(scenario_of: object) -> Solution:
    """The solution of a generated scenario, by its seed, or of one that a function makes."""
    scenario = generated(scenario_of) if isinstance(scenario_of, int) else scenario_of()  # type: ignore[operator]
    return solve(Script(scenario))


@cache
def random_plays(seed: int, plays: int) -> tuple[tuple[Session, SessionValue], ...]:
    """Sessions of a generated scenario in which anything is done, and some are stopped; with what they were worth."""
    solution, chance = solved(seed), random.Random(seed)
    scenario = solution.script.scenario
    played = []
    for _ in range(plays):
        session = Session(scenario, started(scenario, script=solution.script), solution.script)
        while not session.ended:
            if chance.random() < 0.03:
                session.act(Stop())
            elif chance.random() < 0.2 or not session.shown():
                session.act(StaySilent())
            else:
                session.act(Choose(chance.choice(session.shown()).id))
        played.append((session, value_session(solution, session)))
    return tuple(played)
