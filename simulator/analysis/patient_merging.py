"""What cannot differ: what a patient carries but no later rule can ask about is dropped from the state.

Each line here is an argument from the reaction rules; the tests compare values with and without merging.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState, family_of, is_rupture
from simulator.analysis.arrays import Numbers
from simulator.analysis.patient_codes import (
    BITS,
    DWELT,
    EVERY_DWELT,
    LAST,
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
from simulator.analysis.reaction_reach import Met, ReactionReach
from simulator.patient.effects import bonus_states, paid_by
from simulator.patient.gate import OWNED_OPENS_GATE
from simulator.patient.grid import GRID_STATES, Hinge
from simulator.patient.state import RUPTURE_CAP, Fit, Past, Rung
from simulator.patient.stuck import STATES_OF, times_at
from simulator.scenario.conditions import Compare, Condition, Gauge, Relation, parts
from simulator.scenario.document import Ending, Moment
from simulator.session.script import Script

_EVERYTHING: Final = (1 << BITS) - 1
_NO_MORE_SLIP: Final = PAST.put(Past.SLIPPED | Past.GUARD_RESPECTED) | RUNGS.put(Rung.REPAIRED)
_GATE_RISES: Final = (2, 3, 4)
"""Counts of ruptures at which the gate rises, as long as nothing was owned specifically."""
_THIRD: Final = 3

Asked: TypeAlias = Mapping[int, frozenset[ReactionState]]
"""Counts of ruptures, and the reaction states in which some condition asks for them."""


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
        self.reach: Final = ReactionReach(script)
        reach = self.reach
        offered = {s: frozenset(act.move for act in reach.met(s).acts) for s in ReactionState}
        self._kept = np.array([_kept_in(s, _past_of(s, always, s in invited, offered[s])) for s in REACTIONS])
        repeatable = {state: reach.repeatable(state) for state in ReactionState}
        asked, times = _asked_ruptures(script), times_at(level)
        places = (len(tuple(script.scenario.every_moment())), len(REACTIONS))
        self._talk = np.zeros((*places, 1 << STREAK.bits + LAST.bits), dtype=np.bool_)
        self._counts = np.zeros((script.turns + 1, *places, 2, RUPTURE_CAP + 1), dtype=np.int64)
        self._dwells = np.zeros((script.turns + 1, *places, len(DWELT)), dtype=np.int64)
        for number, moment in enumerate(script.scenario.every_moment()):
            for state in states_of(moment):
                met, place = reach.met_in(moment, state), (number, REACTIONS.index(state))
                talk = _talk(met, repeatable[state])
                self._talk[place][: len(talk)] = talk
                for left in range(script.turns + 1):
                    self._counts[left, *place] = _counts(reach, met, asked, left)
                    self._dwells[left, *place] = _dwells(reach, met, times, left)

    def merged(self, codes: Numbers) -> Numbers:
        """The states without what no later rule can ask about."""
        codes = codes & self._kept[REACTION.of(codes)]
        if self._slips:  # Where the late slip cannot come any more, it does not matter for which reason.
            over = codes & _NO_MORE_SLIP > 0
            codes = np.where(over, codes & ~PAST.put(Past.GUARD_RESPECTED) | PAST.put(Past.SLIPPED), codes)
        return codes

    def shortened(self, codes: Numbers, moments: Numbers, turns_left: int) -> Numbers:
        """The states of patients who are met in moments, without what the turns that are left cannot bring to bear."""
        reactions = REACTION.of(codes)
        counts_on = self._talk[moments, reactions, codes & TALK] & (STREAK.of(codes) + turns_left >= _THIRD)
        codes = np.where(counts_on, codes, codes & ~TALK)
        owned = (OWNED.of(codes) >= OWNED_OPENS_GATE).astype(np.int64)
        counts = self._counts[turns_left][moments, reactions, owned, RUPTURES.of(codes)]
        codes = codes & ~RUPTURES.mask | counts << RUPTURES.shift
        least = self._dwells[turns_left][moments, reactions]
        for i, field in enumerate(DWELT):
            codes = np.where(field.of(codes) < least[:, i], codes & ~field.mask, codes)
        return codes

    def standing_for(self, codes: Numbers, moments: Numbers, turns_left: int) -> Numbers:
        """The states that stand for others once what cannot matter any more is left out."""
        return self.merged(self.shortened(self.merged(codes), moments, turns_left))


def _talk(met: Met, repeatable: frozenset[Move]) -> list[bool]:
    """For every last move with its streak whether the third time running can come.

    Whatever else is done now begins a streak of its own, so the move must be on offer in this very moment, and twice more
    unless it was made twice: then it must be able to leave the patient in the same state.
    """
    offered = {act.move for act in met.acts}
    talk = [(move, streak) for move in LAST_MOVES for streak in range(1 << STREAK.bits)]
    return [move in offered and (streak > 1 or move in repeatable) for move, streak in talk]


def states_of(moment: Moment) -> tuple[ReactionState, ...]:
    """The reaction states in which a patient can be met in a moment and go on."""
    return tuple(state for state in GRID_STATES if moment.reaction in (state, family_of(state)))


def _kept_in(reaction: ReactionState, past: int) -> int:
    """The bits of a code that are kept while the patient is in a state; ``past`` are the marks among them."""
    kept = _EVERYTHING & ~PAST.mask | PAST.put(past & (1 << PAST.bits) - 1)
    return kept if is_rupture(reaction) else kept & ~EVERY_DWELT  # outside a rupture nobody dwells


def _counts(reach: ReactionReach, met: Met, asked: Asked, turns_left: int) -> list[tuple[int, ...]]:
    """For every count of ruptures the one that stands for it, where nothing was owned well enough, and where it was."""
    # How far every count that makes a difference can be away, at most, for it to be reached where it does.
    to_asked = {mark: reach.ruptures_to_any(states, met, turns_left) for mark, states in asked.items()}
    marks = {mark: most for mark, most in to_asked.items() if most >= 0}
    to_worst, to_gate = reach.ruptures_to_worst(met, turns_left), reach.ruptures_to_gate(met, turns_left)
    if to_worst >= 0:
        marks[RUPTURE_CAP] = max(to_worst, marks.get(RUPTURE_CAP, 0))
    gates = {mark: max(to_gate, marks.get(mark, 0)) for mark in _GATE_RISES} if to_gate >= 0 else {}
    return [_standing(frozenset(each.items())) for each in (marks | gates, marks)]


@lru_cache(maxsize=4096)
def _standing(marks: frozenset[tuple[int, int]]) -> tuple[int, ...]:
    """For every count the one that stands for it, where only these marks make a difference, if reached by so many more."""
    counts = []
    for count in range(RUPTURE_CAP + 1):
        reachable = any(count < mark <= count + more for mark, more in marks)
        # Where no mark can be reached any more, the last one that was passed says it all. It must not be raised: with the
        # turns that are left it could reach the next one after all.
        counts.append(count if reachable else max((mark for mark, _ in marks if mark <= count), default=0))
    return tuple(counts)


def _dwells(reach: ReactionReach, met: Met, times: int, turns_left: int) -> list[int]:
    """For the states of a family, the turns that have to count already for rule 14 to be able to come there."""
    least = [0, 0, 0]
    states = STATES_OF.get(family_of(met.state), ())
    for i, end in enumerate(states):
        deepest = i > 0 and end is states[-1]
        least[i] = times + deepest - reach.endings_in(end, met, turns_left)
    return least


def _asked_ruptures(script: Script) -> Asked:
    """Counts of ruptures from which the answer to some condition can be another than below, and where it is asked."""
    asked: dict[int, set[ReactionState]] = {}
    for moment in script.scenario.every_moment():
        for part in (part for condition in moment.conditions for part in parts(condition)):
            for mark in _marks(part):
                asked.setdefault(mark, set()).update(s for s in ReactionState if moment.reaction in (s, family_of(s)))
    return {mark: frozenset(states) for mark, states in asked.items()}


def _marks(part: Condition) -> tuple[int, ...]:
    match part:
        case Compare(Gauge.RUPTURES, Relation.LESS | Relation.AT_LEAST, number):
            return (number,)
        case Compare(Gauge.RUPTURES, Relation.MORE | Relation.AT_MOST, number):
            return (number + 1,)
        case Compare(Gauge.RUPTURES, _, number):
            return (number, number + 1)
        case _:
            return ()


def _names_a_transfer(script: Script) -> bool:
    """Whether some moment of the scenario is a parting; the patient's own parting words come only where one was agreed."""
    moments = script.scenario.moments.values()
    return any(m.end is Ending.TRANSFER or m.reaction is ReactionState.TRANSFER for m in moments)


def _past_of(state: ReactionState, always: int, invited: bool, offered: frozenset[Move]) -> int:
    """The marks that can matter while the patient is in a state."""
    past = always
    if not is_rupture(state):
        past &= ~Past.TRIED  # the next rupture begins anew
    if not invited:
        past &= ~Past.INVITED  # it lasts one move, and no cell of this state asks for it
    for move in Move:
        if move not in offered or state not in bonus_states(move):
            past &= ~paid_by(move)  # a bonus that cannot be earned here cannot be earned twice
    return int(past)
