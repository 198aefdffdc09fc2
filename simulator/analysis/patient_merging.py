"""What cannot differ: what a patient carries but no later rule can ask about is dropped from the state.

Each line here is an argument from the reaction rules; the tests compare values with and without merging.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState, family_of, is_rupture
from simulator.analysis.arrays import Numbers
from simulator.analysis.patient_codes import (
    BITS,
    DWELT,
    EVERY_DWELT,
    LAST_MOVES,
    OWNED,
    PAST,
    REACTION,
    REACTIONS,
    RUNGS,
    RUPTURES,
    STREAK,
    TALK,
)
from simulator.analysis.reaction_reach import ReactionReach
from simulator.patient.effects import bonus_states
from simulator.patient.grid import GRID_STATES, Hinge
from simulator.patient.state import RUPTURE_CAP, Fit, Past, Rung
from simulator.patient.stuck import STATES_OF, times_at
from simulator.scenario.conditions import Compare, Gauge, Relation, parts
from simulator.scenario.document import Ending
from simulator.session.script import Script

_EVERYTHING: Final = (1 << BITS) - 1
_NO_MORE_SLIP: Final = PAST.put(Past.SLIPPED | Past.GUARD_RESPECTED) | RUNGS.put(Rung.REPAIRED)
_OWNED_OPENS: Final = 3
_GATE_RISES: Final = (2, 3, 4)
"""Counts of ruptures at which the gate rises, as long as nothing was owned specifically."""
_THIRD: Final = 3

_PAID_FOR: Final = {
    Move.RENEGOTIATE: Past.PAID_RENEGOTIATE,
    Move.SUPPORT_ASSERTION: Past.PAID_SUPPORT,
    Move.GIVE_RATIONALE: Past.PAID_RATIONALE,
}


class PatientMerging:
    """What of a patient's state can still matter in a scenario at its difficulty; states are given by their codes."""

    def __init__(self, script: Script) -> None:
        grid = script.scenario.patient.grid
        invited = {s for s in GRID_STATES if any(grid.cells[m, s].hinge is Hinge.INVITED for m in Move)}
        level = script.disposition.difficulty
        always = ~Past.ATTEMPTED  # "secondary" is told, not played
        if level < 3:
            always &= ~(Past.SLIPPED | Past.GUARD_RESPECTED)  # only the late slip asks for them
        if level < 2:
            always &= ~Past.TRIED  # only the first-attempt rule asks for it
        else:
            always &= ~Past.HINDERED  # only level 1 forgives
        if script.disposition.fit is Fit.GOOD and not _names_a_transfer(script):
            always &= ~Past.ADJUSTED  # only parting asks for it
        self._slips = level >= 3
        reach = ReactionReach(script)
        asked = frozenset(_asked_ruptures(script))
        self._counts = [_counts(reach, asked, left) for left in range(script.turns + 1)]
        self._dwells = [_dwells(reach, times_at(level), left) for left in range(script.turns + 1)]
        offered = {state: reach.offered(state) for state in ReactionState}
        self._kept = np.array([_kept_in(s, _past_of(s, always, s in invited, offered[s])) for s in REACTIONS])
        talk = [(move, streak) for move in LAST_MOVES for streak in range(1 << STREAK.bits)]
        repeatable = {state: reach.repeatable(state) for state in ReactionState}
        self._counts_on = np.array(
            [[m in offered[s] and (streak > 1 or m in repeatable[s]) for m, streak in talk] for s in REACTIONS]
        )

    def merged(self, codes: Numbers) -> Numbers:
        """The states without what no later rule can ask about."""
        reactions = REACTION.of(codes)
        codes = codes & self._kept[reactions]
        # A streak matters only if the move can be made for the third time before the state changes.
        codes = np.where(self._counts_on[reactions, codes & TALK], codes, codes & ~TALK)
        if self._slips:  # Where the late slip cannot come any more, it does not matter for which reason.
            over = codes & _NO_MORE_SLIP > 0
            codes = np.where(over, codes & ~PAST.put(Past.GUARD_RESPECTED) | PAST.put(Past.SLIPPED), codes)
        return codes

    def shortened(self, codes: Numbers, turns_left: int) -> Numbers:
        """The states without what the turns that are left cannot bring to bear."""
        # The third time running can no longer come.
        codes = np.where(STREAK.of(codes) + turns_left < _THIRD, codes & ~TALK, codes)
        reactions = REACTION.of(codes)
        owned = (OWNED.of(codes) >= _OWNED_OPENS).astype(np.int64)
        counts = self._counts[turns_left][owned, reactions, RUPTURES.of(codes)]
        codes = codes & ~RUPTURES.mask | counts << RUPTURES.shift
        for field, least in zip(DWELT, self._dwells[turns_left], strict=True):
            codes = np.where(field.of(codes) < least[reactions], codes & ~field.mask, codes)
        return codes

    def standing_for(self, codes: Numbers, turns_left: int) -> Numbers:
        """The states that stand for others once what cannot matter any more is left out."""
        return self.merged(self.shortened(self.merged(codes), turns_left))


