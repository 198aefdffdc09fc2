"""What was handed in to whoever reviews here: each file as it came, whose key is whose, and comments; all below one folder.

A handed-in file is kept byte for byte, since its signature is worth nothing without its bytes. Names of files are hashes: what
stands in a file that came from somebody else never becomes a path.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, Final

from simulator.handin.signed_file import MOST_BYTES, SUFFIX
from simulator.messages.sentences import review as say
from simulator.session.codec import DamagedLog
from simulator.session.errors import StoreError
from simulator.session.ids import SessionId
from simulator.session.json_values import listed, named, number, read_json, text, truth
from simulator.session.remarks import Remark, decode_remark, encode_remark
from simulator.storage.home import HANDED_IN_FOLDER
from simulator.storage.kept_files import keep_file

_BOOK: Final = "review.json"
_FORMAT: Final = "attune/review/1"
_REMARKS: Final = ".remarks"
_ON_SENTENCES: Final = "sentences.remarks"


@dataclass(frozen=True, slots=True)
class ReviewBook:
    """What the desk remembers.

    ``told``: the sentence about these numbers was read. ``names`` are those of enrolled keys, ``taken`` tells when each
    conversation was taken in (UTC ms), ``meeting_ms`` when the group met last. Of what is proposed for the group ``out`` was
    exchanged, ``dropped`` are parts of the page that were left out, ``pinned`` proposals that stay.
    ``made_for`` tells for whose key an assignment was made, by the id of it: its file says nothing of that.
    """

    told: bool = False
    names: Mapping[bytes, str] = field(default_factory=dict)
    taken: Mapping[str, int] = field(default_factory=dict)
    meeting_ms: int = 0
    out: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    made_for: Mapping[str, bytes] = field(default_factory=dict)


class HandedInFiles:
    """The folder of a data folder that holds what was handed in. Raises ``StoreError`` where it cannot be read or written."""

    def __init__(self, home: Path) -> None:
        self._folder = home / HANDED_IN_FOLDER
        self._adding = Lock()

    def book(self) -> ReviewBook:
        """What the desk remembers; nothing at first."""
        path = self._folder / _BOOK
        try:
            values = read_json(path.read_bytes())
            return _book(values)
        except FileNotFoundError:
            return ReviewBook()
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as fault:
            raise StoreError(say.BOOK_DAMAGED(path=str(path))) from fault

    def keep_book(self, book: ReviewBook) -> None:
        """Remember this from now on."""
        content = json.dumps(_values(book), ensure_ascii=False, indent=1).encode()
        keep_file(self._folder / _BOOK, content + b"\n", say.NOT_WRITTEN)

    def contents(self) -> Iterator[tuple[Path, bytes]]:
        """Every file that was taken in, as it came."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            yield path, read_file(path)

    def keep(self, session: SessionId, content: bytes) -> None:
        """Keep a file as it came, in place of one of the same conversation."""
        keep_file(self._place(session, SUFFIX), content, say.NOT_WRITTEN)

    def erase(self, sessions: Iterable[SessionId]) -> None:
        """Delete conversations with all that was said of them here."""
        for session in sessions:
            for suffix in (SUFFIX, _REMARKS):
                path = self._place(session, suffix)
                try:
                    path.unlink(missing_ok=True)
                except OSError as fault:
                    raise StoreError(say.NOT_WRITTEN(path=str(path), reason=fault.strerror or "")) from fault

    def remarks(self, session: SessionId) -> tuple[Remark, ...]:
        """What was said of a conversation here, in the order in which it was said."""
        return _remarks(self._place(session, _REMARKS))

    def remark(self, session: SessionId, *remarks: Remark) -> None:
        """Add to what was said of a conversation; nothing before it is changed."""
        self._add(self._place(session, _REMARKS), remarks)

    def remarks_on_sentences(self) -> tuple[Remark, ...]:
        """What was said here of sentences, for everybody who chose them, in the order in which it was said."""
        return _remarks(self._folder / _ON_SENTENCES)

    def remark_on_sentence(self, *remarks: Remark) -> None:
        """Add to what was said of sentences; nothing before it is changed."""
        self._add(self._folder / _ON_SENTENCES, remarks)

    def _add(self, path: Path, remarks: Iterable[Remark]) -> None:
        with self._adding:
            lines = map(encode_remark, (*_remarks(path), *remarks))
            keep_file(path, b"".join(line + b"\n" for line in lines), say.NOT_WRITTEN)

    def _place(self, session: SessionId, suffix: str) -> Path:
        return self._folder / f"{sha256(session.encode()).hexdigest()[:32]}{suffix}"


def _remarks(path: Path) -> tuple[Remark, ...]:
    """The remarks of a file; raises ``StoreError`` that names the line that cannot be read."""
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    except OSError as fault:
        raise StoreError(say.NOT_READ(path=str(path), reason=fault.strerror or "")) from fault
    return tuple(_remark(path, number, line) for number, line in enumerate(lines, 1))


def _remark(path: Path, number: int, line: bytes) -> Remark:
    try:
        return decode_remark(line)
    except DamagedLog as fault:
        raise StoreError(say.REMARKS_DAMAGED(path=str(path), line=str(number))) from fault


def read_file(path: Path) -> bytes:
    """A file, at most one byte more than a handed-in one may have; raises ``StoreError``."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise StoreError(say.NOT_READ(path=str(path), reason=fault.strerror or "")) from fault


def _values(book: ReviewBook) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "told": book.told,
        "people": [{"key": key.hex(), "name": name} for key, name in sorted(book.names.items())],
        "taken": dict(book.taken),
        "meeting": book.meeting_ms,
        "out": sorted(book.out),
        "dropped": sorted(book.dropped),
        "pinned": sorted(book.pinned),
        "made_for": {id_: key.hex() for id_, key in sorted(book.made_for.items())},
    }


def _book(values: Any) -> ReviewBook:
    out, dropped, pinned = (frozenset(map(text, listed(values[name]))) for name in ("out", "dropped", "pinned"))
    return ReviewBook(
        truth(values["told"]),
        {bytes.fromhex(text(one["key"])): text(one["name"]) for one in listed(values["people"])},
        {session: number(at_ms) for session, at_ms in named(values["taken"]).items()},
        number(values["meeting"]),
        out,
        dropped,
        pinned,
        {id_: bytes.fromhex(text(key)) for id_, key in named(values.get("made_for", {})).items()},
    )
