"""Follows every choice in every state of a turn to where it leads, with the rules of the session engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from simulator.patient.reacting import LOWEST_ALLIANCE, Outline, gate_threshold, outline

from simulator.alliance import ReactionState, is_rupture
from simulator.analysis.lattice import Vectors, alliance, at_least, number, shifted, sums
from simulator.analysis.merging import Merging
from simulator.analysis.questions import Questions
from simulator.analysis.space import NOT_OFFERED, NOWHERE, VERDICTS, Control, Layer
from simulator.analysis.value import repair_value
from simulator.patient import PatientState, verdict
from simulator.scenario.document import Moment
from simulator.session import SILENT, Place, Script
from simulator.session.script import verdict_of

Rows: TypeAlias = NDArray[np.int64]
"""Numbers of states within their layer."""

States: TypeAlias = Mapping[Control, Vectors]
"""States as they are first found: the gauge vectors of each control, ascending."""

_Closings: TypeAlias = tuple[NDArray[np.int8], NDArray[np.int8]]


class Expander:
    """Builds the layers of a scenario at one difficulty, remembering what does not depend on the turn."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.questions = Questions(script.memory)
        self.merging = Merging(script)
        bank = (line for lines in script.scenario.patient.lines.values() for line in lines)
        self.moments = {m.id: m for m in (*script.scenario.moments.values(), *bank)}
        self.columns = 1 + max(len(m.responses) for m in self.moments.values())
        self._outlines: dict[tuple[PatientState, str, int, bool], Outline] = {}
        self._closings: dict[tuple[str, PatientState], _Closings] = {}

    def locate(self, place: Place) -> tuple[Control, int]:
        """A place of a session as control and gauge vector."""
        control = Control(place.moment.id, self.merging.merged(place.patient), place.past)
        return control, number(place.patient.alliance)

    def first(self) -> States:
        """The one state before the trainee's first turn."""
        control, vector = self.locate(self.script.start())
        return {control: np.array([vector], dtype=np.int16)}

    def layer(self, turn: int, states: States) -> tuple[Layer, States]:
        """The layer of a turn from the states that reach it, and the states that the next turn begins with."""
        return _Turn(self, turn, states).expanded()

    def outline(self, control: Control, choice: int, opened: bool) -> Outline:
        """The patient's reaction to a choice, gauges left open."""
        key = (control.patient, control.moment, choice, opened)
        known = self._outlines.get(key)
        if known is None:
            act = self.script.act(self.moments[control.moment], choice)
            grid = self.script.scenario.patient.grid
            known = self._outlines[key] = outline(control.patient, act, opened, self.script.disposition, grid)
        return known

    def closing(self, end: Moment | None, patient: PatientState) -> _Closings:
        """Repair value and verdict of a closing for every gauge vector; both depend on the sum of the gauges only."""
        key = (end.id if end else "", self.merging.merged(patient))
        known = self._closings.get(key)
        if known is None:
            states = [replace(patient, alliance=alliance(vectors[0])) for vectors in sums()]
            reached = [verdict_of(end.end, state) if end else verdict(state) for state in states]
            values, verdicts = (np.zeros(sum(map(len, sums())), dtype=np.int8) for _ in range(2))
            for vectors, state, outcome in zip(sums(), states, reached, strict=True):
                values[vectors] = repair_value(outcome, state)
                verdicts[vectors] = VERDICTS.index(outcome)
            known = self._closings[key] = (values, verdicts)
        return known


