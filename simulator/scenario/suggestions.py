"""Which word an author may have meant."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

_LONGEST: Final = 40
_MOST_COMPARISONS: Final = 5_000
"""A file full of nonsense must not keep the reader busy; so many comparisons take a fraction of a second."""


class Suggestions:
    """Finds near words, until a file has had enough of them."""

    def __init__(self) -> None:
        self._left = _MOST_COMPARISONS

    def near(self, word: str, candidates: Collection[str]) -> str | None:
        """The nearest candidate, if one is near; differences of case, hyphen and underscore count for nothing."""
        if len(word) > _LONGEST or not word:
            return None
        if len(candidates) > self._left:
            return None
        self._left -= len(candidates)
        return _nearest(word, tuple(candidates))


@lru_cache(maxsize=512)
def _nearest(word: str, candidates: tuple[str, ...]) -> str | None:
    """Remembered, because a file that is being written is read again at every key, and its faults stay for a while."""
    plain = {_plain(candidate): str(candidate) for candidate in candidates}
    found = get_close_matches(_plain(word), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")
