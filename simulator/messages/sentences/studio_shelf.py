"""What the Studio says of scenarios that are not there yet, or that somebody drops on the window."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

EMPTY: Final = Sentence(
    "studio-shelf/empty",
    "There is no scenario here yet. Drop a scenario file or a folder on this window, or put files into your own folder.",
)
