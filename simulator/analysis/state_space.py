"""Every state a scenario can reach, turn by turn: what can be chosen there, and where it leads.

A state is a *control* (the moment, the patient without gauges, what the session remembers) with a gauge vector. Both are
kept as rows of numbers; whatever goes through the states of a turn goes through some rows at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.gauge_vectors import Vectors
from simulator.patient.verdicts import Verdict

NOWHERE: Final = -1
"""In ``Layer.next``: the choice is not on offer, or the session closes with it. In ``Layer.ended_in``: no moment ends it."""

NOT_OFFERED: Final = -1
"""In ``Layer.value`` and ``Layer.verdict``: the choice does not close the session."""

VERDICTS: Final = tuple(Verdict)
"""Verdicts by the number that stands for them in ``Layer.verdict``."""

AT_ONCE: Final = 16_384
"""Rows that are worked on between two looks at whether the work is still wanted: some hundredths of a second."""


class Control(NamedTuple):
    """A state without its gauges: the numbers of a moment, a patient and a memory (see ``Options``)."""

    moment: int
    patient: int
    memory: int


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """The states that one turn can reach; all that is needed to find the place of a session among them.

    Controls ascend by patient, moment and memory. States are numbered control by control: those of control ``c`` from
    ``offsets[c]``, their vectors ascending.
    """

    moments: NDArray[np.int32]
    patients: NDArray[np.int32]
    memories: NDArray[np.int32]
    offsets: NDArray[np.int64]
    vectors: Vectors

    def __post_init__(self) -> None:
        for numbers in self.arrays:
            numbers.flags.writeable = False

    @property
    def arrays(self) -> tuple[NDArray[Any], ...]:
        """All numbers that are kept."""
        return tuple(getattr(self, field.name) for field in fields(self))

    @property
    def size(self) -> int:
        """How many states there are."""
        return len(self.vectors)

    def find(self, control: Control, vector: int) -> int | None:
        """The number of a state, or ``None`` if it cannot be reached at this turn."""
        low, high = 0, len(self.patients)
        for numbers, wanted in ((self.patients, control.patient), (self.moments, control.moment)):
            low, high = _among(numbers, wanted, low, high)
        low, high = _among(self.memories, control.memory, low, high)
        if low == high:
            return None
        first, last = _among(self.vectors, vector, int(self.offsets[low]), int(self.offsets[low + 1]))
        return None if first == last else first

    def control(self, row: int) -> Control:
        """The control of a state."""
        index = int(np.searchsorted(self.offsets, row, side="right")) - 1
        return Control(int(self.moments[index]), int(self.patients[index]), int(self.memories[index]))

    def of_states(self, of_controls: NDArray[Any]) -> NDArray[Any]:
        """A figure for every state, from one for each control."""
        return np.repeat(of_controls, np.diff(self.offsets))


@dataclass(frozen=True, slots=True, eq=False)
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

    def pieces(self, at_once: int = AT_ONCE) -> Iterator[tuple[slice, Layer]]:
        """The layer in parts of so many states, each with its rows; a part shares the numbers of the whole."""
        for first in range(0, self.size, at_once):
            rows = slice(first, min(first + at_once, self.size))
            yield rows, self._piece(rows)

    def controls_of(self, rows: slice) -> slice:
        """The controls that some states on end belong to."""
        begin = int(np.searchsorted(self.offsets, rows.start, side="right")) - 1
        return slice(begin, int(np.searchsorted(self.offsets, rows.stop, side="left")))

    def _piece(self, rows: slice) -> Layer:
        controls = self.controls_of(rows)
        offsets = np.clip(self.offsets[controls.start : controls.stop + 1], rows.start, rows.stop) - rows.start
        kept = (self.moments[controls], self.patients[controls], self.memories[controls], offsets, self.vectors[rows])
        return Layer(*kept, self.next[rows], self.value[rows], self.verdict[rows], self.ended_in[rows])


def _among(numbers: NDArray[Any], wanted: int, low: int, high: int) -> tuple[int, int]:
    """Between which positions a number stands in a part of ascending ones."""
    # Of the same kind as the others: else numpy makes a copy of all of them first.
    part, same = numbers[low:high], numbers.dtype.type(wanted)
    return low + int(np.searchsorted(part, same, "left")), low + int(np.searchsorted(part, same, "right"))
