"""The benches are run by hand; here only that one of them still comes to an end with a figure."""

from __future__ import annotations

import math

from tests.bench.__main__ import as_line
from tests.bench.library import library
from tests.bench.reader import reader


def test_a_cheap_row_is_measured_and_printed() -> None:
    (row,) = library(rounds=1, scenarios=3)
    assert row.ratio is not None
    assert math.isfinite(row.ratio)
    assert row.ratio > 0
    assert as_line(row).startswith("3 known scenarios listed")


def test_edits_of_a_large_scenario_are_measured_and_read_one_block_each() -> None:
    rows = reader(moments=40, places=2, rounds=1)
    assert len(rows) == 5
    assert all(row.met is not None for row in rows)