def _kept_in(reaction: ReactionState, past: int) -> int:
    """The bits of a code that are kept while the patient is in a state; ``past`` are the marks among them."""
    kept = _EVERYTHING & ~PAST.mask | PAST.put(past & (1 << PAST.bits) - 1)
    return kept if is_rupture(reaction) else kept & ~EVERY_DWELT  # outside a rupture nobody dwells


def _counts(reach: ReactionReach, asked: frozenset[int], turns_left: int) -> Numbers:
    """For every count of ruptures the one that stands for it, by whether enough was owned, and by reaction state."""
    counts = np.zeros((2, len(REACTIONS), RUPTURE_CAP + 1), dtype=np.int64)
    for number, state in enumerate(REACTIONS):
        # How far every count that makes a difference can be away, at most, for it to be reached where it does.
        marks = dict.fromkeys(asked, turns_left)
        to_worst, to_gate = reach.ruptures_to_worst(state, turns_left), reach.ruptures_to_gate(state, turns_left)
        if to_worst >= 0:
            marks[RUPTURE_CAP] = max(to_worst, marks.get(RUPTURE_CAP, 0))
        counts[1, number] = _standing(marks)
        if to_gate >= 0:
            marks |= {mark: max(to_gate, marks.get(mark, 0)) for mark in _GATE_RISES}
        counts[0, number] = _standing(marks)
    return counts


def _standing(marks: dict[int, int]) -> list[int]:
    """For every count the one that stands for it, where only these marks make a difference, if reached by so many more."""
    counts = []
    for count in range(RUPTURE_CAP + 1):
        reachable = any(count < mark <= count + more for mark, more in marks.items())
        # Where no mark can be reached any more, the last one that was passed says it all. It must not be raised: with the
        # turns that are left it could reach the next one after all.
        counts.append(count if reachable else max((mark for mark in marks if mark <= count), default=0))
    return counts


def _dwells(reach: ReactionReach, times: int, turns_left: int) -> Numbers:
    """By state of a family (row) and reaction state, the turns that have to count for rule 14 to be able to come there."""
    least = np.zeros((len(DWELT), len(REACTIONS)), dtype=np.int64)
    for number, state in enumerate(REACTIONS):
        states = STATES_OF.get(family_of(state), ())
        for i, end in enumerate(states):
            deepest = i > 0 and end is states[-1]
            least[i, number] = times + deepest - reach.endings_in(end, state, turns_left)
    return least


def _asked_ruptures(script: Script) -> Iterator[int]:
    """Counts of ruptures from which the answer to some condition can be another than below."""
    moments = tuple(script.scenario.every_moment())
    asked = [*(m.when for m in moments), *(r.when for m in moments for r in m.responses)]
    for part in (part for condition in asked if condition is not None for part in parts(condition)):
        match part:
            case Compare(Gauge.RUPTURES, Relation.LESS | Relation.AT_LEAST, number):
                yield number
            case Compare(Gauge.RUPTURES, Relation.MORE | Relation.AT_MOST, number):
                yield number + 1
            case Compare(Gauge.RUPTURES, _, number):
                yield from (number, number + 1)
            case _:
                pass


def _names_a_transfer(script: Script) -> bool:
    """Whether some moment of the scenario is a parting; the patient's own parting words come only where one was agreed."""
    moments = script.scenario.moments.values()
    return any(m.end is Ending.TRANSFER or m.reaction is ReactionState.TRANSFER for m in moments)


def _past_of(state: ReactionState, always: Past, invited: bool, offered: frozenset[Move]) -> int:
    """The marks that can matter while the patient is in a state."""
    past = always
    if not is_rupture(state):
        past &= ~Past.TRIED  # the next rupture begins anew
    if not invited:
        past &= ~Past.INVITED  # it lasts one move, and no cell of this state asks for it
    for move, paid in _PAID_FOR.items():
        if move not in offered or state not in bonus_states(move):
            past &= ~paid  # a bonus that cannot be earned here cannot be earned twice
    return int(past)
