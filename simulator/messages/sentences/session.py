"""What cannot be done in a conversation, and why."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

ENDED: Final = Sentence("session/ended", "This session has ended.")
TAG_FIRST: Final = Sentence("session/tag-first", "First say what you just saw; nothing is an answer too.")
NOT_ON_OFFER: Final = Sentence(
    "session/not-on-offer", "“{response}” is not on offer at “{moment}”. On offer: {offered}."
)
NO_START: Final = Sentence("session/no-start", "The log of this session does not begin with its start.")
SECOND_START: Final = Sentence("session/second-start", "The log of this session holds a second start.")
OTHER_COURSE: Final = Sentence(
    "session/other-course",
    "Step {step} of this conversation cannot be played again as it was: the patient would answer otherwise.",
    note="Shown where a stored conversation and the program disagree although they name the same edition of the rules.",
)
NOT_RESUMABLE: Final = Sentence(
    "session/not-resumable",
    "This conversation was played with an earlier edition of the rules and cannot be gone on with as it is. "
    "You can go on from here in a new one.",
)
OUTCOMES_NOT_RECORDED: Final = Sentence(
    "session/outcomes-not-recorded",
    "What the patient answered in this conversation was not recorded. Only what was chosen can be shown.",
)
WORDS_MISSING: Final = Sentence(
    "session/words-missing", "This conversation names “{name}”, which is not in the texts that were kept with it."
)
