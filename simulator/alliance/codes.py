"""What all closed vocabularies share: a code that is a string, hashed as fast as one."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """A word of a closed vocabulary; equal to its own spelling in scenario files."""

    # Enum hashes through a Python call; a code is looked up millions of times by the solver.
    __hash__ = str.__hash__

    def __str__(self) -> str:
        return str(self.value)
