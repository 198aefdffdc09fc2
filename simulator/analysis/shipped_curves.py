"""What learners of every skill come to in each shipped scenario: the shelf in whose points a skill is told.

``python -m tests.analysis.shipped_curves`` works the figures out anew and prints them; a test says when they no longer hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from simulator.analysis.choice_evidence import SkillCurve

LEVEL: Final = 1
"""The level that every shipped scenario suggests."""

SHIPPED_CURVES: Final[Mapping[str, tuple[float, float, tuple[float, ...]]]] = MappingProxyType(
    {
        "concert-silence": (
            30.43,
            94,
            (
                30.6,
                30.65,
                30.71,
                30.78,
                30.89,
                31.01,
                31.18,
                31.4,
                31.68,
                32.05,
                32.53,
                33.16,
                33.98,
                35.08,
                36.55,
                38.52,
                41.18,
                44.74,
                49.43,
                55.34,
                62.22,
                69.53,
                76.9,
                83.48,
                87.72,
                89.76,
                90.66,
                91.07,
                91.26,
                91.38,
                91.49,
                91.63,
                91.79,
                91.98,
                92.21,
                92.46,
                92.75,
                93.07,
                93.39,
                93.67,
                93.86,
            ),
        ),
        "homework-load": (
            19.05,
            95,
            (
                19.17,
                19.2,
                19.25,
                19.3,
                19.37,
                19.47,
                19.59,
                19.74,
                19.95,
                20.22,
                20.58,
                21.07,
                21.73,
                22.64,
                23.92,
                25.77,
                28.49,
                32.56,
                38.56,
                46.89,
                57.03,
                67.66,
                77.77,
                85.21,
                88.81,
                90.26,
                90.93,
                91.26,
                91.39,
                91.46,
                91.52,
                91.58,
                91.67,
                91.78,
                91.93,
                92.24,
                93.18,
                94.11,
                94.55,
                94.77,
                94.92,
            ),
        ),
        "push-me": (
            21.97,
            95,
            (
                22.12,
                22.16,
                22.21,
                22.28,
                22.37,
                22.49,
                22.64,
                22.84,
                23.1,
                23.44,
                23.89,
                24.49,
                25.29,
                26.38,
                27.87,
                29.95,
                32.88,
                37.0,
                42.68,
                50.0,
                58.48,
                67.25,
                75.62,
                82.92,
                87.68,
                89.76,
                90.47,
                90.73,
                90.85,
                90.96,
                91.07,
                91.2,
                91.37,
                91.57,
                91.81,
                92.09,
                92.43,
                92.82,
                93.22,
                93.61,
                94.51,
            ),
        ),
    }
)
"""By scenario: the repair value (0-100) of choosing blindly, the best, and of each skill of the grid."""


def shipped_shelf() -> tuple[SkillCurve, ...]:
    """The curves of the shipped scenarios."""
    return tuple(SkillCurve(np.array(values), blind, best) for blind, best, values in SHIPPED_CURVES.values())
