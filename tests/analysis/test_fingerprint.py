"""Prices are kept under what decides about them, so that no price outlives the rules or the pricing it was worked out by."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.analysis.fingerprint import PRICES, PRICING, prices_fingerprint
from simulator.session.edition import EDITION, RULES
from tests.editions.changed_program import EDITION as EDITION_FILE
from tests.editions.changed_program import ChangedProgram

FINGERPRINT = "simulator/analysis/fingerprint.py"
NEWEST = (3, "bba825c4194e4ece292c091b9449f31f")
"""The newest pricing by its number, and what its prices come to: the two change together."""
TELL = "from simulator.analysis.fingerprint import prices_fingerprint; print(prices_fingerprint())"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (EDITION_FILE, f"\nEDITION: Final = {EDITION}", f"\nEDITION: Final = {EDITION + 1}"),
        (EDITION_FILE, f'RULES: Final = "{RULES}"', f'RULES: Final = "{RULES[::-1]}"'),
        (FINGERPRINT, f"PRICING: Final = {PRICING}", f"PRICING: Final = {PRICING + 1}"),
        (FINGERPRINT, PRICES, PRICES[::-1]),
    ],
    ids=["EDITION", "RULES", "PRICING", "PRICES"],
)
def test_whichever_is_raised_no_price_that_was_kept_is_found_again(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    program = ChangedProgram(tmp_path)
    assert program.run("-c", TELL).strip() == prices_fingerprint()
    program.change(file, old, new)
    assert program.run("-c", TELL).strip() not in {prices_fingerprint(), ""}


def test_sources_written_otherwise_keep_their_prices(tmp_path: Path) -> None:
    program = ChangedProgram(tmp_path)
    program.reformat("patient", "session", "analysis")
    assert program.run("-c", TELL).strip() == prices_fingerprint()


def test_no_number_is_raised_without_need_and_none_stands_for_two_pricings() -> None:
    """Raised without need, it would let every price that was ever kept be worked out anew."""
    assert (PRICING, PRICES) == NEWEST


def test_it_can_be_part_of_a_name() -> None:
    told = prices_fingerprint()
    assert told == prices_fingerprint()
    assert set(told) <= set("0123456789abcdef-")
    assert len(told) < 80
