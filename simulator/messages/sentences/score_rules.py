"""The rules by which a competency gets its number: what was counted, and from where on it is this number. Whole sentences."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NOT_DONE: Final = Sentence(
    "score-rules/not-done", "It was called for, there was time for it, and it was not done: a 1."
)

# Noticing.

NOTICING: Final = Sentence(
    "score-rules/noticing",
    "Twice what was seen for what it was, divided by all that came and all that you said you saw, is {share} of 100, rounded "
    "down (a sign that was seen as another kind counts half). Below 25 it is a 1, from 25 a 2, from 50 a 3, from 70 a 4, from 85 a 5.",
)
TAGS_EVERYTHING: Final = Sentence(
    "score-rules/tags-everything", "A rupture was seen in every moment, calm ones too: no more than a 2."
)
MASKED_UNSEEN: Final = Sentence(
    "score-rules/masked-unseen", "None of those that were easy to miss was seen: no more than a 3."
)
OTHER_KINDS: Final = Sentence(
    "score-rules/other-kinds",
    "Of those that were seen, more than one in four was taken for another kind: no more than a 3.",
)
SOME_MASKED_UNSEEN: Final = Sentence(
    "score-rules/some-masked-unseen", "Not all of those that were easy to miss were seen: no more than a 4."
)

# How soon.

LATENCY: Final = Sentence(
    "score-rules/latency",
    "Each rupture counts by the answer that turned to it: the first is a 5, the second a 4, the third a 3, a later one a 2, "
    "none a 1. Of several it is the mean, half a point rounded down.",
)

# Owning.

OWN_ROLE: Final = Sentence(
    "score-rules/own-role",
    "The best that was owned decides: nothing of it is a 1, on a condition only a 2, in general a 3, what you did a 4, what "
    "you did and its effect a 5.",
)
OWN_ROLE_FLAWED: Final = Sentence(
    "score-rules/own-role-flawed",
    "A 5 is for owning it within three turns, once, with nothing taken back or asked for; here it stays a 4.",
)

# Exploring.

EXPLORING: Final = Sentence(
    "score-rules/exploring",
    "Asking at all is a 2. Each new step that a question opens adds one, up to a 4. A 5 takes two such steps, and that both "
    "the fear of speaking and what was behind it were reached.",
)

# Validating.

VALIDATING: Final = Sentence(
    "score-rules/validating",
    "The best fit decides: a formula is a 2, the surface a 3, the feeling or the guard a 4, both of them or the guard at the "
    "right moment a 5.",
)
ONE_LESS_FOR_AWAY: Final = Sentence(
    "score-rules/one-less-for-away", "That another feeling was explained away takes one off, down to a 1."
)
EXPLAINED_AWAY: Final = Sentence(
    "score-rules/explained-away", "A feeling was explained away and none was validated: a 1."
)

# Staying open.

DEFENDED: Final = Sentence(
    "score-rules/defended",
    "Justified, blamed or soothed: {slips} of {count}, that is {share} of 100. More than 50 is a 1, more than 30 a 2, less a 3; "
    "a single one with a turn towards the rupture in the next two turns is a 4, none a 5.",
)
HALF_LEFT: Final = Sentence(
    "score-rules/half-left",
    "Half of the answers or more defended or left the pressure by another way out: no more than a 3.",
)

# Flexibility.

FLEXIBILITY: Final = Sentence(
    "score-rules/flexibility",
    "The best change decides: too soon, or not wanted there, is a 2; on the complaint or on looking at it together a 3; once "
    "it had been asked what was needed a 4; from what was said plainly of the need a 5. Giving up the frame is no more than a 3.",
)
ONLY_YIELDED: Final = Sentence(
    "score-rules/only-yielded", "Three changes or more without a question about what was needed: no more than a 2."
)
PRESSED_ON: Final = Sentence(
    "score-rules/pressed-on",
    "Going on past a no ({count} time) takes one off, three times or more two.",
    many="Going on past a no ({count} times) takes one off, three times or more two.",
    count="count",
)
PRESSED_ONLY: Final = Sentence("score-rules/pressed-only", "The plan went on past a no and nothing was changed: a 1.")
BY_SILENCE: Final = Sentence("score-rules/by-silence", "What was wanted came about while nothing was said: a 2.")

# Depth.

DEPTH: Final = Sentence(
    "score-rules/depth",
    "The deepest stage decides: none is a 1; looking together at what had happened, or coming together again without it, a 2; "
    "half a complaint or the hurt a 3; the fear of speaking, or saying it plainly, a 4; a repair that came from there a 5.",
)

# When it strained again.

STRAINED_AGAIN: Final = Sentence(
    "score-rules/strained-again",
    "Each time counts by the next two answers: nothing that came back to it is a 1, the same again a 2, coming back after a "
    "detour a 3, with the next words a 4, owning the attempt that failed a 5. Of several it is the mean, half a point rounded "
    "down.",
)
WENT_ROUND: Final = Sentence("score-rules/went-round", "The two of you went round a second time: no more than a 2.")

# Outcome.

ALL_FELL: Final = Sentence("score-rules/all-fell", "All three fell: a 1.")
FELL_TOGETHER: Final = Sentence(
    "score-rules/fell-together",
    "Taken together they fell by {points}, but not all three of them: a 2. A 1 takes that all three fell.",
)
NONE_ROSE: Final = Sentence(
    "score-rules/none-rose", "None of the three rose, and taken together nothing was lost: a 2."
)
NO_LESS: Final = Sentence(
    "score-rules/no-less",
    "One of the three rose, and taken together nothing was lost: a 3. More than that takes a repair or a sound parting.",
)
LEFT: Final = Sentence("score-rules/left", "Leaving is a 1, whatever was felt.")
AT_MOST_TWO: Final = Sentence("score-rules/at-most-two", "Quietly staying away is no more than a 2, whatever was felt.")
DEEP: Final = Sentence(
    "score-rules/deep",
    "After a deep repair it is a 5 where all three rose, a 4 where there is a gain taken together, else a 3: {rose} of the "
    "three rose.",
)
PARTLY: Final = Sentence(
    "score-rules/partly",
    "After a repair in part it is a 4 where two of the three rose and there is a gain taken together, else a 3: {rose} of the "
    "three rose.",
)
COOL: Final = Sentence(
    "score-rules/cool", "The mean of the three is below {least} at the end, which takes one off, but not below a 3."
)
PARTING: Final = Sentence(
    "score-rules/parting",
    "A parting without having looked at it and tried a change is a 2. With both it is a 3 where the three fell taken together, "
    "else a 4; a 5 where what you did was owned and half a complaint or the hurt was heard too.",
)
