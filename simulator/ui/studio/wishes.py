"""What an author wants to see in the Studio; it is kept with the settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StudioWishes:
    """``name`` is what the author is called in the settings. ``more`` shows what a first evening does without; ``proof`` shows the proof beside the editor where there is room."""

    more: bool = False
    proof: bool = True
    name: str = ""
