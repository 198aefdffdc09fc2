"""Prices as bytes: what a solution says of every place, small enough to be kept on the disk and quick to be read again.

What is kept is a compressed numpy archive of plain numbers: the states turn by turn, and their figures. What every choice
leads to is not in it: it takes ten times the room, and no price needs it. What is read may be damaged or made up: it is
checked before it is believed, and never takes more memory than the largest solution.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.alliance import Family, Move
from simulator.analysis.expansion import Expander
from simulator.analysis.gauge_vectors import SIZE
from simulator.analysis.patient_merging import Traits
from simulator.analysis.patients import REACTIONS
from simulator.analysis.solve import FAR, Solution, Solved
from simulator.analysis.state_space import VERDICTS, Control, Reached
from simulator.analysis.value import HIGHEST
from simulator.patient import Past, Rung
from simulator.patient.state import RUPTURE_CAP
from simulator.session import Script
from simulator.session.memory import VISITS_CAP

Arrays: TypeAlias = Mapping[str, NDArray[Any]]
"""The members of an archive by name, each a row of numbers."""

_FORMAT: Final = "attune/prices/2"
_MOST_BYTES: Final = 48 * 1024 * 1024
"""Of an archive unpacked: more than the states that the solver's budget allows take."""

_STATES: Final = {
    "whose": np.uint8,  # the content and the difficulty, as text
    "patients": np.uint8,  # the traits of each patient, as numbers below ``_KINDS``
    "pasts": np.uint8,  # the number of each past in as many bytes as a script's memory takes
    "turns": np.int32,  # how many controls each turn has
    "moment": np.int32,  # of each control
    "patient": np.int32,  # of each control, by its position in ``patients``
    "past": np.int32,  # of each control, by its position in ``pasts``
    "states": np.int32,  # how many states each control has
    "vectors": np.int16,  # of each state
}
_FIGURES: Final = {
    "best": (0, HIGHEST),
    "worst": (0, HIGHEST),
    "turns_to_repair": (1, FAR),
    "turns_to_whole": (1, FAR),
    "endings": (0, (1 << len(VERDICTS)) - 1),
}
"""The figures of each state, with the lowest and the highest that each can be."""

_BOUNDS: Final = {"best_bound": (0, HIGHEST), "worst_bound": (0, HIGHEST)}
"""Upper bounds, of a solution that is not exact; in an exact one they are the values themselves."""

_FAMILIES: Final = tuple(Family)
_LAST_MOVES: Final = (None, *Move)
_KINDS: Final = np.array(
    (
        len(REACTIONS),
        len(_FAMILIES),
        RUPTURE_CAP + 1,
        5,
        2 * Rung.REPAIRED,
        2 * Past.PAID_RATIONALE,
        len(_LAST_MOVES),
        3,
    )
)
"""How many values each of the traits can have; see ``PatientState``."""

_HEADER_BYTES: Final = 128
"""Before the numbers of a member, as numpy writes it for a single row."""

_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, OverflowError, RuntimeError)
"""What reading a damaged archive can raise."""


def packed(solution: Solution) -> bytes:
    """The prices of a solution, to be read by ``unpacked``."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, numbers in _arrays(solution).items():
            archive.writestr(zipfile.ZipInfo(_member(name)), _header(numbers) + numbers.tobytes(), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def unpacked(script: Script, data: bytes) -> Solution | None:
    """The prices of a script's solution without its links; ``None`` if that is not what is in the bytes."""
    arrays = _read(data)
    if arrays is None or arrays["whose"].tobytes() != _whose(script) or not _counts_agree(arrays, script):
        return None
    expander = Expander(script)
    pasts = _numbers_of_pasts(script, arrays["pasts"])
    if not (
        _numbers_in_range(arrays, len(expander.options.moments), len(pasts))
        and _vectors_ascend(arrays)
        and _patients_met(expander, arrays["patients"].reshape(-1, len(_KINDS)))
    ):
        return None
    reached = list(_reached(arrays, pasts))
    if any(len(layer.controls) < len(layer.offsets) - 1 for layer in reached):
        return None  # the same control twice
    solved = list(_solved(arrays, [layer.size for layer in reached]))
    return Solution(script, expander, reached, solved, "best_bound" not in arrays, links=None)


