"""Reactions as the rules draw them, once for all patients whom no rule tells apart in their reaction to an act."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from simulator.alliance.reactions import Family, family_of, is_rupture
from simulator.analysis.arrays import Column, Numbering, Numbers
from simulator.analysis.gauge_vectors import ALWAYS, NEVER, Mask, Shifts, need
from simulator.analysis.part_in_reaction import ENOUGH, FRESH, GATE, part_in_reaction
from simulator.analysis.patient_codes import (
    ACT_BITS,
    DWELT,
    EVERY_DWELT,
    LAST,
    LAST_MOVES,
    MARKS,
    OWNED,
    REACTION,
    REACTIONS,
    RUNGS,
    RUPTURES,
    STREAK,
    TALK,
    Codes,
    code_of,
    traits,
)
from simulator.patient.act import Act
from simulator.patient.gauges import Change
from simulator.patient.grid import ReactionGrid
from simulator.patient.leaving import LOWEST_ALLIANCE
from simulator.patient.reacting import OWNED_REPAIRS, outline
from simulator.patient.state import RUPTURE_CAP, Disposition
from simulator.patient.stuck import times_at
from simulator.session.script import Script

_BETWEEN_BEATS: Final = 16
"""Drawings that are made one after the other: some hundredths of a second at most."""

_TWICE: Final = 2
"""A streak after which the same move comes for the third time running."""

COUNTS: Final = RUPTURES.mask | OWNED.mask | EVERY_DWELT
"""Fields of which a drawing knows only what is asked for; the rest of the count is added to what was drawn."""

_RUPTURE: Final = np.array([is_rupture(reaction) for reaction in REACTIONS])
_FAMILY: Final = np.array([list(Family).index(family_of(reaction)) for reaction in REACTIONS])
_DEFERS: Final = np.array([family_of(reaction) is Family.DEFERENCE for reaction in REACTIONS]).astype(np.int64)
_DEEPEST: Final = np.array([[False, False, True], [False, True, False]])
"""Which counts of turns are those of the deepest state of a family: the third, but of deference the second."""


class _Drawn(NamedTuple):
    """The patient who stays, the one who does not, how the gauges move, what it takes to stay, and if a rupture is new."""

    after: int
    gone: int
    moved: Change
    entered: Change
    stays: int
    rupture: bool

    def without(self, marks: int) -> tuple[int, int, int, bool]:
        """What must not depend on marks that were left out."""
        return self.after & ~marks, self.gone & ~marks, self.stays, self.rupture


class _Known(NamedTuple):
    """What is known of the patients of one disposition under one grid."""

    drawn: dict[tuple[int, Act, bool], _Drawn]
    """By code, act and open gate."""
    asked: dict[Act, tuple[int, ...]]
    """What an act asks for in every reaction state, first and third time running (``part_in_reaction``)."""


@lru_cache(maxsize=12)
def _known(_disposition: Disposition, _cells: Hashable) -> _Known:
    """What was drawn before of patients of one disposition under one grid, in this process.

    A scenario that is proved again after an edit, and others of the same person, need not draw it anew; a few thousand
    drawings each, about two megabytes.
    """
    return _Known({}, {})


class Drawings:
    """Columns by the number of a drawing: what stays and who, as codes, and how the gauges move.

    What has no part in a reaction is left out of what is drawn (``alike``). Counts are put back by adding them
    (``counts_on`` is the mask of those that go on), marks by keeping them where the reaction does (``kept``). So every
    reaction is drawn twice, with none of these marks and with all: what is the same in both does not depend on them, and a
    mark that only the second has is one that the reaction keeps. The bond that a new rung pays is the one exception:
    ``shift`` moves the gauges of who was never on ``rung`` before, ``shift_again`` those of who was.
    """

    def __init__(self, script: Script, shifts: Shifts) -> None:
        self.acts: Final[list[Act]] = []
        self.after, self.gone, self.stays, self.rung, self.rupture = (Column() for _ in range(5))
        self.shift, self.shift_again, self.kept, self.gone_kept = (Column() for _ in range(4))
        self.counts_on, self.gone_counts_on = Column(), Column()
        self._script, self._shifts = script, shifts
        self._numbering = Numbering()
        self._numbers_of_acts: dict[Act, int] = {}
        self._moves, self._qualities, self._asked = Column(), Column(), Column()
        times = times_at(script.disposition.difficulty)
        self._full = np.where(_DEEPEST, times, times - 1)
        self._grid: Final[ReactionGrid] = script.scenario.patient.grid
        self._known = _known(script.disposition, frozenset(self._grid.cells.items()))

    def __len__(self) -> int:
        return len(self._numbering)

    def act(self, act: Act) -> int:
        """The number of an act."""
        known = self._numbers_of_acts.get(act)
        if known is None:
            known = self._numbers_of_acts[act] = len(self.acts)
            self.acts.append(act)
            self._moves.append(LAST_MOVES.index(act.move))
            self._qualities.append(act.quality or 0)
            for bits in self._asked_by(act):
                self._asked.append(bits)
        return known

    def _asked_by(self, act: Act) -> tuple[int, ...]:
        asked = self._known.asked.get(act)
        if asked is None:
            asked = self._known.asked[act] = tuple(
                part_in_reaction(self._script, act, reaction, third=third)
                for reaction in REACTIONS
                for third in (False, True)
            )
        return asked

    def alike(self, codes: Numbers, acts: Numbers) -> Numbers:
        """Patients without what has no part in their reaction to an act.

        That is: what the act does not ask for in this reaction state (``asked_by``), a count of ruptures that cannot reach
        the cap, a streak of another move, more owning than repairs take, and turns dwelt as long as one more changes
        nothing.
        """
        reactions = REACTION.of(codes)
        again = LAST.of(codes) == self._moves.array[acts]
        asked = self.asked_by(codes, acts)
        asked = np.where(again, asked, asked & ~TALK)
        asked = np.where(RUPTURES.of(codes) + 1 < RUPTURE_CAP, asked & ~RUPTURES.mask, asked)
        for full, field in zip(self._full.T, DWELT, strict=True):
            asked = np.where(field.of(codes) < full[_DEFERS[reactions]], asked & ~field.mask, asked)
        alike = codes & asked
        fresh, quality = asked & FRESH > 0, self._qualities.array[acts]
        alike = np.where(fresh & (OWNED.of(codes) >= quality), alike | quality << OWNED.shift, alike)
        only_enough = (asked & OWNED.mask == ENOUGH) & (OWNED.of(codes) > OWNED_REPAIRS)
        return np.where(only_enough, alike & ~OWNED.mask | ENOUGH, alike)

    def of(self, alike: Numbers, acts: Numbers, opened: Mask, beat: Callable[[], object]) -> Numbers:
        """The numbers of the drawings of reactions of such patients."""
        keys = (alike << ACT_BITS | acts) << 1 | (opened & (self.asked_by(alike, acts) & GATE > 0))
        for i, key in enumerate(self._numbering.fresh(keys).tolist()):
            if i % _BETWEEN_BEATS == 0:
                beat()
            rest, gate = divmod(key, 2)
            self._draw(*divmod(rest, 1 << ACT_BITS), opened=bool(gate))
        return self._numbering.of(keys)

    def asked_by(self, codes: Numbers, acts: Numbers) -> Numbers:
        """As bits of a code, what the reactions of patients to acts can ask for (``part_in_reaction``)."""
        asked: Numbers = self._asked.array[_place(codes, acts, self._moves.array[acts])]
        return asked

    def _draw(self, code: int, act: int, *, opened: bool) -> None:
        place = _place(code, act, LAST_MOVES.index(self.acts[act].move))
        left_out = MARKS & ~int(self._asked.array[place])
        none, every = self._drawn(code, act, opened=opened), self._drawn(code | left_out, act, opened=opened)
        if none.without(left_out) != every.without(left_out):
            raise AssertionError(
                f"a mark that was left out has a part in the reaction of {traits(code)} to {self.acts[act]}"
            )
        self.after.append(none.after)
        self.gone.append(none.gone)
        self.stays.append(none.stays)
        self.rung.append(none.after & ~code & RUNGS.mask)
        self.rupture.append(none.rupture)
        self.shift.append(self._shifts.number(none.moved, none.entered))
        self.shift_again.append(self._shifts.number(every.moved, every.entered))
        self.kept.append(every.after)
        self.gone_kept.append(every.gone)
        self.counts_on.append(_counting_on(code, none.after))
        self.gone_counts_on.append(_counting_on(code, none.gone))

    def _drawn(self, code: int, act: int, *, opened: bool) -> _Drawn:
        asked = code, self.acts[act], opened
        known = self._known.drawn.get(asked)
        if known is None:
            known = self._known.drawn[asked] = self._drawn_anew(*asked)
        return known

    def _drawn_anew(self, code: int, act: Act, opened: bool) -> _Drawn:
        drawn = outline(traits(code).state(), act, opened, self._script.disposition, self._grid)
        stays = ALWAYS
        if drawn.leaves:
            stays = NEVER
        elif is_rupture(drawn.state.reaction) and not drawn.held:
            stays = need(LOWEST_ALLIANCE)
        after, gone = code_of(drawn.state), code_of(drawn.gone)
        return _Drawn(after, gone, drawn.moved, drawn.entered, stays, drawn.rupture)


def _place(code: Codes, act: Codes, move: Codes) -> Codes:
    """Where it stands what the reaction of a patient to an act (and its move) can ask for."""
    third = (LAST.of(code) == move) & (STREAK.of(code) == _TWICE)
    place: Codes = (act * len(REACTIONS) + REACTION.of(code)) * 2 + third
    return place


def _counting_on(before: int, after: int) -> int:
    """Which counts go on in a reaction: turns dwelt only within a family of rupture, what was owned unless more was now."""
    old, new = REACTION.of(before), REACTION.of(after)
    counts = RUPTURES.mask
    if _RUPTURE[new] and _FAMILY[old] == _FAMILY[new]:
        counts |= EVERY_DWELT
    if OWNED.of(before) == OWNED.of(after):
        counts |= OWNED.mask
    return counts