class _Turn:
    """The states of one turn while their choices are being followed."""

    def __init__(self, expander: Expander, turn: int, states: States) -> None:
        self._expander = expander
        self._script = expander.script
        self._turn = turn
        self._states = states
        self._offsets = np.cumsum([0, *(len(vectors) for vectors in states.values())])
        shape = (int(self._offsets[-1]), expander.columns)
        self._next = np.full(shape, NOWHERE, dtype=np.int32)
        self._value = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._verdict = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._found: dict[Control, list[Vectors]] = {}
        self._links: list[tuple[Control, Vectors, Rows, int]] = []

    def expanded(self) -> tuple[Layer, States]:
        for (control, vectors), offset in zip(self._states.items(), self._offsets, strict=False):
            rows = np.arange(offset, offset + len(vectors))
            for choice in range(SILENT, len(self._expander.moments[control.moment].responses)):
                self._choose(control, choice, vectors, rows)
        following = {control: np.unique(np.concatenate(found)) for control, found in self._found.items()}
        self._link(following)
        layer = Layer(
            {control: index for index, control in enumerate(self._states)},
            self._offsets,
            np.concatenate(list(self._states.values())),
            self._next,
            self._value,
            self._verdict,
        )
        return layer, following

    def _choose(self, control: Control, choice: int, vectors: Vectors, rows: Rows) -> None:
        """Split by what is on offer and by the gate."""
        moment = self._expander.moments[control.moment]
        if choice != SILENT and (asked := moment.responses[choice].when) is not None:
            mask = self._expander.questions.mask(asked, control.patient, self._turn, control.past, moment.id)
            offered = mask[vectors]
            vectors, rows = vectors[offered], rows[offered]
        threshold = gate_threshold(control.patient, self._script.act(moment, choice), self._script.disposition)
        if not threshold:
            self._react(control, choice, vectors, rows, opened=threshold is not None)
            return
        opened = at_least(threshold)[vectors]
        self._react(control, choice, vectors[opened], rows[opened], opened=True)
        self._react(control, choice, vectors[~opened], rows[~opened], opened=False)

    def _react(self, control: Control, choice: int, vectors: Vectors, rows: Rows, *, opened: bool) -> None:
        """Move the gauges, and let go who does not stay."""
        if not len(vectors):
            return
        drawn = self._expander.outline(control, choice, opened)
        after = shifted(drawn.moved, drawn.entered)[vectors]
        if drawn.worn or is_rupture(drawn.state.reaction):
            stays = np.zeros(len(after), dtype=np.bool_) if drawn.worn else at_least(LOWEST_ALLIANCE)[after]
            gone = replace(drawn.state, reaction=ReactionState.LEFT)
            self._follow(control, choice, gone, after[~stays], rows[~stays])
            after, rows = after[stays], rows[stays]
        self._follow(control, choice, drawn.state, after, rows)

    def _follow(self, control: Control, choice: int, patient: PatientState, vectors: Vectors, rows: Rows) -> None:
        """Split by which moment follows."""
        script, moment = self._script, self._expander.moments[control.moment]
        past = control.past
        if choice != SILENT:
            past = script.memory.after_flags(past, moment.responses[choice].sets)
        target = script.target(moment, choice)
        turn = self._turn + 1
        for candidate in script.followers(moment.id, patient.reaction, target, turn, past):
            if not len(vectors):
                return
            if candidate is target or candidate.from_bank or candidate.when is None:
                self._arrive(candidate, choice, patient, past, vectors, rows)
                return
            holds = self._expander.questions.mask(candidate.when, patient, turn, past, candidate.id)[vectors]
            if holds.any():
                self._arrive(candidate, choice, patient, past, vectors[holds], rows[holds])
                vectors, rows = vectors[~holds], rows[~holds]

    def _arrive(
        self, moment: Moment, choice: int, patient: PatientState, past: int, vectors: Vectors, rows: Rows
    ) -> None:
        """Note where a choice leads: to a closing, or to a state of the next turn."""
        column = choice + 1
        if moment.end is not None or self._turn >= self._script.scenario.turns:
            values, verdicts = self._expander.closing(moment if moment.end is not None else None, patient)
            self._value[rows, column] = values[vectors]
            self._verdict[rows, column] = verdicts[vectors]
            return
        past = self._script.memory.after_visit(past, moment.id)
        control = Control(moment.id, self._expander.merging.merged(patient), past)
        self._found.setdefault(control, []).append(vectors)
        self._links.append((control, vectors, rows, column))

    def _link(self, following: States) -> None:
        starts: dict[Control, int] = {}
        total = 0
        for control, vectors in following.items():
            starts[control] = total
            total += len(vectors)
        for control, vectors, rows, column in self._links:
            self._next[rows, column] = starts[control] + np.searchsorted(following[control], vectors)
