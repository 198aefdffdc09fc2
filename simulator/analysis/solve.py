"""The exact solver: what was possible from every state of a scenario, as chess programs know it of a position."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.budget import USUAL, Budget, Meter, Spent, Telling
from simulator.analysis.expansion import Expander
from simulator.analysis.learner import BYTES_A_LINK, Learner
from simulator.analysis.learner_levels import HALFWAY, Learners
from simulator.analysis.options import Options
from simulator.analysis.place_index import PlaceIndex
from simulator.analysis.state_space import VERDICTS, Layer, Reached
from simulator.analysis.value import GOOD_ENDINGS, HIGHEST, WHOLE_REPAIRS
from simulator.patient.verdicts import Verdict
from simulator.session.place import Place
from simulator.session.script import Script

Numbers: TypeAlias = NDArray[np.int8]

FAR: Final = 100
"""More turns than any session has: no repaired ending can be reached."""

GOOD_VERDICTS: Final = np.array([v in GOOD_ENDINGS for v in VERDICTS])
"""Whether each verdict (by its number) counts as repaired, in part or as a whole."""

WHOLE_VERDICTS: Final = np.array([v in WHOLE_REPAIRS for v in VERDICTS])
"""Whether each verdict (by its number) is a whole repair."""

_EVERY_VERDICT: Final = (1 << len(VERDICTS)) - 1

_Backing: TypeAlias = tuple[NDArray[Any], NDArray[Any], np.ufunc]
"""A figure of the states of the next turn, the same of whatever tells closings apart, and how the best of them is found."""

_CHANGES_NOTHING: Final[Mapping[np.ufunc, int]] = {np.maximum: -1, np.minimum: FAR, np.bitwise_or: 0}
"""What a figure can be joined with and stay what it is."""

_BYTES_OF_FIGURES: Final = 9
"""Of a state in ``Solved``, and of what it is worth to the half-way learner."""


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

    @property
    def exact(self) -> bool:
        """Whether the best attainable value is known, and not only between which bounds it lies."""
        return self.best[0] == self.best[1]


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """The figures of one layer, a number a state."""

    best: Numbers
    best_bound: Numbers
    worst: Numbers
    worst_bound: Numbers
    turns: Numbers
    whole: Numbers
    endings: Numbers

    def __post_init__(self) -> None:
        for field in fields(self):
            getattr(self, field.name).flags.writeable = False


@dataclass(frozen=True, slots=True, eq=False)
class Expanded:
    """The states with what every choice does in them, and what their numbers stand for: what playing out needs.

    ``answers`` says how each condition was answered; see ``Expander``.
    """

    layers: tuple[Layer, ...]
    options: Options
    answers: Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Everything that could happen in a scenario at one difficulty, in either mode. Asking it changes nothing.

    ``exact`` tells whether every state was explored; otherwise values are sound lower and upper bounds. ``reached`` are
    the states turn by turn, ``solved`` their figures and ``halfway`` the half-way learner with theirs (``None`` where the
    solution is not exact); that is enough to price every place. ``expanded`` is ``None`` where only the prices were kept:
    nothing can be played out then.
    """

    script: Script
    index: PlaceIndex
    reached: tuple[Reached, ...]
    solved: tuple[Solved, ...]
    halfway: Learner | None
    exact: bool
    start: Prospect
    expanded: Expanded | None

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The states with what choices do, to play the scenario out; raises ``LookupError`` where only prices were kept."""
        return self._expanded.layers

    @property
    def options(self) -> Options:
        """What the numbers in the layers stand for; raises ``LookupError`` as ``layers`` does."""
        return self._expanded.options

    @property
    def answers(self) -> Mapping[tuple[int, int], int]:
        """How every condition was answered; raises ``LookupError`` as ``layers`` does."""
        return self._expanded.answers

    @property
    def _expanded(self) -> Expanded:
        if self.expanded is None:
            raise LookupError("Only the prices of this solution were kept; solve the scenario to play it out.")
        return self.expanded

    @property
    def states(self) -> int:
        """How many states were explored, merged ones counted once."""
        return sum(reached.size for reached in self.reached)

    def row(self, place: Place) -> tuple[int, int] | None:
        """Layer and state number of a place of a session; ``None`` if it lies beyond what was explored."""
        return _row(self.index, self.reached, place)

    def prospect(self, place: Place) -> Prospect:
        """What is possible from a place of a session."""
        return _prospect(self.solved, self.row(place))

    def expected(self, place: Place) -> float:
        """The repair value (0-100) to be expected if the half-way learner goes on from a place of a session.

        Where the session has closed there is no place: ``value_of`` says what its closing is worth. Raises ``LookupError``
        where the solution is not exact, or the place cannot be reached.
        """
        found = self.row(place)
        if self.halfway is None or found is None:
            raise LookupError(
                "What a learner may expect is known of places that can be reached, in exact solutions only."
            )
        return self.halfway.expected(*found)


def solution_of(
    script: Script,
    index: PlaceIndex,
    reached: Sequence[Reached],
    solved: Sequence[Solved],
    *,
    halfway: Learner | None,
    expanded: Expanded | None = None,
) -> Solution:
    """A solution from its states and their figures; exact if it has a half-way learner."""
    layers, figures = tuple(reached), tuple(solved)
    start = _prospect(figures, _row(index, layers, script.start()))
    return Solution(script, index, layers, figures, halfway, halfway is not None, start, expanded)


def _row(index: PlaceIndex, reached: Sequence[Reached], place: Place) -> tuple[int, int] | None:
    located = index.locate(place)
    if located is None or place.turn > len(reached):
        return None
    found = reached[place.turn - 1].find(*located)
    return None if found is None else (place.turn - 1, found)


def _prospect(figures: Sequence[Solved], at: tuple[int, int] | None) -> Prospect:
    if at is None:
        return Prospect((0, HIGHEST), (0, HIGHEST), 1, 1, frozenset(VERDICTS))
    solved, row = figures[at[0]], at[1]
    return Prospect(
        (int(solved.best[row]), int(solved.best_bound[row])),
        (int(solved.worst[row]), int(solved.worst_bound[row])),
        _turns(solved.turns[row]),
        _turns(solved.whole[row]),
        verdicts_in(int(solved.endings[row])),
    )


def _turns(number: np.int8) -> int | None:
    return None if number >= FAR else int(number)


def verdicts_in(bits: int) -> frozenset[Verdict]:
    """The verdicts that a set of bits stands for, bit ``i`` for verdict ``i`` of ``VERDICTS``."""
    return frozenset(v for i, v in enumerate(VERDICTS) if bits >> i & 1)


def solve(
    script: Script,
    budget: Budget = USUAL,
    *,
    clock: Callable[[], float] = lambda: 0.0,
    progress: Telling = lambda _turn, _states: True,
) -> Solution:
    """Solve a scenario. ``progress`` hears the turn and the states so far; if it answers false, ``Interrupted`` is raised."""
    meter = Meter(budget, clock, progress)
    options = Options(script)
    expander = Expander(script, options)
    layers, left = _explored(expander, meter)
    solved: list[Solved] = []
    after = _unknown(left)
    for layer in reversed(layers):
        after = _backed_up(layer, after, meter)
        solved.append(after)
    halfway = None if left else Learners(layers, int(after.best[0]), meter.wanted).at(HALFWAY)
    index = _index(script, options)
    expanded = Expanded(tuple(layers), options, MappingProxyType(expander.answers))
    return solution_of(script, index, layers, solved[::-1], halfway=halfway, expanded=expanded)


def _explored(expander: Expander, meter: Meter) -> tuple[list[Layer], int]:
    """The layers that the budget allows, and how many states there are beyond them."""
    layers: list[Layer] = []
    states = expander.first()
    while len(states):
        turn = len(layers) + 1
        try:
            meter.begin(turn, len(states))
            layer, states = expander.layer(turn, states, meter)
        except Spent:
            break
        layers.append(layer)
        meter.kept += sum(numbers.nbytes for numbers in layer.arrays) + layer.size * _BYTES_OF_FIGURES
        meter.kept += layer.next.size * BYTES_A_LINK
    return layers, len(states)


def _index(script: Script, options: Options) -> PlaceIndex:
    people, turns = options.people, script.turns
    return PlaceIndex(
        MappingProxyType(options.moment_numbers),
        MappingProxyType(people.numbers),
        MappingProxyType(options.memories.numbers),
        people.merging,
        options.merging,
        options.gauges,
        turns,
    )


def _unknown(count: int) -> Solved:
    """What is known of states that were not explored: nothing but the bounds of the scale."""
    low = np.zeros(count, dtype=np.int8)
    high = np.full(count, HIGHEST, dtype=np.int8) if count else low
    # A shortest way through the unknown takes at least one more turn; every ending may lie there.
    turns, endings = np.ones(count, dtype=np.int8), np.full(count, _EVERY_VERDICT, dtype=np.int8)
    return Solved(low, high, low, high, turns, turns, endings)


def _backed_up(layer: Layer, after: Solved, meter: Meter) -> Solved:
    """The figures of a layer from those of the next."""
    # Where nothing is unknown the bounds are the values themselves, and the same arrays.
    exact = after.best is after.best_bound
    parts: list[list[Numbers]] = []
    for _, piece in layer.pieces():
        parts.append(_figures(piece, after, exact=exact))
        meter.wanted()
    best, worst, turns, whole, endings, *bounds = (np.concatenate(figures) for figures in zip(*parts, strict=True))
    best_bound, worst_bound = bounds or (best, worst)
    return Solved(best, best_bound, worst, worst_bound, turns, whole, endings)


def _figures(layer: Layer, after: Solved, *, exact: bool) -> list[Numbers]:
    """Best, worst, turns to a repair and to a whole one, endings, and unless ``exact`` the bounds of best and worst."""
    values, verdicts = np.arange(HIGHEST + 1), np.arange(len(VERDICTS))
    by_value: list[_Backing] = [(after.best, values, np.maximum), (after.worst, values, np.minimum)]
    if not exact:
        by_value += [(after.best_bound, values, np.maximum), (after.worst_bound, values, np.minimum)]
    by_verdict: list[_Backing] = [
        (np.minimum(after.turns, FAR - 1) + 1, np.where(GOOD_VERDICTS, 1, FAR), np.minimum),
        (np.minimum(after.whole, FAR - 1) + 1, np.where(WHOLE_VERDICTS, 1, FAR), np.minimum),
        (after.endings, 1 << verdicts, np.bitwise_or),
    ]
    best, worst, *bounds = (_backed(layer.next, layer.value, backing) for backing in by_value)
    return [best, worst, *(_backed(layer.next, layer.verdict, backing) for backing in by_verdict), *bounds]


def _backed(leads_to: NDArray[np.int32], closes: Numbers, backing: _Backing) -> Numbers:
    """One figure of some states from those of the states that choices lead to, and of the closings."""
    after, closings, join = backing
    # Both are asked at -1 as well, where a choice does not lead there: then the last number of each must change nothing.
    nothing = _CHANGES_NOTHING[join]
    following, closed = (np.append(numbers, nothing).astype(np.int8) for numbers in (after, closings))
    # A choice at a time: numpy is slow at finding the highest of a few numbers that stand side by side.
    found = np.full(len(leads_to), nothing, dtype=np.int8)
    for choice in range(leads_to.shape[1]):
        join(found, following[leads_to[:, choice]], out=found)
        join(found, closed[closes[:, choice]], out=found)
    return found
