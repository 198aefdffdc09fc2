"""Seals: hashes over the columns of a row that show when something was changed beside the program.

They are unkeyed: they show damage and clumsy changes, not an owner of the machine who works them out anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

SEAL_BYTES: Final = 32
NO_SEALS: Final = bytes(SEAL_BYTES)
"""All the seals of no rows."""


def seal(columns: Iterable[object]) -> bytes:
    """The SHA-256 over the columns of a row: each with its kind and length, so that none can pass for another."""
    parts: list[bytes] = []
    for value in columns:
        if value is None:
            parts.append(b"-")
        elif isinstance(value, bytes):
            parts.append(b"b%d:%s" % (len(value), value))
        else:
            words = str(value).encode("utf-8", "surrogatepass")
            parts.append(b"%c%d:%s" % (b"i" if isinstance(value, int) else b"s", len(words), words))
    return sha256(b"".join(parts)).digest()


def fold(seals: bytes, one: bytes) -> bytes:
    """All seals with one more folded in; folding the same one in again takes it out."""
    return (int.from_bytes(seals, "big") ^ int.from_bytes(one, "big")).to_bytes(SEAL_BYTES, "big")


def beside_link(previous: bytes, at_ms: int | None, spent_ms: int | None, told: bytes | None) -> bytes:
    """The running hash over what stands beside the bodies of a course."""
    return seal((previous, at_ms, spent_ms, told))
