"""Which rules a session was played by: a number raised by hand, and what the rules answered when it was raised.

Raise ``EDITION`` whenever a reaction, a next moment, a closing, the choice of a wording or the order of offers changes for
any input; ``tests/editions`` says so when it was forgotten, and prints the value that ``RULES`` must have then.
"""

from __future__ import annotations

from typing import Final

FIRST_EDITION: Final = 1
"""The rules of the program that stored choices without outcomes."""

EDITION: Final = 4

RULES: Final = "8adbea28f38a0677e6fed47bc1997222"
"""SHA-256 (first 32 digits) over the outcomes of a fixed battery of reactions and of whole courses of frozen scenarios."""
