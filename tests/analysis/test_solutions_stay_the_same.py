"""Asking a solution changes nothing: after thousands of questions it is byte for byte what it was."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256

import numpy as np
import pytest

from simulator.analysis.solution_archive import packed, unpacked
from simulator.analysis.solve import Prospect, Solution, solve
from simulator.patient.gauges import TOP_LEVEL, Alliance
from simulator.session.place import Place
from simulator.session.script import Script
from tests.analysis.generating import generated
from tests.analysis.oracle import truths
from tests.quick_and_slow import quick_and_slow

FEW, MANY, MORE = 400, 10_000, 1_000


def bytes_of(thing: object, met: set[int] | None = None) -> Iterator[bytes]:
    """Everything that is reached from something, as bytes; the script apart, which remembers the steps of sessions."""
    met = set() if met is None else met
    if isinstance(thing, Script) or id(thing) in met:
        return
    if isinstance(thing, np.ndarray):
        yield str(thing.dtype).encode() + thing.tobytes()
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from bytes_of(key, met)
            yield from bytes_of(value, met)
    elif isinstance(thing, tuple | list):
        yield b"%d" % len(thing)
        for one in thing:
            yield from bytes_of(one, met)
    elif is_dataclass(thing):
        met.add(id(thing))
        for field in fields(thing):
            yield from bytes_of(getattr(thing, field.name), met)
    elif hasattr(thing, "__dict__") and not isinstance(thing, type) and not callable(thing):
        met.add(id(thing))
        yield from bytes_of(vars(thing), met)
    elif hasattr(thing, "__slots__") and not isinstance(thing, str | int):
        met.add(id(thing))
        for name in thing.__slots__:
            yield from bytes_of(getattr(thing, name), met)
    else:
        yield repr(thing).encode()


def seal_of(solution: Solution) -> str:
    total = sha256()
    for part in bytes_of(solution):
        total.update(part)
    return total.hexdigest()


def questions(script: Script, count: int) -> list[Place]:
    """Places that can be reached, and more that cannot: other gauges, patients, turns and memories."""
    chance, places = random.Random(6), list(truths(script))
    return [_beside(chance.choice(places), chance) for _ in range(count)]


def _beside(place: Place, chance: random.Random) -> Place:
    patient, felt = place.patient, Alliance(*(chance.randint(0, TOP_LEVEL) for _ in range(3)))
    others = (
        place,
        replace(place, patient=patient._replace(alliance=felt)),
        replace(place, patient=patient._replace(ruptures=patient.ruptures + 2)),
        replace(place, patient=patient._replace(owned=4 - patient.owned)),
        replace(place, turn=place.turn + chance.choice((1, 5, 60))),
        replace(place, remembered=place.remembered ^ 1 << chance.choice((0, 3, 70))),
    )
    return chance.choice(others)


@pytest.mark.parametrize("asked", quick_and_slow([(12, FEW)], [(12, MANY), (1, MORE), (144, MORE)]))
def test_after_many_questions_it_is_what_it_was(asked: tuple[int, int]) -> None:
    seed, count = asked
    script = Script(generated(seed))
    solved = solve(script)
    read = unpacked(script, packed(solved))
    assert read is not None
    places = questions(script, count)
    for solution in (solved, read):
        before, kept = seal_of(solution), packed(solution)
        found = {solution.row(place) is not None for place in places}
        assert found == {True, False}
        assert [solution.prospect(place) for place in places] == [solution.prospect(place) for place in places]
        assert solution.start == solution.prospect(script.start())
        there = [place for place in places if solution.row(place) is not None]
        assert [solution.expected(place) for place in there] == [solution.expected(place) for place in there]
        assert (seal_of(solution), packed(solution)) == (before, kept)


def test_the_seal_would_see_a_change() -> None:
    solution = solve(Script(generated(1)))
    before = seal_of(solution)
    solution.options.memories.number(12345)
    assert seal_of(solution) != before


def test_nothing_in_it_can_be_written_to() -> None:
    solution = solve(Script(generated(1)))
    with pytest.raises(ValueError, match="read-only"):
        solution.solved[0].best[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        solution.layers[0].next[0] = 1
    assert solution.halfway is not None
    with pytest.raises(ValueError, match="read-only"):
        solution.halfway.hundredths[0][0] = 1
    with pytest.raises(AttributeError):
        solution.exact = False  # type: ignore[misc]


@pytest.mark.parametrize("count", quick_and_slow([FEW], [2_000]))
def test_many_may_ask_at_once_without_a_lock(count: int) -> None:
    script = Script(generated(12))
    solution, asked = solve(script), questions(script, count)
    alone = [solution.prospect(place) for place in asked]

    def every_answer(_number: int) -> list[Prospect]:
        return [solution.prospect(place) for place in asked]

    with ThreadPoolExecutor(4) as pool:
        assert all(answers == alone for answers in pool.map(every_answer, range(8)))
