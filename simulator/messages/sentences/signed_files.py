"""Why a file with a handed-in conversation is refused, and why a conversation cannot be handed in."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NOT_OURS: Final = Sentence("signed-file/not-ours", "This is not a conversation handed in from Attune.")
NEWER: Final = Sentence(
    "signed-file/newer", "A newer version of Attune made this file. Update Attune on this computer, then open it again."
)
TOO_LARGE: Final = Sentence(
    "signed-file/too-large", "This file has more than {most}. No conversation is as long as that."
)
ALTERED: Final = Sentence(
    "signed-file/altered",
    "The signature does not fit what the file says: it was altered or cut short after it was handed in. Ask for it again.",
)
CUT: Final = Sentence(
    "signed-file/cut", "The file ends before it is complete. It was cut short on its way. Ask for it again."
)
REMARKS_CUT: Final = Sentence(
    "signed-file/remarks-cut", "What was said of a conversation is not whole in this file. Ask for it again."
)
NOT_HERE: Final = Sentence(
    "signed-file/not-here", "What this file was said of is not here: no such conversation of yours is kept."
)
OTHER_COURSE: Final = Sentence(
    "signed-file/other-course",
    "What this file was said of is another course of the conversation than the one kept here.",
)
NOT_SO_SAID: Final = Sentence(
    "signed-file/not-so-said",
    "The file says things that are not for it to say: only comments and corrections of this conversation are given back, "
    "and only answers to them come in return.",
)
OTHER_KEY: Final = Sentence(
    "signed-file/other-key",
    "{name} has handed this conversation in, and this answer is signed with another key. Ask who has made it.",
)
SAID_TWICE: Final = Sentence("signed-file/said-twice", "Line {line} of the file says “{name}” twice.")
NO_NUMBER: Final = Sentence("signed-file/no-number", "Line {line} of the file has {word} where a number must be.")
NOT_READABLE: Final = Sentence("signed-file/not-readable", "Line {line} of the file cannot be read.")
NOT_AS_WRITTEN: Final = Sentence(
    "signed-file/not-as-written", "The file is not as Attune writes it. Somebody else has put it together."
)
CHAIN_BROKEN: Final = Sentence(
    "signed-file/chain-broken",
    "The steps of the conversation do not follow from one another: they were changed or put in another order.",
)
OTHER_TEXTS: Final = Sentence(
    "signed-file/other-texts", "The texts in the file are not those that the conversation was held with."
)
UNKNOWN_RULES: Final = Sentence(
    "signed-file/unknown-rules", "The file names rules (edition {edition}) that no version of Attune has had."
)
ANSWERS_OTHERWISE: Final = Sentence(
    "signed-file/answers-otherwise",
    "Played again, the patient answers otherwise than the file says: what came of the conversation was changed.",
)
CANNOT_BE_TOLD: Final = Sentence("signed-file/cannot-be-told", "What the file says cannot be told: {why}")
NOT_A_WHOLE_CONVERSATION: Final = Sentence(
    "signed-file/not-whole", "The steps in the file are not one conversation from its beginning to its end."
)
UNFINISHED: Final = Sentence("signed-file/unfinished", "A conversation can be handed in once it has ended.")
LEARN: Final = Sentence("signed-file/learn", "What was held in Learn is not handed in.")
TRY: Final = Sentence("signed-file/try", "Another try is not handed in, only the conversation that it began from.")
NOT_RECORDED: Final = Sentence(
    "signed-file/not-recorded",
    "What the patient answered was not recorded when this conversation was held, so it cannot be handed in.",
)
CANNOT_BE_WRITTEN: Final = Sentence(
    "signed-file/cannot-be-written",
    "A newer version of Attune has added to this conversation. Hand it in from there.",
)
KEY_DAMAGED: Final = Sentence(
    "signed-file/key-damaged",
    "The key that you sign with cannot be read ({path}). Move that file away, and a new key is made; whoever knows your "
    "six words has to be told the new ones.",
)
KEY_NOT_KEPT: Final = Sentence(
    "signed-file/key-not-kept", "The key that you sign with cannot be kept ({path}): {reason}"
)
