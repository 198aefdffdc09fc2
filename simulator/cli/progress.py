"""Tells on a terminal what long work is doing; says nothing where nobody watches."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from simulator.cli.printable import renew_line
from simulator.cli.terminal_language import translated
from simulator.messages.sentences.terminal import SOLVING


class Progress:
    """One line on standard error that is renewed while the work goes on, and gone when it ends."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            renew_line("", sys.stderr)

    def say(self, how_far: str) -> None:
        """Renew the line."""
        if sys.stderr.isatty():
            self._shown = True
            renew_line(f"{self._what}: {how_far}", sys.stderr)

    def solving(self, turn: int, states: int) -> bool:
        """What the solver wants to tell: the turn it looks at and the states so far. It may always go on."""
        self.say(translated(SOLVING(turn=turn, states=states)))
        return True
