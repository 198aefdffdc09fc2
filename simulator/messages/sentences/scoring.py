"""What a score says beside its findings: what the patient did, how a competency stands, what was missed, how far it came."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# What the patient did in a turn, or was led to.

WORKED_WITH_YOU: Final = Sentence("scoring/worked-with-you", "{name} worked with you.")
WENT_QUIET: Final = Sentence("scoring/went-quiet", "{name} went quiet.", note="In a turn without a word.")
SAID_LITTLE: Final = Sentence("scoring/said-little", "{name} said little.", note="In a turn with a few words.")
LITTLE_OR_NOTHING: Final = Sentence("scoring/little-or-nothing", "{name} said little or nothing.")
LED_AWAY: Final = Sentence("scoring/led-away", "{name} led away from it.")
SHUT_DOWN: Final = Sentence("scoring/shut-down", "{name} shut down.")
SAID_YES: Final = Sentence("scoring/said-yes", "{name} said yes without meaning it.")
LOOKED_AFTER_YOU: Final = Sentence("scoring/looked-after-you", "{name} looked after you.")
COMPLAINED: Final = Sentence("scoring/complained", "{name} complained.")
REFUSED: Final = Sentence("scoring/refused", "{name} refused.")
PRESSED_YOU: Final = Sentence("scoring/pressed-you", "{name} put you under pressure.")
MOVED_BOTH_WAYS: Final = Sentence("scoring/moved-both-ways", "{name} moved against you and away at once.")
LOOKED_AT_IT: Final = Sentence("scoring/looked-at-it", "{name} looked with you at what had happened.")
HALF_SAID: Final = Sentence("scoring/half-said", "{name} half said what was wrong.")
TOUCHED_ON_IT: Final = Sentence("scoring/touched-on-it", "{name} touched on what is hard to say.")
SAID_PLAINLY: Final = Sentence("scoring/said-plainly", "{name} said plainly what was wanted.")
SHOWED_HURT: Final = Sentence("scoring/showed-hurt", "{name} let the hurt be seen.")
SHOWED_NEED: Final = Sentence("scoring/showed-need", "{name} let the wish to be cared about be seen.")
WORKED_AGAIN: Final = Sentence("scoring/worked-again", "{name} worked with you again.")
AGREED_CHANGE: Final = Sentence("scoring/agreed-change", "{name} agreed on a change with you.")
LEFT: Final = Sentence("scoring/left", "{name} left.")

# How a competency stands.

OF_FIVE: Final = Sentence("scoring/of-five", "{score} of 5")
NOT_DONE: Final = Sentence("scoring/not-done", "called for and not done: {score} of 5")
NOT_REACHED: Final = Sentence(
    "scoring/not-reached", "not reached", note="The hour ended before there were two turns to answer."
)
DID_NOT_COME_UP: Final = Sentence("scoring/did-not-come-up", "did not come up")
SEEN_OF_SIGNS: Final = Sentence(
    "scoring/seen-of-signs", "{seen} of {count} sign", many="{seen} of {count} signs", count="count"
)
SIGNS_CAME: Final = Sentence("scoring/signs-came", "{count} sign came", many="{count} signs came", count="count")

# What was missed, and what only looked like agreement.

NOT_TAKEN_UP: Final = Sentence("scoring/not-taken-up", "“{move}” did not take it up.")
NOT_FOLLOWED: Final = Sentence("scoring/not-followed", "“{move}” did not follow.")
TAGGED_NOTHING: Final = Sentence("scoring/tagged-nothing", "You saw nothing.")
TAKEN_FOR_AGREEMENT: Final = Sentence(
    "scoring/taken-for-agreement", "“{move}” got a yes from {name}, and the yes was taken for agreement."
)
CORDIAL_GOODBYE: Final = Sentence(
    "scoring/cordial-goodbye", "{name} said a cordial goodbye, and the next session was cancelled."
)

# Where what was tagged and what was said part.

SEEN_AND_LEFT: Final = Sentence("scoring/seen-and-left", "You saw it, and your answer did not take it up.")
OPENING_SEEN_AND_LEFT: Final = Sentence(
    "scoring/opening-seen-and-left", "You saw that {name} opened up, and your answer closed it again."
)
ANSWERED_UNSEEN: Final = Sentence(
    "scoring/answered-unseen", "You saw nothing here, and your words turned to it all the same."
)
ANSWERED_ON_ANOTHER_TAG: Final = Sentence(
    "scoring/answered-on-another-tag", "You saw something else here, and your words turned to what was there."
)

# How far working together came back.

MORE_STRAINED_LABEL: Final = Sentence("scoring/more-strained-label", "More strained than before")
LITTLE_CHANGED_LABEL: Final = Sentence("scoring/little-changed-label", "Tried, with little effect")
BACK_IN_PART_LABEL: Final = Sentence("scoring/back-in-part-label", "Working together again in part")
BACK_LABEL: Final = Sentence("scoring/back-label", "Working together again")
UNDERSTOOD_LABEL: Final = Sentence("scoring/understood-label", "Repaired, and something new understood")
MORE_STRAINED: Final = Sentence(
    "scoring/more-strained", "Between you and {name} things are more strained than at the beginning."
)
LITTLE_CHANGED: Final = Sentence(
    "scoring/little-changed", "Something was tried, and between you and {name} little has changed."
)
BACK_IN_PART: Final = Sentence("scoring/back-in-part", "You and {name} work together again in part.")
BACK: Final = Sentence("scoring/back", "You and {name} work together again.")
UNDERSTOOD: Final = Sentence(
    "scoring/understood", "You and {name} work together again, and what had been too risky to say was said."
)
PARTED: Final = Sentence("scoring/parted", "You and {name} looked for a better fit together, and parted well.")
AT_THE_END: Final = Sentence(
    "scoring/at-the-end", "That is how the hour ended.", note="After what the patient did last."
)
