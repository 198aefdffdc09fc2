"""All gauge vectors there are, numbered, with what changes and questions do to them as tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.patient.gauges import POINTS_PER_LEVEL, TOP_LEVEL, Alliance, Change
from simulator.scenario.conditions import Compare, Gauge, Relation

Vectors: TypeAlias = NDArray[np.int16]
"""Numbers of gauge vectors; ``(bond * LEVELS + task) * LEVELS + goal`` in stored levels."""

Mask: TypeAlias = NDArray[np.bool_]
"""For every gauge vector whether something holds."""

LEVELS: Final = TOP_LEVEL + 1
SIZE: Final = LEVELS**3

_BOND, _TASK, _GOAL = (axis.ravel().astype(np.int16) for axis in np.indices((LEVELS, LEVELS, LEVELS)))
BY_GAUGE: Final = (_BOND, _TASK, _GOAL)
"""Bond, task and goal of every vector, in levels."""

FELT: Final = (_BOND + _TASK + _GOAL) * np.int16(POINTS_PER_LEVEL)
"""The felt alliance of every vector: the sum of its gauges in points, three times their mean (0 to ``FULL``)."""
FULL: Final = 3 * TOP_LEVEL * POINTS_PER_LEVEL

ALWAYS: Final = 0
NEVER: Final = FULL + 1
"""Figures that every felt alliance and that none reaches; see ``need``."""

COMPARE: Final[Mapping[Relation, np.ufunc]] = {
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


def need(points: int) -> int:
    """The figure in ``FELT`` from which the felt alliance reaches this many points (``Alliance.at_least``)."""
    return 3 * points


class Shifts:
    """What changes do to every gauge vector, a table each."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Change, Change], int] = {}
        self._tables: list[Vectors] = []
        self._stacked: NDArray[np.int16] = np.empty((0, SIZE), dtype=np.int16)

    def number(self, first: Change, then: Change) -> int:
        """The number of two changes one after the other, each held within bounds."""
        known = self._numbers.get((first, then))
        if known is None:
            known = self._numbers[first, then] = len(self._tables)
            self._tables.append(shifted(first, then))
        return known

    @property
    def tables(self) -> NDArray[np.int16]:
        """Where each vector (column) goes by each change (row)."""
        if len(self._stacked) < len(self._tables):
            self._stacked = np.stack(self._tables)
        return self._stacked


def shifted(first: Change, then: Change) -> Vectors:
    """Where each vector goes by two changes one after the other."""
    after = np.zeros(1, dtype=np.int16)
    for one, two in zip(_levels(first), _levels(then), strict=True):
        levels = np.clip(np.clip(np.arange(LEVELS) + one, 0, TOP_LEVEL) + two, 0, TOP_LEVEL)
        after = (after[:, None] * LEVELS + levels).ravel()
    return after.astype(np.int16)


def _levels(change: Change) -> tuple[int, int, int]:
    return change.bond, change.task, change.goal


@cache
def compares(asked: Compare) -> Mask:
    """Whether a comparison of bond, task, goal or the alliance holds."""
    if asked.gauge is Gauge.ALLIANCE:
        return np.asarray(COMPARE[asked.relation](FELT, 3 * asked.number))
    return np.asarray(COMPARE[asked.relation](_GAUGES[asked.gauge] * POINTS_PER_LEVEL, asked.number))


@cache
def sums() -> tuple[Alliance, ...]:
    """A gauge vector for every sum of the three gauges in levels, from the lowest to the highest."""
    return tuple(
        Alliance(*(min(max(felt - i * TOP_LEVEL, 0), TOP_LEVEL) for i in range(3))) for felt in range(3 * TOP_LEVEL + 1)
    )
