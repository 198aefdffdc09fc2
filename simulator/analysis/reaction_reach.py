"""Which reaction states can follow which, at most: whether something can matter again in so many moves, and how often.

Neither what was before nor the gauges are known, so every answer allows for all of them: what is said to be out of reach
is out of reach; what is said to be within reach need not be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import WORST_RUPTURES, Family, ReactionState, family_of, is_rupture
from simulator.analysis.part_in_reaction import cells_of, heard_as
from simulator.patient.act import Act
from simulator.patient.grid import FIRST_OF_FAMILY, Hinge, resolve
from simulator.patient.possible import origins_in
from simulator.patient.reacting import CAUSE_REMEDY
from simulator.patient.reasons import eases
from simulator.patient.state import Disposition
from simulator.patient.stuck import deeper_from
from simulator.scenario.document import Moment
from simulator.session.script import SILENT, Script

NEVER: Final = -100
"""How often something can happen that cannot happen at all; what is added to it leaves it below 0."""

GONE: Final = (ReactionState.LEFT, ReactionState.TRANSFER)
"""Where nothing is done any more."""


class Turn(NamedTuple):
    """How a move can end: in which state, whether in a new rupture, and whether ``moved`` there by a sign of leaving."""

    ends_in: ReactionState
    rupture: bool
    moved: bool = False


class Met(NamedTuple):
    """A patient in a reaction state, and what can be done there: in one moment, or in all that belong to the state."""

    state: ReactionState
    acts: frozenset[Act]


class ReactionReach:
    """What can be reached in a scenario at its difficulty, by where the patient is met and how many moves are left."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._met = {state: Met(state, frozenset(_acts_in(script, state))) for state in ReactionState}
        # Not decorators: those would keep every scenario that was ever solved.
        self.turns = cache(self._turns_from)
        self.ruptures_to_worst = cache(self._ruptures_to_worst)
        self.ruptures_to_any = cache(self._ruptures_to_any)
        self.ruptures_to_gate = cache(self._ruptures_to_gate)
        self.endings_in = cache(self._endings_in)

    def met_in(self, moment: Moment, state: ReactionState) -> Met:
        """The patient in a reaction state, met in a moment of it."""
        return Met(state, frozenset(_acts_of(self._script, moment)))

    def met(self, state: ReactionState) -> Met:
        """The patient in a reaction state, in whichever moment of it."""
        return self._met[state]

    def repeatable(self, state: ReactionState) -> frozenset[Move]:
        """Moves after which the patient can still be in the same state."""
        same = ((act, turn) for act in self._met[state].acts for turn in self._ends(act, state))
        return frozenset(act.move for act, turn in same if turn.ends_in is state)

    def _ruptures_to_worst(self, met: Met, moves: int) -> int:
        """The most new ruptures until a move leads into the deepest state of a rupture; ``NEVER`` if none can."""
        if not moves:
            return NEVER
        turns = self.turns(met)
        there = (turn.rupture for turn in turns if turn.ends_in in WORST_RUPTURES and not turn.moved)
        further = (t.rupture + self.ruptures_to_worst(self._met[t.ends_in], moves - 1) for t in turns)
        return max([NEVER, *there, *further])

    def _ruptures_to_any(self, ends: frozenset[ReactionState], met: Met, moves: int) -> int:
        """The most new ruptures until the patient is in one of some states, as it is or after a move; ``NEVER`` if not."""
        here = 0 if met.state in ends else NEVER
        if not moves:
            return here
        further = (
            turn.rupture + self.ruptures_to_any(ends, self._met[turn.ends_in], moves - 1) for turn in self.turns(met)
        )
        return max([here, *further])

    def _ruptures_to_gate(self, met: Met, moves: int) -> int:
        """The most new ruptures until a move is made that hangs on the gate; ``NEVER`` if none can be."""
        if not moves:
            return NEVER
        here = 0 if any(self._gated(act, met.state) for act in met.acts) else NEVER
        further = (t.rupture + self.ruptures_to_gate(self._met[t.ends_in], moves - 1) for t in self.turns(met))
        return max([here, *further])

    def _endings_in(self, end: ReactionState, met: Met, moves: int) -> int:
        """How often at most moves end in one state of the family of rupture that the patient is in, without leaving it."""
        if not moves:
            return 0
        within = (turn for turn in self.turns(met) if family_of(turn.ends_in) is family_of(met.state))
        counts = ((t.ends_in is end) + self.endings_in(end, self._met[t.ends_in], moves - 1) for t in within)
        return max([0, *counts])

    def _gated(self, act: Act, state: ReactionState) -> bool:
        grid = self._script.scenario.patient.grid
        return any(c.hinge is Hinge.GATE for third in (False, True) for c in cells_of(grid, act, state, third=third))

    def _turns_from(self, met: Met) -> frozenset[Turn]:
        """Every way in which what can be done can end."""
        return frozenset(turn for act in met.acts for turn in self._turns_of(act, met.state))

    def _turns_of(self, act: Act, state: ReactionState) -> Iterator[Turn]:
        """Every way in which a move that is made in a state can end."""
        ends = frozenset(self._ends(act, state))
        # Rule 14 asks for turns of the family that the patient is in.
        circling = (turn for turn in ends if family_of(turn.ends_in) is family_of(state))
        ends |= {Turn(deeper, rupture=True) for turn in circling for deeper in deeper_from(turn.ends_in)}
        for turn in ends:
            if turn.ends_in not in GONE:
                yield turn
            if is_rupture(turn.ends_in) or turn.ends_in is ReactionState.LEFT:  # rule 13
                yield from (turn._replace(ends_in=worst, moved=True) for worst in WORST_RUPTURES)

    def _ends(self, act: Act, state: ReactionState) -> Iterator[Turn]:
        """The same without rules 13 and 14: where cells, authors and the stronger rules lead."""
        for end in self._targets(act, state):
            yield Turn(end, is_rupture(end) and end is not state and not eases(state, end))

    def _targets(self, act: Act, state: ReactionState) -> Iterator[ReactionState]:
        disposition, grid = self._script.disposition, self._script.scenario.patient.grid
        if state in GONE:
            return
        heard = frozenset(move for third in (False, True) for move in heard_as(act, third=third))
        cells = [cell for third in (False, True) for cell in cells_of(grid, act, state, third=third)]
        named = {target for cell in cells for target in (cell.first, cell.second)}
        targets = {resolve(target, state, origin, disposition) for target in named for origin in origins_in(state)}
        if CAUSE_REMEDY.get(disposition.cause) in heard:
            targets.add(ReactionState.REPAIRED)
        if targets & {ReactionState.REPAIRED, *GONE} or _can_be_forgiven(heard, disposition):
            targets.add(state)  # what is not owned, not worked towards, answered after a sign of leaving, or forgiven
        if ReactionState.REPAIRED in targets and disposition.difficulty >= 3:  # the late slip
            targets |= {ReactionState.COMPLYING, ReactionState.COMPLAINT}
        yield from targets
        match act.scripted:
            case ReactionState():
                yield act.scripted
            case Family():
                yield FIRST_OF_FAMILY[act.scripted]


def _acts_in(script: Script, state: ReactionState) -> Iterator[Act]:
    """What can be done while the patient is in a state."""
    for moment in (*script.moments_of(state), script.scenario.patient.lines[state]):
        yield from _acts_of(script, moment)


def _acts_of(script: Script, moment: Moment) -> Iterator[Act]:
    """What can be done in a moment; staying silent always can."""
    yield from (script.act(moment, choice) for choice in range(SILENT, len(moment.responses)))


def _can_be_forgiven(heard: frozenset[Move], disposition: Disposition) -> bool:
    return disposition.difficulty == 1 and any(map(is_hindering, heard))
