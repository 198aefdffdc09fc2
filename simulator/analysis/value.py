"""The repair value: one number from 0 to 100 for how a session ended, the same for every path that ends alike.

Verdicts have bands that do not overlap where it matters: whoever repaired stands above whoever was left, however the
rest went. Within its band a session stands by the felt alliance (half), the own contribution (three tenths) and how
far into the rupture the two had come (two tenths). It is a function of the last state only, which is what makes the
best attainable value exact. Our design, not a finding, and no score of any published instrument.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.patient.gauges import TOP_LEVEL
from simulator.patient.state import PatientState, Rung
from simulator.patient.verdicts import Verdict
from simulator.session.transcript import Closing

HIGHEST: Final = 100
GOOD_ENDINGS: Final = frozenset({Verdict.REPAIRED, Verdict.PARTLY, Verdict.TRANSFER})
"""Endings that count as repaired where the question is whether a repair was still open."""

WHOLE_REPAIRS: Final = GOOD_ENDINGS - {Verdict.PARTLY}
"""Those of them after which nothing is left half done."""

BANDS: Final[Mapping[Verdict, tuple[int, int]]] = MappingProxyType(
    {
        Verdict.LEFT: (0, 9),
        Verdict.QUIET_DROP_OUT: (5, 14),
        Verdict.UNRESOLVED: (15, 44),
        Verdict.PARTLY: (45, 69),
        Verdict.TRANSFER: (60, 84),
        Verdict.REPAIRED: (70, HIGHEST),
    }
)
"""Lowest and highest repair value of each verdict."""

_FELT_WEIGHT, _OWNED_WEIGHT, _RUNG_WEIGHT = 5, 45, 24
_FULL: Final = _FELT_WEIGHT * 3 * TOP_LEVEL + _OWNED_WEIGHT * 4 + _RUNG_WEIGHT * 5
_STAGES: Final = (Rung.EXPLORING, Rung.HALF_SAID, Rung.BLOCK, Rung.SAID, Rung.REPAIRED)
_STAGES_AMONG: Final = tuple(sum(bool(rungs & stage) for stage in _STAGES) for rungs in range(2 * Rung.REPAIRED))

_Number = TypeVar("_Number", int, NDArray[np.int64])


def repair_share(felt: _Number, owned: int, rungs: int) -> _Number:
    """How far a session came within its band, from 0 to ``_FULL``; ``felt`` is the sum of the gauges in levels."""
    return felt * _FELT_WEIGHT + (_OWNED_WEIGHT * owned + _RUNG_WEIGHT * _STAGES_AMONG[rungs])


def in_band(low: _Number, high: _Number, share: _Number) -> _Number:
    """The repair value of a share of the band between two values."""
    return low + (high - low) * share // _FULL


def repair_value(verdict: Verdict, state: PatientState) -> int:
    """The repair value (0 to 100) of a session that ended in this state with this verdict."""
    felt = state.alliance.bond + state.alliance.task + state.alliance.goal
    return in_band(*BANDS[verdict], repair_share(felt, state.owned, state.rungs))


def value_of(closing: Closing) -> int:
    """The repair value of a session that has closed; one that was stopped counts as if the hour had ended there."""
    return repair_value(closing.verdict, closing.state)
