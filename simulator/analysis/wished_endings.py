"""Whether a wish to change was heard before the patient goes as wished: what every way to such an ending holds, and lacks.

Followed is how far a way has come: no wish said yet, said, heard (an exploring or owning move after it), handed over (words
of a handover after that). Each state keeps, as bits, how far the ways to it have come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.alliance.moves import EXPLORING, Move
from simulator.alliance.said_classes import SaidClass
from simulator.analysis.options import Options
from simulator.analysis.paths import Said, Way, moment_of, moments_of
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOWHERE, Layer
from simulator.scenario.document import Moment, Response


class Heard(IntEnum):
    """How far a way has come with a wish to change."""

    NOT_SAID = 0
    SAID = 1
    TAKEN_UP = 2
    HANDED_OVER = 3


@dataclass(frozen=True, slots=True)
class Unheard:
    """An ending that comes as wished, the first way to it that lacks something, and how far that way has come."""

    ending: Moment
    way: Way
    heard: Heard


_Bits = NDArray[np.uint8]
_SETS: Final = np.arange(1 << len(Heard), dtype=np.uint8)


def unheard(solution: Solution, beat: Callable[[], object] = lambda: None) -> Iterator[Unheard]:
    """Every ending with ``wished`` to which some way lacks what must come before it; needs an exact solution."""
    options = solution.options
    wished = [number for number, moment in enumerate(options.moments) if moment.wished]
    if not wished:
        return
    heard = _Heard(options)
    ways = list(heard.forward(solution, beat))
    for ending in wished:
        found = next(_lacking(solution, heard, ways, ending), None)
        if found is not None:
            yield found


class _Heard:
    """What choices and moments do to how far a way has come."""

    def __init__(self, options: Options) -> None:
        shape = (len(options.moments), options.columns)
        # Two bits: takes a wish up, hands over.
        self.does = np.zeros(shape, dtype=np.int64)
        for row, moment in enumerate(options.moments):
            for column, response in enumerate(moment.responses, 1):
                self.does[row, column] = _takes_up(response) + 2 * _hands_over(response)
        self.wish = np.array([moment.wish for moment in options.moments])
        self._after = np.stack([_moved(does) for does in range(4)])

    def forward(self, solution: Solution, beat: Callable[[], object]) -> Iterator[_Bits]:
        """For the states of every turn how far the ways to them have come, as bits."""
        here = np.ones(1, dtype=np.uint8)
        sizes = [layer.size for layer in solution.layers[1:]]
        for layer, following in zip(solution.layers, [*sizes, 0], strict=True):
            here = self._arrived(layer, here)
            yield here
            there = np.zeros(following, dtype=np.uint8)
            for column in range(layer.next.shape[1]):
                rows = np.flatnonzero(layer.next[:, column] != NOWHERE)
                found = self.after(layer, here, column)[rows]
                for bit in (1 << heard for heard in Heard):
                    there[layer.next[rows[found & bit > 0], column]] |= np.uint8(bit)
            here = there
            beat()

    def after(self, layer: Layer, here: _Bits, column: int) -> _Bits:
        """How far the ways have come after a choice in every state of a layer."""
        return np.asarray(self._after[self.does[moments_of(layer), column], here])

    def _arrived(self, layer: Layer, here: _Bits) -> _Bits:
        """How far they have come once the moment was told."""
        said = self.wish[moments_of(layer)] & (here & 1 > 0)
        return np.where(said, here & ~np.uint8(1) | np.uint8(2), here)


def _lacking(solution: Solution, heard: _Heard, ways: list[_Bits], ending: int) -> Iterator[Unheard]:
    for index, (layer, here) in enumerate(zip(solution.layers, ways, strict=True)):
        for column in range(layer.next.shape[1]):
            after = heard.after(layer, here, column)
            short = (layer.ended_in[:, column] == ending) & (after & ((1 << Heard.HANDED_OVER) - 1) > 0)
            for row in np.flatnonzero(short).tolist():
                how_far = next(one for one in Heard if after[row] >> one & 1)
                before = _before(heard, layer, here, row, column, how_far)
                way = (*_way(solution, heard, ways, index, row, before), _said(solution, index, row, column))
                yield Unheard(solution.options.moments[ending], way, how_far)


def _way(solution: Solution, heard: _Heard, ways: list[_Bits], index: int, row: int, how_far: Heard) -> Way:
    """One way from the start to a state that has come so far."""
    steps: list[Said] = []
    while index:
        index -= 1
        layer, here = solution.layers[index], ways[index]
        told = heard.wish[solution.layers[index + 1].control(row).moment]
        for before, column in np.argwhere(layer.next == row).tolist():
            after = int(heard.after(layer, here, column)[before])
            wanted = [one for one in Heard if after >> one & 1 and _once_told(one, wish=bool(told)) is how_far]
            if wanted:
                how_far = _before(heard, layer, here, before, column, wanted[0])
                steps.append(_said(solution, index, before, column))
                row = before
                break
    return tuple(reversed(steps))


def _before(heard: _Heard, layer: Layer, here: _Bits, row: int, column: int, after: Heard) -> Heard:
    """How far one of the ways to a state had come, from which a choice leads so far."""
    does = int(heard.does[layer.control(row).moment, column])
    return next(one for one in Heard if int(here[row]) >> one & 1 and _step(one, does) is after)


def _once_told(heard: Heard, *, wish: bool) -> Heard:
    return Heard.SAID if wish and heard is Heard.NOT_SAID else heard


def _step(heard: Heard, does: int) -> Heard:
    """How far a way has come after a choice; a sentence that takes the wish up and hands over in one only takes it up."""
    match heard:
        case Heard.SAID if does & 1:
            return Heard.TAKEN_UP
        case Heard.TAKEN_UP if does & 2:
            return Heard.HANDED_OVER
        case _:
            return heard


def _moved(does: int) -> _Bits:
    """For every set of bits what becomes of it by a choice."""
    moved = np.zeros_like(_SETS)
    for heard in Heard:
        moved |= np.where(_SETS >> heard & 1, np.uint8(1 << _step(heard, does)), np.uint8(0))
    return moved


def _takes_up(response: Response) -> bool:
    """Whether a response explores, or owns the contribution specifically."""
    return SaidClass.OWNING in response.classes or not EXPLORING.isdisjoint((response.move, *response.also))


def _hands_over(response: Response) -> bool:
    return Move.DISCUSS_FIT in (response.move, *response.also)


def _said(solution: Solution, index: int, row: int, column: int) -> Said:
    moment = moment_of(solution, index, row)
    return Said(moment, moment.responses[column - 1] if column else None)
