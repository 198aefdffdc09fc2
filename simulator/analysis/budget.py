"""How much trying everything may cost, and the one place where that is held against what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

MEGABYTE: Final = 1_000_000

Telling: TypeAlias = Callable[[int, int], bool]
"""Hears the turn that is being tried and the states so far; answers false if the work should end."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a solution may cost: states, seconds of whatever clock is handed to the solver, and bytes of memory."""

    states: int = 3_000_000
    seconds: float = 60.0
    bytes: int = 380 * MEGABYTE


USUAL: Final = Budget()
"""What a scenario may cost unless somebody asks for something else."""


class Interrupted(Exception):
    """Somebody asked for the work to stop."""


class Spent(Exception):
    """The budget is used up: what is known so far has to do."""


class Meter:
    """Holds the costs of one solution against its budget, and asks every now and then whether anybody still wants it.

    ``kept`` is what the solution takes so far, in bytes, beside what is worked on.
    """

    def __init__(self, budget: Budget, clock: Callable[[], float], progress: Telling) -> None:
        self.kept = 0
        self._budget = budget
        self._clock = clock
        self._progress = progress
        self._began = clock()
        self._turn = 0
        self._states = 0

    def begin(self, turn: int, states: int) -> None:
        """A turn begins with so many more states; raises ``Spent`` where they, or the time until now, are too much."""
        self._turn = turn
        self._states += states
        if self._states > self._budget.states:
            raise Spent
        self.beat()

    def beat(self) -> None:
        """Work goes on; raises ``Interrupted`` if nobody wants it any more, and ``Spent`` when its time is up."""
        if self._clock() - self._began > self._budget.seconds:
            raise Spent
        self.wanted()

    def wanted(self) -> None:
        """The same when what is known has to be put together, which the budget does not keep from being done."""
        if not self._progress(self._turn, self._states):
            raise Interrupted

    def room(self, needed: int) -> None:
        """So many bytes more are about to be used; raises ``Spent`` before they are if that is too much."""
        if self.kept + needed > self._budget.bytes:
            raise Spent
