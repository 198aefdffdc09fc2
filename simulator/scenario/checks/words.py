"""Small turns of phrase that the sentences of the checker share."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.alliance import Family, ReactionState


def quoted(names: Iterable[str], joiner: str) -> str:
    """Names in quotation marks, as in “a”, “b” and “c”."""
    return listed([f"“{name}”" for name in names], joiner)


def listed(words: Iterable[str], joiner: str) -> str:
    """Words as a list in a sentence, as in a, b or c."""
    *first, last = words
    return f"{', '.join(first)} {joiner} {last}" if first else last


def counted(number: int, thing: str) -> str:
    """A small number of things in words, as in one response or no responses."""
    words = ("no", "one", "two", "three", "four", "five")
    return f"{words[number] if number < len(words) else number} {thing}{'' if number == 1 else 's'}"


def reaction_word(reaction: ReactionState | Family) -> str:
    """A reaction as the author wrote it, in quotation marks."""
    return f"“{reaction}”"


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
