"""Sessions of made scenarios, played step by step or at random, and their solutions."""

from __future__ import annotations

import random
from functools import cache

from simulator.analysis.session_value import SessionValue, value_session
from simulator.analysis.solve import Solution, solve
from simulator.session.actions import Choose, StaySilent, Stop
from simulator.session.engine import Session
from simulator.session.script import Script
from tests.analysis.generating import generated
from tests.builders import started

PLAYS = 600


@cache
def solved(scenario_of: object) -> Solution:
    """The solution of a generated scenario, by its seed, or of one that a function makes."""
    scenario = generated(scenario_of) if isinstance(scenario_of, int) else scenario_of()  # type: ignore[operator]
    return solve(Script(scenario))


@cache
def random_plays(seed: int) -> tuple[tuple[Session, SessionValue], ...]:
    """Sessions of a generated scenario in which anything is done, and some are stopped; with what they were worth."""
    solution, chance = solved(seed), random.Random(seed)
    scenario = solution.script.scenario
    plays = []
    for _ in range(PLAYS):
        session = Session(scenario, started(scenario, script=solution.script), solution.script)
        while not session.ended:
            if chance.random() < 0.03:
                session.act(Stop())
            elif chance.random() < 0.2 or not session.shown():
                session.act(StaySilent())
            else:
                session.act(Choose(chance.choice(session.shown()).id))
        plays.append((session, value_session(solution, session)))
    return tuple(plays)
