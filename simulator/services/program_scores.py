"""What the program scores itself in conversations, before anybody corrected anything: what agreement and reliability stand on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from simulator.scoring import score
from simulator.scoring.competency import Competency
from simulator.services.distinct_transcripts import path_of

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn

Scored: TypeAlias = tuple[str, Mapping[Competency, int | None]]
"""The course that a conversation took, and its scores."""


class ProgramScores:
    """Scores each conversation once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Scored] = {}

    def of(self, found: HandedIn) -> Scored:
        """The course that a conversation took, and what the program scores itself."""
        key = (found.id, found.stored.header.head)
        if key not in self._known:
            scores = score(found.transcript).competencies
            self._known[key] = path_of(found.transcript), {of: one.score for of, one in scores.items()}
        return self._known[key]