# Writing


def _arrays(solution: Solution) -> Arrays:
    controls = [control for reached in solution.reached for control in reached.controls]
    patients = sorted({control.patient for control in controls})
    pasts = sorted({control.past for control in controls})
    positions = {patient: i for i, patient in enumerate(patients)}
    past_positions = {past: i for i, past in enumerate(pasts)}
    width = _bytes_of_a_past(solution.script)
    known = solution.expander.options.patients
    members: dict[str, Any] = {
        "whose": list(_whose(solution.script)),
        "patients": [number for patient in patients for number in _as_numbers(known[patient])],
        "pasts": list(b"".join(past.to_bytes(width, "little") for past in pasts)),
        "turns": [len(reached.controls) for reached in solution.reached],
        "moment": [control.moment for control in controls],
        "patient": [positions[control.patient] for control in controls],
        "past": [past_positions[control.past] for control in controls],
        "states": _joined([np.diff(reached.offsets) for reached in solution.reached]),
        "vectors": _joined([reached.vectors for reached in solution.reached]),
    }
    states = {name: np.asarray(members[name], dtype=kind) for name, kind in _STATES.items()}
    return {**states, **_figures(solution.solved, solution.exact)}


def _figures(solved: list[Solved], exact: bool) -> Arrays:
    of_each = {
        "best": [s.best for s in solved],
        "worst": [s.worst for s in solved],
        "turns_to_repair": [s.turns for s in solved],
        "turns_to_whole": [s.whole for s in solved],
        "endings": [s.endings for s in solved],
    }
    if not exact:
        of_each |= {"best_bound": [s.best_bound for s in solved], "worst_bound": [s.worst_bound for s in solved]}
    return {name: _joined(parts).astype(np.int8) for name, parts in of_each.items()}


