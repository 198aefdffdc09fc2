"""Which prices are today's: what they are kept under, so that other rules or another pricing find nothing of them.

Raise ``PRICING`` whenever a value, a price or a judgement changes for any session; ``tests/editions`` says so when it was
forgotten, and prints the value that ``PRICES`` must have then.
"""

from __future__ import annotations

from typing import Final

from simulator.session.edition import EDITION, RULES

PRICING: Final = 3

PRICES: Final = "bba825c4194e4ece292c091b9449f31f"
"""SHA-256 (first 32 digits) over the prices of a fixed set of sessions of frozen scenarios."""


def prices_fingerprint() -> str:
    """Hexadecimal digits and dashes that stand for the rules and the prices of today, whatever their sources look like."""
    return f"{EDITION:x}-{RULES}-{PRICING:x}-{PRICES}"
