"""Whether texts sound alike, ask, or have certain words in them."""

from __future__ import annotations

import re
from typing import Final

from simulator.alliance.said_classes import asks
from simulator.scenario.quotation_marks import as_typed

_RUN: Final = 5
"""So many words in the same order are heard as a repetition."""

_WORD: Final = re.compile(r"\w+(?:'\w+)*")
_AT_THE_END: Final = re.compile(r"""[?？؟]["'”’»)\]]*\s*(\([^()]*\)\s*)?\Z""")


def same_words(first: str, second: str) -> bool:
    """Whether two texts differ in nothing but capitals, spaces and punctuation."""
    if abs(len(first) - len(second)) > _PUNCTUATION or first[:1].casefold() != second[:1].casefold():
        return False
    return bare(first) == bare(second)


def bare(text: str) -> str:
    """The letters and figures of a text, in small letters."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


_PUNCTUATION = 6
"""Texts that differ in length by more characters than this differ in words too, or hardly look the same."""


def ends_asking(text: str) -> bool:
    """Whether the words of a text end with a question mark; what is done at the end, in brackets, is no word."""
    return asks(text) and _AT_THE_END.search(text) is not None


def has_words(text: str, words: str) -> bool:
    """Whether words stand in a text; capitals count for nothing."""
    return words.casefold() in text.casefold()


def phrases(text: str) -> tuple[str, ...]:
    """Every run of five words of a text in small letters, in order; two texts that share one sound alike."""
    words = _words(text)
    return tuple([" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)])


def in_small_words(text: str) -> str:
    """A text without capitals and punctuation, one space between its words."""
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(as_typed(text.casefold()))
