"""Shipped scenarios, spoilt three hundred times: each is accepted or told what is wrong.

``python -m tests.scenario.spoil_many 10000`` does it more often, and says how long the slowest took and how much memory.
"""

from __future__ import annotations

import random
from typing import Final

import pytest

from tests.scenario.mutations import spoil, spoilt, told_well
from tests.scenario.texts import SHIPPED_TEXTS

CASES: Final = 300
BATCHES: Final = 6


@pytest.mark.parametrize("seed", range(BATCHES))
def test_a_spoilt_scenario_is_read_or_told_what_is_wrong_with_it(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(CASES // BATCHES):
        told_well(*spoilt(chance))


def test_spoilt_patient_and_reaction_files_are_told_too() -> None:
    chance = random.Random(7)
    for name in sorted(name for name in SHIPPED_TEXTS if "/" in name):
        for _ in range(12):
            told_well(name, spoil(SHIPPED_TEXTS[name], chance))
