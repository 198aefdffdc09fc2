"""Looking many things up at once: distinct keys of an array, and lists that grow while arrays look things up in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]

_DENSE: Final = 16
"""A table of marks is quicker than sorting as long as it has at most so many places for each key ..."""
_SMALL: Final = 1 << 17
"""... or at most so many places at all."""

_BETWEEN_BEATS: Final = 16
"""Meanings that are worked out one after the other: some hundredths of a second at most."""

_UNASKED: Final = -1


def distinct(keys: Numbers, bound: int) -> tuple[Numbers, Numbers]:
    """The distinct keys, ascending, and for each key its position among them; keys are from 0 to below ``bound``."""
    if bound > _DENSE * len(keys) + _SMALL:
        unique, positions = np.unique(keys, return_inverse=True)
        return unique, positions.reshape(-1)
    marks = np.zeros(bound, dtype=np.bool_)
    marks[keys] = True
    unique = marks.nonzero()[0]
    positions = np.empty(bound, dtype=np.int32)
    positions[unique] = np.arange(len(unique), dtype=np.int32)
    return unique, positions[keys].astype(np.int64)


def ascending(keys: Numbers) -> Numbers:
    """The distinct keys in order; several times quicker than ``np.unique``, which looks them up in a table."""
    ordered = np.sort(keys)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))]


def mapped(
    keys: Numbers, bound: int, meaning: Callable[[int], int], beat: Callable[[], object] = lambda: None
) -> Numbers:
    """What each key (from 0 to below ``bound``) means, worked out once for each distinct one.

    ``beat`` is called every now and then, where working them out takes long.
    """
    unique, positions = distinct(keys, bound)
    meanings = np.empty(len(unique), dtype=np.int64)
    for first in range(0, len(unique), _BETWEEN_BEATS):
        some = unique[first : first + _BETWEEN_BEATS]
        meanings[first : first + len(some)] = [meaning(key) for key in some.tolist()]
        beat()
    return meanings[positions]


class Answers:
    """What keys mean, from 0 on, in a table that grows; each is worked out when it is first asked for.

    Where the keys would take too large a table, nothing is remembered.
    """

    def __init__(self) -> None:
        self._table: NDArray[np.int32] = np.empty(0, dtype=np.int32)

    @property
    def nbytes(self) -> int:
        """How many bytes the table takes."""
        return self._table.nbytes

    def of(
        self, keys: Numbers, bound: int, meanings: Callable[[Numbers], Numbers], beat: Callable[[], object]
    ) -> Numbers:
        """What keys below ``bound`` mean; ``meanings`` (never negative) is asked for some distinct keys at a time."""
        if bound > _SMALL + 2 * len(keys):
            unique, positions = distinct(keys, bound)
            return self._asked(unique, meanings, beat)[positions]
        if bound > len(self._table):
            more = np.full(bound - len(self._table), _UNASKED, dtype=np.int32)
            self._table = np.concatenate([self._table, more])
        new = np.unique(keys[self._table[keys] == _UNASKED])
        if len(new):
            self._table[new] = self._asked(new, meanings, beat)
        return self._table[keys].astype(np.int64)

    def _asked(self, keys: Numbers, meanings: Callable[[Numbers], Numbers], beat: Callable[[], object]) -> Numbers:
        found = np.empty(len(keys), dtype=np.int64)
        for first in range(0, len(keys), _BETWEEN_BEATS):
            some = slice(first, first + _BETWEEN_BEATS)
            found[some] = meanings(keys[some])
            beat()
        return found


class Column:
    """A list of numbers that arrays look things up in; it grows at its end only."""

    __slots__ = ("_array", "_fresh")

    def __init__(self) -> None:
        self._array: Numbers = np.empty(0, dtype=np.int64)
        self._fresh: list[int] = []

    def __len__(self) -> int:
        return len(self._array) + len(self._fresh)

    def append(self, number: int) -> None:
        """Add a number at the end."""
        self._fresh.append(number)

    def extend(self, numbers: Numbers) -> None:
        """Add numbers at the end."""
        self._array = np.concatenate([self.array, numbers])

    @property
    def array(self) -> Numbers:
        """All numbers so far."""
        if self._fresh:
            self._array = np.concatenate([self._array, np.array(self._fresh, dtype=np.int64)])
            self._fresh.clear()
        return self._array


class Numbering:
    """Numbers for keys that arrays bring: the first key is 0, every new one gets the next number."""

    def __init__(self) -> None:
        self._keys: Numbers = np.empty(0, dtype=np.int64)
        self._numbers: Numbers = np.empty(0, dtype=np.int64)

    def __len__(self) -> int:
        return len(self._keys)

    def fresh(self, keys: Numbers) -> Numbers:
        """Those of the keys that have no number yet, each once and ascending; they get theirs in this order."""
        unique = ascending(keys)
        at = np.searchsorted(self._keys, unique)
        known = at < len(self._keys)
        known[known] = self._keys[at[known]] == unique[known]
        new, before = unique[~known], at[~known]
        numbers = np.arange(len(self._keys), len(self._keys) + len(new))
        self._keys, self._numbers = np.insert(self._keys, before, new), np.insert(self._numbers, before, numbers)
        return new

    def of(self, keys: Numbers) -> Numbers:
        """The numbers of keys that have one."""
        return self._numbers[np.searchsorted(self._keys, keys)]
