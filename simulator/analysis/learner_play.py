"""What learners of any sensitivity come to in a solved scenario, exactly: careless play is the one of sensitivity 0."""

from __future__ import annotations

from collections.abc import Callable

from simulator.analysis.foresight import Foresight, uniform
from simulator.analysis.learner import Links
from simulator.analysis.policies import Outcome, carried_forward, outcome_of
from simulator.analysis.solve import Solution


def careless_outcome(solution: Solution, beat: Callable[[], object] = lambda: None) -> Outcome:
    """What taking anything on offer comes to, staying silent too, each with the same chance; ``beat`` as in ``solve``."""
    states = carried_forward(solution, lambda _turn, piece: uniform(piece.on_offer))
    return outcome_of("careless", solution, states, beat)


def learner_outcome(solution: Solution, sensitivity: float, beat: Callable[[], object] = lambda: None) -> Outcome:
    """What a learner of a sensitivity (log-odds a point of repair value) comes to; ``beat`` as in ``solve``."""
    ahead = Foresight(solution, Links(solution.layers, beat).worths(sensitivity), sensitivity)
    return outcome_of("learner", solution, carried_forward(solution, ahead.chances), beat)
