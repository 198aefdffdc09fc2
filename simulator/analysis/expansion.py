"""Follows every choice in every state of a turn to where it leads, with the rules of the session engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.analysis.arrays import Numbers, distinct, mapped
from simulator.analysis.gauge_vectors import FELT, SIZE, Mask, number
from simulator.analysis.options import NO_CHOICE, Options
from simulator.analysis.patients import REACTIONS
from simulator.analysis.condition_answers import StateBatch
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE, Control, Layer
from simulator.patient import POINTS_PER_LEVEL
from simulator.scenario.conditions import Condition
from simulator.session import Place, Script

_SUMS: Final = FELT // POINTS_PER_LEVEL

HELD, FAILED = 1, 2
"""What was heard of a condition, as bits: that it held somewhere, that it failed somewhere."""


@dataclass(frozen=True, slots=True)
class States:
    """States of a turn as they are first found: controls side by side, and for each state its control and vector."""

    moments: Numbers
    patients: Numbers
    pasts: Numbers
    controls: Numbers
    vectors: Numbers

    def __len__(self) -> int:
        return len(self.vectors)


class Expander:
    """Builds the layers of a scenario at one difficulty.

    ``answers`` collects how every condition was answered (``HELD``, ``FAILED`` or both), by the number of its moment and
    the column of its response; column 0 is the condition of the moment itself, asked of all whom it could have received.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.options = Options(script)
        self.answers: dict[tuple[int, int], int] = {}

    def locate(self, place: Place) -> tuple[Control, int]:
        """A place of a session as control and gauge vector, those that stand for it where places were merged."""
        people, turns_left = self.options.people, self._turns_left(place.turn)
        patient = people.later(people.of(place.patient), turns_left)
        control = Control(self.options.moment_numbers[place.moment.id], patient, place.past)
        return control, int(self.options.gauge_merging.table(turns_left)[number(place.patient.alliance)])

    def first(self) -> States:
        """The one state before the trainee's first turn."""
        control, vector = self.locate(self.script.start())
        past = self.options.pasts.number(control.past)
        return States(*(np.array([n]) for n in (control.moment, control.patient, past, 0, vector)))

    def layer(self, turn: int, states: States) -> tuple[Layer, States]:
        """The layer of a turn from the states that reach it, and the states that the next turn begins with."""
        return _Turn(self.options, turn, self._turns_left(turn + 1), states, self.answers).expanded()

    def _turns_left(self, turn: int) -> int:
        return self.script.scenario.turns - turn + 1


