"""A patient's state without the gauges: as plain values, and as one number, so that thousands move side by side in arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeVar, overload

import numpy as np

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.analysis.arrays import Column, Numbers
from simulator.patient.gauges import Alliance
from simulator.patient.state import Dwelt, Past, PatientState, Rung

NEUTRAL: Final = Alliance(0, 0, 0)
"""Stands in for the gauges, which are kept apart from the rest of the state."""

REACTIONS: Final = tuple(ReactionState)
"""Reaction states by the number that stands for them."""

_FAMILIES: Final = tuple(Family)
LAST_MOVES: Final = (None, *Move)
"""Last moves by the number that stands for them."""

_REACTION_NUMBERS: Final = {reaction: i for i, reaction in enumerate(REACTIONS)}
_FAMILY_NUMBERS: Final = {family: i for i, family in enumerate(_FAMILIES)}
_MOVE_NUMBERS: Final = {move: i for i, move in enumerate(LAST_MOVES)}

Codes = TypeVar("Codes", int, Numbers)
"""One code, or many."""


class Traits(NamedTuple):
    """A patient's state without the gauges, as plain values that are quick to compare; see ``PatientState``."""

    reaction: ReactionState
    origin: Family
    ruptures: int
    owned: int
    rungs: int
    past: int
    last_move: Move | None
    streak: int
    dwelt: Dwelt

    def state(self, alliance: Alliance = NEUTRAL) -> PatientState:
        """The state with these gauges."""
        reaction, origin, ruptures, owned, rungs, past, last, streak, dwelt = self
        return PatientState(reaction, alliance, origin, ruptures, owned, rungs, past, last, streak, dwelt)


class Field(NamedTuple):
    """Some bits of a code that hold one of the traits."""

    shift: int
    bits: int

    @property
    def mask(self) -> int:
        """All bits of the field, where they stand in a code."""
        return (1 << self.bits) - 1 << self.shift

    def of(self, codes: Codes) -> Codes:
        """What codes hold in this field."""
        return codes >> self.shift & (1 << self.bits) - 1

    def put(self, value: int) -> int:
        """A value where the field stands in a code."""
        return value << self.shift


STREAK: Final = Field(0, 2)
LAST: Final = Field(2, 5)
REACTION: Final = Field(7, 5)
PAST: Final = Field(12, Past.PARTED.bit_length())
RUNGS: Final = Field(25, Rung.REPAIRED.bit_length())
OWNED: Final = Field(30, 3)
RUPTURES: Final = Field(33, 3)
ORIGIN: Final = Field(36, 3)
DWELT: Final = (Field(39, 3), Field(42, 3), Field(45, 3))
BITS: Final = 48
"""Of a code."""

ACT_BITS: Final = 63 - BITS - 1
"""What is left beside a code, but for one bit, to put the number of an act there."""

EVERY_DWELT: Final = DWELT[0].mask | DWELT[1].mask | DWELT[2].mask
MARKS: Final = RUNGS.mask | PAST.mask
TALK: Final = STREAK.mask | LAST.mask
"""Masks: the turns that count for rule 14, the stages and marks, and the last move with its streak."""


def code_of(state: PatientState) -> int:
    """The code of a patient's state, whatever its gauges."""
    first, second, third = state.dwelt
    return (
        state.streak
        | _MOVE_NUMBERS[state.last_move] << LAST.shift
        | _REACTION_NUMBERS[state.reaction] << REACTION.shift
        | state.past << PAST.shift
        | state.rungs << RUNGS.shift
        | state.owned << OWNED.shift
        | state.ruptures << RUPTURES.shift
        | _FAMILY_NUMBERS[state.origin] << ORIGIN.shift
        | first << DWELT[0].shift
        | second << DWELT[1].shift
        | third << DWELT[2].shift
    )


def traits(code: int) -> Traits:
    """The traits that a code stands for."""
    first, second, third = (field.of(code) for field in DWELT)
    return Traits(
        REACTIONS[REACTION.of(code)],
        _FAMILIES[ORIGIN.of(code)],
        RUPTURES.of(code),
        OWNED.of(code),
        RUNGS.of(code),
        PAST.of(code),
        LAST_MOVES[LAST.of(code)],
        STREAK.of(code),
        (first, second, third),
    )


class KnownPatients(Sequence[Traits]):
    """Patients by number, read from their codes."""

    def __init__(self, codes: Column) -> None:
        self._codes = codes

    def __len__(self) -> int:
        return len(self._codes)

    @overload
    def __getitem__(self, number: int) -> Traits: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Traits]: ...
    def __getitem__(self, number: int | slice) -> Traits | Sequence[Traits]:
        found = self._codes.array[number]
        return [traits(code) for code in found.tolist()] if isinstance(found, np.ndarray) else traits(int(found))

    def __iter__(self) -> Iterator[Traits]:
        return map(traits, self._codes.array.tolist())
