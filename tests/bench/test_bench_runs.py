"""The benches are run by hand; here only that one of them still comes to an end with a figure."""

from __future__ import annotations

import math

from tests.bench.__main__ import as_line
from tests.bench.library import library


def test_a_cheap_row_is_measured_and_printed() -> None:
    (row,) = library(rounds=1, scenarios=3)
    assert row.ratio is not None
    assert math.isfinite(row.ratio)
    assert row.ratio > 0
    assert as_line(row).startswith("3 known scenarios listed")