class _Turn:
    """The states of one turn while their choices are being followed."""

    def __init__(
        self, options: Options, turn: int, turns_left: int, states: States, answers: dict[tuple[int, int], int]
    ) -> None:
        self._options = options
        self._answers = answers
        self._turn = turn
        self._turns_left = turns_left
        self._states = states
        shape = (len(states), options.columns)
        self._next = np.full(shape, NOWHERE, dtype=np.int32)
        self._value = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._verdict = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._ended_in = np.full(shape, NOWHERE, dtype=np.int16)
        self._arrived: list[tuple[Numbers, int, Numbers, StateBatch]] = []

    def expanded(self) -> tuple[Layer, States]:
        """The layer, and the states it leads to."""
        states, options = self._states, self._options
        count = len(options.moments)
        keys = states.patients * count + states.moments
        pairs = np.array([options.pair(key) for key in keys.tolist()])
        for column in range(options.columns):
            self._choose(column, pairs * options.columns + column)
        following = self._settled()
        remembered = options.pasts.known
        named = zip(states.moments.tolist(), states.patients.tolist(), states.pasts.tolist(), strict=True)
        layer = Layer(
            {Control(moment, patient, remembered[past]): i for i, (moment, patient, past) in enumerate(named)},
            np.searchsorted(states.controls, np.arange(len(states.moments) + 1)),
            states.vectors.astype(np.int16),
            self._next,
            self._value,
            self._verdict,
            self._ended_in,
        )
        return layer, following

    def _choose(self, column: int, choices: Numbers) -> None:
        """Take one choice wherever it is on offer; ``choices`` says which of ``Options`` it is for each control."""
        states, options = self._states, self._options
        rows = (options.opened.array[choices] != NO_CHOICE)[states.controls].nonzero()[0]
        rows = self._on_offer(column, rows)
        if not len(rows):
            return
        controls, vectors = states.controls[rows], states.vectors[rows]
        is_open = FELT[vectors] >= options.gate.array[choices][controls]
        reactions = np.where(is_open, options.opened.array[choices][controls], options.closed.array[choices][controls])
        moments = states.moments[controls]
        pasts = options.pasts.after_flags(states.pasts[controls], options.sets[moments, column])
        self._follow(rows, column, moments, self._reacted(vectors, reactions, pasts))

    def _on_offer(self, column: int, rows: Numbers) -> Numbers:
        """Those of the states in which the choice is on offer."""
        states, options = self._states, self._options
        asked = options.asked[column]
        if not asked:
            return rows
        moments = states.moments[states.controls[rows]]
        offered = np.ones(len(rows), dtype=np.bool_)
        for moment, condition in asked.items():
            here = (moments == moment).nonzero()[0]
            if len(here):
                batch = self._crowd(rows[here])
                offered[here] = self._answered(condition, batch, moment, column)
        return rows[offered]

    def _answered(self, condition: Condition, batch: StateBatch, moment: int, column: int) -> Mask:
        """For which states a condition holds; the answers are kept."""
        holds = self._options.questions.holds(condition, batch, self._options.moments[moment].id)
        heard = (HELD if holds.any() else 0) | (FAILED if not holds.all() else 0)
        self._answers[moment, column] = self._answers.get((moment, column), 0) | heard
        return holds

    def _crowd(self, rows: Numbers) -> StateBatch:
        states = self._states
        controls = states.controls[rows]
        return StateBatch(states.vectors[rows], states.patients[controls], states.pasts[controls], self._turn)

    def _reacted(self, vectors: Numbers, reactions: Numbers, pasts: Numbers) -> StateBatch:
        """Move the gauges, and let go who does not stay."""
        people = self._options.people
        after = people.shifts.tables[people.shift.array[reactions], vectors].astype(np.int64)
        stays = FELT[after] >= people.stays.array[reactions]
        patients = np.where(stays, people.after.array[reactions], people.gone.array[reactions])
        return StateBatch(after, patients, pasts, self._turn + 1)

    def _follow(self, rows: Numbers, column: int, moments: Numbers, batch: StateBatch) -> None:
        """Find which moment follows, and note it: a closing, or a state of the next turn."""
        options, many = self._options, len(self._options.pasts.known)
        reactions = options.people.reactions.array[batch.patients]

        def following(key: int) -> int:
            rest, past = divmod(key, many)
            moment, reaction = divmod(rest, len(REACTIONS))
            return options.following(moment, column, reaction, batch.turn, past)

        bound = len(options.moments) * len(REACTIONS) * many
        asked = mapped((moments * len(REACTIONS) + reactions) * many + batch.pasts, bound, following)
        after = options.first_followers.array[asked]
        unsure = (options.sure.array[asked] == 0).nonzero()[0]
        if len(unsure):
            after[unsure] = self._first_that_holds(asked[unsure], batch.only(unsure))
        self._note(rows, column, after, batch)

    def _first_that_holds(self, asked: Numbers, batch: StateBatch) -> Numbers:
        """The moment that follows each state of a batch: the first whose condition holds."""
        options = self._options
        found = np.empty(len(batch), dtype=np.int64)
        kinds, kind_of = distinct(asked, len(options.followers))
        for kind, followers in enumerate(kinds.tolist()):
            everybody = left = (kind_of == kind).nonzero()[0]
            for moment, condition in options.followers[followers]:
                if condition is None:
                    found[left] = moment
                    break
                if self._answers.get((moment, 0)) != HELD | FAILED:
                    self._answered(condition, batch.only(everybody), moment, 0)
                if len(left):
                    holds = options.questions.holds(condition, batch.only(left), options.moments[moment].id)
                    found[left[holds]] = moment
                    left = left[~holds]
        return found

    def _note(self, rows: Numbers, column: int, moments: Numbers, batch: StateBatch) -> None:
        closes = self._options.endings[moments] > 0
        if self._turns_left <= 0:
            closes[:] = True
        if closes.any():
            self._close(rows[closes], column, moments[closes], batch.only(closes))
            goes_on = ~closes
            rows, moments, batch = rows[goes_on], moments[goes_on], batch.only(goes_on)
        if len(rows):
            self._arrived.append((rows, column, moments, batch))

    def _close(self, rows: Numbers, column: int, moments: Numbers, batch: StateBatch) -> None:
        options, many = self._options, len(self._options.patients)
        keys = options.endings[moments] * many + batch.patients
        bound = (int(options.endings.max()) + 1) * many
        closings = mapped(keys, bound, lambda key: options.closing(*divmod(key, many)))
        values, verdicts = options.closings
        felt = _SUMS[batch.vectors]
        self._value[rows, column] = values[closings, felt]
        self._verdict[rows, column] = verdicts[closings, felt]
        self._ended_in[rows, column] = np.where(options.endings[moments] > 0, moments, NOWHERE)

    def _settled(self) -> States:
        """The states of the next turn, each once, and the links to them."""
        if not self._arrived:
            return States(*(np.empty(0, dtype=np.int64) for _ in range(5)))
        options = self._options
        count, people = len(options.moments), options.people
        moments = np.concatenate([moments for _, _, moments, _ in self._arrived])
        pasts = np.concatenate([batch.pasts for *_, batch in self._arrived])
        patients = np.concatenate([batch.patients for *_, batch in self._arrived])
        vectors = np.concatenate([batch.vectors for *_, batch in self._arrived])
        vectors = options.gauge_merging.table(self._turns_left)[vectors].astype(np.int64)
        pasts = options.pasts.after_visits(pasts, moments)
        patients = mapped(patients, len(people.known), lambda patient: people.later(patient, self._turns_left))
        pairs, pair_of = distinct(patients * count + moments, len(people.known) * count)
        many = len(options.pasts.known)
        controls, control_of = distinct(pair_of * many + pasts, len(pairs) * many)
        states, state_of = distinct(control_of * SIZE + vectors, len(controls) * SIZE)
        self._link(state_of)
        paired = pairs[controls // many]
        return States(paired % count, paired // count, controls % many, states // SIZE, states % SIZE)

    def _link(self, state_of: Numbers) -> None:
        start = 0
        for rows, column, *_ in self._arrived:
            self._next[rows, column] = state_of[start : start + len(rows)]
            start += len(rows)
