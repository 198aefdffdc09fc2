"""All gauge vectors there are, numbered, with what changes and questions do to them as tables."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.patient import POINTS_PER_LEVEL, TOP_LEVEL, Alliance, Change
from simulator.scenario.conditions import Compare, Gauge, Relation

Vectors: TypeAlias = NDArray[np.int16]
"""Numbers of gauge vectors; ``(bond * LEVELS + task) * LEVELS + goal`` in stored levels."""

Mask: TypeAlias = NDArray[np.bool_]
"""For every gauge vector whether something holds."""

LEVELS: Final = TOP_LEVEL + 1
SIZE: Final = LEVELS**3

_BOND, _TASK, _GOAL = (axis.ravel().astype(np.int16) for axis in np.indices((LEVELS, LEVELS, LEVELS)))
_FELT: Final = _BOND + _TASK + _GOAL

_COMPARE: Final = {
    Relation.LESS: np.less,
    Relation.AT_MOST: np.less_equal,
    Relation.MORE: np.greater,
    Relation.AT_LEAST: np.greater_equal,
    Relation.EQUAL: np.equal,
    Relation.UNEQUAL: np.not_equal,
}
_GAUGES: Final = {Gauge.BOND: _BOND, Gauge.TASK: _TASK, Gauge.GOAL: _GOAL}


def number(alliance: Alliance) -> int:
    """The number of a gauge vector."""
    return (alliance.bond * LEVELS + alliance.task) * LEVELS + alliance.goal


def alliance(vector: int) -> Alliance:
    """The gauge vector of a number."""
    rest, goal = divmod(int(vector), LEVELS)
    return Alliance(*divmod(rest, LEVELS), goal)


@cache
def shifted(first: Change, then: Change) -> Vectors:
    """Where each vector goes by two changes one after the other, each held within bounds."""
    bond, task, goal = _BOND, _TASK, _GOAL
    for change in (first, then):
        bond = np.clip(bond + change.bond, 0, TOP_LEVEL)
        task = np.clip(task + change.task, 0, TOP_LEVEL)
        goal = np.clip(goal + change.goal, 0, TOP_LEVEL)
    return np.asarray((bond * LEVELS + task) * LEVELS + goal, dtype=np.int16)


@cache
def at_least(points: int) -> Mask:
    """Whether the felt alliance reaches this many points (``Alliance.at_least``)."""
    return np.asarray(3 * points <= _FELT * POINTS_PER_LEVEL)


@cache
def compares(asked: Compare) -> Mask:
    """Whether a comparison of bond, task, goal or the alliance holds."""
    if asked.gauge is Gauge.ALLIANCE:
        return np.asarray(_COMPARE[asked.relation](_FELT * POINTS_PER_LEVEL, 3 * asked.number))
    return np.asarray(_COMPARE[asked.relation](_GAUGES[asked.gauge] * POINTS_PER_LEVEL, asked.number))


@cache
def sums() -> tuple[Vectors, ...]:
    """The vectors grouped by the sum of their three gauges, from the lowest sum to the highest."""
    order = np.argsort(_FELT, kind="stable").astype(np.int16)
    return tuple(np.split(order, np.cumsum(np.bincount(_FELT))[:-1]))
