"""A session in which every choice is the best of its place."""

from __future__ import annotations

from simulator.analysis.decision_values import decision_values
from simulator.analysis.solve import Solution
from simulator.scenario.document import Scenario
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from tests.builders import started


def attuned(solution: Solution, scenario: Scenario) -> Session:
    """A session in which every choice is the best of its place."""
    session = Session(scenario, started(scenario))
    while not session.ended:
        trial = Session.replay(scenario, session.events)
        trial.act(StaySilent())
        best = decision_values(solution, trial)[-1].best
        session.act(Choose(best.id) if best else StaySilent())
    return session
