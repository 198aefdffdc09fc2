"""Scenario texts as they are stored: once each, compressed where it pays, known by their content."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackedText:
    """A text's SHA-256, and its bytes, compressed if ``packed``."""

    hash: bytes
    packed: bool
    body: bytes


def pack(text: str) -> PackedText:
    """A text ready to be stored."""
    from hashlib import sha256

    plain = text.encode()
    small = zlib.compress(plain)
    packed = len(small) < len(plain)
    return PackedText(sha256(plain).digest(), packed, small if packed else plain)


def unpack(stored: PackedText) -> str | None:
    """The text, or ``None`` if what is stored is not the text of this hash."""
    from hashlib import sha256

    try:
        plain = zlib.decompress(stored.body) if stored.packed else stored.body
    except zlib.error:
        return None
    return plain.decode() if sha256(plain).digest() == stored.hash else None


def seal(digest: str, path: str, hashes: Mapping[str, bytes]) -> bytes:
    """The hash that holds a scenario's digest, its own path and the hashes of all its texts together."""
    from hashlib import sha256

    listed = [digest, path, sorted((name, value.hex()) for name, value in hashes.items())]
    return sha256(json.dumps(listed).encode()).digest()
