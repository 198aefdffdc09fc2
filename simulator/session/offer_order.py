"""In which order responses are shown: decided by the session's seed alone, the same on every machine for ever."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def offer_order(seed: int, turn: int, ids: Sequence[str]) -> tuple[int, ...]:
    """Positions of responses in the order in which a session shows them in this turn."""
    keys = [sha256(f"{seed}/{turn}/{id_}".encode()).digest() for id_ in ids]
    return tuple(sorted(range(len(ids)), key=keys.__getitem__))
