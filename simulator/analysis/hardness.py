"""How hard a scenario is beside the shipped ones, by how well somebody must choose to come half of the way in it."""

from __future__ import annotations

from enum import Enum
from typing import Final

from simulator.analysis.learner_levels import TOLERANCE
from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.policies import Outcome
from simulator.analysis.shipped_repairs import SHIPPED_REPAIRS
from simulator.analysis.shipped_sensitivities import SHIPPED_SENSITIVITIES
from simulator.analysis.value import WHOLE_REPAIRS

CARELESS: Final = 0.5
"""Share of the best that careless play must not reach."""

_ALIKE: Final = 1.25
"""By this factor beyond the range of the shipped scenarios' sensitivities something still counts as about as hard."""
_FAR_EASIER: Final = 0.6
_FAR_HARDER: Final = 2.0
"""By these factors beyond that range it counts as far easier, or far harder. Ours, not measured with people."""
_RARELY: Final = 0.2
"""Below this share of the chance that random play has in the hardest shipped scenario, a repair is hardly ever met. Ours too."""


class Hardness(Enum):
    """How hard a scenario is at a level, beside the shipped ones at that level."""

    CARELESS_PAYS = "careless-pays"
    FAR_EASIER = "far-easier"
    EASIER = "easier"
    ALIKE = "alike"
    HARDER = "harder"
    RARELY_REPAIRED = "rarely-repaired"
    FAR_HARDER = "far-harder"


def hardness(learning: LearningCurve, by_chance: float | None, level: int) -> Hardness | None:
    """How hard something is at a level (1 to 3); ``None`` where nothing that is said makes a difference.

    The less sensitive the half-way learner, the easier. Where careless play comes to more than half of the best that says
    little, as not much is left to gain, and is told by itself. So is a repair that random play hardly ever comes to:
    ``by_chance`` is the share of its sessions, ``None`` where there is no repair at all.
    """
    if learning.best - learning.careless <= TOLERANCE:
        return None
    if learning.careless > CARELESS * learning.best:
        return Hardness.CARELESS_PAYS
    shipped = SHIPPED_SENSITIVITIES[level].values()
    least, most = min(shipped), max(shipped)
    upper_ends = (
        (least * _FAR_EASIER, Hardness.FAR_EASIER),
        (least / _ALIKE, Hardness.EASIER),
        (most * _ALIKE, Hardness.ALIKE),
        (most * _FAR_HARDER, Hardness.HARDER),
    )
    found = next((found for end, found in upper_ends if learning.halfway <= end), Hardness.FAR_HARDER)
    if found is not Hardness.FAR_HARDER and by_chance is not None and by_chance < _RARELY * repaired_at_least(level):
        return Hardness.RARELY_REPAIRED
    return found


def repaired_by_chance(random: Outcome) -> float:
    """The share of the sessions of random play that end wholly repaired."""
    return sum(random.verdicts[verdict] for verdict in WHOLE_REPAIRS)


def repaired_at_least(level: int) -> float:
    """The share of them in the shipped scenario in which random play repairs least."""
    return min(SHIPPED_REPAIRS[level].values())


def repaired_at_most(level: int) -> float:
    """The share of them in the shipped scenario in which random play repairs most."""
    return max(SHIPPED_REPAIRS[level].values())
