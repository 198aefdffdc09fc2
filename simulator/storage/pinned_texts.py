"""Scenario texts as they are stored: once each, known by their content, compressed where it pays; verified when pinned to."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import apsw

from simulator.messages.sentences import storage as say
from simulator.scenario.decode import MOST_BYTES
from simulator.session.errors import StoreDamaged
from simulator.session.store import SessionHeader
from simulator.storage.stored_values import as_bytes, as_text

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario

_PINNED: Final = "SELECT seal, CAST(digest AS BLOB), CAST(path AS BLOB) FROM pinned WHERE id = ?"
_TEXTS: Final = """
    SELECT CAST(p.path AS BLOB), p.text, t.packed, t.body
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


@dataclass(frozen=True, slots=True)
class PinnedTexts:
    """A state of a scenario: its digest, its own path, and all its texts by path."""

    digest: str
    path: str
    sources: Mapping[str, str]

    def belong_to(self, header: SessionHeader) -> bool:
        """Whether these are the texts that a session names."""
        return (self.digest, self.path) == (header.texts, header.path)


def read_pinned(connection: apsw.Connection, number: int) -> PinnedTexts:
    """A state of a scenario; raises ``StoreDamaged`` where any part of it is not what was stored."""
    row = connection.execute(_PINNED, (number,)).fetchone()
    if row is None:
        raise StoreDamaged(say.OTHER_TEXTS())
    sealed, digest, path = row[0], as_text(row[1]), as_text(row[2])
    hashes: dict[str, bytes] = {}
    sources: dict[str, str] = {}
    try:
        for found, hash_, packed, body in connection.execute(_TEXTS, (number,)):
            name, text = as_text(found), unpack(PackedText(as_bytes(hash_), bool(packed), as_bytes(body)))
            if text is None:
                raise StoreDamaged(say.TEXT_DAMAGED(name=name))
            hashes[name] = hash_
            sources[name] = text
    except (apsw.CorruptError, apsw.TooBigError, UnicodeDecodeError) as fault:
        raise StoreDamaged(say.TEXT_DAMAGED(name=path)) from fault
    if pinned_seal(digest, path, hashes) != sealed:
        raise StoreDamaged(say.TEXT_DAMAGED(name=path))
    return PinnedTexts(digest, path, sources)


def pinned_scenario(connection: apsw.Connection, number: int) -> Scenario | None:
    """The scenario of pinned texts; ``None`` where they are damaged or cannot be read."""
    # Late: a start has no time for what is needed once in a store's life.
    from simulator.scenario.files import PinnedFiles
    from simulator.scenario.read import read_scenario

    try:
        texts = read_pinned(connection, number)
    except StoreDamaged:
        return None
    return read_scenario(PinnedFiles(texts.sources), texts.path).scenario


def _whole(hash_: bytes, packed: object, body: object) -> bool:
    return isinstance(body, bytes) and unpack(PackedText(hash_, bool(packed), body)) is not None
