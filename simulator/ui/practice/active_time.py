"""How long somebody has been at a line: without pauses, hidden windows, or the time in which the program was closed."""

from __future__ import annotations

from collections.abc import Callable


class ActiveTime:
    """A stopwatch that can be stopped for several reasons at once, and goes on when none of them holds any more.

    ``clock`` only goes forward, in milliseconds.
    """

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._before = 0
        self._since: int | None = None
        self._stopped: set[str] = set()

    def start(self) -> None:
        """Begin anew; what it is stopped for still holds."""
        self._before = 0
        self._since = None if self._stopped else self._clock()

    def stop_for(self, reason: str) -> None:
        """Do not count from now on, for this reason."""
        if self._since is not None:
            self._before += self._clock() - self._since
            self._since = None
        self._stopped.add(reason)

    def go_on_after(self, reason: str) -> None:
        """Count again, unless another reason still holds."""
        self._stopped.discard(reason)
        if not self._stopped and self._since is None:
            self._since = self._clock()

    @property
    def running(self) -> bool:
        """Whether time is being counted."""
        return self._since is not None

    @property
    def ms(self) -> int:
        """The time counted so far, in milliseconds."""
        return self._before + (0 if self._since is None else self._clock() - self._since)
