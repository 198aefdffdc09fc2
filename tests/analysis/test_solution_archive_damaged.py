"""Bytes that are not the prices of a scenario are refused: never a fault, never more memory than the largest solution."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.analysis.solution_archive import packed, unpacked
from simulator.analysis.solve import solve
from simulator.session import Script
from tests.analysis.generating import generated
from tests.analysis.oracle import truths

Members = dict[str, NDArray[Any]]


def members_of(data: bytes) -> Members:
    with np.load(io.BytesIO(data), allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


def archive_of(members: Mapping[str, Any]) -> bytes:
    """An archive that is whole, whatever is in it."""
    content = io.BytesIO()
    np.savez_compressed(content, **members)
    return content.getvalue()


def asked_everything(script: Script, data: bytes) -> bool:
    """Whether the bytes are believed; if so every place gets an answer."""
    read = unpacked(script, data)
    if read is not None:
        for place in truths(script):
            prospect = read.prospect(place)
            assert 0 <= prospect.best[0] <= 100
            assert prospect.turns_to_repair is None or prospect.turns_to_repair > 0
    return read is not None


@cache
def small() -> tuple[Script, bytes]:
    """A scenario with several turns, patients and pasts, and its prices."""
    script = Script(generated(144))
    data = packed(solve(script))
    members = members_of(data)
    assert min(len(row) for row in members.values()) > 5
    return script, data


def test_an_archive_that_is_cut_or_flipped_anywhere_is_refused_or_says_the_same() -> None:
    script, data = small()
    whole, chance = unpacked(script, data), random.Random(1)
    assert whole is not None
    believed = refused = 0
    for _ in range(1_500):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8))):
            damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        read = unpacked(script, bytes(damaged))
        believed, refused = believed + (read is not None), refused + (read is None)
        assert read is None or packed(read) == data, "what is believed is what was kept"
    assert refused > believed > 0
    for length in {0, 1, *(chance.randrange(len(data)) for _ in range(300))}:
        assert unpacked(script, data[:length]) is None
        assert unpacked(script, data[length:] or b"\0") is None or length == 0


def test_an_archive_with_other_numbers_in_it_never_ends_in_a_fault() -> None:
    script, data = small()
    members, chance = members_of(data), random.Random(2)
    assert asked_everything(script, archive_of(members))
    believed = {True: 0, False: 0}
    for _ in range(250):
        name = chance.choice(list(members))
        changed = members[name].copy()
        limits = np.iinfo(changed.dtype)
        for _ in range(chance.choice((1, 1, 3))):
            near = int(changed[position := chance.randrange(len(changed))]) + chance.choice((-1, 1))
            anywhere = chance.randint(limits.min, limits.max)
            changed[position] = min(max(chance.choice((near, anywhere, 0)), limits.min), limits.max)
        believed[asked_everything(script, archive_of({**members, name: changed}))] += 1
    assert min(believed.values()) > 0


def test_an_archive_with_longer_or_shorter_members_never_ends_in_a_fault() -> None:
    script, data = small()
    members, chance = members_of(data), random.Random(3)
    for _ in range(60):
        name, other = chance.choice(list(members)), chance.choice(list(members))
        row = members[name]
        cut = chance.randrange(len(row))
        for changed in (row[:cut], row[cut:], np.append(row, row[:1]), np.append(row, row[cut:]), row[:0], row[::-1]):
            asked_everything(script, archive_of({**members, name: changed}))
        asked_everything(script, archive_of({**members, name: members[other].astype(row.dtype)}))


def with_number(name: str, position: int, number: int) -> Callable[[Members], Members]:
    """Members of which one has another number at a position."""

    def change(members: Members) -> Members:
        row = members[name].copy()
        row[position] = number
        return {**members, name: row}

    return change


def twice_the_first_patient(members: Members) -> Members:
    patients = members["patients"].copy()
    patients[8:16] = patients[:8]
    return {**members, "patients": patients}


def twice_the_same_control(members: Members) -> Members:
    """The second and third control belong to the second turn, and are made the same."""
    changed = dict(members)
    for name in ("moment", "patient", "past"):
        changed[name] = members[name].copy()
        changed[name][2] = members[name][1]
    return changed


def vectors_the_other_way_round(members: Members) -> Members:
    """Within the first control that has several states."""
    many = int(np.flatnonzero(members["states"] > 1)[0])
    first = int(members["states"][:many].sum())
    vectors = members["vectors"].copy()
    vectors[first : first + 2] = vectors[first : first + 2][::-1]
    return {**members, "vectors": vectors}


def a_turn_more_than_there_are(members: Members) -> Members:
    """The states of the last turn once more."""
    last_controls = int(members["turns"][-1])
    last_states = int(members["states"][-last_controls:].sum())
    changed = {**members, "turns": np.append(members["turns"], members["turns"][-1:])}
    for name in ("moment", "patient", "past", "states"):
        changed[name] = np.append(members[name], members[name][-last_controls:])
    for name in ("vectors", "best", "worst", "turns_to_repair", "endings"):
        changed[name] = np.append(members[name], members[name][-last_states:])
    return changed


@pytest.mark.parametrize(
    "change",
    [
        *(with_number(name, 0, -1) for name in ("moment", "patient", "past", "vectors", "best", "worst", "endings")),
        *(with_number(name, 3, 10_000) for name in ("moment", "patient", "past", "vectors")),
        *(with_number(name, 3, 101) for name in ("best", "worst", "turns_to_repair")),
        with_number("endings", 3, 64),
        with_number("turns_to_repair", 3, 0),
        with_number("states", 3, 0),
        with_number("turns", 3, 0),
        *(with_number("patients", trait, 255) for trait in (0, 1, 2, 3, 4, 6, 7)),
        twice_the_first_patient,
        twice_the_same_control,
        vectors_the_other_way_round,
        a_turn_more_than_there_are,
    ],
)
def test_a_number_that_stands_for_nothing_is_refused(change: Callable[[Members], Members]) -> None:
    script, data = small()
    members = members_of(data)
    assert members["turns"][1] >= 2
    assert len(members["turns"]) == script.scenario.turns
    assert unpacked(script, archive_of(members)) is not None
    assert unpacked(script, archive_of(change(members))) is None


def other_kinds(row: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """The numbers of a member in every form that is not the one in which they are kept."""
    yield row.astype(np.int64)
    yield row.astype(np.float64)
    yield row.astype(row.dtype.newbyteorder())
    yield row.reshape(1, -1)
    yield row[0]
    yield row.astype(object)
    yield row.astype([("number", row.dtype)])
    yield row.astype(str)


def test_members_of_another_kind_or_shape_are_refused() -> None:
    script, data = small()
    members = members_of(data)
    for name, row in members.items():
        assert unpacked(script, archive_of({n: r for n, r in members.items() if n != name})) is None
        for changed in other_kinds(row):
            if changed.dtype == row.dtype and changed.shape == row.shape:
                continue  # the order of bytes means nothing to numbers of one byte
            assert unpacked(script, archive_of({**members, name: changed})) is None, f"{name} as {changed.dtype}"


def test_one_bound_without_the_other_is_refused() -> None:
    script, data = small()
    members = members_of(data)
    assert unpacked(script, archive_of({**members, "best_bound": members["best"]})) is None
    both = {"best_bound": members["best"], "worst_bound": members["worst"]}
    read = unpacked(script, archive_of({**members, **both}))
    assert read is not None
    assert not read.exact


def test_nothing_in_an_archive_is_ever_run() -> None:
    script, data = small()
    ran: list[str] = []

    class Trap:
        def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
            return ran.append, ("run",)

    trap = np.empty(1, dtype=object)
    trap[0] = Trap()
    assert unpacked(script, archive_of({**members_of(data), "vectors": trap})) is None
    assert ran == []


def swollen(data: bytes, size: int, said: int) -> bytes:
    """An archive with a member of ``size`` zeros that says of itself that it has ``said``."""
    content = io.BytesIO(data)
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("vectors.npy", bytes(size))
        archive.getinfo("vectors.npy").file_size = said
    return content.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("said", [100_000_000, 1_000])
def test_an_archive_that_would_swell_beyond_bounds_takes_no_memory(said: int) -> None:
    script, data = small()
    bomb = swollen(data, 100_000_000, said)
    tracemalloc.start()
    try:
        assert unpacked(script, bomb) is None
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


def test_a_member_that_promises_more_numbers_than_it_has_is_refused() -> None:
    script, data = small()
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<i2", "fortran_order": False, "shape": (10**12,)})
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, row in members_of(data).items():
            body = io.BytesIO()
            np.lib.format.write_array(body, row)
            archive.writestr(f"{name}.npy", header.getvalue() + bytes(8) if name == "vectors" else body.getvalue())
    assert unpacked(script, content.getvalue()) is None
