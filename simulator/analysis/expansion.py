"""Follows every choice in every state of a turn to where it leads, with the rules of the session engine."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.arrays import Answers, Numbers, ascending, distinct
from simulator.analysis.budget import Meter
from simulator.analysis.condition_answers import StateBatch
from simulator.analysis.gauge_vectors import FELT, Mask
from simulator.analysis.options import NO_CHOICE, Options
from simulator.analysis.patient_codes import REACTIONS
from simulator.analysis.session_memories import bits_of
from simulator.analysis.state_keys import KeyParts, KeySet, StateKeys
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE, Layer
from simulator.patient.gauges import POINTS_PER_LEVEL
from simulator.scenario.conditions import Condition
from simulator.session.script import Script

_SUMS: Final = FELT // POINTS_PER_LEVEL
_NONE: Final = -1
"""Where a choice leads to no state of the next turn."""

_AT_ONCE: Final = 65_536
"""States of which one choice is followed between two looks at whether the work is still wanted."""

_BYTES_A_CELL: Final = 16
"""Of a choice in a state while its turn is worked on: what the layer keeps of it, and the key it leads to."""

HELD, FAILED = 1, 2
"""What was heard of a condition, as bits: that it held somewhere, that it failed somewhere."""


class Expander:
    """Builds the layers of a scenario at one difficulty.

    ``answers`` collects how every condition was answered (``HELD``, ``FAILED`` or both), by the number of its moment and
    the column of its response; column 0 is the condition of the moment itself, asked of all whom it could have received.
    """

    def __init__(self, script: Script, options: Options) -> None:
        self.options = options
        self.answers: dict[tuple[int, int], int] = {}
        self.keys = StateKeys(len(options.moments), bits_of(script.memory))
        self._turns = script.turns

    def first(self) -> Numbers:
        """The key of the one state before the trainee's first turn."""
        options, place = self.options, self.options.script.start()
        moment = options.moment_numbers[place.moment.id]
        patient, memory = options.people.of(place.patient), options.memories.number(place.remembered)
        vector = options.gauges.standing_for(place.patient.alliance, self._turns)
        keys = self.keys.put(
            KeyParts(*(np.array([n]) for n in (moment, patient, memory, vector))),
            len(options.patients),
            len(options.memories.known),
        )
        return self.standing_for(keys, self._turns)

    def standing_for(self, keys: Numbers, turns_left: int) -> Numbers:
        """For each of some ascending keys that of the state that stands for it: without what cannot matter any more."""
        options = self.options
        controls = self.keys.controls(keys)
        begins = np.flatnonzero(np.diff(controls, prepend=_NONE))
        parts = self.keys.take(keys[begins])
        patients = options.people.later(parts.patients, parts.moments, turns_left)
        memories = options.remembered(parts.memories, parts.moments, parts.patients, turns_left)
        of_controls = parts._replace(patients=patients, memories=memories, vectors=np.zeros_like(patients))
        standing = self.keys.put(of_controls, len(options.patients), len(options.memories.known))
        return np.repeat(standing, np.diff(begins, append=len(keys))) | self.keys.take(keys).vectors

    def layer(self, turn: int, keys: Numbers, meter: Meter) -> tuple[Layer, Numbers]:
        """The layer of a turn from the keys of the states that reach it, and those that the next turn begins with.

        Raises ``Spent`` or ``Interrupted``; nothing of the layer is known then.
        """
        return _Turn(self, turn, self._turns - turn, keys, meter).expanded()


