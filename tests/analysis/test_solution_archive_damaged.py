"""Bytes that are not the prices of a scenario are refused: never a fault, nothing run, and nothing unpacked before."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256

import numpy as np
import pytest

from simulator.analysis.solution_archive import packed, unpacked
from simulator.analysis.solve import solve
from simulator.scenario.hashes import story_digest
from simulator.session.script import Script
from tests.analysis.generating import generated

SEAL_BYTES = 32


@cache
def small() -> tuple[Script, bytes]:
    """A scenario with several turns, patients and memories, and its prices."""
    script = Script(generated(147))
    return script, packed(solve(script))


def sealed(script: Script, content: bytes) -> bytes:
    """Content with the seal that it should have: made by somebody who knows how."""
    whose = f"attune/prices/6\n{story_digest(script.scenario)}\n{script.disposition.difficulty}\n"
    return sha256(whose.encode() + content).digest() + content


def test_what_is_kept_begins_with_its_seal() -> None:
    script, data = small()
    assert data == sealed(script, data[SEAL_BYTES:])
    with np.load(io.BytesIO(data[SEAL_BYTES:]), allow_pickle=False) as archive:
        assert min(len(archive[name]) for name in archive.files if name != "sensitivity") > 1


def test_an_archive_that_is_cut_or_flipped_anywhere_is_refused() -> None:
    script, data = small()
    chance = random.Random(1)
    assert unpacked(script, data) is not None
    for _ in range(1_500):
        damaged = bytearray(data)
        damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        assert unpacked(script, bytes(damaged)) is None
    for length in {0, 1, SEAL_BYTES, *(chance.randrange(len(data)) for _ in range(300))}:
        assert unpacked(script, data[:length]) is None
        assert unpacked(script, data[length:]) is None or length == 0
    assert unpacked(script, data + b"\0") is None


def test_an_archive_that_would_swell_beyond_bounds_is_not_opened() -> None:
    script, data = small()
    content = io.BytesIO(data[SEAL_BYTES:])
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("more.npy", bytes(100_000_000))
    bomb = data[:SEAL_BYTES] + content.getvalue()
    tracemalloc.start()
    try:
        assert unpacked(script, bomb) is None
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


def test_nothing_in_an_archive_is_ever_run_not_even_under_a_seal() -> None:
    script, _ = small()
    ran: list[str] = []

    class Trap:
        def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
            return ran.append, ("run",)

    trap = np.empty(1, dtype=object)
    trap[0] = Trap()
    content = io.BytesIO()
    np.savez_compressed(content, vectors=trap)
    assert unpacked(script, sealed(script, content.getvalue())) is None
    assert ran == []


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x05\x06" + bytes(18)])
def test_something_else_under_a_seal_is_refused(content: bytes) -> None:
    script, _ = small()
    assert unpacked(script, sealed(script, content)) is None
