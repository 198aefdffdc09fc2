"""What cannot differ: what a patient carries but no later rule can ask about is dropped from the state.

Each line here is an argument from the reaction rules; the tests compare values with and without merging.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState, is_rupture
from simulator.patient.effects import bonus_states
from simulator.patient.gauges import Alliance
from simulator.patient.grid import GRID_STATES, Hinge
from simulator.patient.state import NOWHERE_YET, RUPTURE_CAP, Dwelt, Fit, Past, PatientState, Rung
from simulator.patient.stuck import times_at
from simulator.scenario.conditions import Compare, Gauge, Relation, parts
from simulator.scenario.document import Ending
from simulator.session.script import Script

NEUTRAL: Final = Alliance(0, 0, 0)
"""Stands in for the gauges, which are kept apart from the rest of the state."""

_RUNGS: Final = tuple(Rung(bits) for bits in range(2 * Rung.REPAIRED))
_PASTS: Final = tuple(Past(bits) for bits in range(2 * Past.PARTED))
_SLIPPED, _GUARD_RESPECTED, _REPAIRED = int(Past.SLIPPED), int(Past.GUARD_RESPECTED), int(Rung.REPAIRED)
_NO_MORE_SLIP: Final = _SLIPPED | _GUARD_RESPECTED
_OWNED_OPENS: Final = 3
_GATE_RISES: Final = (2, 3, 4)
"""Counts of ruptures at which the gate rises, as long as nothing was owned specifically."""
_THIRD: Final = 3

_PAID_FOR: Final = {
    Move.RENEGOTIATE: Past.PAID_RENEGOTIATE,
    Move.SUPPORT_ASSERTION: Past.PAID_SUPPORT,
    Move.GIVE_RATIONALE: Past.PAID_RATIONALE,
}


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
        stages, marks = _RUNGS[rungs], _PASTS[past]
        return PatientState(reaction, alliance, origin, ruptures, owned, stages, marks, last, streak, dwelt)


def traits_of(state: PatientState) -> Traits:
    """All of a patient's state but the gauges."""
    return Traits(
        state.reaction,
        state.origin,
        state.ruptures,
        state.owned,
        int(state.rungs),
        int(state.past),
        state.last_move,
        state.streak,
        state.dwelt,
    )


class PatientMerging:
    """What of a patient's state can still matter in a scenario at its difficulty."""

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
        self._times = times_at(level)
        self._marks_owned = frozenset({RUPTURE_CAP, *_asked_ruptures(script)})
        self._marks = self._marks_owned | set(_GATE_RISES)
        self._offered = {state: _offered(script, state) for state in ReactionState}
        self._past = {state: _past_of(state, always, state in invited, self._offered[state]) for state in ReactionState}

    def merged(self, traits: Traits) -> Traits:
        """The state without what no later rule can ask about."""
        reaction, origin, ruptures, owned, rungs, past, last, streak, dwelt = traits
        if last is None or last not in self._offered[reaction]:
            last, streak = None, 0  # a streak matters only if the move can be made again before the state changes
        if past & _NO_MORE_SLIP or rungs & _REPAIRED:
            past = past & ~_GUARD_RESPECTED | _SLIPPED  # the late slip cannot come any more, for whichever reason
        return Traits(reaction, origin, ruptures, owned, rungs, past & self._past[reaction], last, streak, dwelt)

    def shortened(self, traits: Traits, turns_left: int) -> Traits:
        """The state without what the turns that are left cannot bring to bear."""
        reaction, origin, ruptures, owned, rungs, past, last, streak, dwelt = traits
        marks = self._marks_owned if owned >= _OWNED_OPENS else self._marks
        if not any(ruptures < mark <= ruptures + turns_left for mark in marks):
            # No count that makes a difference can be reached any more: the last one that was passed says it all. It must
            # not be raised: with the turns that are left it could reach the next one after all.
            ruptures = max((mark for mark in marks if mark <= ruptures), default=0)
        if streak + turns_left < _THIRD:
            streak, last = 0, None  # the third time running can no longer come
        return Traits(reaction, origin, ruptures, owned, rungs, past, last, streak, self._dwelt(dwelt, turns_left))

    def _dwelt(self, dwelt: Dwelt, turns_left: int) -> Dwelt:
        """The turns that count for rule 14, less those of a state to which it can no longer come often enough."""
        if dwelt == NOWHERE_YET:
            return dwelt
        times = self._times
        # Of a deferring patient the second state is the deepest; counting one turn too many merges less, never wrongly.
        first, second, third = dwelt
        return (
            first if first + turns_left >= times else 0,
            second if second + turns_left >= times else 0,
            third if third + turns_left > times else 0,
        )


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


def _offered(script: Script, state: ReactionState) -> frozenset[Move]:
    """Moves that can be made while the patient is in a state; staying silent always can."""
    moments = (*script.moments_of(state), script.scenario.patient.lines[state])
    return frozenset({Move.HOLD_SILENCE, *(r.move for m in moments for r in m.responses)})


def _names_a_transfer(script: Script) -> bool:
    """Whether some moment of the scenario is a parting; the patient's own parting words come only where one was agreed."""
    moments = script.scenario.moments.values()
    return any(m.end is Ending.TRANSFER or m.reaction is ReactionState.TRANSFER for m in moments)


def _past_of(state: ReactionState, always: Past, invited: bool, offered: frozenset[Move]) -> int:
    past = always
    if not is_rupture(state):
        past &= ~Past.TRIED  # the next rupture begins anew
    if not invited:
        past &= ~Past.INVITED  # it lasts one move, and no cell of this state asks for it
    for move, paid in _PAID_FOR.items():
        if move not in offered or state not in bonus_states(move):
            past &= ~paid  # a bonus that cannot be earned here cannot be earned twice
    return int(past)
