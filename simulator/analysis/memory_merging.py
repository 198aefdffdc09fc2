"""What cannot differ: what a session remembers and nothing later can ask about is dropped from the state.

A moment that is told once, and was told, matters only as long as the patient can still come where it would follow. The
tests compare values with and without merging.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import numpy as np

from simulator.alliance.reactions import ReactionState
from simulator.analysis.arrays import Numbers
from simulator.analysis.patient_codes import REACTIONS
from simulator.analysis.patient_merging import states_of
from simulator.analysis.reaction_reach import GONE, Met, ReactionReach
from simulator.scenario.conditions import Compare, Condition, Flag, Gauge, Seen, parts
from simulator.scenario.document import Moment
from simulator.session.memory import VISITS_CAP, Memory
from simulator.session.script import Script


class MemoryMerging:
    """What of a memory can still matter in a scenario, by the moment, the reaction state and the turns that are left."""

    def __init__(self, script: Script, reach: ReactionReach) -> None:
        moments = tuple(script.scenario.every_moment())
        left = _Left(script, reach)
        numbers: dict[int, int] = {}
        self._numbers = np.zeros((script.turns + 1, len(moments), len(REACTIONS)), dtype=np.int64)
        for row, moment in enumerate(moments):
            for state in states_of(moment):
                for turns in range(script.turns + 1):
                    mask = left.asked(moment, state, turns)
                    self._numbers[turns, row, REACTIONS.index(state)] = numbers.setdefault(mask, len(numbers))
        self.masks: Final = tuple(numbers)
        """The different masks: the bits of a memory that can still matter."""

    def numbers(self, moments: Numbers, reactions: Numbers, turns_left: int) -> Numbers:
        """For patients in reaction states, met in moments, which of ``masks`` holds."""
        found: Numbers = self._numbers[turns_left][moments, reactions]
        return found

    def kept(self, memory: int, moment: int, reaction: ReactionState, turns_left: int) -> int:
        """A memory without what the turns that are left cannot ask about."""
        return memory & self.masks[int(self._numbers[turns_left, moment, REACTIONS.index(reaction)])]


class _Left:
    """The bits of a memory that are asked for within some turns, at most."""

    def __init__(self, script: Script, reach: ReactionReach) -> None:
        self._script, self._reach = script, reach
        # Not decorators: those would keep every scenario that was ever solved.
        self._after = cache(self._asked_after)
        self._followers = cache(self._of_followers)
        self._responses = cache(self._in_state)
        self._of_responses = {m.id: _of_responses(m, script.memory) for m in script.scenario.every_moment()}

    def asked(self, moment: Moment, state: ReactionState, turns: int) -> int:
        """From a patient met in a moment on, with so many turns left, this one among them."""
        if not turns:
            return 0
        return self._of_responses[moment.id] | self._after(self._reach.met_in(moment, state), turns - 1)

    def _asked_after(self, met: Met, turns: int) -> int:
        """Once something was done, with so many turns left after it."""
        bits = 0
        for end in {*(turn.ends_in for turn in self._reach.turns(met)), *GONE}:
            bits |= self._followers(end, closes=not turns)
            if turns and end not in GONE:
                bits |= self._responses(end) | self._after(self._reach.met(end), turns - 1)
        return bits

    def _in_state(self, state: ReactionState) -> int:
        """By the responses of every moment in which the patient can be met in a state."""
        lines = (*self._script.moments_of(state), self._script.scenario.patient.lines[state])
        return _union(self._of_responses[moment.id] for moment in lines)

    def _of_followers(self, state: ReactionState, *, closes: bool) -> int:
        """By the choice of the moment that follows: where the hour ``closes``, which one is told apart only by its ending."""
        candidates, memory = self._script.moments_of(state), self._script.memory
        asked = _union(_bits(m.when, m, memory) for m in candidates if m.when is not None)
        ends = [i for i, m in enumerate(candidates) if m.end is not None]
        many = len(candidates)
        if closes and self._script.scenario.patient.lines[state].end is None:
            many = max(ends, default=-1) + 1
        return asked | _union(memory.moments[m.id] for m in candidates[:many] if m.once)


def _of_responses(moment: Moment, memory: Memory) -> int:
    return _union(_bits(r.when, moment, memory) for r in moment.responses if r.when is not None)


def _bits(condition: Condition, moment: Moment, memory: Memory) -> int:
    """The bits of a memory that a condition of a moment asks for."""
    bits = 0
    for part in parts(condition):
        match part:
            case Seen(name):
                bits |= memory.moments[name]
            case Flag(name):
                bits |= memory.flags[name]
            case Compare(Gauge.VISITS):
                bits |= VISITS_CAP << memory.counted[moment.id]
            case _:
                pass
    return bits


def _union(masks: Iterable[int]) -> int:
    bits = 0
    for mask in masks:
        bits |= mask
    return bits
