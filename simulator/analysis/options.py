"""What can be chosen in each moment, what follows it, and what a closing is worth: a scenario as tables for arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import classes_of
from simulator.analysis.arrays import Answers, Column, Numbering, Numbers
from simulator.analysis.condition_answers import ConditionAnswers, class_bits
from simulator.analysis.gauge_merging import GaugeMerging
from simulator.analysis.gauge_vectors import ALWAYS, NEVER, sums
from simulator.analysis.memory_merging import MemoryMerging
from simulator.analysis.patient_codes import OWNED, PAST, REACTION, REACTIONS, RUNGS, Traits, traits
from simulator.analysis.patients import Patients
from simulator.analysis.session_memories import SessionMemories
from simulator.analysis.state_space import VERDICTS
from simulator.analysis.value import BANDS, in_band, repair_share
from simulator.patient.start import verdict
from simulator.patient.state import Past
from simulator.scenario.conditions import Condition, Just, parts
from simulator.scenario.document import Ending, Moment
from simulator.session.script import SILENT, Script, verdict_of

Followers: TypeAlias = "tuple[tuple[int, Condition | None], ...]"
"""Moments that can follow, in the order in which they are asked; the last has no condition."""

NO_CHOICE: Final = -1

_BYTES_A_PAIR: Final = 16
_BYTES_A_FOLLOWING: Final = 330
"""Of an entry with its key in the index, as measured."""

_PAIRS_AT_ONCE: Final = 1_024
_CLOSING_ASKS: Final = REACTION.mask | RUNGS.mask | OWNED.mask | PAST.put(Past.ADJUSTED)
"""What verdict and value go by, beside the gauges."""


def moments_in(script: Script) -> tuple[Moment, ...]:
    """The moments of a scenario by the number that stands for them: its own, then those of the patient's line bank."""
    return tuple(script.scenario.every_moment())


