"""Where results that take long to work out are kept between two starts of the program; what is missing is worked out again."""

from __future__ import annotations

from typing import Protocol


class Kept(Protocol):
    """Where solutions are kept by name when the program is closed; what cannot be kept is solved again."""

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, if anything."""

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name."""
