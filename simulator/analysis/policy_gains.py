"""Where a way of playing gets its points: moment by moment, what its choices gain over taking any response."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from simulator.analysis.foresight import Chances, worths_ahead
from simulator.analysis.paths import moments_of
from simulator.analysis.policies import POLICIES, RANDOM, Policy, played, tier_chances
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import Layer

_RANDOM = POLICIES[RANDOM]


def policy_gains(solution: Solution, policy: Policy, beat: Callable[[], object] = lambda: None) -> Mapping[str, float]:
    """Points of repair value that a policy gains in each moment of an exact solution, by the moment's id.

    Gained is what its choice leads to beyond what any response would, if somebody went on at random from there; so all gains
    together are exactly the difference of the two means. ``beat`` is called every now and then.
    """
    worths = _worths_at_random(solution, beat)
    gained = np.zeros(len(solution.options.moments))
    for part in played(solution, policy):
        ahead = _ahead(part.piece, worths[part.index + 1])
        chosen = (part.chances * ahead).sum(axis=1)
        at_random = (tier_chances(solution, part.piece, _RANDOM) * ahead).sum(axis=1)
        gained += np.bincount(moments_of(part.piece), weights=chosen - part.here * at_random, minlength=len(gained))
        beat()
    return {moment.id: float(gain) for moment, gain in zip(solution.options.moments, gained, strict=True)}


def _worths_at_random(solution: Solution, beat: Callable[[], object]) -> list[Chances]:
    """The repair value to be expected from every state if any response is taken, turn by turn, and nothing after the last."""
    found: list[Chances] = [np.zeros(1)]
    for layer in reversed(solution.layers):
        pieces = [
            (tier_chances(solution, piece, _RANDOM) * _ahead(piece, found[-1])).sum(axis=1)
            for _, piece in layer.pieces()
        ]
        found.append(np.concatenate(pieces))
        beat()
    return found[::-1]


def _ahead(layer: Layer, after: Chances) -> Chances:
    """What each choice leads to; nothing for what is not on offer, which nobody takes."""
    return np.where(layer.on_offer, worths_ahead(layer, after), 0)
