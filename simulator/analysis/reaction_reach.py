"""Which reaction states can follow which, at most: whether something can matter again in so many moves, and how often.

Neither what was before nor the gauges are known, so every answer allows for all of them: what is said to be out of reach
is out of reach; what is said to be within reach need not be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of, is_rupture
from simulator.analysis.part_in_reaction import cells_of, heard_as
from simulator.patient.act import Act
from simulator.patient.grid import FIRST_OF_FAMILY, Hinge, resolve
from simulator.patient.reacting import CAUSE_REMEDY
from simulator.patient.reasons import eases
from simulator.patient.state import Disposition
from simulator.patient.stuck import STATES_OF
from simulator.session.script import SILENT, Script

NEVER: Final = -100
"""How often something can happen that cannot happen at all; what is added to it leaves it below 0."""

_WORST: Final = (ReactionState.SHUT_DOWN, ReactionState.PRESSURE)
_GONE: Final = (ReactionState.LEFT, ReactionState.TRANSFER)


class _Turn(NamedTuple):
    """How a move can end: in which state, whether in a new rupture, and whether ``moved`` there by a sign of leaving."""

    ends_in: ReactionState
    rupture: bool
    moved: bool = False


class ReactionReach:
    """What can be reached in a scenario at its difficulty, by reaction state and the number of moves that are left."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._acts = {state: frozenset(_acts_in(script, state)) for state in ReactionState}
        self._turns = {state: self._turns_from(state) for state in ReactionState}
        # Not decorators: those would keep every scenario that was ever solved.
        self.ruptures_to_worst = cache(self._ruptures_to_worst)
        self.ruptures_to_gate = cache(self._ruptures_to_gate)
        self.endings_in = cache(self._endings_in)

    def offered(self, state: ReactionState) -> frozenset[Move]:
        """Moves that can be made while the patient is in a state."""
        return frozenset(act.move for act in self._acts[state])

    def repeatable(self, state: ReactionState) -> frozenset[Move]:
        """Those of the moves after which the patient can still be in the same state."""
        same = ((act, turn) for act in self._acts[state] for turn in self._ends(act, state))
        return frozenset(act.move for act, turn in same if turn.ends_in is state)

    def _ruptures_to_worst(self, state: ReactionState, moves: int) -> int:
        """The most new ruptures until a move leads into the deepest state of a rupture; ``NEVER`` if none can."""
        if not moves:
            return NEVER
        there = (turn.rupture for turn in self._turns[state] if turn.ends_in in _WORST and not turn.moved)
        further = (turn.rupture + self.ruptures_to_worst(turn.ends_in, moves - 1) for turn in self._turns[state])
        return max([NEVER, *there, *further])

    def _ruptures_to_gate(self, state: ReactionState, moves: int) -> int:
        """The most new ruptures until a move is made that hangs on the gate; ``NEVER`` if none can be."""
        if not moves:
            return NEVER
        here = 0 if any(self._gated(act, state) for act in self._acts[state]) else NEVER
        further = (turn.rupture + self.ruptures_to_gate(turn.ends_in, moves - 1) for turn in self._turns[state])
        return max([here, *further])

    def _endings_in(self, end: ReactionState, state: ReactionState, moves: int) -> int:
        """How often at most moves end in one state of the family of rupture that the patient is in, without leaving it."""
        if not moves:
            return 0
        within = (turn for turn in self._turns[state] if family_of(turn.ends_in) is family_of(state))
        return max([0, *((t.ends_in is end) + self.endings_in(end, t.ends_in, moves - 1) for t in within)])

    def _gated(self, act: Act, state: ReactionState) -> bool:
        grid = self._script.scenario.patient.grid
        return any(c.hinge is Hinge.GATE for third in (False, True) for c in cells_of(grid, act, state, third=third))

    def _turns_from(self, state: ReactionState) -> frozenset[_Turn]:
        return frozenset(turn for act in self._acts[state] for turn in self._turns_of(act, state))

    def _turns_of(self, act: Act, state: ReactionState) -> Iterator[_Turn]:
        """Every way in which a move that is made in a state can end."""
        targets = frozenset(self._ends(act, state))
        for turn in targets:
            if turn.ends_in not in _GONE:
                yield turn
            for end in self._deeper(turn.ends_in):  # rule 14
                yield _Turn(end, rupture=True)
            if is_rupture(turn.ends_in) or turn.ends_in is ReactionState.LEFT:  # rule 13
                yield from (_Turn(worst, turn.rupture, moved=True) for worst in _WORST)
                yield from (_Turn(worst, rupture=True, moved=True) for worst in _WORST)

    def _ends(self, act: Act, state: ReactionState) -> Iterator[_Turn]:
        """The same without rules 13 and 14: where cells, authors and the stronger rules lead."""
        for end in self._targets(act, state):
            yield _Turn(end, is_rupture(end) and end is not state and not eases(state, end))

    def _targets(self, act: Act, state: ReactionState) -> Iterator[ReactionState]:
        disposition, grid = self._script.disposition, self._script.scenario.patient.grid
        if state in _GONE:
            return
        heard = frozenset(move for third in (False, True) for move in heard_as(act, third=third))
        cells = [cell for third in (False, True) for cell in cells_of(grid, act, state, third=third)]
        named = {target for cell in cells for target in (cell.first, cell.second)}
        targets = {resolve(target, state, origin, disposition) for target in named for origin in _origins(state)}
        if CAUSE_REMEDY.get(disposition.cause) in heard:
            targets.add(ReactionState.REPAIRED)
        if targets & {ReactionState.REPAIRED, *_GONE} or _can_be_forgiven(heard, disposition):
            targets.add(state)  # what is not owned, not worked towards, answered after a sign of leaving, or forgiven
        if ReactionState.REPAIRED in targets and disposition.difficulty >= 3:  # the late slip
            targets |= {ReactionState.COMPLYING, ReactionState.COMPLAINT}
        yield from targets
        match act.scripted:
            case ReactionState():
                yield act.scripted
            case Family():
                yield FIRST_OF_FAMILY[act.scripted]

    def _deeper(self, state: ReactionState) -> Iterator[ReactionState]:
        """Where a patient goes who was in a state of rupture too often."""
        if family_of(state) is Family.MIXED:
            for family in ORIGIN_FAMILIES:
                yield from STATES_OF[family]
        elif is_rupture(state):
            states = STATES_OF[family_of(state)]
            yield from states[states.index(state) + 1 :]


def _acts_in(script: Script, state: ReactionState) -> Iterator[Act]:
    """What can be done while the patient is in a state; staying silent always can."""
    for moment in (*script.moments_of(state), script.scenario.patient.lines[state]):
        yield from (script.act(moment, choice) for choice in range(SILENT, len(moment.responses)))


def _origins(state: ReactionState) -> tuple[Family, ...]:
    family = family_of(state)
    return (family,) if family in ORIGIN_FAMILIES else ORIGIN_FAMILIES


def _can_be_forgiven(heard: frozenset[Move], disposition: Disposition) -> bool:
    return disposition.difficulty == 1 and any(map(is_hindering, heard))
