"""What is said of how somebody fares who chooses well so often, and of how hard a scenario is beside the shipped ones."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

HALFWAY_TITLE: Final = Sentence(
    "learning/halfway-title",
    "Someone who chooses well about half the time (our assumption)",
    note="Heads what they come to.",
)
ENDS: Final = Sentence("learning/ends", "ends", note="Heads a line: how often each ending comes.")
ENDING: Final = Sentence(
    "learning/ending", "{ending} {share}", note="How often an ending comes, as in “repaired 48 %”."
)
EARNS: Final = Sentence("learning/earns", "earns", note="Heads a line: points of repair value.")
EARNS_POINTS: Final = Sentence(
    "learning/earns-points",
    "{points} of 100 points of repair value on average; answering at random {careless}, at best {best}",
)
HOW_HARD: Final = Sentence("learning/how-hard", "how hard it is", note="Heads a line.")

CARELESS_PAYS: Final = Sentence(
    "learning/careless-pays", "Too easy: answering at random comes to more than half of the best that can be reached."
)
FAR_EASIER: Final = Sentence("learning/far-easier", "Far easier than the shipped scenarios at this level.")
EASIER: Final = Sentence("learning/easier", "Easier than the shipped scenarios at this level.")
ALIKE: Final = Sentence("learning/alike", "About as hard as the shipped scenarios at this level.")
HARDER: Final = Sentence("learning/harder", "Harder than the shipped scenarios at this level.")
RARELY_REPAIRED: Final = Sentence(
    "learning/rarely-repaired",
    "Too hard: answering at random hardly ever ends repaired, far less often than in the shipped scenarios at this level.",
)
FAR_HARDER: Final = Sentence("learning/far-harder", "Far harder than the shipped scenarios at this level.")
NO_DIFFERENCE: Final = Sentence(
    "learning/no-difference", "Neither easy nor hard: whatever is said, it comes to the same."
)

HALFWAY_ROW: Final = Sentence(
    "learning/halfway-row", "sensitivity of the half-way learner", note="Heads a row of figures, one a scenario."
)

# In the Studio.

EXPECTED: Final = Sentence(
    "learning/expected",
    "On average that earns {expected} of 100 points of repair value. Answering at random earns {careless}, the best answers {best}.",
)
HALF_REACH: Final = Sentence(
    "learning/half-reach",
    "No way of playing that is blind to the patient wins. It would take half of the sessions to reach {margin} points more than "
    "when answering at random.",
)
BLIND_WINS: Final = Sentence(
    "learning/blind-wins",
    "A way of playing that is blind to the patient wins: half of its sessions reach {margin} points more, or still more, than "
    "when answering at random. The right answers give themselves away.",
)
