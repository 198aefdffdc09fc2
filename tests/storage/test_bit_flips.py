"""A bit of the file flips: what is shown is what was stored, or something is said; never a changed word without a word."""

from __future__ import annotations

import os
import random
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from simulator.session.errors import StoreError
from simulator.session.ids import SessionId
from simulator.session.store import Fault, SessionOrder
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import headers
from tests.storage.full_store import Read, full_store, read_all

_QUICK = 200
_ALL = 600
"""So many at every run; ``ATTUNE_FLIPS`` asks for more."""
_LONGEST_S = 30.0


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, tuple[SessionId, ...], Read]:
    """The bytes of a full store, its sessions, and all that can be read of it."""
    path = full_store(tmp_path_factory.mktemp("full") / "sessions.sqlite3")
    with closing(SqliteSessionStore(path)) as store:
        ids = tuple(header.id for header in headers(store))
        read = read_all(store, ids)
    assert read.said == {}
    return path.read_bytes(), ids, read


def look(path: Path, ids: tuple[SessionId, ...]) -> tuple[Read, tuple[Fault, ...]] | StoreError:
    """Open a store and look at all of it; only a ``StoreError`` may come instead of an answer."""
    try:
        with closing(SqliteSessionStore(path)) as store:
            read = read_all(store, ids)
            try:
                return read, store.faults()
            except StoreError as refusal:
                return refusal
    except StoreError as refusal:
        return refusal


def changed_without_a_word(before: Read, after: Read) -> list[str]:
    """The questions that were answered otherwise than before, with nothing said about it."""
    asked = [what for what in before.shown if what not in after.said]
    return [what for what in asked if not _same(what, before.shown[what], after.shown[what])]


def _same(what: str, before: Any, after: Any) -> bool:
    """Whether an answer is what it was; a list may say of a line that it is unsound, and leave an opinion out."""
    if before == after or not what.startswith("list"):
        return bool(before == after)
    if not all(header.sound for header, _ in after):
        return True
    known, shown = dict(before), dict(after)
    if any(measures not in (None, known.get(header)) for header, measures in after):
        return False
    there = [header for header, _ in before if header in shown or what != f"list by {SessionOrder.SHARE}"]
    return [header for header, _ in after] == there


def flips(path: Path, intact: tuple[bytes, tuple[SessionId, ...], Read], seeds: range) -> int:
    """Flip one bit for each seed and look; gives how often something was said."""
    content, ids, before = intact
    said = 0
    for seed in seeds:
        bit = random.Random(seed).randrange(len(content) * 8)
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        began = time.monotonic()
        found = look(path, ids)
        assert time.monotonic() - began < _LONGEST_S, f"bit {bit}"
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
        if isinstance(found, StoreError):
            assert str(found.message), f"bit {bit}"
            said += 1
            continue
        read, faults = found
        changed = changed_without_a_word(before, read)
        assert faults or not changed, f"bit {bit}: {changed}"
        said += bool(faults or read.said)
    return said


def test_a_flipped_bit_changes_nothing_without_a_word(
    tmp_path: Path, intact: tuple[bytes, tuple[SessionId, ...], Read]
) -> None:
    assert flips(tmp_path / "sessions.sqlite3", intact, range(_QUICK)) > _QUICK // 3


@pytest.mark.first
@pytest.mark.slow
def test_nor_do_many_more(tmp_path: Path, intact: tuple[bytes, tuple[SessionId, ...], Read]) -> None:
    last = int(os.environ.get("ATTUNE_FLIPS", _ALL))
    assert flips(tmp_path / "sessions.sqlite3", intact, range(_QUICK, last)) > (last - _QUICK) // 3
