"""Where the rows of a long list stand, of which most have not been made yet: heights that are known, and a guess for the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate


class RowHeights:
    """Heights and places in pixels of ``count`` rows one below the other, ``gap`` pixels apart.

    A row that was not measured yet is taken to be as high as the first ones that were, on the average. That stays so until
    it is measured itself: rows that nobody has seen do not move each time another becomes known.
    """

    def __init__(self, count: int, gap: int) -> None:
        self.count = count
        self._gap = gap
        self._known: dict[int, int] = {}
        self._guess = 0
        self._tops: list[int] = []
        self._count_up()

    @property
    def unknown(self) -> bool:
        """Whether no row has been measured yet."""
        return not self._known

    @property
    def total(self) -> int:
        """Height of all rows with the gaps between them."""
        return max(0, self._tops[-1] - self._gap) if self.count else 0

    def learn(self, heights: Mapping[int, int]) -> bool:
        """Take the measured heights of some rows; true if anything is elsewhere than before."""
        if all(self._known.get(row) == height for row, height in heights.items()):
            return False
        self._known.update(heights)
        if not self._guess:
            self._guess = round(sum(self._known.values()) / len(self._known))
        self._count_up()
        return True

    def is_known(self, row: int) -> bool:
        """Whether a row was measured."""
        return row in self._known

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._tops[row]

    def height(self, row: int) -> int:
        """How high a row is, or is taken to be."""
        return self._known.get(row, self._guess)

    def at(self, place: int) -> int:
        """The row at a place; the first or the last for places beyond."""
        return max(0, min(self.count - 1, bisect_right(self._tops, place) - 1))

    def between(self, top: int, bottom: int) -> range:
        """The rows of which something stands between two places; none if nothing does."""
        if not self.count or bottom <= 0 or top >= self.total:
            return range(0)
        return range(self.at(top), self.at(bottom - 1) + 1)

    def _count_up(self) -> None:
        heights = (self.height(row) + self._gap for row in range(self.count))
        self._tops = list(accumulate(heights, initial=0))
