"""Sessions that a policy plays through the engine, told in full or counted as they end, and how far counts can be trusted."""

from __future__ import annotations

import math
import random
from bisect import bisect
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.analysis.policies import SKILL, Policy, chances_at, foresight
from simulator.analysis.value import HIGHEST, value_of
from simulator.patient.verdicts import Verdict
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session, start
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Mode

if TYPE_CHECKING:
    from simulator.analysis.solve import Solution

NORMAL_95: Final = 1.959964
"""Standard deviations of a normal distribution between which 95 of 100 values lie."""

_KEPT: Final = 200_000
"""Places of which the habits are kept, so that a long run does not fill the memory with them."""


class End(NamedTuple):
    """What a session came to: verdict, repair value (0-100) and the turns it took."""

    verdict: Verdict
    value: int
    turns: int


class Bot:
    """Plays sessions of a script by a policy; only one that looks ahead needs a solution, see ``chances_at``."""

    def __init__(self, script: Script, policy: Policy, solution: Solution | None = None, skill: float = SKILL) -> None:
        self.script = script
        self.policy = policy
        self.skill = skill
        self._ahead = None if solution is None else foresight(solution, policy, skill)
        self._habits: dict[int, tuple[tuple[int, ...], tuple[float, ...]]] = {}

    def play(self, dice: random.Random) -> End:
        """One session, from the start to its end; what is said in it is left out."""
        script = self.script
        place = script.start()
        while True:
            after = script.step(place, self._choice(place, dice)).after
            if after.place is None:
                assert after.closing is not None
                return End(after.closing.verdict, value_of(after.closing), place.turn)
            place = after.place

    def converse(self, seed: int) -> Transcript:
        """One session with everything that is said in it; the seed decides the words and the chances."""
        script, dice = self.script, random.Random(seed)
        session = Session(script.scenario, start(script, Mode.LEARN, seed), script)
        while not session.ended:
            place = session.place
            choice = self._choice(place, dice)
            session.act(StaySilent() if choice == SILENT else Choose(place.moment.responses[choice].id))
        return session.transcript()

    def _choice(self, place: Place, dice: random.Random) -> int:
        """What the policy does at a place: the position of a response, or ``SILENT``."""
        choices, bounds = self._habits.get(place.number) or self._habit(place)
        return choices[bisect(bounds, dice.random())]

    def _habit(self, place: Place) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """The choices of the policy at a place, and where between 0 and 1 each but the last of them ends."""
        chances = chances_at(self.script, place, self.policy, self._ahead)
        if len(self._habits) >= _KEPT:
            self._habits.clear()
        habit = self._habits[place.number] = tuple(chances), tuple(accumulate(chances.values()))[:-1]
        return habit


def seed_of(seed: int, number: int) -> int:
    """The seed of one of several conversations (counted from 1) that are asked for with one seed."""
    return int.from_bytes(sha256(f"{seed}/{number}".encode()).digest()[:4])


class Tally:
    """The ends of sessions, counted."""

    def __init__(self) -> None:
        self._ends: Counter[End] = Counter()

    def add(self, end: End) -> None:
        """Count one more session."""
        # One change, so that a count is whole whenever it is interrupted.
        self._ends[end] += 1

    @property
    def runs(self) -> int:
        """How many sessions were counted."""
        return self._ends.total()

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """How many sessions came to each verdict."""
        return {v: sum(n for end, n in self._ends.items() if end.verdict is v) for v in Verdict}

    @property
    def values(self) -> Counter[int]:
        """How many sessions came to each repair value (0-100)."""
        found: Counter[int] = Counter()
        for end, times in self._ends.items():
            found[end.value] += times
        return found

    @property
    def mean(self) -> float:
        """The mean repair value; there must be a session."""
        return sum(end.value * n for end, n in self._ends.items()) / self.runs

    @property
    def turns(self) -> float:
        """The mean number of turns; there must be a session."""
        return sum(end.turns * n for end, n in self._ends.items()) / self.runs


def share_interval(count: int, runs: int, z: float = NORMAL_95) -> tuple[float, float]:
    """Wilson's interval (1927) for a share of which ``count`` in ``runs`` were seen; honest at none and at all of them."""
    share, weight = count / runs, z * z / runs
    centre = (share + weight / 2) / (1 + weight)
    margin = z / (1 + weight) * math.sqrt(share * (1 - share) / runs + weight / (4 * runs))
    return max(0.0, centre - margin), min(1.0, centre + margin)


def mean_interval(values: Mapping[int, int], z: float = NORMAL_95) -> tuple[float, float]:
    """An interval for the mean repair value, from how often each value (0-100) was seen.

    The normal one, as if ``z²/2`` more sessions had ended at either end of the scale (the idea of Agresti and Coull, 1998,
    for shares): a few sessions that happen to end alike do not make it certain.
    """
    counts: dict[int, float] = dict(values)
    for end in (0, HIGHEST):
        counts[end] = counts.get(end, 0) + z * z / 2
    total = sum(counts.values())
    mean = sum(value * n for value, n in counts.items()) / total
    spread = sum((value - mean) ** 2 * n for value, n in counts.items()) / total
    margin = z * math.sqrt(spread / total)
    return max(0.0, mean - margin), min(float(HIGHEST), mean + margin)
