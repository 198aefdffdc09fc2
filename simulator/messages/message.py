"""A message: which sentence a person is to read, and the values in it. It becomes words only at the edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Sentence:
    """One entry of the catalogue: a sentence in English with its values named in braces, by which translators know it.

    Where a number decides about the words, ``count`` names that value, ``text`` is said of one and ``many`` of others.
    ``note`` tells translators what they could not know. Calling a sentence with its values gives a ``Message``.
    """

    id: str
    text: str = field(compare=False)
    many: str = field(default="", compare=False)
    count: str = field(default="", compare=False)
    note: str = field(default="", compare=False)

    def __call__(self, **values: Value) -> Message:
        """This sentence with its values."""
        return Message(self, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with its values: what layers below the windows return instead of words."""

    sentence: Sentence
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def id(self) -> str:
        """The sentence's id in the catalogue."""
        return self.sentence.id

    def __str__(self) -> str:
        """The message in English, for logs and tests; windows, terminal and exports render it by their catalogue."""
        from simulator.messages.catalogue import ENGLISH

        return ENGLISH.say(self)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values as one phrase: “a, b and c”, or “a, b or c” where ``any_of`` is set."""

    items: tuple[Value, ...]
    any_of: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A moment, UTC in milliseconds since 1970, shown as date and time of the reader's place and language."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as ``YYYY-MM-DD``, shown as the reader's language writes it."""

    iso: str


@dataclass(frozen=True, slots=True)
class Size:
    """A number of bytes, shown as kB, MB or GB."""

    bytes: int


Value: TypeAlias = str | int | Message | Listed | When | Day | Size
"""What can stand in a sentence. Text of people and files goes in as it is; whatever is a sentence itself is a ``Message``."""
