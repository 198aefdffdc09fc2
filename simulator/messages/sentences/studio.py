"""What the Studio says of all scenarios, and of one in which everything was tried."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

QUESTION: Final = Sentence("studio/question", "Is each scenario true, fair and finished?")
LEAD: Final = Sentence(
    "studio/lead",
    "Here Attune plays every possible session of a scenario, and tells what should be mended and what is proved. These pages "
    "give the answers away: read them as an author, not before you practise.",
)
NO_SCENARIO: Final = Sentence(
    "studio/no-scenario", "There is no scenario yet. Put scenario files into the folder “scenarios”."
)
ALL_FILES: Final = Sentence("studio/all-files", "All scenario files", note="For screen readers: the list as a whole.")
COMES_WITH: Final = Sentence("studio/comes-with", "comes with Attune")
YOUR_OWN: Final = Sentence("studio/your-own", "your own", note="A scenario file that came from the reader.")
DIFFICULTY: Final = Sentence("studio/difficulty", "difficulty {level}")
SHOW_FOUND: Final = Sentence("studio/show-found", "Show what was found")
SHOW_FOUND_NAMED: Final = Sentence("studio/show-found-named", "Show what was found: {title}")
SHOW_FAULTS: Final = Sentence("studio/show-faults", "Show the faults")
SHOW_FAULTS_NAMED: Final = Sentence("studio/show-faults-named", "Show the faults: {title}")
TRY: Final = Sentence("studio/try", "Try everything", note="A button: plays every possible session of a scenario.")
TRY_NAMED: Final = Sentence("studio/try-named", "Try everything: {title}")
ERRORS: Final = Sentence("studio/errors", "one error", "{count} errors", count="count")
NOT_TRIED: Final = Sentence("studio/not-tried", "not tried since Attune was started")
TRIED_CLEAN: Final = Sentence("studio/tried-clean", "tried, nothing to mend")
TRIED_WARNINGS: Final = Sentence(
    "studio/tried-warnings", "tried, one warning", "tried, {count} warnings", count="count"
)

# While everything is tried, and above what was found.

TRYING_REGION: Final = Sentence("studio/trying-region", "Trying everything")
TRYING: Final = Sentence("studio/trying", "Trying everything in “{title}” …")
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
AGAIN: Final = Sentence("studio/again", "Try again")
READ_ANEW: Final = Sentence("studio/read-anew", "Reads the file anew, as it is on the disk now.")

# What was found.

FOUND_REGION: Final = Sentence("studio/found-region", "What was found")
BROKEN: Final = Sentence(
    "studio/broken",
    "This scenario cannot be played yet, so nothing could be tried. Mend what follows, then try again.",
)
NOT_ALL_TRIED: Final = Sentence(
    "studio/not-all-tried",
    "Not everything could be tried: after {count} situation the budget was used up at turn {turn} of {turns}.",
    "Not everything could be tried: after {count} situations the budget was used up at turn {turn} of {turns}.",
    count="count",
)
ALL_TRIED: Final = Sentence(
    "studio/all-tried",
    "Everything was tried: {count} situation.",
    "Everything was tried: {count} situations.",
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
