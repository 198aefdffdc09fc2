"""The file behind the log: readable by its user only, put away when it has grown, and silent where it cannot be written."""

from __future__ import annotations

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from simulator.storage.private_files import begin_private

_LINE: Final = "%(asctime)s %(levelname)s %(message)s"


class _PrivateFile(RotatingFileHandler):
    """Passes over what it cannot write: a full disk is told where something of a person cannot be kept."""

    def _open(self) -> TextIOWrapper:
        """Each file, the first as those that follow it, can be read by its user only."""
        begin_private(Path(self.baseFilename))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Nothing is said."""


def open_log(file: Path, largest: int, kept: int) -> logging.Logger:
    """A log of at most ``largest`` bytes, of which ``kept`` older ones stay."""
    log = logging.Logger("attune")
    # Opened with the first line: what keeps it from being opened is passed over like what keeps it from being written.
    handler = _PrivateFile(file, maxBytes=largest, backupCount=kept, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_LINE))
    log.addHandler(handler)
    return log
