"""Seals: hashes over the columns of a row that show when something was changed beside the program.

They are unkeyed: they show damage and clumsy changes, not an owner of the machine who works them out anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

SEAL_BYTES: Final = 32
NO_SEALS: Final = bytes(SEAL_BYTES)
"""All the seals of no rows."""


def seal(columns: Sequence[object]) -> bytes:
    """The SHA-256 over the columns of a row: each with its kind and length, so that none can pass for another."""
    digest = sha256()
    for column in columns:
        match column:
            case None:
                digest.update(b"-")
            case bytes():
                digest.update(b"b%d:" % len(column) + column)
            case _:
                words = str(column).encode("utf-8", "surrogatepass")
                digest.update((b"i" if isinstance(column, int) else b"s") + b"%d:" % len(words) + words)
    return digest.digest()


def fold(seals: bytes, one: bytes) -> bytes:
    """All seals with one more folded in; folding the same one in again takes it out."""
    return (int.from_bytes(seals, "big") ^ int.from_bytes(one, "big")).to_bytes(SEAL_BYTES, "big")


def beside_link(previous: bytes, at_ms: int | None, spent_ms: int | None, told: bytes | None) -> bytes:
    """The running hash over what stands beside the bodies of a course."""
    return seal((previous, at_ms, spent_ms, told))
