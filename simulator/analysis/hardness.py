"""How hard a scenario is beside the shipped ones, by how well somebody must choose to come half of the way in it."""

from __future__ import annotations

from enum import Enum
from typing import Final

from simulator.analysis.learner_levels import TOLERANCE
from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.shipped_sensitivities import SHIPPED_SENSITIVITIES

CARELESS: Final = 0.5
"""Share of the best that careless play must not reach."""

_ALIKE: Final = 1.25
"""By this factor beyond the range of the shipped scenarios' sensitivities something still counts as about as hard."""
_FAR_EASIER: Final = 0.6
_FAR_HARDER: Final = 2.0
"""By these factors beyond that range it counts as far easier, or far harder. Ours, not measured with people."""


class Hardness(Enum):
    """How hard a scenario is at a level, beside the shipped ones at that level."""

    CARELESS_PAYS = "careless-pays"
    FAR_EASIER = "far-easier"
    EASIER = "easier"
    ALIKE = "alike"
    HARDER = "harder"
    FAR_HARDER = "far-harder"


def hardness(learning: LearningCurve, level: int) -> Hardness | None:
    """How hard something is at a level (1 to 3); ``None`` where nothing that is said makes a difference.

    The less sensitive the half-way learner, the easier. Where careless play comes to more than half of the best that says
    little, as not much is left to gain, and is told by itself.
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
    return next((found for end, found in upper_ends if learning.halfway <= end), Hardness.FAR_HARDER)
