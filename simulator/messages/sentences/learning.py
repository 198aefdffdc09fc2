"""What is said of how much choosing better pays in a scenario: to careless play, to learners, and to an expert."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# At the terminal: what heads a line, and the line.

CARELESS: Final = Sentence("learning/careless", "careless play", note="Heads a line of figures.")
CARELESS_EARNS: Final = Sentence(
    "learning/careless-earns", "{points} of 100 on average, of anything on offer, staying silent too"
)
HALFWAY: Final = Sentence("learning/halfway", "half-way learner", note="Heads a line of figures.")
HALFWAY_EARNS: Final = Sentence(
    "learning/halfway-earns",
    "{points} of 100 on average, half of the way from there to the best; sensitivity {sensitivity}",
)
OTHERS: Final = Sentence("learning/others", "weak, strong learner", note="Heads a line of figures.")
OTHERS_ARE: Final = Sentence(
    "learning/others-are", "a quarter and three quarters of the way; sensitivity {weak} and {strong}"
)
HALFWAY_ROW: Final = Sentence(
    "learning/halfway-row", "sensitivity of the half-way learner", note="Heads a row of figures, one a scenario."
)

# In the Studio.

EXPECTED: Final = Sentence(
    "learning/expected",
    "Taking anything on offer earns {careless} points on average; someone who chooses well about half the time (our "
    "assumption) earns {expected}.",
)
SENSITIVITIES: Final = Sentence(
    "learning/sensitivities",
    "What that takes says how hard the scenario is: a sensitivity of {halfway} (log-odds a point), {weak} for a quarter of "
    "the way from careless play to the best, {strong} for three quarters.",
)
