"""One number for every state of a turn, so that states can be sorted, found and told apart as plain numbers."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from simulator.analysis.arrays import Numbers, ascending
from simulator.analysis.budget import Spent
from simulator.analysis.gauge_vectors import SIZE

_VECTOR_BITS: Final = (SIZE - 1).bit_length()
_MOST_MEMORY_BITS: Final = 22
_BITS: Final = 63


class KeyParts(NamedTuple):
    """What a key stands for: the numbers of the moment, the patient, the memory and the gauge vector."""

    moments: Numbers
    patients: Numbers
    memories: Numbers
    vectors: Numbers


class StateKeys:
    """Puts keys together and takes them apart; they ascend by patient, moment, memory and vector.

    ``moments`` is how many moments there are, ``remembered`` how many bits a memory of the scenario has.
    """

    def __init__(self, moments: int, remembered: int) -> None:
        self._moments = moments
        self._memory_bits = min(remembered, _MOST_MEMORY_BITS)
        self._place_bits = _BITS - _VECTOR_BITS - self._memory_bits

    def put(self, parts: KeyParts, patients: int, memories: int) -> Numbers:
        """The keys of states; ``patients`` and ``memories`` are how many of them are known.

        Raises ``Spent`` where they are too many to be numbered: millions of memories, or more patients still.
        """
        if memories > 1 << self._memory_bits or patients * self._moments > 1 << self._place_bits:
            raise Spent
        places = parts.patients * self._moments + parts.moments
        return (places << self._memory_bits | parts.memories) << _VECTOR_BITS | parts.vectors

    def controls(self, keys: Numbers) -> Numbers:
        """The same number for all states of a control, ascending as they do."""
        return keys >> _VECTOR_BITS

    def take(self, keys: Numbers) -> KeyParts:
        """What keys stand for."""
        controls = keys >> _VECTOR_BITS
        places = controls >> self._memory_bits
        memories, vectors = controls & (1 << self._memory_bits) - 1, keys & (1 << _VECTOR_BITS) - 1
        return KeyParts(places % self._moments, places // self._moments, memories, vectors)


class KeySet:
    """Keys that come in portions, each kept once; the larger it is, the less often all of it is sorted."""

    def __init__(self) -> None:
        self._all: Numbers = np.empty(0, dtype=np.int64)
        self._fresh: list[Numbers] = []
        self._waiting = 0

    def add(self, keys: Numbers) -> None:
        """Add keys, in any order."""
        self._fresh.append(ascending(keys))
        self._waiting += len(self._fresh[-1])
        if self._waiting > len(self._all):
            self._settle()

    def ascending(self) -> Numbers:
        """All keys, each once."""
        self._settle()
        return self._all

    @property
    def nbytes(self) -> int:
        """How many bytes it takes, and takes again while it is sorted."""
        return 2 * 8 * (len(self._all) + self._waiting)

    def _settle(self) -> None:
        if self._fresh:
            self._all = ascending(np.concatenate([self._all, *self._fresh]))
            self._fresh, self._waiting = [], 0
