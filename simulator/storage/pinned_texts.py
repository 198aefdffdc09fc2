"""Scenario texts as they are stored: once each, known by their content, compressed where it pays; verified when pinned to."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import apsw

from simulator.messages.sentences import storage as say
from simulator.scenario.decode import MOST_BYTES
from simulator.session.store import StoreDamaged

_TEXTS: Final = """
    SELECT p.path, p.text, t.packed, t.body
    FROM pinned_texts AS p JOIN texts AS t ON t.hash = p.text WHERE p.pinned = ?"""


@dataclass(frozen=True, slots=True)
class PackedText:
    """A text's SHA-256, and its bytes, compressed if ``packed``."""

    hash: bytes
    packed: bool
    body: bytes


def pack(text: str) -> PackedText:
    """A text ready to be stored."""
    plain = text.encode()
    small = zlib.compress(plain)
    packed = len(small) < len(plain)
    return PackedText(sha256(plain).digest(), packed, small if packed else plain)


def unpack(stored: PackedText) -> str | None:
    """The text, or ``None`` if what is stored is not the text of this hash; never inflates more than a file may hold."""
    try:
        plain = stored.body
        if stored.packed:
            inflating = zlib.decompressobj()
            plain = inflating.decompress(stored.body, MOST_BYTES)
        return plain.decode() if sha256(plain).digest() == stored.hash else None
    except (zlib.error, UnicodeDecodeError):
        return None


def pinned_seal(digest: str, path: str, hashes: Mapping[str, bytes]) -> bytes:
    """The hash that holds a scenario's digest, its own path and the hashes of all its texts together."""
    listed = [digest, path, sorted((name, value.hex()) for name, value in hashes.items())]
    return sha256(json.dumps(listed).encode()).digest()


def pin(connection: apsw.Connection, digest: str, path: str, sources: Mapping[str, str]) -> int:
    """The number of this state of a scenario, stored now if it is new; a damaged text of it is healed from ``sources``."""
    texts = {name: pack(text) for name, text in sources.items()}
    sealed = pinned_seal(digest, path, {name: text.hash for name, text in texts.items()})
    execute = connection.execute
    for text in texts.values():
        row = execute("SELECT packed, body FROM texts WHERE hash = ?", (text.hash,)).fetchone()
        if row is None or not _whole(text.hash, *row):
            execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (text.hash, int(text.packed), text.body))
    known = execute("SELECT id FROM pinned WHERE seal = ?", (sealed,)).fetchone()
    if known is None:
        execute("INSERT INTO pinned (seal, digest, path) VALUES (?, ?, ?)", (sealed, digest, path))
        known = (connection.last_insert_rowid(),)
    number = int(known[0])
    # Set again also where it is known: what was changed beside the program is healed like the texts.
    execute(
        "UPDATE pinned SET digest = ?, path = ? WHERE id = ? AND (digest, path) IS NOT (?, ?)",
        (digest, path, number, digest, path),
    )
    execute(
        "DELETE FROM pinned_texts WHERE pinned = ? AND path NOT IN (SELECT value FROM json_each(?))",
        (number, json.dumps(list(texts))),
    )
    for name, text in texts.items():
        execute(
            "INSERT INTO pinned_texts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text WHERE text IS NOT excluded.text",
            (number, name, text.hash),
        )
    return number


def read_pinned(connection: apsw.Connection, number: int) -> tuple[str, dict[str, str]]:
    """The path and the texts of a state of a scenario; raises ``StoreDamaged`` where one is not what was stored."""
    row = connection.execute("SELECT seal, digest, path FROM pinned WHERE id = ?", (number,)).fetchone()
    if row is None or not _kinds(row, bytes, str, str):
        raise StoreDamaged(say.OTHER_TEXTS())
    sealed, digest, path = row
    hashes: dict[str, bytes] = {}
    sources: dict[str, str] = {}
    for found in connection.execute(_TEXTS, (number,)):
        name, hash_, packed, body = found
        text = unpack(PackedText(hash_, bool(packed), body)) if _kinds(found, str, bytes, int, bytes) else None
        if text is None:
            raise StoreDamaged(say.TEXT_DAMAGED(name=str(name)))
        hashes[name] = hash_
        sources[name] = text
    if pinned_seal(digest, path, hashes) != sealed:
        raise StoreDamaged(say.TEXT_DAMAGED(name=path))
    return path, sources


def _whole(hash_: bytes, packed: object, body: object) -> bool:
    return isinstance(body, bytes) and unpack(PackedText(hash_, bool(packed), body)) is not None


def _kinds(row: tuple[object, ...], *kinds: type) -> bool:
    """Whether the values of a row are of the kinds that were stored; in a damaged file they may be anything."""
    return all(isinstance(value, kind) for value, kind in zip(row, kinds, strict=True))
