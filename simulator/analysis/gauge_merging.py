"""Gauge vectors that cannot differ: who felt what matters little where only the sum is ever asked for.

Values, gates and who stays go by the sum of the gauges. A gauge by itself matters where a condition asks for it, and
where it could reach an end of its scale. As long as the turns that are left cannot take the others there, vectors with
the same sum have the same future, and one of them stands for all.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.analysis.gauge_vectors import BY_GAUGE, LEVELS, SIZE, Vectors, number
from simulator.analysis.patient_codes import NEUTRAL
from simulator.patient.effects import entering_change, move_change
from simulator.patient.gauges import NO_CHANGE, TOP_LEVEL, Alliance, Change
from simulator.patient.grid import GRID_STATES
from simulator.patient.state import PatientState
from simulator.scenario.conditions import Compare, Gauge, parts
from simulator.scenario.document import Moment

_GAUGES: Final = (Gauge.BOND, Gauge.TASK, Gauge.GOAL)


class GaugeMerging:
    """Which gauge vector stands for which, by the turns that are left."""

    def __init__(self, moments: tuple[Moment, ...], turns: int) -> None:
        asked = {
            part.gauge
            for moment in moments
            for when in moment.conditions
            for part in parts(when)
            if isinstance(part, Compare)
        }
        self._free = [axis for axis, gauge in enumerate(_GAUGES) if gauge not in asked]
        of_authors = [NO_CHANGE, *(r.change for m in moments for r in m.responses)]
        steps = (_of_moves(), _of_states(), of_authors)
        self._down, self._up = ([sum(_furthest(axis, s, way) for s in steps) for axis in range(3)] for way in (-1, 1))
        self._tables = tuple(self._merged(turns_left) for turns_left in range(turns + 1))

    def table(self, turns_left: int) -> Vectors:
        """For every vector the one that stands for it."""
        return self._tables[turns_left]

    def standing_for(self, alliance: Alliance, turns_left: int) -> int:
        """The number of the vector that stands for these gauges."""
        return int(self._tables[turns_left][number(alliance)])

    def _merged(self, turns_left: int) -> Vectors:
        levels: list[NDArray[np.int16]] = [axis.copy() for axis in BY_GAUGE]
        low = [self._down[axis] * turns_left for axis in range(3)]
        high = [TOP_LEVEL - self._up[axis] * turns_left for axis in range(3)]
        safe = np.ones(SIZE, dtype=np.bool_)
        for axis in self._free:
            safe &= (levels[axis] >= low[axis]) & (levels[axis] <= high[axis])
        # What the free gauges have above their lowest safe levels is given to the first, then to the next.
        rest = sum((levels[axis] - low[axis] for axis in self._free), np.zeros(SIZE, dtype=np.int64))
        for axis in self._free:
            given = np.minimum(rest, high[axis] - low[axis])
            levels[axis] = np.where(safe, low[axis] + given, levels[axis]).astype(np.int16)
            rest = rest - given
        return np.asarray((levels[0] * LEVELS + levels[1]) * LEVELS + levels[2], dtype=np.int16)


def _furthest(axis: int, changes: list[Change], way: int) -> int:
    """How far the furthest of some changes moves a gauge up (``way`` 1) or down (-1), in levels."""
    return max(0, *(way * (change.bond, change.task, change.goal)[axis] for change in changes))


@cache
def _of_moves() -> list[Change]:
    """What moves by themselves do to the gauges, whoever hears them."""
    heard = [PatientState(reaction, NEUTRAL, Family.WITHDRAWAL) for reaction in GRID_STATES]
    return [move_change(state, move, quality) for state in heard for move in Move for quality in range(5)]


@cache
def _of_states() -> list[Change]:
    """What entering a state does to the gauges."""
    return [
        entering_change(state, new_rung=rung, rupture=rupture)
        for state in ReactionState
        for rung in (False, True)
        for rupture in (False, True)
    ]
