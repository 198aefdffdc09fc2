"""Responses of a scenario that hardly anybody is offered, whether answers are taken at random, chosen half well, or well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

from simulator.analysis.foresight import Chances, of_a_learner, of_the_best, uniform
from simulator.analysis.paths import moments_of
from simulator.analysis.policies import SKILL, carried_forward
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import Layer

HARDLY: Final = 1 / 1_000
"""How many offers in a conversation on average are so few that hardly anybody meets one."""

_Choosing: TypeAlias = Callable[[int, Layer], Chances]


def hardly_offered(solution: Solution, beat: Callable[[], object] = lambda: None) -> tuple[tuple[str, str], ...]:
    """The scenario's own responses that hardly anybody is offered, as moments and responses in file order; exact solutions only.

    ``beat`` is called every now and then; what it raises ends the work.
    """
    ways: list[_Choosing] = [lambda _turn, piece: uniform(piece.on_offer), of_the_best(solution, SKILL).chances]
    if solution.halfway is not None:
        ways.append(of_a_learner(solution, solution.halfway).chances)
    most = np.max([_offers(solution, way, beat) for way in ways], axis=0)
    return tuple(
        (moment.id, response.id)
        for number, moment in enumerate(solution.options.moments)
        for column, response in enumerate(moment.responses, 1)
        if not moment.from_bank and most[number, column] < HARDLY
    )


def _offers(solution: Solution, choose: _Choosing, beat: Callable[[], object]) -> Chances:
    """How often a conversation comes to each choice (column) of each moment (row) on offer, on average."""
    offers = np.zeros((len(solution.options.moments), solution.options.columns))
    for met in carried_forward(solution, choose):
        offered = met.here[:, None] * met.piece.on_offer
        numbers = moments_of(met.piece)
        for column in range(offered.shape[1]):
            offers[:, column] += np.bincount(numbers, weights=offered[:, column], minlength=len(offers))
        beat()
    return offers
