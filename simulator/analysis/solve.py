"""The exact solver: what was possible from every state of a scenario, as chess programs know it of a position."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.expansion import Expander
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE, VERDICTS, Layer, Reached
from simulator.analysis.value import GOOD_ENDINGS, HIGHEST, WHOLE_REPAIRS
from simulator.patient import Verdict
from simulator.session import Place, Script

Numbers: TypeAlias = NDArray[np.int8]

FAR: Final = 100
"""More turns than any session has: no repaired ending can be reached."""

GOOD_VERDICTS: Final = np.array([v in GOOD_ENDINGS for v in VERDICTS])
"""Whether each verdict (by its number) counts as repaired, in part or as a whole."""

WHOLE_VERDICTS: Final = np.array([v in WHOLE_REPAIRS for v in VERDICTS])
"""Whether each verdict (by its number) is a whole repair."""

_EVERY_VERDICT: Final = (1 << len(VERDICTS)) - 1


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a solution may cost: states, and seconds of whatever clock is handed to the solver."""

    states: int = 3_000_000
    seconds: float = 60.0


class Interrupted(Exception):
    """Somebody asked the solver to stop."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is possible from a state.

    ``best`` and ``worst`` are repair values (0-100) as (lower, upper) bounds, equal where the solution is exact.
    ``turns_to_repair`` is the length of the shortest way to a repaired ending (at least that where the solution is not
    exact), ``None`` if there is none, ``turns_to_whole`` that to one that is more than partly repaired; ``endings`` are
    the verdicts that can still be reached (all of them where that is not known).
    """

    best: tuple[int, int]
    worst: tuple[int, int]
    turns_to_repair: int | None
    turns_to_whole: int | None
    endings: frozenset[Verdict]


@dataclass(slots=True)
class Solved:
    """The figures of one layer, a number a state."""

    best: Numbers
    best_bound: Numbers
    worst: Numbers
    worst_bound: Numbers
    turns: Numbers
    whole: Numbers
    endings: Numbers


class Solution:
    """Everything that could happen in a scenario at one difficulty, in either mode.

    ``exact`` tells whether every state was explored; otherwise values are sound lower and upper bounds. ``reached`` are
    the states turn by turn, ``solved`` their figures; that is enough to price every place. ``links`` are the same states
    with what every choice does in them; ``None`` where only the prices were kept: nothing can be played out then.
    """

    def __init__(
        self,
        script: Script,
        expander: Expander,
        reached: Sequence[Reached],
        solved: list[Solved],
        exact: bool,
        *,
        links: list[Layer] | None,
    ) -> None:
        self.script = script
        self.reached = reached
        self.solved = solved
        self.exact = exact
        self.links = links
        self._expander = expander

    @property
    def layers(self) -> list[Layer]:
        """The links, for whoever plays the scenario out; raises ``LookupError`` where only the prices were kept."""
        if self.links is None:
            raise LookupError("Only the prices of this solution were kept; solve the scenario to play it out.")
        return self.links

    @property
    def states(self) -> int:
        """How many states were explored, merged ones counted once."""
        return sum(reached.size for reached in self.reached)

    @property
    def expander(self) -> Expander:
        """The rules by which places of a session are found again among the states."""
        return self._expander

    def row(self, place: Place) -> tuple[int, int] | None:
        """Layer and state number of a place of a session; ``None`` if it lies beyond what was explored."""
        if place.turn > len(self.reached):
            return None
        found = self.reached[place.turn - 1].find(*self._expander.locate(place))
        return None if found is None else (place.turn - 1, found)

    def prospect(self, place: Place) -> Prospect:
        """What is possible from a place of a session."""
        at = self.row(place)
        if at is None:
            return Prospect((0, HIGHEST), (0, HIGHEST), 1, 1, frozenset(VERDICTS))
        solved, row = self.solved[at[0]], at[1]
        return Prospect(
            (int(solved.best[row]), int(solved.best_bound[row])),
            (int(solved.worst[row]), int(solved.worst_bound[row])),
            _turns(solved.turns[row]),
            _turns(solved.whole[row]),
            verdicts_in(int(solved.endings[row])),
        )

    @property
    def start(self) -> Prospect:
        """What is possible from the start of the scenario."""
        return self.prospect(self.script.start())


