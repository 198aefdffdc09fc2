"""The patients of a scenario by number, and what each act does to them, as tables that arrays look things up in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from simulator.analysis.arrays import Column, Numbering, Numbers
from simulator.analysis.drawings import COUNTS, Drawings
from simulator.analysis.gauge_vectors import ALWAYS, NEVER, Mask, Shifts, need
from simulator.analysis.patient_codes import (
    ACT_BITS,
    MARKS,
    OWNED,
    PAST,
    REACTION,
    RUPTURES,
    KnownPatients,
    code_of,
    traits,
)
from simulator.analysis.patient_merging import PatientMerging
from simulator.patient.act import Act
from simulator.patient.gate import gate_threshold
from simulator.patient.state import Past, PatientState
from simulator.session.script import Script

NOBODY: Final = -1

_BYTES_A_PATIENT: Final = 120
_BYTES_A_REACTION: Final = 48
_BYTES_A_DRAWING: Final = 168
"""Of each with its keys in the indexes."""

_PARTED: Final = PAST.put(Past.PARTED)
_GATE_ASKS: Final = REACTION.mask | PAST.put(Past.TRIED) | RUPTURES.mask | OWNED.mask


class Patients:
    """Every state of the patient that is met, gauges and all that cannot matter left out.

    Two families of columns, one by the number of a patient (``codes``, ``reactions``, ``ruptures``, ``owned``, and
    ``parted``: who has ended the hour), one by the number of a reaction: ``shift`` moves the gauges (``Shifts``), ``stays``
    is the felt alliance it then takes to stay (``gauge_vectors.need``), ``after`` the patient who stays, ``gone`` the one
    who does not, with a sign of leaving or for good, ``rupture`` whether a rupture state is newly entered.
    """

    def __init__(self, script: Script) -> None:
        self.codes, self.reactions, self.ruptures, self.owned, self.parted = (Column() for _ in range(5))
        self.shift, self.stays, self.after, self.gone, self.rupture = (Column() for _ in range(5))
        self.known: Final = KnownPatients(self.codes)
        self.shifts: Final = Shifts()
        self.merging: Final = PatientMerging(script)
        self._script = script
        self._numbering = Numbering()
        self._drawings: Final = Drawings(script, self.shifts)
        self._gates = Numbering()
        self._gate = Column()

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number of every patient that was met, by code."""
        return {code: number for number, code in enumerate(self.codes.array.tolist())}

    @property
    def nbytes(self) -> int:
        """About how many bytes all of this takes."""
        patients, reactions = len(self.codes) * _BYTES_A_PATIENT, len(self.shift) * _BYTES_A_REACTION
        return patients + reactions + len(self._drawings) * _BYTES_A_DRAWING

    def of(self, state: PatientState) -> int:
        """The number of a patient's state."""
        return int(self._numbered(np.array([code_of(state)]))[0])

    def later(self, patients: Numbers, moments: Numbers, turns_left: int) -> Numbers:
        """The numbers of patients, met in moments, without what the turns that are left cannot bring to bear."""
        return self._numbered(self.merging.shortened(self.codes.array[patients], moments, turns_left))

    def act(self, act: Act) -> int:
        """The number of an act."""
        return self._drawings.act(act)

    def gates(self, patients: Numbers, acts: Numbers) -> Numbers:
        """The felt alliance from which the gate of each patient is open to an act (``gauge_vectors.need``)."""
        keys = (self.codes.array[patients] & _GATE_ASKS) << ACT_BITS | acts
        for key in self._gates.fresh(keys).tolist():
            code, act = divmod(key, 1 << ACT_BITS)
            points = gate_threshold(traits(code).state(), self._drawings.acts[act], self._script.disposition)
            self._gate.append(NEVER if points is None else need(points))
        return self._gate.array[self._gates.of(keys)]

    def react(self, patients: Numbers, acts: Numbers, opened: Mask, beat: Callable[[], object]) -> Numbers:
        """The numbers of the reactions of patients to acts at an open or closed gate."""
        drawn = self._drawings
        before = self.codes.array[patients]
        alike = drawn.alike(before, acts)
        drawings = drawn.of(alike, acts, opened, beat)
        more, passed = (before - alike) & COUNTS, before & ~alike & MARKS
        first = len(self.shift)
        new_rung = before & drawn.rung.array[drawings] == 0
        self.shift.extend(np.where(new_rung, drawn.shift.array[drawings], drawn.shift_again.array[drawings]))
        stays = drawn.stays.array[drawings]
        self.stays.extend(stays)
        self.rupture.extend(drawn.rupture.array[drawings])
        after = drawn.after.array[drawings] + (more & drawn.counts_on.array[drawings])
        gone = drawn.gone.array[drawings] + (more & drawn.gone_counts_on.array[drawings])
        self.after.extend(self._numbered(after | passed & drawn.kept.array[drawings]))
        gone = self._numbered(gone | passed & drawn.gone_kept.array[drawings])
        self.gone.extend(np.where(stays == ALWAYS, NOBODY, gone))
        return np.arange(first, len(self.shift))

    def _numbered(self, codes: Numbers) -> Numbers:
        """The numbers of patients, each standing for those that only differ in what cannot matter."""
        merged = self.merging.merged(codes)
        fresh = self._numbering.fresh(merged)
        if len(fresh):
            self.codes.extend(fresh)
            self.reactions.extend(REACTION.of(fresh))
            self.ruptures.extend(RUPTURES.of(fresh))
            self.owned.extend(OWNED.of(fresh))
            self.parted.extend((fresh & _PARTED > 0).astype(np.int64))
        return self._numbering.of(merged)