def _joined(parts: list[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int8)


def _as_numbers(traits: Traits) -> tuple[int, ...]:
    reaction, origin, ruptures, owned, rungs, past, last, streak = traits
    kinds = (REACTIONS.index(reaction), _FAMILIES.index(origin), _LAST_MOVES.index(last))
    return kinds[0], kinds[1], ruptures, owned, rungs, past, kinds[2], streak


# Reading


def _read(data: bytes) -> Arrays | None:
    """The members of an archive, if all are there and each is a single row of its kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            compressed = all(member.compress_type == zipfile.ZIP_DEFLATED for member in members)
            if not compressed or sum(member.file_size for member in members) > _MOST_BYTES:
                return None
            inexact = any(_member(name) in archive.namelist() for name in _BOUNDS)
            figures = dict.fromkeys((*_FIGURES, *(_BOUNDS if inexact else ())), np.int8)
            return {name: _row(archive, _member(name), np.dtype(kind)) for name, kind in (_STATES | figures).items()}
    except _UNREADABLE:
        return None


def _row(archive: zipfile.ZipFile, member: str, kind: np.dtype[Any]) -> NDArray[Any]:
    """The numbers of a member; raises ``ValueError`` if it is anything but a single row of this kind."""
    # Read with its length, a member cannot swell beyond what it said of itself.
    with archive.open(member) as file:
        content = file.read(archive.getinfo(member).file_size)
    numbers = np.frombuffer(content, kind, offset=_HEADER_BYTES)
    if content[:_HEADER_BYTES] != _header(numbers):
        raise ValueError(f"“{member}” is no row of {kind}.")
    return numbers


def _member(name: str) -> str:
    return f"{name}.npy"


def _header(numbers: NDArray[Any]) -> bytes:
    """What numpy writes before a row of numbers."""
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, np.lib.format.header_data_from_array_1_0(numbers))
    return header.getvalue()


def _whose(script: Script) -> bytes:
    return f"{_FORMAT}\n{script.scenario.digest}\n{script.disposition.difficulty}\n".encode()


def _bytes_of_a_past(script: Script) -> int:
    memory = script.memory
    highest = max(
        (
            *memory.flags.values(),
            *memory.moments.values(),
            *(VISITS_CAP << shift for shift in memory.counted.values()),
        ),
        default=0,
    )
    return 1 + highest.bit_length() // 8


def _numbers_of_pasts(script: Script, pasts: NDArray[np.uint8]) -> list[int]:
    content, width = pasts.tobytes(), _bytes_of_a_past(script)
    return [int.from_bytes(content[at : at + width], "little") for at in range(0, len(content), width)]


def _counts_agree(arrays: Arrays, script: Script) -> bool:
    """Whether the lengths of the members fit each other."""
    width = _bytes_of_a_past(script)
    turns, states, vectors = arrays["turns"], arrays["states"], arrays["vectors"]
    figures = [arrays[name] for name in (*_FIGURES, *_BOUNDS) if name in arrays]
    return (
        len(turns) <= script.scenario.turns
        and _within(turns, 1, len(states))
        and _within(states, 1, SIZE)
        and turns.sum(dtype=np.int64) == len(states)
        and states.sum(dtype=np.int64) == len(vectors)
        and all(len(arrays[name]) == len(states) for name in ("moment", "patient", "past"))
        and all(len(numbers) == len(vectors) for numbers in figures)
        and len(arrays["patients"]) % len(_KINDS) == 0
        and len(arrays["pasts"]) % width == 0
        and len(arrays["pasts"]) <= len(states) * width
    )


def _numbers_in_range(arrays: Arrays, moments: int, pasts: int) -> bool:
    """Whether every number stands for something; the lengths agree."""
    traits = arrays["patients"].reshape(-1, len(_KINDS))
    return (
        bool((traits < _KINDS).all())
        and _within(arrays["moment"], 0, moments - 1)
        and _within(arrays["patient"], 0, len(traits) - 1)
        and _within(arrays["past"], 0, pasts - 1)
        and _within(arrays["vectors"], 0, SIZE - 1)
        and all(_within(arrays[name], *ends) for name, ends in (_FIGURES | _BOUNDS).items() if name in arrays)
    )


def _within(numbers: NDArray[Any], low: int, high: int) -> bool:
    return not len(numbers) or bool(low <= numbers.min() and numbers.max() <= high)


def _vectors_ascend(arrays: Arrays) -> bool:
    """Whether they do within each control, so that a vector can be found; the lengths agree."""
    steps = np.diff(arrays["vectors"])
    steps[np.cumsum(arrays["states"], dtype=np.int64)[:-1] - 1] = 1
    return bool((steps > 0).all())


def _patients_met(expander: Expander, rows: NDArray[np.uint8]) -> bool:
    """Let the rules number the patients; false if any is met twice, or is none that stands for itself."""
    people = expander.options.people
    for number, row in enumerate(rows.tolist()):
        reaction, origin, ruptures, owned, rungs, past, last, streak = row
        traits = Traits(REACTIONS[reaction], _FAMILIES[origin], ruptures, owned, rungs, past, _LAST_MOVES[last], streak)
        if people.of(traits.state()) != number or people.known[number] != traits:
            return False
    return True


def _reached(arrays: Arrays, pasts: list[int]) -> Iterator[Reached]:
    ends = np.concatenate([[0], np.cumsum(arrays["states"], dtype=np.int64)])
    remembered = [pasts[position] for position in arrays["past"].tolist()]
    named = zip(arrays["moment"].tolist(), arrays["patient"].tolist(), remembered, strict=True)
    first = 0
    for count in arrays["turns"].tolist():
        offsets = ends[first : first + count + 1]
        controls = {Control(*next(named)): position for position in range(count)}
        yield Reached(controls, offsets - offsets[0], arrays["vectors"][offsets[0] : offsets[-1]])
        first += count


def _solved(arrays: Arrays, sizes: list[int]) -> Iterator[Solved]:
    upper = ("best_bound", "worst_bound") if "best_bound" in arrays else ("best", "worst")
    names = ("best", upper[0], "worst", upper[1], "turns_to_repair", "turns_to_whole", "endings")
    first = 0
    for size in sizes:
        yield Solved(*(arrays[name][first : first + size] for name in names))
        first += size
