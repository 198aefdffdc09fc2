"""A log for whoever looks after the computer: starts, ends and mistakes of the program, and nothing about people.

It names modules and lines, versions and the ids of sentences; never a name, a text, a title, or where a file lies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import logging

LOG_FILE: Final = "attune.log"
LARGEST: Final = 200_000
"""Bytes of a log; then it is put away and a new one is begun."""
KEPT: Final = 3
"""Logs that were put away and are kept."""

_PACKAGE: Final = Path(__file__).resolve().parents[1]


class ProgramLog:
    """The log in a data folder; where none can be written, nothing is logged and nobody is disturbed.

    ``versions`` of the program and what it runs on are asked for its first line, which is written before any other.
    """

    def __init__(self, folder: Path, versions: Callable[[], Mapping[str, str]] | None = None) -> None:
        self._file = folder / LOG_FILE
        self._versions = versions

    @cached_property
    def _log(self) -> logging.Logger:
        # Loaded with the first line, which can wait until the window was drawn.
        from simulator.storage.rotating_log import open_log

        log = open_log(self._file, LARGEST, KEPT)
        if self._versions is not None:
            log.info("begun: %s", ", ".join(f"{what} {version}" for what, version in self._versions().items()))
        return log

    def begun(self) -> None:
        """The window stands on the screen."""
        _ = self._log

    def ended(self, code: int) -> None:
        """The window was closed."""
        self._log.info("ended with %d", code)
        self.close()

    def refused(self, sentence: str) -> None:
        """Something could not be done; ``sentence`` is the id of what was said, without its values."""
        self._log.warning("refused: %s", sentence)

    def mistake(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """A mistake of the program: its kind and the lines it went through, without what it said of values and files."""
        self._log.error("mistake: %s at %s", kind.__name__, " < ".join(_lines(trace)) or "an unknown place")

    def close(self) -> None:
        """Let go of the file."""
        if "_log" in self.__dict__:
            for handler in self._log.handlers:
                handler.close()


def _lines(trace: TracebackType | None) -> list[str]:
    """Where a mistake was made, the innermost place first; of the modules of others only the names of their files."""
    lines: list[str] = []
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        own = file.is_relative_to(_PACKAGE)
        name = file.relative_to(_PACKAGE).as_posix() if own else file.name
        lines.insert(0, f"{name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return lines
