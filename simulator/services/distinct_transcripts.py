"""Which conversations took the same course: the same moments, seen and answered in the same way."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from simulator.session.codec import canonical

if TYPE_CHECKING:
    from simulator.session.transcript import Transcript


def path_of(transcript: Transcript) -> str:
    """A digest that two conversations share where the same happened in both, turn by turn, in whatever words."""
    started = transcript.started
    turns = [[one.moment.id, one.tag, one.response.id if one.response else None] for one in transcript.exchanges]
    said = {"scenario": started.scenario, "level": started.difficulty, "turns": turns}
    return sha256(canonical(said)).hexdigest()
