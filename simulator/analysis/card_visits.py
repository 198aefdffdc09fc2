"""How often conversations come to each moment, and what each answer costs there: exactly, or from a sample of plays."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from simulator.analysis.foresight import of_a_learner, worths_ahead
from simulator.analysis.learner_play import careless_outcome, learner_outcome
from simulator.analysis.paths import moments_of
from simulator.analysis.policies import carried_forward
from simulator.analysis.solve import Solution
from simulator.session.script import SILENT, Script

SAMPLED: Final = 2_000
"""So many plays stand for all where not everything can be tried."""

_SEED: Final = 0

Often: TypeAlias = Mapping[str, float]
"""How often a conversation comes to a moment on average, by the moment's id."""


@dataclass(frozen=True, slots=True)
class CardVisits:
    """How often somebody comes to each moment: who answers at random, and the half-way learner.

    ``prices`` are what answers (by moment and response, empty for silence) cost the half-way learner on average where they
    come to them, in hundredths of a point of repair value. Where ``exact`` is false, the first is from ``SAMPLED`` plays and
    nothing is known of the other.
    """

    exact: bool
    careless: Often
    halfway: Often
    prices: Mapping[tuple[str, str], int]


def card_visits(solution: Solution, beat: Callable[[], object] = lambda: None) -> CardVisits:
    """What is known of a solved scenario; ``beat`` is called now and then, and what it raises ends the work."""
    learner = solution.halfway
    if learner is None:
        return CardVisits(False, sampled_visits(solution.script, beat), {}, {})
    careless = careless_outcome(solution, beat).visits
    halfway = learner_outcome(solution, learner.sensitivity, beat).visits
    return CardVisits(True, careless, halfway, _prices(solution, beat))


def sampled_visits(script: Script, beat: Callable[[], object] = lambda: None, plays: int = SAMPLED) -> Often:
    """How often answering at random comes to each moment, in a sample of plays that is always the same."""
    chance = random.Random(_SEED)
    met: Counter[str] = Counter()
    for _ in range(plays):
        place = script.start()
        while True:
            met[place.moment.id] += 1
            after = script.step(place, chance.choice((*script.offered(place), SILENT))).after
            if after.place is None:
                if after.closing is not None and after.closing.moment is not None:
                    met[after.closing.moment.id] += 1
                break
            place = after.place
        beat()
    return {moment: often / plays for moment, often in met.items()}


def _prices(solution: Solution, beat: Callable[[], object]) -> dict[tuple[str, str], int]:
    """What each answer costs on average where the half-way learner comes to it, against the best answer there."""
    learner = solution.halfway
    assert learner is not None
    moments, columns = solution.options.moments, solution.options.columns
    cost, offered = np.zeros((len(moments), columns)), np.zeros((len(moments), columns))
    for met in carried_forward(solution, of_a_learner(solution, learner).chances):
        further = met.index + 1 < len(learner.worths)
        worth = worths_ahead(met.piece, learner.worths[met.index + 1] if further else np.zeros(1))
        lost = worth.max(axis=1, keepdims=True) - worth
        here = moments_of(met.piece)
        for column in range(columns):
            on_offer = np.isfinite(lost[:, column])
            weights = np.where(on_offer, met.here, 0.0)
            offered[:, column] += np.bincount(here, weights=weights, minlength=len(moments))
            weighed = weights * np.where(on_offer, lost[:, column], 0.0)
            cost[:, column] += np.bincount(here, weights=weighed, minlength=len(moments))
        beat()
    found: dict[tuple[str, str], int] = {}
    for number, moment in enumerate(moments):
        for column, response in enumerate(("", *(one.id for one in moment.responses))):
            if offered[number, column] > 0:
                found[moment.id, response] = round(100 * cost[number, column] / offered[number, column])
    return found