class Options:
    """The choices of a scenario at one difficulty; moments, patients, memories and pairs go by numbers.

    A *pair* is a moment with a patient. For choice ``c`` (0 is staying silent) of pair ``p``, at ``p * columns + c``:
    ``gate`` is the felt alliance from which the gate is open, ``opened`` and ``closed`` are the reactions (``NO_CHOICE``
    where there is no such choice).
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.moments: Final = moments_in(script)
        self.moment_numbers: Final = {m.id: i for i, m in enumerate(self.moments)}
        self.columns: Final = 1 + max(len(m.responses) for m in self.moments)
        self.people: Final = Patients(script)
        self.gauges: Final = GaugeMerging(self.moments, script.turns)
        self.gate, self.opened, self.closed = Column(), Column(), Column()
        self._set_together = _set_together(self.moments)
        self.memories: Final = SessionMemories(script.memory, tuple(m.id for m in self.moments), self._set_together)
        self.merging: Final = MemoryMerging(script, self.people.merging.reach)
        self.conditions: Final = ConditionAnswers(self.people, self.memories, script.disposition.difficulty)
        self.said: Final = self._said()
        self.endings: Final = np.array([_ENDS.index((m.end, m.wished)) for m in self.moments], dtype=np.int64)
        self.sets: Final = self._table(lambda m, choice: self._set_together.index(m.responses[choice].sets))
        self.asked: Final = tuple(self._asked_in(column) for column in range(self.columns))
        self.followers: Final[list[Followers]] = []
        self.first_followers, self.sure = Column(), Column()
        self._pairs: Final = Numbering()
        self._acts: Final = self._acts_of_moments()
        self._once = {r: _mask(script, r) for r in ReactionState}
        self._followers: dict[tuple[str, str | None, ReactionState, int], int] = {}
        self._follower_numbers: dict[Followers, int] = {}
        self._closings: Final = Numbering()
        self._closed: Final = Answers()
        self._tables: tuple[NDArray[np.int8], NDArray[np.int8]] = (np.empty(0, np.int8), np.empty(0, np.int8))
        self._verdict_tables: dict[tuple[int, ReactionState, int, int], NDArray[np.int8]] = {}
        self._values: list[NDArray[np.int8]] = []
        self._verdicts: list[NDArray[np.int8]] = []

    @property
    def patients(self) -> Sequence[Traits]:
        """Every patient that was met, by number."""
        return self.people.known

    def pairs(self, keys: Numbers, beat: Callable[[], object] = lambda: None) -> Numbers:
        """The numbers of pairs, of which the keys are ``patient * len(moments) + moment``."""
        fresh = self._pairs.fresh(keys)
        for first in range(0, len(fresh), _PAIRS_AT_ONCE):
            self._add_choices(*np.divmod(fresh[first : first + _PAIRS_AT_ONCE], len(self.moments)), beat)
            beat()
        return self._pairs.of(keys)

    def remembered(self, memories: Numbers, moments: Numbers, patients: Numbers, turns_left: int) -> Numbers:
        """The numbers of memories of patients, met in moments, without what the turns that are left cannot ask about."""
        masks = self.merging.numbers(moments, self.people.reactions.array[patients], turns_left)
        return self.memories.kept(memories, masks, self.merging.masks)

    def forget_followers(self) -> None:
        """Let what follows what be worked out anew, so that what is remembered of it does not grow with every turn."""
        self._followers.clear()

    @property
    def nbytes(self) -> int:
        """About how many bytes is taken by what grows while a scenario is tried."""
        pairs = len(self._pairs) * (_BYTES_A_PAIR + 24 * self.columns)
        pairs += self._closed.nbytes
        return self.memories.nbytes + self.people.nbytes + pairs + len(self._followers) * _BYTES_A_FOLLOWING

    def following(self, moment: int, column: int, reaction: int, memory: int) -> int:
        """The number (in ``followers``) of what can follow a choice, with the memory after it."""
        played, state, remembered = self.moments[moment], REACTIONS[reaction], self.memories.known[memory]
        target = self.script.target(played, column - 1)
        key = (played.id, target.id if target else None, state, remembered & self._once[state])
        known = self._followers.get(key)
        if known is None:
            asked = self._asked_after(played, target, state, remembered)
            known = self._followers[key] = self._follower_numbers.setdefault(asked, len(self.followers))
            if known == len(self.followers):
                self.followers.append(asked)
                self.first_followers.append(asked[0][0])
                self.sure.append(asked[0][1] is None)
        return known

    def closing(self, endings: Numbers, patients: Numbers, beat: Callable[[], object]) -> Numbers:
        """The numbers of closings: endings of ``endings``, and the patients at the end."""
        many = len(_ENDS)
        return self._closed.of(patients * many + endings, len(self.patients) * many, self._closings_of, beat)

    def _closings_of(self, closed: Numbers) -> Numbers:
        keys = (self.people.codes.array[closed // len(_ENDS)] & _CLOSING_ASKS) * len(_ENDS) + closed % len(_ENDS)
        for key in self._closings.fresh(keys).tolist():
            code, ending = divmod(key, len(_ENDS))
            (end, wished), patient = _ENDS[ending], traits(code)
            whose = (ending, patient.reaction, patient.rungs, patient.past)
            verdicts = self._verdict_tables.get(whose)
            if verdicts is None:
                verdicts = self._verdict_tables[whose] = _verdicts(end, wished, patient)
            self._verdicts.append(verdicts)
            shares = repair_share(np.arange(len(verdicts)), patient.owned, patient.rungs)
            self._values.append(in_band(_LOW[verdicts], _HIGH[verdicts], shares).astype(np.int8))
        return self._closings.of(keys)

    @property
    def closings(self) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
        """Repair value and verdict number of every closing (row), by the sum of the gauges in levels (column)."""
        if len(self._tables[0]) < len(self._values):
            self._tables = np.stack(self._values), np.stack(self._verdicts)
        return self._tables

    def _acts_of_moments(self) -> Numbers:
        """The acts of every moment (row) by choice (column); ``NO_CHOICE`` where there is no such choice."""
        acts = np.full((len(self.moments), self.columns), NO_CHOICE)
        for row, moment in enumerate(self.moments):
            for choice in range(SILENT, len(moment.responses)):
                acts[row, choice - SILENT] = self.people.act(self.script.act(moment, choice))
        return acts

    def _add_choices(self, patients: Numbers, moments: Numbers, beat: Callable[[], object]) -> None:
        people, acts = self.people, self._acts[moments].ravel()
        made = (acts != NO_CHOICE).nonzero()[0]
        who, acts = np.repeat(patients, self.columns)[made], acts[made]
        gate, opened, closed = (
            np.full(len(patients) * self.columns, ALWAYS),
            *(np.full(len(patients) * self.columns, NO_CHOICE) for _ in range(2)),
        )
        gate[made] = people.gates(who, acts)
        opened[made] = people.react(who, acts, gate[made] != NEVER, beat)
        hinges = (gate[made] != ALWAYS) & (gate[made] != NEVER)
        closed[made] = opened[made]
        closed[made[hinges]] = people.react(who[hinges], acts[hinges], np.zeros(int(hinges.sum()), np.bool_), beat)
        self.gate.extend(gate)
        self.opened.extend(opened)
        self.closed.extend(closed)

    def _said(self) -> Numbers | None:
        """The classes of every choice as bits, where the condition of some moment asks what was just said."""
        asked = (part for m in self.moments if m.when is not None for part in parts(m.when))
        if not any(isinstance(part, Just) for part in asked):
            return None
        table = self._table(lambda moment, choice: class_bits(moment.responses[choice].classes))
        table[:, 0] = class_bits(classes_of(Move.HOLD_SILENCE))
        return table

    def _table(self, entry: Callable[[Moment, int], int]) -> Numbers:
        """A figure for every moment (row) and choice (column)."""
        table = np.zeros((len(self.moments), self.columns), dtype=np.int64)
        for row, moment in enumerate(self.moments):
            for choice in range(len(moment.responses)):
                table[row, choice + 1] = entry(moment, choice)
        return table

    def _asked_in(self, column: int) -> dict[int, Condition]:
        """What a choice asks for, by moment."""
        found = (
            (i, m.responses[column - 1].when) for i, m in enumerate(self.moments) if 0 < column <= len(m.responses)
        )
        return {moment: asked for moment, asked in found if asked is not None}

    def _asked_after(self, played: Moment, target: Moment | None, reaction: ReactionState, memory: int) -> Followers:
        asked: list[tuple[int, Condition | None]] = []
        for candidate in self.script.followers(played.id, reaction, target, memory):
            free = candidate is target or candidate.from_bank
            asked.append((self.moment_numbers[candidate.id], None if free else candidate.when))
            if asked[-1][1] is None:
                break
        return tuple(asked)


_LOW, _HIGH = (np.array([BANDS[v][edge] for v in VERDICTS]) for edge in (0, 1))
_ENDS: Final[tuple[tuple[Ending | None, bool], ...]] = ((None, False), *product(Ending, (False, True)))
"""Endings by the number that stands for them in ``Options.endings``; 0 is none."""


def _set_together(moments: tuple[Moment, ...]) -> tuple[tuple[str, ...], ...]:
    """The lists of flags that some response sets; the first is empty."""
    return tuple(dict.fromkeys([(), *(r.sets for m in moments for r in m.responses)]))


def _mask(script: Script, reaction: ReactionState) -> int:
    """The bits of a memory that decide which moments of a reaction state are used up."""
    bits = 0
    for moment in script.moments_of(reaction):
        if moment.once:
            bits |= script.memory.moments[moment.id]
    return bits


def _verdicts(end: Ending | None, wished: bool, patient: Traits) -> NDArray[np.int8]:
    """Verdict numbers by the sum of the gauges in levels."""
    felt = (patient.state(alliance) for alliance in sums())
    return np.array(
        [VERDICTS.index(verdict_of(end, s, wished=wished) if end else verdict(s)) for s in felt], dtype=np.int8
    )
