"""The patients of a scenario by number, and what each act does to them, as tables that arrays look things up in."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState, is_rupture
from simulator.analysis.arrays import Column
from simulator.analysis.gauge_vectors import ALWAYS, NEVER, Shifts, need
from simulator.analysis.patient_merging import PatientMerging, Traits, traits_of
from simulator.patient.reacting import CAUSE_REMEDY, LOWEST_ALLIANCE, Act, gate_threshold, outline
from simulator.patient.state import RUPTURE_CAP, Past, PatientState
from simulator.session.script import Script

REACTIONS: Final = tuple(ReactionState)
"""Reaction states by the number that stands for them in ``Patients.reactions``."""

NOBODY: Final = -1

_BYTES_A_PATIENT: Final = 300
_BYTES_A_REACTION: Final = 140
"""Of either with its keys in the indexes, as measured."""

_ATTEMPTED: Final = int(Past.ATTEMPTED)
_REACTION_NUMBERS: Final = {reaction: i for i, reaction in enumerate(REACTIONS)}


class _Drawn(NamedTuple):
    """A reaction as the rules draw it, and the table by which it moves the gauges."""

    after: Traits
    worn: bool
    shift: int


class Patients:
    """Every state of the patient that is met, gauges and all that cannot matter left out.

    Two families of columns, one by the number of a patient (``reactions``, ``ruptures``, ``owned``), one by the number of
    a reaction: ``shift`` moves the gauges (``Shifts``), ``stays`` is the felt alliance it then takes to stay
    (``lattice.need``), ``after`` the patient who stays, ``gone`` the one who does not.
    """

    def __init__(self, script: Script) -> None:
        self.known: Final[list[Traits]] = []
        self.reactions, self.ruptures, self.owned = Column(), Column(), Column()
        self.shift, self.stays, self.after, self.gone = Column(), Column(), Column(), Column()
        self.shifts: Final = Shifts()
        self._script = script
        self.merging: Final = PatientMerging(script)
        self._numbers: dict[Traits, int] = {}
        self._later: dict[tuple[int, int], int] = {}
        self._numbers_of_acts: dict[Act, int] = {}
        self._acts: list[Act] = []
        self._remedy = CAUSE_REMEDY.get(script.disposition.cause)
        # One for each act: a single one would grow so large that making room in it takes a tenth of a second.
        self._reacted: list[dict[int, int]] = []
        self._drawn: dict[tuple[Traits, int, bool], _Drawn] = {}
        self._needs: dict[tuple[ReactionState, int, int, int, int], int] = {}

    @property
    def numbers(self) -> dict[Traits, int]:
        """The number of every patient that was met."""
        return self._numbers

    @property
    def nbytes(self) -> int:
        """About how many bytes all of this takes."""
        reacted = sum(map(len, self._reacted))
        return (len(self.known) + len(self._later) + len(self._drawn)) * _BYTES_A_PATIENT + reacted * _BYTES_A_REACTION

    def of(self, state: PatientState) -> int:
        """The number of a patient's state."""
        return self._number(traits_of(state))

    def later(self, patient: int, turns_left: int) -> int:
        """The number of a patient's state without what the turns that are left cannot bring to bear."""
        key = (patient, turns_left)
        known = self._later.get(key)
        if known is None:
            known = self._later[key] = self._number(self.merging.shortened(self.known[patient], turns_left))
        return known

    def act(self, act: Act) -> int:
        """The number of an act."""
        known = self._numbers_of_acts.get(act)
        if known is None:
            known = self._numbers_of_acts[act] = len(self._acts)
            self._acts.append(act)
            self._reacted.append({})
        return known

    def gate(self, patient: int, act: int) -> int:
        """The felt alliance from which the gate is open to an act (``lattice.need``)."""
        traits = self.known[patient]
        key = (traits.reaction, traits.past & _ATTEMPTED, traits.ruptures, traits.owned, act)
        known = self._needs.get(key)
        if known is None:
            points = gate_threshold(traits.state(), self._acts[act], self._script.disposition)
            known = self._needs[key] = NEVER if points is None else need(points)
        return known

    def react(self, patient: int, act: int, *, opened: bool) -> int:
        """The number of the reaction to an act at an open or closed gate, whichever moment offers it."""
        of_act, key = self._reacted[act], 2 * patient + opened
        known = of_act.get(key)
        if known is None:
            known = of_act[key] = self._react(self.known[patient], act, opened)
        return known

    def _number(self, traits: Traits) -> int:
        merged = self.merging.merged(traits)
        known = self._numbers.get(merged)
        if known is None:
            known = self._numbers[merged] = len(self.known)
            self.known.append(merged)
            self.reactions.append(_REACTION_NUMBERS[merged.reaction])
            self.ruptures.append(merged.ruptures)
            self.owned.append(merged.owned)
        return known

    def _react(self, before: Traits, act: int, opened: bool) -> int:
        reaction, origin, ruptures, owned, rungs, past, last, streak = before
        move = self._acts[act].move
        # What has no part in this reaction is left out, so that many patients share one drawing of it: a count that
        # cannot reach the cap, a streak of another move, and what was owned where the move neither owns nor remedies.
        counted = ruptures if ruptures + 1 >= RUPTURE_CAP else 0
        owns = owned if move is Move.OWN_CONTRIBUTION or move is self._remedy else 0
        if last is not move:
            last, streak = None, 0
        drawn = self._draw(Traits(reaction, origin, counted, owns, rungs, past, last, streak), act, opened)
        ruptures, owned = ruptures - counted, owned - owns
        reaction, origin, more_ruptures, more_owned, rungs, past, last, streak = drawn.after
        ruptures, owned = ruptures + more_ruptures, owned + more_owned
        leaves = drawn.worn or is_rupture(reaction)
        number = len(self.shift)
        self.shift.append(drawn.shift)
        self.stays.append(NEVER if drawn.worn else need(LOWEST_ALLIANCE) if leaves else ALWAYS)
        self.after.append(self._number(Traits(reaction, origin, ruptures, owned, rungs, past, last, streak)))
        left = Traits(ReactionState.LEFT, origin, ruptures, owned, rungs, past, last, streak)
        self.gone.append(self._number(left) if leaves else NOBODY)
        return number

    def _draw(self, before: Traits, act: int, opened: bool) -> _Drawn:
        key = (before, act, opened)
        known = self._drawn.get(key)
        if known is None:
            script = self._script
            drawn = outline(before.state(), self._acts[act], opened, script.disposition, script.scenario.patient.grid)
            shift = self.shifts.number(drawn.moved, drawn.entered)
            known = self._drawn[key] = _Drawn(traits_of(drawn.state), drawn.worn, shift)
        return known
