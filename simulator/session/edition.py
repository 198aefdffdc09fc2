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

RELEASED: Final = (
    (1, "0892d9bd552e886ab59685e680a9c657"),
    (2, "04768cfd739826f78ecf8b6f0ece8349"),
    (3, "ae23c2c6054720f546a99676a0d6a9dd"),
    (4, "8adbea28f38a0677e6fed47bc1997222"),
)
"""Every edition with the rules that it had when it was released, today's too: what names any other was played by no Attune."""
