"""What tells a conversation that the program has played itself from one that a person has held: a mark in its first step.

The mark is in the signed bytes, so it goes wherever the file goes.
"""

from __future__ import annotations

from typing import Final

from simulator.session.events import Started

_MARK: Final = "+sample"


def marked(attune: str) -> str:
    """The version of the program with the mark, for the start of a conversation that it plays itself."""
    return f"{attune}{_MARK}"


def is_sample(started: Started) -> bool:
    """Whether the program has played a conversation itself."""
    return started.attune.endswith(_MARK)
