"""What cannot be seen is told by its code, and everything else stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.messages.escaping import escaped


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("“Kim Ō’Neil” … 👋 ñ", "“Kim Ō’Neil” … 👋 ñ"),
        ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
        ("\x1b]0;x\x07 \x9b31m \x7f", "\\x1b]0;x\\x07 \\x9b31m \\x7f"),
        ("\u202egnp.exe\u2066 \u200b", "\\u202egnp.exe\\u2066 \\u200b"),
        ("caf\udce9.yaml \ud800", "caf\\udce9.yaml \\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("1\u00a0000\u202f% \u2009", "1 000 %  "),
    ],
)
def test_what_cannot_be_seen_becomes_a_code(words: str, seen: str) -> None:
    assert escaped(words) == seen


@given(st.text(st.characters(codec=None)))
def test_whatever_it_is_it_can_be_shown_on_one_line(words: str) -> None:
    assert escaped(words).isprintable()