def _turns(number: np.int8) -> int | None:
    return None if number >= FAR else int(number)


def verdicts_in(bits: int) -> frozenset[Verdict]:
    """The verdicts that a set of bits stands for, bit ``i`` for verdict ``i`` of ``VERDICTS``."""
    return frozenset(v for i, v in enumerate(VERDICTS) if bits >> i & 1)


def solve(
    script: Script,
    budget: Budget = Budget(),
    *,
    clock: Callable[[], float] = lambda: 0.0,
    progress: Callable[[int, int], bool] = lambda _turn, _states: True,
) -> Solution:
    """Solve a scenario. ``progress`` hears the turn and the states so far; if it answers false, ``Interrupted`` is raised."""
    expander = Expander(script)
    layers: list[Layer] = []
    states, exact, found, began = expander.first(), True, 0, clock()
    turn = 1
    while len(states):
        found += len(states)
        if found > budget.states or clock() - began > budget.seconds:
            exact = False
            break
        if not progress(turn, found):
            raise Interrupted
        layer, states = expander.layer(turn, states)
        layers.append(layer)
        turn += 1
    solved: list[Solved] = []
    after = _unknown(len(states))
    for layer in reversed(layers):
        after = _backed_up(layer, after)
        solved.append(after)
    return Solution(script, expander, layers, solved[::-1], exact, links=layers)


def _unknown(count: int) -> Solved:
    """What is known of states that were not explored: nothing but the bounds of the scale."""
    low = np.zeros(count, dtype=np.int8)
    high = np.full(count, HIGHEST, dtype=np.int8) if count else low
    # A shortest way through the unknown takes at least one more turn; every ending may lie there.
    turns, endings = np.ones(count, dtype=np.int8), np.full(count, _EVERY_VERDICT, dtype=np.int8)
    return Solved(low, high, low, high, turns, turns, endings)


def _backed_up(layer: Layer, after: Solved) -> Solved:
    """The figures of a layer from those of the next."""
    closes, ends_here = layer.value != NOT_OFFERED, layer.next == NOWHERE
    offered, following = closes | ~ends_here, np.maximum(layer.next, 0)

    def followed(numbers: Numbers) -> Numbers:
        """For each choice the figure of the state it leads to; zero where it closes or is not on offer."""
        if not len(numbers):
            return np.zeros(layer.next.shape, dtype=np.int8)
        return np.where(ends_here, np.int8(0), numbers[following])

    def extreme(numbers: Numbers, highest: bool) -> Numbers:
        of_choice = np.where(closes, layer.value, followed(numbers))
        worst = np.int8(-1 if highest else FAR + 1)
        masked = np.where(offered, of_choice, worst)
        return np.asarray(masked.max(axis=1) if highest else masked.min(axis=1))

    def turns_to(good: NDArray[np.bool_], numbers: Numbers) -> Numbers:
        """The turns to the nearest good ending, by those that are left after each choice."""
        further = np.where(ends_here, FAR, np.minimum(followed(numbers), FAR - 1) + 1)
        return np.asarray(np.where(closes & good[layer.verdict], 1, further).min(axis=1).astype(np.int8))

    bits = np.left_shift(np.int8(1), np.maximum(layer.verdict, 0), dtype=np.int8)
    endings = np.bitwise_or.reduce(np.where(closes, bits, followed(after.endings)), axis=1)
    best, worst = extreme(after.best, highest=True), extreme(after.worst, highest=False)
    # Where nothing is unknown the bounds are the values themselves, and the same arrays.
    exact = after.best is after.best_bound
    return Solved(
        best,
        best if exact else extreme(after.best_bound, highest=True),
        worst,
        worst if exact else extreme(after.worst_bound, highest=False),
        turns_to(GOOD_VERDICTS, after.turns),
        turns_to(WHOLE_VERDICTS, after.whole),
        endings.astype(np.int8),
    )
