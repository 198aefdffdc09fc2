"""What the Studio says of scenarios that are not there yet, or that somebody drops on the window."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

EMPTY: Final = Sentence(
    "studio-shelf/empty",
    "There is no scenario here yet. Drop a scenario file or a folder on this window, or put files into your own folder.",
)

# What was dropped on the window
NOT_THERE: Final = Sentence("studio-shelf/not-there", "“{path}” is not there any more.")
NO_SCENARIO: Final = Sentence(
    "studio-shelf/no-scenario",
    "“{path}” is no scenario. Drop a file that ends in “.yaml”, or a folder with such files.",
)
USED_BY_SCENARIOS: Final = Sentence(
    "studio-shelf/used-by-scenarios",
    "“{path}” is a patient or a reaction file, which scenarios use. Drop the scenario, or the folder that it lies in.",
)
EMPTY_FOLDER: Final = Sentence("studio-shelf/empty-folder", "There is no scenario in “{path}”.")
IN_CONVERSATION: Final = Sentence(
    "studio-shelf/in-conversation", "Leave the conversation first, then drop the scenario on this window once more."
)
