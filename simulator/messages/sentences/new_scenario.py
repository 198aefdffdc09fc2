"""The words of *New scenario*: the seven questions, and what the person can do."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NEW: Final = Sentence("new-scenario/new", "New scenario")
TITLE: Final = Sentence("new-scenario/title", "A new scenario")
LEAD: Final = Sentence(
    "new-scenario/lead",
    "Seven answers make a scenario that can be played at once. Where you leave one open, its example is used. If you tell "
    "what the therapist did, or choose a whole hour, the story is yours, and everything that is still to be written is marked. "
    "Everything can be changed afterwards.",
)
WHO: Final = Sentence("new-scenario/who", "1. Who is it?")
WHO_HELP: Final = Sentence(
    "new-scenario/who-help", "The name of somebody new. Leave it open to choose somebody who is there already."
)
KNOWN: Final = Sentence("new-scenario/known", "Somebody who is there already")
CALLED: Final = Sentence("new-scenario/called", "What is the scenario called?")
CALLED_ELSE: Final = Sentence("new-scenario/called-else", "If you leave this open: {title}")
LINES_OF_NEW: Final = Sentence(
    "new-scenario/lines-of-new",
    "Where no moment of yours fits, {name} says what anybody could say, until you write other lines.",
)
FACE: Final = Sentence("new-scenario/face", "Their face")
ACT: Final = Sentence("new-scenario/act", "2. What did the therapist do? One act, as the therapist would remember it.")
CAUSE: Final = Sentence("new-scenario/cause", "What was the therapist’s part in it?")
CAUSE_FOLLOWS: Final = Sentence(
    "new-scenario/cause-follows", "Goes with what you choose under 3; choose another if it differs."
)
AGE: Final = Sentence("new-scenario/age", "Their age")
PRONOUNS: Final = Sentence("new-scenario/pronouns", "Their pronouns, such as she/her")
WORK: Final = Sentence("new-scenario/work", "Their work")
ABOUT: Final = Sentence("new-scenario/about", "Who this is, such as “She drives a night bus, and lives alone.”")
HISTORY: Final = Sentence(
    "new-scenario/history",
    "What they learned about closeness early on, such as “She learned early that worries are kept at home.”",
)
SEEKS: Final = Sentence("new-scenario/seeks", "What they come for, such as “She wants to sleep again.”")
NOTES: Final = Sentence("new-scenario/notes", "Is there something to warn of before?")
NOTES_HELP: Final = Sentence(
    "new-scenario/notes-help", "Themes such as grief, with commas between them; leave it open where there is none."
)
WAY: Final = Sentence("new-scenario/way", "3. Does the person move away, along or against?")
UNSAID: Final = Sentence("new-scenario/unsaid", "4. What does the person not dare to say?")
HELPS: Final = Sentence("new-scenario/helps", "5. A first sentence of the therapist that would help")
MISSES: Final = Sentence("new-scenario/misses", "6. A kind sentence that would miss")
UNNOTICED: Final = Sentence("new-scenario/unnoticed", "7. What becomes of it afterwards, if nobody notices?")
EXAMPLE: Final = Sentence(
    "new-scenario/example", "For example: {words}", note="“words” is what the template says where nothing is answered."
)
LENGTH: Final = Sentence("new-scenario/length", "How much is there to begin with?")
SHORT: Final = Sentence("new-scenario/short", "A short scenario")
SHORT_HOLDS: Final = Sentence("new-scenario/short-holds", "Nothing more has to be written in it.")
SHORT_OWN_HOLDS: Final = Sentence(
    "new-scenario/short-own-holds",
    "What belongs to the example’s story is still to be written: brackets say what goes where.",
)
WHOLE_HOUR: Final = Sentence("new-scenario/whole-hour", "A whole hour")
WHOLE_HOUR_HOLDS: Final = Sentence(
    "new-scenario/whole-hour-holds",
    "Eight moments to answer, a timed silence, something remembered, three endings. Beside your answers, about fifteen "
    "texts are yours to write; the others fit any story, and can be changed.",
)
MAKE: Final = Sentence("new-scenario/make", "Make the draft")
BACK: Final = Sentence("new-scenario/back", "Back to the shelf")
PAGE_NAME: Final = Sentence("new-scenario/page-name", "Seven questions for a new scenario")
MADE: Final = Sentence(
    "new-scenario/made",
    "This is your draft, “{path}”. It is on the disk once you save it, and on the Practice shelf once you publish it.",
)
NO_TEMPLATE: Final = Sentence(
    "new-scenario/no-template", "The template “{path}” cannot be read. {reason}", note="“reason” is a sentence."
)

# What the person does: one for each template.

GOES_QUIET: Final = Sentence("new-scenario/goes-quiet", "Away: goes quiet")
NOTICES_ABSENCE: Final = Sentence("new-scenario/notices-absence", "Away, then against: finds you absent")
SAYS_YES: Final = Sentence("new-scenario/says-yes", "Along: says yes to the work without meaning it")
ASKS_FOR_ANOTHER: Final = Sentence("new-scenario/asks-for-another", "Along and against: asks for somebody else")
COMPLAINS_OF_PROGRESS: Final = Sentence("new-scenario/complains-of-progress", "Against: complains that nothing changes")
COMPLAINS_OF_TIME: Final = Sentence("new-scenario/complains-of-time", "Against: about the hour, by a mix-up")
