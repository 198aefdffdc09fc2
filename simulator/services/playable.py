"""Opens a scenario that is to be played, or says why it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.messages.sentences.practice import CANNOT_BE_PLAYED
from simulator.session.errors import ServiceError

if TYPE_CHECKING:
    from simulator.scenario import FolderFiles, PinnedFiles, Scenario


def playable(files: FolderFiles | PinnedFiles, path: str) -> Scenario:
    """The scenario at a path; raises ``ServiceError`` with the first fault if it cannot be played."""
    from simulator.scenario.read import read_scenario

    reading = read_scenario(files, path)
    if reading.scenario is None:
        first = next(d for d in reading.diagnostics if d.severity == "error")
        at = first.span
        raise ServiceError(CANNOT_BE_PLAYED(path=path, file=at.file, line=at.line, why=first.message))
    return reading.scenario
