"""How long conversations last, as far as it was worked out: kept with the prices, so that the library knows it at once."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Final

from simulator.services.kept_results import Kept
from simulator.session.edition import EDITION

_WAY: Final = 1
"""Raised when lengths are worked out in another way."""

LENGTHS: Final = f"1e.{_WAY}.{EDITION}.0"
"""What all of them are kept under."""
_LONGEST_MINUTES: Final = 10_000
_MOST: Final = 5_000


class PlayLengths:
    """Minutes by the content of a scenario's files and the level; all of them in one small file of what is ``kept``."""

    def __init__(self, kept: Kept | None) -> None:
        self._kept = kept
        self._known: dict[str, int] | None = None

    def of(self, digest: str, level: int) -> int | None:
        """The minutes that were worked out for exactly this content, if they were."""
        if self._known is None:
            self._known = self._read()
        return self._known.get(_key(digest, level))

    def note(self, digest: str, level: int, minutes: int) -> None:
        """Keep what was worked out; what other windows have kept meanwhile stays."""
        known = {**(self._known or {}), **self._read(), _key(digest, level): minutes}
        self._known = dict(list(known.items())[-_MOST:])
        if self._kept is not None:
            self._kept.put(LENGTHS, json.dumps(self._known).encode())

    def _read(self) -> dict[str, int]:
        """What is kept; nothing where it is damaged."""
        data = None if self._kept is None else self._kept.get(LENGTHS)
        found: object = None
        with suppress(ValueError):
            found = json.loads(data or b"{}")
        if not isinstance(found, dict):
            return {}
        return {key: value for key, value in found.items() if type(value) is int and 0 < value <= _LONGEST_MINUTES}


def _key(digest: str, level: int) -> str:
    return f"{digest}-{level}"
