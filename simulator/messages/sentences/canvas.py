"""What the canvas of the Studio says: of its cards, of what cannot be done, and of playing from a moment."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

PLACES_NOT_KEPT: Final = Sentence(
    "canvas/places-not-kept",
    "Where the cards stand could not be kept in {file}: {reason}. They stay where you put them until this scenario is closed.",
)
