"""Every state a scenario can reach, turn by turn: what can be chosen there, and where it leads.

A state is a *control* (the moment, the patient without gauges, what is remembered) with a gauge vector. States of one
turn that share a control are handled together, as an array of vectors: a choice moves them all by the same table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.gauge_vectors import Vectors
from simulator.patient import Verdict

NOWHERE: Final = -1
"""In ``Layer.next``: the choice is not on offer, or the session closes with it. In ``Layer.ended_in``: no moment ends it."""

NOT_OFFERED: Final = -1
"""In ``Layer.value`` and ``Layer.verdict``: the choice does not close the session."""

VERDICTS: Final = tuple(Verdict)
"""Verdicts by the number that stands for them in ``Layer.verdict``."""


class Control(NamedTuple):
    """A state without its gauges: the numbers of a moment and a patient (see ``Options``), and what is remembered."""

    moment: int
    patient: int
    past: int


@dataclass(slots=True)
class Reached:
    """The states that one turn can reach; all that is needed to find the place of a session among them.

    States are numbered control by control: those of control ``c`` from ``offsets[c]``, their vectors ascending.
    """

    controls: dict[Control, int]
    offsets: NDArray[np.int64]
    vectors: Vectors

    @property
    def size(self) -> int:
        """How many states there are."""
        return len(self.vectors)

    def find(self, control: Control, vector: int) -> int | None:
        """The number of a state, or ``None`` if it cannot be reached at this turn."""
        index = self.controls.get(control)
        if index is None:
            return None
        low, high = self.offsets[index], self.offsets[index + 1]
        row = int(low + np.searchsorted(self.vectors[low:high], vector))
        return row if row < high and self.vectors[row] == vector else None


@dataclass(slots=True)
class Layer(Reached):
    """All states of one turn, and what every choice does in them.

    ``next``, ``value``, ``verdict`` and ``ended_in`` have a row a state and a column a choice; column 0 is staying
    silent, column ``i + 1`` the moment's response ``i``. Exactly one of ``next`` (a state of the next turn) and ``value``
    (repair value of the closing, 0-100) is set where the choice is on offer. ``ended_in`` is the moment that closes the
    session; ``NOWHERE`` where it goes on, or where the time is up.
    """

    next: NDArray[np.int32]
    value: NDArray[np.int8]
    verdict: NDArray[np.int8]
    ended_in: NDArray[np.int16]

    @property
    def on_offer(self) -> NDArray[np.bool_]:
        """Which choices (columns) can be made in which state (rows)."""
        return np.asarray((self.next != NOWHERE) | (self.value != NOT_OFFERED))
