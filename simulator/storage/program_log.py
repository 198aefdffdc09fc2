"""A log for whoever looks after the computer: starts, ends and mistakes of the program, and nothing about people.

It names modules and lines, versions and the ids of sentences; never a name, a text, a title, or where a file lies.
"""

from __future__ import annotations

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from simulator.storage.private_files import begin_private

LOG_FILE: Final = "attune.log"
LARGEST: Final = 200_000
"""Bytes of a log; then it is put away and a new one is begun."""
KEPT: Final = 3
"""Logs that were put away and are kept."""

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_LINE: Final = "%(asctime)s %(levelname)s %(message)s"


class _PrivateFile(RotatingFileHandler):
    """Passes over what it cannot write: a full disk is told where something of a person cannot be kept."""

    def _open(self) -> TextIOWrapper:
        """Each file, the first as those that follow it, can be read by its user only."""
        begin_private(Path(self.baseFilename))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Nothing is said."""


class ProgramLog:
    """The log in a data folder; where none can be written, nothing is logged and nobody is disturbed."""

    def __init__(self, folder: Path) -> None:
        self._log = logging.Logger("attune")
        # Opened with the first line: what keeps it from being opened is passed over like what keeps it from being written.
        handler = _PrivateFile(folder / LOG_FILE, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter(_LINE))
        self._log.addHandler(handler)

    def begun(self, **versions: str) -> None:
        """The window opened; ``versions`` of the program and what it runs on."""
        self._log.info("begun: %s", ", ".join(f"{what} {version}" for what, version in versions.items()))

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
