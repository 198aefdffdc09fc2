"""What the debriefing says of the session as a whole, beside what it says of single turns."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NOTE_TITLE: Final = Sentence("debriefing/note-title", "A note to yourself")
NOTE_LEAD: Final = Sentence("debriefing/note-lead", "Only you see it. It is kept with this conversation.")
NOTE_KEEP: Final = Sentence("debriefing/note-keep", "Keep the note")
NOTE_KEPT: Final = Sentence("debriefing/note-kept", "Kept.")
NOTE_TOO_LONG: Final = Sentence(
    "debriefing/note-too-long", "A note can have {most} characters; this one has {length}. Shorten it to keep it."
)
GO_ON: Final = Sentence("debriefing/go-on", "Go on from here in a new conversation")
INTERRUPTED: Final = Sentence(
    "debriefing/interrupted",
    "An update of the program changed the patient’s rules while this conversation was unfinished, so it was closed here.",
)
ONLY_CHOICES: Final = Sentence("debriefing/only-choices", "What you said in this conversation")
SAID: Final = Sentence("debriefing/said", "{number}. {words}")
SILENT: Final = Sentence("debriefing/silent", "You stayed with the silence.")
REGION: Final = Sentence("debriefing/region", "Debriefing")
PLAY_AGAIN: Final = Sentence("debriefing/play-again", "Play again")
BACK: Final = Sentence("debriefing/back", "Back to the library")
COMPETENCIES: Final = Sentence("debriefing/competencies", "Ten competencies")
AT_THE_END: Final = Sentence("debriefing/at-the-end", "At the end")
THOUGHT: Final = Sentence("debriefing/thought", "{name} thought: {thought}")
DISCLAIMER: Final = Sentence(
    "debriefing/disclaimer",
    "A training aid with a fictional patient and a simplified model of how people react. The scores are formative and "
    "not validated; they are not for grading or for decisions about fitness to practise.",
)
