"""The parts of a pose that a wording can name: what the drawing of a patient knows how to show."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.portrait_names import Portrait

POSES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "gaze": ("you", "floor", "lap", "aside", "past-you", "up", "closed"),
        "hands": ("rest", "clasped", "folded", "hold", "open", "heart", "press", "both", "face"),
        "lean": ("forward", "back", "upright"),
        "stands": ("half", "chair", "door"),
        "holds": (
            *("stub", "bag", "phone", "pen", "card", "paper", "folder", "book", "purse", "tissue", "water", "glasses"),
            *("coat", "scarf", "gloves"),
        ),
        "wears": ("coat", "gloves", "scarf", "bag"),
        "glasses": ("low", "off"),
    }
)
"""The words that each part can have. What a wording does not name follows the patient's reaction state.

Nothing lasts: who stands, holds something or is dressed to go is drawn so where a wording says it, and nowhere else.
"""

WITH_GLASSES: Final = frozenset({Portrait.RUTH_ADLER})
"""The portraits with glasses: only they can look over them, hold them or go without."""
