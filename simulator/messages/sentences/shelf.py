"""What the library page says: its cards, how far one has come, and what is on no shelf."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

QUESTION: Final = Sentence("shelf/question", "Who would you like to sit with?")
LEAD: Final = Sentence(
    "shelf/lead", "Each conversation begins just after something went wrong between you. Nothing leaves this computer."
)
EMPTY: Final = Sentence(
    "shelf/empty",
    "There is no scenario in the library yet. Put scenario files into the folder “{folder}”, and they stand here.",
)
OPEN_FOLDER: Final = Sentence("shelf/open-folder", "Open the folder", note="The folder of one’s own scenarios.")
NO_FOLDER: Final = Sentence("shelf/no-folder", "The folder “{folder}” cannot be made: {reason}")
RECENT: Final = Sentence("shelf/recent", "Opened last:", note="Before the titles of a few scenarios.")
REGION: Final = Sentence("shelf/region", "Scenario library")
OPEN: Final = Sentence("shelf/open", "Open")
OPEN_NAMED: Final = Sentence("shelf/open-named", "Open {title}", note="For screen readers: the button of one card.")
RESUME: Final = Sentence("shelf/resume", "Resume")
RESUME_NAMED: Final = Sentence("shelf/resume-named", "Resume {title}")
START_AGAIN: Final = Sentence("shelf/start-again", "Start again")
START_AGAIN_NAMED: Final = Sentence("shelf/start-again-named", "Start {title} again")
LOOK_BACK: Final = Sentence("shelf/look-back", "Look back")
LOOK_BACK_NAMED: Final = Sentence("shelf/look-back-named", "Look back at {title}")
EARLIER: Final = Sentence("shelf/earlier", "Earlier conversations")
PERSON: Final = Sentence("shelf/person", "{name}, {age} · {work}", note="The patient of a scenario, with age and work.")
PRACTISE_TO: Final = Sentence("shelf/practise-to", "You practise to {objectives}.")
DIFFICULTY: Final = Sentence("shelf/difficulty", "difficulty {level}")
MINUTES: Final = Sentence("shelf/minutes", "about {minutes} min")
NOT_PLAYED: Final = Sentence("shelf/not-played", "no conversation yet")
ENDED: Final = Sentence("shelf/ended", "{count} conversation", "{count} conversations", count="count")
ENDED_BEST: Final = Sentence(
    "shelf/ended-best",
    "{count} conversation, {best}",
    "{count} conversations, at best {best}",
    count="count",
    note="What it came to, or the best of several: “repaired”, “partly repaired”, “an agreed transfer”.",
)
TRIES: Final = Sentence(
    "shelf/tries",
    "{count} other try",
    "{count} other tries",
    count="count",
    note="Conversations that went on from a place in an earlier one, to say it differently there.",
)
UNFINISHED: Final = Sentence("shelf/unfinished", "{count} unfinished", "{count} unfinished", count="count")
BROKEN: Final = Sentence(
    "shelf/broken",
    "Cannot be played yet: one fault in “{file}”. The Studio names it.",
    "Cannot be played yet: {count} faults in “{file}”. The Studio names them.",
    count="count",
)
SAME_ID: Final = Sentence("shelf/same-id", "Cannot be played yet: {why}")
LEFT_OUT: Final = Sentence(
    "shelf/left-out",
    "{count} file in your scenario folder is not on the shelf:",
    "{count} files in your scenario folder are not on the shelf:",
    count="count",
)
LEFT_OUT_ONE: Final = Sentence("shelf/left-out-one", "“{path}”: {reason}")
AND_MORE: Final = Sentence("shelf/and-more", "… and {count} more.", "… and {count} more.", count="count")
