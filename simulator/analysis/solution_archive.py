"""Prices as bytes: what a solution says of every place, small enough to be kept on the disk and quick to be read again.

What is kept is a seal and a compressed numpy archive of plain numbers: the states turn by turn, and their figures. What
every choice leads to is not in it: it takes ten times the room, and no price needs it. What the seal does not fit, as when
a byte is damaged or the scenario is another, is not read at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.gauge_merging import GaugeMerging
from simulator.analysis.learner import Learner
from simulator.analysis.memory_merging import MemoryMerging
from simulator.analysis.numbers_archive import NO_NUMBERS, Arrays, arrays_in, as_archive
from simulator.analysis.options import moments_in
from simulator.analysis.patient_merging import PatientMerging
from simulator.analysis.place_index import PlaceIndex
from simulator.analysis.session_memories import bits_of
from simulator.analysis.solve import Solution, Solved, solution_of
from simulator.analysis.state_space import Reached
from simulator.session.script import Script

_FORMAT: Final = "attune/prices/6"
_SEAL_BYTES: Final = 32
_FIGURES: Final = ("best", "worst", "turns", "whole", "endings")
_BOUNDS: Final = ("best_bound", "worst_bound")
"""Upper bounds, of a solution that is not exact; in an exact one they are the values themselves."""


def packed(solution: Solution) -> bytes:
    """The prices of a solution, to be read by ``unpacked``; the same bytes for the same prices."""
    content = as_archive(_arrays(solution))
    return _seal(solution.script, content) + content


def unpacked(script: Script, data: bytes) -> Solution | None:
    """The prices of a script's solution without its links; ``None`` if that is not what is in the bytes."""
    seal, content = data[:_SEAL_BYTES], data[_SEAL_BYTES:]
    if seal != _seal(script, content):
        return None
    try:
        arrays = arrays_in(content)
        reached = list(_reached(arrays))
        solved = list(_solved(arrays, reached))
        return solution_of(script, _index(script, arrays), reached, solved, halfway=_halfway(arrays, reached))
    except NO_NUMBERS:
        return None


def _seal(script: Script, content: bytes) -> bytes:
    """Of the content, and of the story and level it is about: a mended comma costs nothing."""
    whose = f"{_FORMAT}\n{script.story}\n{script.disposition.difficulty}\n"
    return sha256(whose.encode() + content).digest()


# Writing


def _arrays(solution: Solution) -> Arrays:
    reached, index = solution.reached, solution.index
    patients, patient = np.unique(_joined([r.patients for r in reached], np.int32), return_inverse=True)
    memories, memory = np.unique(_joined([r.memories for r in reached], np.int32), return_inverse=True)
    codes, remembered, width = list(index.patients), list(index.memories), _bytes_of_a_memory(solution.script)
    of_all: dict[str, NDArray[Any]] = {
        "patients": np.array([codes[number] for number in patients.tolist()], dtype=np.int64),
        "memories": np.array(
            [list(remembered[number].to_bytes(width, "little")) for number in memories.tolist()], dtype=np.uint8
        ),
        "controls": np.array([len(r.moments) for r in reached], dtype=np.int32),
        "moment": _joined([r.moments for r in reached], np.int32),
        "patient": patient.reshape(-1).astype(np.int32),
        "memory": memory.reshape(-1).astype(np.int32),
        "states": _joined([np.diff(r.offsets) for r in reached], np.int32),
        "vectors": _joined([r.vectors for r in reached], np.int16),
    }
    kept = _FIGURES if solution.halfway else (*_FIGURES, *_BOUNDS)
    of_all |= {name: _joined([getattr(s, name) for s in solution.solved], np.int8) for name in kept}
    if solution.halfway is not None:
        of_all["sensitivity"] = np.array([solution.halfway.sensitivity])
        of_all["expected"] = _joined(list(solution.halfway.hundredths), np.int16)
    return of_all


def _joined(parts: list[NDArray[Any]], kind: type[np.signedinteger[Any]]) -> NDArray[Any]:
    return np.concatenate(parts).astype(kind) if parts else np.empty(0, dtype=kind)


def _bytes_of_a_memory(script: Script) -> int:
    return 1 + bits_of(script.memory) // 8


# Reading


def _index(script: Script, arrays: Arrays) -> PlaceIndex:
    moments, turns = moments_in(script), script.turns
    patients = {code: number for number, code in enumerate(arrays["patients"].tolist())}
    memories = {int.from_bytes(bytes(row), "little"): number for number, row in enumerate(arrays["memories"].tolist())}
    numbers = {moment.id: number for number, moment in enumerate(moments)}
    merging = PatientMerging(script)
    forgetting = MemoryMerging(script, merging.reach)
    return PlaceIndex(numbers, patients, memories, merging, forgetting, GaugeMerging(moments, turns), turns)


def _reached(arrays: Arrays) -> Iterator[Reached]:
    ends = np.concatenate([[0], np.cumsum(arrays["states"], dtype=np.int64)])
    first = 0
    for count in arrays["controls"].tolist():
        controls, offsets = slice(first, first + count), ends[first : first + count + 1]
        moments, patients, memories = (arrays[name][controls] for name in ("moment", "patient", "memory"))
        vectors = arrays["vectors"][offsets[0] : offsets[-1]]
        yield Reached(moments, patients, memories, offsets - offsets[0], vectors)
        first += count


def _solved(arrays: Arrays, reached: list[Reached]) -> Iterator[Solved]:
    best, worst = _BOUNDS if "best_bound" in arrays else ("best", "worst")
    for rows in _rows(reached):
        yield Solved(*(arrays[name][rows] for name in ("best", best, "worst", worst, "turns", "whole", "endings")))


def _halfway(arrays: Arrays, reached: list[Reached]) -> Learner | None:
    """The half-way learner; only exact solutions have one."""
    if "expected" not in arrays:
        return None
    return Learner(float(arrays["sensitivity"][0]), tuple(arrays["expected"][rows] for rows in _rows(reached)))


def _rows(reached: list[Reached]) -> Iterator[slice]:
    """Where the figures of each turn stand among those of all states."""
    first = 0
    for layer in reached:
        yield slice(first, first + layer.size)
        first += layer.size
