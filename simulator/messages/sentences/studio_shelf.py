"""What the shelf of the Studio says of its parts, of scenarios that are not there yet, and of what is dropped on the window."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# The parts of the shelf, each with a sentence below its heading.
OWN: Final = Sentence("studio-shelf/own", "Your own scenarios")
OWN_SAID: Final = Sentence(
    "studio-shelf/own-said",
    "Trainees do not see a draft, nor what was changed since it was published. The rest stands in Practice.",
)
OWN_NONE: Final = Sentence(
    "studio-shelf/own-none",
    "None yet. “{new}” begins one from seven questions; “{copy}” begins one from a scenario that is finished.",
    note="“new” and “copy” are words on buttons.",
)
SHIPPED: Final = Sentence("studio-shelf/shipped", "Scenarios that come with Attune")
SHIPPED_SAID: Final = Sentence(
    "studio-shelf/shipped-said",
    "They stand in Practice, and stay as they are: what you edit is a copy of your own.",
)
BROUGHT: Final = Sentence("studio-shelf/brought", "Opened from elsewhere")
BROUGHT_SAID: Final = Sentence("studio-shelf/brought-said", "They are shown here until you close Attune.")
PEOPLE: Final = Sentence("studio-shelf/people", "People and how they react")
PEOPLE_SAID: Final = Sentence(
    "studio-shelf/people-said",
    "Whom the scenarios are with: how they speak, what they look like, and where each answer leads them. Several "
    "scenarios can be with the same person.",
)
TO_PEOPLE: Final = Sentence(
    "studio-shelf/to-people", "People ({count})", note="A button that leads to the people further down the page."
)

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
