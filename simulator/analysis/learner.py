"""A trainee who goes on as trainees do: what every state is worth to somebody who chooses well only so often.

The learner takes a choice with a chance proportional to ``exp(sensitivity x W)``, where W is the expected repair value
after it if the same learner goes on: the agent form of the quantal response of McKelvey and Palfrey (1998), worked out
backwards over the solver's layers. A sensitivity of 0 is random play, a large one the expert. Choices at a place are the
responses on offer and staying silent, each once; wordings do not multiply them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.state_space import NOWHERE, Layer
from simulator.analysis.value import HIGHEST

Worths: TypeAlias = NDArray[np.float64]
"""Expected repair values (0-100), one for each state of a turn."""

MOST_SENSITIVE: Final = 10.0
"""Beyond it all play alike: a point less is taken once in 20,000 times. (``exp`` of 14 times half the scale overflows.)"""

BYTES_A_LINK: Final = 4
"""Of a choice in a state, while learners are looked at."""

_HUNDREDTHS: Final = 100
_MIDDLE: Final = HIGHEST / 2
_CLOSINGS: Final = np.arange(HIGHEST + 1, dtype=np.float64)
_NOT_ON_OFFER: Final = np.zeros(1)


class Layered(Protocol):
    """A solution that can be played out."""

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The states turn by turn, with what choices do."""


@dataclass(frozen=True, slots=True, eq=False)
class Learner:
    """A learner of one sensitivity (log-odds a point of repair value), and what every state is worth to them.

    ``hundredths`` has an array a turn and a number a state: hundredths of a point of repair value (0 to 10,000), so that
    what was kept on the disk is exactly what was worked out.
    """

    sensitivity: float
    hundredths: tuple[NDArray[np.int16], ...]

    def __post_init__(self) -> None:
        for numbers in self.hundredths:
            numbers.flags.writeable = False

    def expected(self, turn: int, state: int) -> float:
        """The repair value (0-100) to be expected from a state on; turns and states are counted from 0."""
        return int(self.hundredths[turn][state]) / _HUNDREDTHS

    @property
    def worths(self) -> tuple[Worths, ...]:
        """The repair values (0-100) to be expected from every state on, turn by turn."""
        return tuple(numbers / _HUNDREDTHS for numbers in self.hundredths)


def learner(sensitivity: float, worths: Sequence[Worths]) -> Learner:
    """The learner of a sensitivity, to whom states are worth so much, rounded to hundredths."""
    return Learner(sensitivity, tuple(np.rint(of_turn * _HUNDREDTHS).astype(np.int16) for of_turn in worths))


class Links:
    """Where every choice leads, laid out so that looking at one learner after the other is quick.

    Of each turn the states by portions, a row a choice; a link is the number of a state of the next turn, or beyond those
    one that stands for what is not on offer, and then one for each repair value that a session can close with. ``beat`` is
    called every now and then; what it raises ends the work.
    """

    def __init__(self, layers: Sequence[Layer], beat: Callable[[], object] = lambda: None) -> None:
        self._beat = beat
        sizes = [layer.size for layer in layers[1:]]
        self._turns = [tuple(self._of(layer, size)) for layer, size in zip(layers, [*sizes, 0], strict=True)]

    def worths(self, sensitivity: float) -> tuple[Worths, ...]:
        """The expected repair value of every state, turn by turn, if a learner of this sensitivity (from 0) goes on."""
        found: list[Worths] = []
        after: Worths = np.empty(0)
        for portions in reversed(self._turns):
            weighed = _weighed(after, min(sensitivity, MOST_SENSITIVE))
            after = np.concatenate([self._mean(links, weighed) for links in portions])
            found.append(after)
        return tuple(found[::-1])

    def _of(self, layer: Layer, following: int) -> Iterator[NDArray[np.int32]]:
        for _, piece in layer.pieces():
            # What is not on offer has the value -1, and so the link before that of a closing with 0.
            beyond = piece.value + np.int32(following + 1)
            yield np.ascontiguousarray(np.where(piece.next != NOWHERE, piece.next, beyond).T)
            self._beat()

    def _mean(self, links: NDArray[np.int32], weighed: NDArray[np.complex128]) -> Worths:
        total = weighed[links[0]]
        for choice in links[1:]:
            total += weighed[choice]
        self._beat()
        return np.asarray(total.imag / total.real)


def _weighed(after: Worths, sensitivity: float) -> NDArray[np.complex128]:
    """By link the weight of a choice, and as imaginary part its weight times its worth: one look-up for both."""
    worths = np.concatenate([after, _NOT_ON_OFFER, _CLOSINGS])
    weights = np.exp(sensitivity * (worths - _MIDDLE))
    weights[len(after)] = 0
    return np.asarray(weights + 1j * (weights * worths))


def worths(solution: Layered, sensitivity: float) -> tuple[Worths, ...]:
    """The expected repair value of every state, turn by turn, if a learner of this sensitivity goes on from there.

    Needs an exact solution; raises ``LookupError`` where only its prices were kept.
    """
    return Links(solution.layers).worths(sensitivity)