class _Turn:
    """The states of one turn while their choices are being followed, some at a time.

    ``turns_left`` counts the trainee's turns after this one.
    """

    def __init__(self, expander: Expander, turn: int, turns_left: int, keys: Numbers, meter: Meter) -> None:
        self._expander, self._options = expander, expander.options
        self._answers, self._keys = expander.answers, expander.keys
        self._turn, self._turns_left = turn, turns_left
        self._states = keys
        self._meter = meter
        shape = (len(keys), self._options.columns)
        self._held = len(keys) * (_BYTES_A_CELL * self._options.columns + 16)
        meter.room(self._held)
        self._next = np.full(shape, NOWHERE, dtype=np.int32)
        meter.wanted()  # for a million states it takes some time only to make room
        self._value = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._verdict = np.full(shape, NOT_OFFERED, dtype=np.int8)
        self._ended_in = np.full(shape, NOWHERE, dtype=np.int16)
        meter.wanted()
        self._leads_to: list[Numbers] = []
        self._following = KeySet()
        self._follows = [Answers() for _ in range(self._options.columns)]

    def expanded(self) -> tuple[Layer, Numbers]:
        """The layer, and the keys of the states it leads to."""
        self._options.forget_followers()
        for first in range(0, len(self._states), _AT_ONCE):
            self._leads_to.append(_Portion(self, first, self._states[first : first + _AT_ONCE]).followed())
            reached = self._leads_to[-1]
            self._following.add(reached[reached != _NONE])
            follows = sum(answers.nbytes for answers in self._follows)
            self._meter.room(self._held + self._following.nbytes + self._options.nbytes + follows)
            self._meter.beat()
        following = self._following.ascending()
        standing = self._expander.standing_for(following, self._turns_left)
        kept = ascending(standing)
        self._link(following, np.searchsorted(kept, standing).astype(np.int32))
        return self._layer(), kept

    def _link(self, following: Numbers, standing: NDArray[np.int32]) -> None:
        """Note where choices lead: ``standing`` has the numbers of the states that stand for those of ``following``."""
        for number, leads_to in enumerate(self._leads_to):
            rows = self._next[number * _AT_ONCE : number * _AT_ONCE + len(leads_to)]
            goes_on = leads_to != _NONE
            # Each key is looked for once, in ascending order: what lies near in the list lies near in the memory.
            unique, positions = np.unique(leads_to[goes_on], return_inverse=True)
            rows[goes_on] = standing[np.searchsorted(following, unique)][positions.reshape(-1)]
            self._meter.wanted()
        self._leads_to.clear()

    def _layer(self) -> Layer:
        controls = self._keys.controls(self._states)
        begins = np.flatnonzero(np.diff(controls, prepend=_NONE))
        parts = self._keys.take(self._states[begins])
        return Layer(
            parts.moments.astype(np.int32),
            parts.patients.astype(np.int32),
            parts.memories.astype(np.int32),
            np.append(begins, len(self._states)),
            self._keys.take(self._states).vectors.astype(np.int16),
            self._next,
            self._value,
            self._verdict,
            self._ended_in,
        )


