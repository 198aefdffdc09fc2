"""What is said of a decision by its price and its gain: tables of thresholds, in hundredths of a point of repair value.

The words describe the answer and never the person. The thresholds were set on the plays of simulated learners of the three
shipped patients (README, “What an answer is called”).
"""

from __future__ import annotations

from typing import Final

from simulator.alliance.codes import Code


class Judgement(Code):
    """What a decision cost against the best answer of its place."""

    AS_GOOD = "as-good-as-any"
    LITTLE = "cost-a-little"
    SOME = "cost-something"
    LOT = "cost-a-lot"


class Help(Code):
    """How far a decision that was as good as any took the hour forward."""

    SOME = "helped"
    LOT = "helped-a-lot"


PRICED: Final = ((0, Judgement.AS_GOOD), (300, Judgement.LITTLE), (800, Judgement.SOME), (1500, Judgement.LOT))
"""From which price on a decision is judged so, the cheapest first."""

GAINED: Final = ((500, Help.SOME), (1000, Help.LOT))
"""From which gain on a decision helped so, the smallest first."""

BETTER_FROM: Final = PRICED[1][0]
"""From this price on another answer is called better."""

HELPED_FROM: Final = GAINED[0][0]
"""From this gain on an answer helped."""

WORST_FROM: Final = 500
"""The costliest turn of a session is named, as the one to say again, if its price is at least this."""


def judge(price: int) -> Judgement:
    """The judgement on a decision of this price (0 or more)."""
    return [judgement for least, judgement in PRICED if price >= least][-1]


def helped(price: int, gain: int) -> Help | None:
    """Whether a decision helped; one that cost more than nothing, or gained too little to tell, did not."""
    if judge(price) is not Judgement.AS_GOOD:
        return None
    return next((help_ for least, help_ in reversed(GAINED) if gain >= least), None)
