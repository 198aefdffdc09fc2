"""What every row of a vocabulary's table has."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.messages.message import Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a vocabulary: what it is called, what it means in a sentence, and who says so (for developers)."""

    label: Sentence
    help: Sentence
    source: str
