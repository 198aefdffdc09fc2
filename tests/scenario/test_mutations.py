"""Shipped scenarios, spoilt ten thousand times: each is accepted or told what is wrong.

``ATTUNE_FUZZ_CASES`` sets another number of cases for a longer run.
"""

from __future__ import annotations

import os
import random
from typing import Final

import pytest

from simulator.scenario import PinnedFiles, read_any
from simulator.scenario.diagnostics import DIAGNOSTICS, Severity
from tests.scenario.mutations import piece, spoil
from tests.scenario.texts import SHIPPED_TEXTS

CASES: Final = int(os.environ.get("ATTUNE_FUZZ_CASES", "10000"))
BATCHES: Final = 20
SCENARIOS: Final = sorted(name for name in SHIPPED_TEXTS if "/" not in name)


@pytest.mark.parametrize("seed", range(BATCHES))
def test_a_spoilt_scenario_is_read_or_told_what_is_wrong_with_it(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(CASES // BATCHES):
        name = chance.choice(SCENARIOS)
        # Now and then a whole file; mostly a piece of one, which is read faster and spoilt more.
        whole = chance.random() < 0.01
        text = spoil(SHIPPED_TEXTS[name] if whole else piece(SHIPPED_TEXTS[name], chance), chance)
        told_well(name, text)


def test_spoilt_patient_and_reaction_files_are_told_too() -> None:
    chance = random.Random(7)
    for name in sorted(name for name in SHIPPED_TEXTS if "/" in name):
        for _ in range(12):
            told_well(name, spoil(SHIPPED_TEXTS[name], chance))


def told_well(name: str, text: str) -> None:
    reading = read_any(PinnedFiles({**SHIPPED_TEXTS, name: text}), name)
    errors = [one for one in reading.diagnostics if one.severity is Severity.ERROR]
    assert reading.scenario is None or not errors
    last = text.count("\n") + text.count("\r") + 2
    for one in reading.diagnostics:
        assert one.code in DIAGNOSTICS
        assert (1, 1) <= (one.span.line, one.span.column) <= (one.span.end_line, one.span.end_column + 1_000_000)
        assert one.span.file != name or one.span.end_line <= last
