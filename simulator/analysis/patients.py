"""The patients of a scenario by number, and what each act does to them, as tables that arrays look things up in."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState, is_rupture
from simulator.analysis.arrays import Column
from simulator.analysis.gauge_vectors import ALWAYS, NEVER, Shifts, need
from simulator.analysis.patient_merging import PatientMerging, Traits, traits_of
from simulator.patient.act import Act
from simulator.patient.gate import gate_threshold
from simulator.patient.leaving import LOWEST_ALLIANCE
from simulator.patient.reacting import OWNED_REPAIRS, outline
from simulator.patient.state import RUPTURE_CAP, Past, PatientState
from simulator.session.script import Script

REACTIONS: Final = tuple(ReactionState)
"""Reaction states by the number that stands for them in ``Patients.reactions``."""

NOBODY: Final = -1

_BYTES_A_PATIENT: Final = 300
_BYTES_A_REACTION: Final = 140
"""Of either with its keys in the indexes, as measured."""

_TRIED, _PARTED = int(Past.TRIED), int(Past.PARTED)
_OWNED_MATTERS: Final = OWNED_REPAIRS
"""Of what was owned, reactions to other moves than owning ask only whether it was so much; the gate is asked apart."""

_REACTION_NUMBERS: Final = {reaction: i for i, reaction in enumerate(REACTIONS)}


class _Drawn(NamedTuple):
    """A reaction as the rules draw it, and the table by which it moves the gauges."""

    after: Traits
    gone: Traits
    need: int
    shift: int


class Patients:
    """Every state of the patient that is met, gauges and all that cannot matter left out.

    Two families of columns, one by the number of a patient (``reactions``, ``ruptures``, ``owned``, and ``parted``: who has
    ended the hour), one by the number of a reaction: ``shift`` moves the gauges (``Shifts``), ``stays`` is the felt
    alliance it then takes to stay (``gauge_vectors.need``), ``after`` the patient who stays, ``gone`` the one who does not,
    with a sign of leaving or for good.
    """

    def __init__(self, script: Script) -> None:
        self.known: Final[list[Traits]] = []
        self.reactions, self.ruptures, self.owned, self.parted = Column(), Column(), Column(), Column()
        self.shift, self.stays, self.after, self.gone = Column(), Column(), Column(), Column()
        self.shifts: Final = Shifts()
        self._script = script
        self.merging: Final = PatientMerging(script)
        self._numbers: dict[Traits, int] = {}
        self._later: dict[tuple[int, int], int] = {}
        self._numbers_of_acts: dict[Act, int] = {}
        self._acts: list[Act] = []
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
        key = (traits.reaction, traits.past & _TRIED, traits.ruptures, traits.owned, act)
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
            self.parted.append(merged.past & _PARTED > 0)
        return known

    def _react(self, before: Traits, act: int, opened: bool) -> int:
        move = self._acts[act].move
        # What has no part in this reaction is left out, so that many patients share one drawing of it: a count that
        # cannot reach the cap, a streak of another move, and what was owned where the move neither owns nor repairs.
        counted = before.ruptures if before.ruptures + 1 >= RUPTURE_CAP else 0
        enough = _OWNED_MATTERS if before.owned >= _OWNED_MATTERS else 0
        owned = before.owned if move is Move.OWN_CONTRIBUTION else enough
        last, streak = (before.last_move, before.streak) if before.last_move is move else (None, 0)
        alike = before._replace(ruptures=counted, owned=owned, last_move=last, streak=streak)
        drawn = self._draw(alike, act, opened)
        more = before.ruptures - counted, before.owned - owned
        number = len(self.shift)
        self.shift.append(drawn.shift)
        self.stays.append(drawn.need)
        self.after.append(self._number(_with_more(drawn.after, more)))
        self.gone.append(NOBODY if drawn.need == ALWAYS else self._number(_with_more(drawn.gone, more)))
        return number

    def _draw(self, before: Traits, act: int, opened: bool) -> _Drawn:
        key = (before, act, opened)
        known = self._drawn.get(key)
        if known is None:
            script = self._script
            drawn = outline(before.state(), self._acts[act], opened, script.disposition, script.scenario.patient.grid)
            shift = self.shifts.number(drawn.moved, drawn.entered)
            need_ = ALWAYS
            if drawn.leaves:
                need_ = NEVER
            elif is_rupture(drawn.state.reaction) and not drawn.held:
                need_ = need(LOWEST_ALLIANCE)
            known = self._drawn[key] = _Drawn(traits_of(drawn.state), traits_of(drawn.gone), need_, shift)
        return known


def _with_more(traits: Traits, more: tuple[int, int]) -> Traits:
    """Traits with what was left out of a drawing: so many ruptures, and so much that was owned."""
    ruptures, owned = more
    return traits._replace(ruptures=traits.ruptures + ruptures, owned=traits.owned + owned)
