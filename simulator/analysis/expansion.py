"""Follows every choice in every state of a turn to where it leads, with the rules of the session engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.lattice import Vectors, number
from simulator.analysis.options import Branch, Options
from simulator.analysis.space import NOT_OFFERED, NOWHERE, Control, Layer
from simulator.session import Place, Script

Rows: TypeAlias = NDArray[np.int64]
"""Numbers of states within their layer."""

States: TypeAlias = Mapping[Control, Vectors]
"""States as they are first found: the gauge vectors of each control, ascending."""


class Expander:
    """Builds the layers of a scenario at one difficulty."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.options = Options(script)

    def locate(self, place: Place) -> tuple[Control, int]:
        """A place of a session as control and gauge vector."""
        options = self.options
        patient = options.later(options.patient(place.patient), place.turn)
        control = Control(options.moment_numbers[place.moment.id], patient, place.past)
        return control, number(place.patient.alliance)

    def first(self) -> States:
        """The one state before the trainee's first turn."""
        control, vector = self.locate(self.script.start())
        return {control: np.array([vector], dtype=np.int16)}

    def layer(self, turn: int, states: States) -> tuple[Layer, States]:
        """The layer of a turn from the states that reach it, and the states that the next turn begins with."""
        return _Turn(self.options, turn, states).expanded()


class _Turn:
    """The states of one turn while their choices are being followed."""

    def __init__(self, options: Options, turn: int, states: States) -> None:
        self._options = options
        self._turn = turn
        self._states = states
        self._last = turn >= options.script.scenario.turns
        self._offsets = np.cumsum([0, *(len(vectors) for vectors in states.values())])
        shape = (int(self._offsets[-1]), options.columns)
        self._next = np.full(shape, NOWHERE, dtype=np.int32)
        self._value = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._verdict = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._found: dict[Control, list[Vectors]] = {}
        self._links: list[tuple[Control, Vectors, Rows, int]] = []

    def expanded(self) -> tuple[Layer, States]:
        offset = 0
        for control, vectors in self._states.items():
            rows = np.arange(offset, offset + len(vectors))
            offset += len(vectors)
            self._choose(control, vectors, rows)
        following = {control: _ascending(found) for control, found in self._found.items()}
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

    def _choose(self, control: Control, vectors: Vectors, rows: Rows) -> None:
        """Follow every choice, split by what is on offer and by the gate."""
        for option in self._options.of(control.moment, control.patient):
            here, at = vectors, rows
            if option.asked is not None:
                offered = self._options.holds(option.asked, vectors, control, self._turn)
                here, at = vectors[offered], rows[offered]
            if option.gate is None:
                self._react(control, option.opened, here, at)
                continue
            opened = option.gate[here]
            if opened.all():
                self._react(control, option.opened, here, at)
            else:
                self._react(control, option.opened, here[opened], at[opened])
                closed = ~opened
                self._react(control, option.closed, here[closed], at[closed])

    def _react(self, control: Control, branch: Branch, vectors: Vectors, rows: Rows) -> None:
        """Move the gauges, and let go who does not stay."""
        if not len(vectors):
            return
        after = branch.shift[vectors]
        if branch.stays is not None:
            stays = branch.stays[after]
            if not stays.all():
                gone = ~stays
                self._follow(control, branch, branch.gone, after[gone], rows[gone])
                after, rows = after[stays], rows[stays]
        self._follow(control, branch, branch.after, after, rows)

    def _follow(self, control: Control, branch: Branch, patient: int, vectors: Vectors, rows: Rows) -> None:
        """Split by which moment follows."""
        if not len(vectors):
            return
        past = control.past | branch.sets
        turn = self._turn + 1
        for moment, asked in self._options.followers(control.moment, branch, patient, turn, past):
            if asked is None:
                self._arrive(moment, branch.column, patient, past, vectors, rows)
                return
            holds = self._options.holds(asked, vectors, Control(moment, patient, past), turn)
            if holds.any():
                self._arrive(moment, branch.column, patient, past, vectors[holds], rows[holds])
                others = ~holds
                vectors, rows = vectors[others], rows[others]
                if not len(vectors):
                    return

    def _arrive(self, moment: int, column: int, patient: int, past: int, vectors: Vectors, rows: Rows) -> None:
        """Note where a choice leads: to a closing, or to a state of the next turn."""
        end = self._options.end_of(moment)
        if end is not None or self._last:
            values, verdicts = self._options.closing(end, patient)
            self._value[rows, column] = values[vectors]
            self._verdict[rows, column] = verdicts[vectors]
            return
        patient = self._options.later(patient, self._turn + 1)
        control = Control(moment, patient, self._options.after_visit(past, moment))
        found = self._found.get(control)
        if found is None:
            self._found[control] = [vectors]
        else:
            found.append(vectors)
        self._links.append((control, vectors, rows, column))

    def _link(self, following: States) -> None:
        starts: dict[Control, int] = {}
        total = 0
        for control, vectors in following.items():
            starts[control] = total
            total += len(vectors)
        for control, vectors, rows, column in self._links:
            self._next[rows, column] = starts[control] + following[control].searchsorted(vectors)


def _ascending(found: list[Vectors]) -> Vectors:
    """The vectors that arrive at a control, each once, ascending (a table may send two vectors to one)."""
    every = np.concatenate(found)
    every.sort()
    fresh = np.empty(len(every), dtype=np.bool_)
    fresh[0] = True
    np.not_equal(every[1:], every[:-1], out=fresh[1:])
    return every[fresh]