class _Portion:
    """Some states of a turn side by side, from row ``first`` on."""

    def __init__(self, turn: _Turn, first: int, keys: Numbers) -> None:
        self._options, self._answers, self._keys = turn._options, turn._answers, turn._keys
        self._follows = turn._follows
        self._meter, self._turn, self._turns_left = turn._meter, turn._turn, turn._turns_left
        rows = slice(first, first + len(keys))
        self._value, self._verdict, self._ended_in = turn._value[rows], turn._verdict[rows], turn._ended_in[rows]
        self._moments, self._patients, self._memories, self._vectors = self._keys.take(keys)
        self._leads_to = np.full((len(keys), self._options.columns), _NONE, dtype=np.int64)

    def followed(self) -> Numbers:
        """For every state (row) and choice (column) the key of the state it leads to."""
        options = self._options
        count = len(options.moments)
        pairs = options.pairs(self._patients * count + self._moments, self._meter.wanted)
        for column in range(options.columns):
            self._choose(column, pairs * options.columns + column)
            self._meter.wanted()
        return self._leads_to

    def _choose(self, column: int, choices: Numbers) -> None:
        """Take one choice wherever it is on offer; ``choices`` says which of ``Options`` it is for each state."""
        options = self._options
        rows = self._on_offer(column, (options.opened.array[choices] != NO_CHOICE).nonzero()[0])
        if not len(rows):
            return
        vectors, chosen = self._vectors[rows], choices[rows]
        is_open = FELT[vectors] >= options.gate.array[chosen]
        reactions = np.where(is_open, options.opened.array[chosen], options.closed.array[chosen])
        moments = self._moments[rows]
        memories = options.memories.after_flags(self._memories[rows], options.sets[moments, column])
        self._follow(rows, column, moments, self._reacted(vectors, reactions, memories, self._said(moments, column)))

    def _on_offer(self, column: int, rows: Numbers) -> Numbers:
        """Those of the states in which the choice is on offer."""
        asked = self._options.asked[column]
        if not asked:
            return rows
        moments = self._moments[rows]
        offered = np.ones(len(rows), dtype=np.bool_)
        for moment, condition in asked.items():
            here = (moments == moment).nonzero()[0]
            if len(here):
                offered[here] = self._answered(condition, self._batch(rows[here]), moment, column)
        return rows[offered]

    def _answered(self, condition: Condition, batch: StateBatch, moment: int, column: int) -> Mask:
        """For which states a condition holds; the answers are kept."""
        holds = self._options.conditions.holds(condition, batch, self._options.moments[moment].id)
        heard = (HELD if holds.any() else 0) | (FAILED if not holds.all() else 0)
        self._answers[moment, column] = self._answers.get((moment, column), 0) | heard
        return holds

    def _batch(self, rows: Numbers) -> StateBatch:
        return StateBatch(self._vectors[rows], self._patients[rows], self._memories[rows], self._turn)

    def _said(self, moments: Numbers, column: int) -> Numbers | None:
        said = self._options.said
        return None if said is None else said[moments, column]

    def _reacted(self, vectors: Numbers, reactions: Numbers, memories: Numbers, said: Numbers | None) -> StateBatch:
        """Move the gauges, and let go who does not stay."""
        people = self._options.people
        after = people.shifts.tables[people.shift.array[reactions], vectors].astype(np.int64)
        stays = FELT[after] >= people.stays.array[reactions]
        patients = np.where(stays, people.after.array[reactions], people.gone.array[reactions])
        return StateBatch(after, patients, memories, self._turn + 1, said)

    def _follow(self, rows: Numbers, column: int, moments: Numbers, batch: StateBatch) -> None:
        """Find which moment follows, and note it: a closing, or a state of the next turn."""
        options, many = self._options, len(self._options.memories.known)
        parted = options.people.parted.array[batch.patients] > 0
        if parted.any():
            self._close(rows[parted], column, np.full(int(parted.sum()), _NONE), batch.only(parted))
            rows, moments, batch = rows[~parted], moments[~parted], batch.only(~parted)
        reactions = options.people.reactions.array[batch.patients]

        count = len(options.moments)

        def following(keys: Numbers) -> Numbers:
            found = []
            for key in keys.tolist():
                rest, moment = divmod(key, count)
                memory, reaction = divmod(rest, len(REACTIONS))
                found.append(options.following(moment, column, reaction, memory))
            return np.array(found)

        asked = self._follows[column].of(
            (batch.memories * len(REACTIONS) + reactions) * count + moments,
            many * len(REACTIONS) * count,
            following,
            self._meter.wanted,
        )
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
                    holds = options.conditions.holds(condition, batch.only(left), options.moments[moment].id)
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
            self._leads_to[rows, column] = self._arrived(moments, batch)

    def _close(self, rows: Numbers, column: int, moments: Numbers, batch: StateBatch) -> None:
        """Note closings: in the moments that follow, or (``_NONE``) because the patient has parted."""
        options = self._options
        endings = np.where(moments == _NONE, 0, options.endings[moments])
        closings = options.closing(endings, batch.patients, self._meter.wanted)
        values, verdicts = options.closings
        felt = _SUMS[batch.vectors]
        self._value[rows, column] = values[closings, felt]
        self._verdict[rows, column] = verdicts[closings, felt]
        self._ended_in[rows, column] = np.where(endings > 0, moments, NOWHERE)

    def _arrived(self, moments: Numbers, batch: StateBatch) -> Numbers:
        """The keys of the states of the next turn, with the gauge vectors that stand for others."""
        options, left = self._options, self._turns_left
        vectors = options.gauges.table(left)[batch.vectors].astype(np.int64)
        memories = options.memories.after_visits(batch.memories, moments)
        parts = KeyParts(moments, batch.patients, memories, vectors)
        return self._keys.put(parts, len(options.patients), len(options.memories.known))
