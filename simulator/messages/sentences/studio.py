"""What the Studio says of each scenario, and of one in which everything was tried."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("studio/title", "Scenarios for your trainees")
LEAD: Final = Sentence(
    "studio/lead",
    "Here you write the conversations that trainees practise in, hear how they go, and publish what is finished. These pages "
    "give the answers away: read them as an author, not before you practise.",
)
NO_SCENARIO: Final = Sentence(
    "studio/no-scenario", "There is no scenario yet. Put scenario files into the folder “scenarios”."
)
ALL_FILES: Final = Sentence(
    "studio/all-files", "All scenarios and people", note="For screen readers: the page as a whole."
)
COMES_WITH: Final = Sentence("studio/comes-with", "comes with Attune")
YOUR_OWN: Final = Sentence("studio/your-own", "your own", note="A file that came from the reader.")
FILE: Final = Sentence("studio/file", "File: {path}", note="Shown where the pointer rests, and told to screen readers.")

# What is said of one scenario.

WITH: Final = Sentence("studio/with", "with {name}", note="The patient of a scenario.")
DIFFICULTY: Final = Sentence("studio/difficulty", "difficulty {level}")
SHOW_FOUND: Final = Sentence("studio/show-found", "Show what the check found")
SHOW_FOUND_NAMED: Final = Sentence("studio/show-found-named", "Show what the check found: {title}")
SHOW_FAULTS: Final = Sentence("studio/show-faults", "Show what to mend")
SHOW_FAULTS_NAMED: Final = Sentence("studio/show-faults-named", "Show what to mend: {title}")
CHECK: Final = Sentence(
    "studio/check", "Check this scenario", note="A button: plays every possible conversation of a scenario."
)
CHECK_NAMED: Final = Sentence("studio/check-named", "Check this scenario: {title}")
CHECK_HINT: Final = Sentence(
    "studio/check-hint",
    "Plays every possible conversation in it, and says what should be mended. It takes some seconds and changes nothing.",
)
ERRORS: Final = Sentence(
    "studio/errors",
    "cannot be played yet: one thing to mend",
    "cannot be played yet: {count} things to mend",
    count="count",
)
CHECKED_CLEAN: Final = Sentence("studio/checked-clean", "checked: nothing to mend")
CHECKED_WARNINGS: Final = Sentence(
    "studio/checked-warnings", "checked: one thing to mend", "checked: {count} things to mend", count="count"
)

# While everything is tried, and above what was found.

TRYING_REGION: Final = Sentence("studio/trying-region", "Checking a scenario")
TRYING: Final = Sentence("studio/trying", "Checking “{title}”: every possible conversation is played …")
READING: Final = Sentence("studio/reading", "Reading the file.")
HOW_LONG: Final = Sentence("studio/how-long", "A scenario of usual size takes a few seconds, a large one a minute.")
STOP: Final = Sentence("studio/stop", "Stop")
SO_FAR: Final = Sentence(
    "studio/so-far",
    "Turn {turn}, one situation so far.",
    "Turn {turn}, {count} situations so far.",
    count="count",
    note="A situation is everything that decides how a conversation can go on.",
)
BACK: Final = Sentence("studio/back", "Back to the shelf")
AGAIN: Final = Sentence("studio/again", "Check again")
READ_ANEW: Final = Sentence("studio/read-anew", "Reads the file anew, as it is on the disk now.")

# What was found.

FOUND_REGION: Final = Sentence("studio/found-region", "What was found")
BROKEN: Final = Sentence(
    "studio/broken",
    "This scenario cannot be played yet, so nothing could be tried. Mend what follows, then check again.",
)
NOT_ALL_TRIED: Final = Sentence(
    "studio/not-all-tried",
    "Not everything could be tried: after {count} situation the budget was used up at turn {turn} of {turns}.",
    "Not everything could be tried: after {count} situations the budget was used up at turn {turn} of {turns}.",
    count="count",
)
ALL_TRIED: Final = Sentence(
    "studio/all-tried",
    "Every possible conversation was played: {count} situation.",
    "Every possible conversation was played: {count} situations.",
    count="count",
)
UNREPAIRABLE: Final = Sentence("studio/unrepairable", "No path repairs the rupture.")
IN_PART: Final = Sentence(
    "studio/in-part",
    "The rupture can be repaired in part at best; the shortest way takes {turns} turn.",
    "The rupture can be repaired in part at best; the shortest way takes {turns} turns.",
    count="turns",
)
REPAIRABLE: Final = Sentence(
    "studio/repairable",
    "The rupture can be repaired; the shortest whole repair takes {turns} turn.",
    "The rupture can be repaired; the shortest whole repair takes {turns} turns.",
    count="turns",
)
WORTH: Final = Sentence(
    "studio/worth",
    "At difficulty {level} and in {turns} turn at most, a session is worth {best} of 100 points of repair value at best, and "
    "{worst} at worst.",
    "At difficulty {level} and in {turns} turns at most, a session is worth {best} of 100 points of repair value at best, and "
    "{worst} at worst.",
    count="turns",
)
NOT_TRIED_MAY_HOLD: Final = Sentence(
    "studio/not-tried-may-hold", "What was not tried may hold other endings and other faults."
)
ENDINGS: Final = Sentence("studio/endings", "Endings within reach: {endings}.")
FROM_THE_WORST: Final = Sentence(
    "studio/from-the-worst",
    "From the worst rupture that can be repaired, the shortest repair takes {turns} turn.",
    "From the worst rupture that can be repaired, the shortest repair takes {turns} turns.",
    count="turns",
)
TOO_LATE: Final = Sentence(
    "studio/too-late",
    "From turn {turn} on, some ruptures are met too late to be repaired ({share} of those that can be met at that turn).",
)
TO_MEND: Final = Sentence("studio/to-mend", "What should be mended")
NOTHING: Final = Sentence("studio/nothing", "Nothing to mend.")
PLACE: Final = Sentence("studio/place", "{file}, line {line}")
ERROR: Final = Sentence("studio/error", "error {code}", note="Marks a fault; people look its code up.")
WARNING: Final = Sentence("studio/warning", "warning {code}", note="Marks a fault; people look its code up.")
MORE_PLACES: Final = Sentence("studio/more-places", "{count} more place", "{count} more places", count="count")
MORE_PLACES_NAMED: Final = Sentence(
    "studio/more-places-named", "{title}: show {count} more place", "{title}: show {count} more places", count="count"
)
SHOW_EXAMPLE: Final = Sentence("studio/show-example", "Show an example")
SHOW_EXAMPLE_NAMED: Final = Sentence("studio/show-example-named", "{title}: Show an example")
HIDE_EXAMPLE: Final = Sentence("studio/hide-example", "Hide the example")
HIDE_EXAMPLE_NAMED: Final = Sentence("studio/hide-example-named", "{title}: Hide the example")
WRONG: Final = Sentence("studio/wrong", "Wrong", note="Heads the lines of a file with a fault in them.")
MENDED: Final = Sentence("studio/mended", "Mended", note="Heads the same lines without the fault.")
