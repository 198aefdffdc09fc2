"""What the findings of the ten competencies say: why a score is what it is, and what each turn shows. Whole sentences."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

LEFT_EARLY: Final = Sentence(
    "competencies/left-early", "{name} left at turn {turn}, which is too early for a number here."
)
NO_RUPTURE: Final = Sentence("competencies/no-rupture", "There was no rupture.")
NO_TIME: Final = Sentence("competencies/no-time", "There were fewer than two turns to answer.")

# Noticing.

NO_MARKER: Final = Sentence("competencies/no-marker", "No sign of a rupture was shown.")
SKIPPED: Final = Sentence(
    "competencies/skipped",
    "In {count} moment you did not say what you saw, so no score is given; these are the signs that came.",
    many="In {count} moments you did not say what you saw, so no score is given; these are the signs that came.",
    count="count",
)
TOO_FEW: Final = Sentence(
    "competencies/too-few",
    "{seen} of {count} sign seen for what it was; it takes five for a number.",
    many="{seen} of {count} signs seen for what they were; it takes five for a number.",
    count="count",
)
TAGGED_RIGHT: Final = Sentence(
    "competencies/tagged-right",
    "{right} of {count} sign seen for what it was.",
    many="{right} of {count} signs seen for what they were.",
    count="count",
)
TAGGED_OTHERWISE: Final = Sentence(
    "competencies/tagged-otherwise",
    "{count} was taken for something else.",
    many="{count} were taken for something else.",
    count="count",
)
PASSED_UNTAGGED: Final = Sentence(
    "competencies/passed-untagged",
    "{count} passed as nothing.",
    many="{count} passed as nothing.",
    count="count",
)
TAKEN_FOR_OPENING: Final = Sentence(
    "competencies/taken-for-opening",
    "{count} was taken for an opening.",
    many="{count} were taken for an opening.",
    count="count",
)
FALSE_ALARMS: Final = Sentence(
    "competencies/false-alarms", "{count} false alarm.", many="{count} false alarms.", count="count"
)
OPENINGS_SEEN: Final = Sentence(
    "competencies/openings-seen",
    "You also saw {name} opening up once.",
    many="You also saw {name} opening up {count} times.",
    count="count",
)
BEHIND_A_MASK: Final = Sentence("competencies/behind-a-mask", "It was masked.", note="The sign was easy to miss.")
SAW_IT: Final = Sentence("competencies/saw-it", "You saw it.")
SAW_ONE_OF_BOTH: Final = Sentence(
    "competencies/saw-one-of-both",
    "You saw it: both were there, {families}, and either is right.",
    note="A mixed rupture; the families are those of the entries family-….",
)
WITHDRAWAL: Final = Sentence("competencies/family-withdrawal", "a withdrawal")
DEFERENCE: Final = Sentence("competencies/family-deference", "deference")
CONFRONTATION: Final = Sentence("competencies/family-confrontation", "a confrontation")
SAW_OPENING: Final = Sentence("competencies/saw-opening", "You saw {name} opening up.")
CALM: Final = Sentence("competencies/calm", "You saw nothing, and nothing was there to see.")
LET_OPENING_BE: Final = Sentence(
    "competencies/let-opening-be", "You saw nothing; that counts neither way where somebody opens up."
)
TAGGED_NOTHING: Final = Sentence("competencies/tagged-nothing", "You saw nothing.")
TAGGED_WITHDRAWAL: Final = Sentence("competencies/tagged-withdrawal", "What you saw: {name} withdrew.")
TAGGED_DEFERENCE: Final = Sentence("competencies/tagged-deference", "What you saw: {name} deferred.")
TAGGED_CONFRONTATION: Final = Sentence("competencies/tagged-confrontation", "What you saw: {name} confronted you.")
TAGGED_OPENED_UP: Final = Sentence("competencies/tagged-opened-up", "What you saw: {name} opened up.")
HALF_TAKEN_BACK: Final = Sentence(
    "competencies/half-taken-back",
    "Half of it was still there, so what you saw counts half.",
    note="Half of the rupture.",
)
OTHER_KIND: Final = Sentence(
    "competencies/other-kind", "It was a sign, and of another kind, so what you saw counts half."
)
NONE_SHOWN: Final = Sentence("competencies/none-shown", "No sign of a rupture was shown here.")

# Latency.

TAKEN_UP: Final = Sentence(
    "competencies/taken-up",
    "{taken} of {count} rupture was taken up.",
    many="{taken} of {count} ruptures were taken up.",
    count="count",
)
TAKEN_UP_LATE: Final = Sentence(
    "competencies/taken-up-late",
    "{count} of them only with the third answer or later, which counts against.",
    many="{count} of them only with the third answer or later, which counts against.",
    count="count",
)
TOO_LATE: Final = Sentence(
    "competencies/too-late", "It was taken up, but late: from the third answer on that counts against."
)
NEVER_TURNED: Final = Sentence(
    "competencies/never-turned",
    "In {count} turn no answer turned to it.",
    many="In {count} turns no answer turned to it.",
    count="count",
)
TURNED_AT_ONCE: Final = Sentence("competencies/turned-at-once", "Your next words turned to it.")
TURNED_LATER: Final = Sentence(
    "competencies/turned-later",
    "Your words turned to the rupture here, {count} turn after it had begun at turn {turn}.",
    many="Your words turned to the rupture here, {count} turns after it had begun at turn {turn}.",
    count="count",
)

# Own role.

NO_PART: Final = Sentence("competencies/no-part", "There was no rupture with a part of yours in it.")
PART_UNNAMED: Final = Sentence("competencies/part-unnamed", "Your part was not named.")
OWNED_NONE: Final = Sentence("competencies/owned-none", "You spoke of your part without owning any of it.")
OWNED_IF: Final = Sentence("competencies/owned-if", "You owned it on a condition only: if something was felt.")
OWNED_IN_GENERAL: Final = Sentence("competencies/owned-in-general", "You owned your part in general terms.")
OWNED_ACT: Final = Sentence("competencies/owned-act", "You named what you did.")
OWNED_EFFECT: Final = Sentence(
    "competencies/owned-effect", "You named what you did and what it may have done to {name}."
)
SORRY_UNCALLED: Final = Sentence("competencies/sorry-uncalled", "You apologised where nothing had been done.")
SORRY_WITHOUT: Final = Sentence("competencies/sorry-without", "You were very sorry, without naming what you did.")
OWNED_LATE: Final = Sentence(
    "competencies/owned-late", "It came at turn {turn}, with the rupture there since turn {since}."
)
OWNED_THEN: Final = Sentence(
    "competencies/owned-then", "What you had owned at turn {turn} was followed by this.", note="Then comes what it was."
)
TOO_SORRY: Final = Sentence("competencies/too-sorry", "The apology went on beyond what had been owned.")
TAKEN_BACK_JUSTIFYING: Final = Sentence("competencies/taken-back-justifying", "It was taken back by justifying.")
TAKEN_BACK_BLAMING: Final = Sentence("competencies/taken-back-blaming", "It was taken back by blaming.")
ASKED_ALL_WELL: Final = Sentence("competencies/asked-all-well", "Your words asked to be told that all is well.")
SMOOTHED_OVER: Final = Sentence("competencies/smoothed-over", "The next words smoothed it over.")
OWNED_AGAIN: Final = Sentence("competencies/owned-again", "It was said again without a new cause.")

# Exploring.

ASKED_NOTHING: Final = Sentence("competencies/asked-nothing", "Nothing was asked about it.")
ASKED: Final = Sentence("competencies/asked", "{count} question.", many="{count} questions.", count="count")
OPENED: Final = Sentence(
    "competencies/opened", "{count} new step was opened.", many="{count} new steps were opened.", count="count"
)
OPENED_STEP: Final = Sentence("competencies/opened-step", "Your question (“{move}”) opened a new step.")
LED_TO_REPAIR: Final = Sentence("competencies/led-to-repair", "Your question (“{move}”) led to the repair.")
LED_BACK: Final = Sentence(
    "competencies/led-back", "Your question (“{move}”) led back to where you two had been before."
)
LED_NO_FURTHER: Final = Sentence("competencies/led-no-further", "Your question (“{move}”) led no further here.")

# Validating.

NOT_CALLED_FOR_WORDS: Final = Sentence("competencies/no-validating-call", "Nothing called for validating words.")
NOT_VALIDATED: Final = Sentence("competencies/not-validated", "What was felt was nowhere met with words that fit it.")
EXPLAINED_AWAY: Final = Sentence("competencies/explained-away", "A feeling was explained away, and none was validated.")
ALSO_EXPLAINED_AWAY: Final = Sentence("competencies/also-explained-away", "Elsewhere a feeling was explained away.")
FITTED_BOTH: Final = Sentence("competencies/fitted-both", "Your words fitted the feeling and the guard in front of it.")
FITTED_GUARD_WELL: Final = Sentence(
    "competencies/fitted-guard-well", "Your words respected the guard at the right moment."
)
FITTED_FEELING: Final = Sentence("competencies/fitted-feeling", "Your words fitted the feeling.")
FITTED_GUARD: Final = Sentence("competencies/fitted-guard", "Your words respected the guard.")
FITTED_SURFACE: Final = Sentence("competencies/fitted-surface", "Your words fitted the surface.")
FORMULA: Final = Sentence("competencies/formula", "Your words were a formula here.")
HELD_ON_TO_NOTHING: Final = Sentence("competencies/held-on-to-nothing", "“{move}” had nothing to hold on to here.")
FITTED_WHAT_SHOWED: Final = Sentence("competencies/fitted-what-showed", "“{move}” fitted what could be seen.")
AWAY_HERE: Final = Sentence("competencies/away-here", "“{move}” explained it away.")
UNVALIDATED_HERE: Final = Sentence("competencies/unvalidated-here", "You did not say that it made sense.")

# Non-defensiveness.

NO_PRESSURE: Final = Sentence("competencies/no-pressure", "There was no pressure.")
DEFENDED: Final = Sentence(
    "competencies/defended",
    "{slips} of {count} answer under pressure justified, blamed or soothed.",
    many="{slips} of {count} answers under pressure justified, blamed or soothed.",
    count="count",
)
OTHER_EXITS: Final = Sentence(
    "competencies/other-exits",
    "{count} left the pressure by another way out.",
    many="{count} left the pressure by another way out.",
    count="count",
)
STAYED_OPEN: Final = Sentence(
    "competencies/stayed-open",
    "{count} did none of this, which counts in favour (named among the turns: {shown}).",
    many="{count} did none of this, which counts in favour (named among the turns: {shown}).",
    count="count",
)
SLIPPED: Final = Sentence("competencies/slipped", "“{move}” was the answer.")
HEARD_AS: Final = Sentence("competencies/heard-as", "“{move}”, thinly, was heard as “{heard}” here.")
OTHER_WAY_OUT: Final = Sentence("competencies/other-way-out", "“{move}” was another way out.")
DID_NOT_DEFEND: Final = Sentence("competencies/did-not-defend", "You did not defend.")

# Depth.

NO_STAGE: Final = Sentence("competencies/no-stage", "No stage of repair was reached.")
DEEPEST: Final = Sentence("competencies/deepest", "The deepest stage came after turn {turn}.")

# Outcome.

NOT_OVER: Final = Sentence("competencies/not-over", "The session has not come to an end.")
NOTHING_SAID: Final = Sentence("competencies/nothing-said", "Nothing was said.")
NOTHING_CHANGED: Final = Sentence("competencies/nothing-changed", "Nothing was strained, and nothing changed.")
AS_FELT: Final = Sentence(
    "competencies/as-felt",
    "As it is felt, against the beginning: bond {bond}, task {task}, goal {goal} (each on a scale from 0 to 100).",
    note="Points, with their sign.",
)
ROSE_MOST: Final = Sentence(
    "competencies/rose-most",
    "Of all turns, how it feels to them rose most in this one: bond {bond}, task {task}, goal {goal}.",
)
FELL_MOST: Final = Sentence(
    "competencies/fell-most",
    "Of all turns, how it feels to them fell most in this one: bond {bond}, task {task}, goal {goal}.",
)
FELL_AT: Final = Sentence(
    "competencies/fell-at",
    "How it feels fell by {lost} in {count} turn, and rose by {won} in others (the three taken together). Most fell at "
    "{turns}.",
    many="How it feels fell by {lost} in {count} turns, and rose by {won} in others (the three taken together). Most fell at "
    "{turns}.",
    count="count",
    note="“turns” lists turns with how much fell in them.",
)
AT_TURN: Final = Sentence("competencies/at-turn", "turn {turn} ({points})")
YOU_STOPPED: Final = Sentence("competencies/you-stopped", "You stopped.")
ENDED_DEEP: Final = Sentence("competencies/ended-deep", "It ended in a deep repair.")
ENDED_PARTLY: Final = Sentence("competencies/ended-partly", "It ended partly repaired.")
ENDED_UNRESOLVED: Final = Sentence("competencies/ended-unresolved", "It ended unresolved.")
ENDED_QUIETLY: Final = Sentence(
    "competencies/ended-quietly", "It ended with a cordial goodbye, and the next session was cancelled."
)
ENDED_LEFT: Final = Sentence("competencies/ended-left", "{name} left.")
ENDED_TRANSFER: Final = Sentence("competencies/ended-transfer", "It ended with a transfer.")
