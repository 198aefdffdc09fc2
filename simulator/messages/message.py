"""A message: which sentence a person is to read, and the values in it; and the catalogue that makes it words, at the edge."""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import tzinfo

SOURCE_LANGUAGE: Final = "en"
"""The language that every sentence is written in first."""

_GROUPED_FROM: Final = 1000
_TEXT: Final = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[a-z][a-z0-9_]*\})*")
_NAME: Final = re.compile(r"\{\{|\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One entry of the catalogue: a sentence in English with its values named in braces, by which translators know it.

    Where a number decides about the words, ``count`` names that value, ``text`` is said of one and ``many`` of others.
    ``note`` tells translators what they could not know. Calling a sentence with its values gives a ``Message``; a brace
    of the sentence's own is written twice.
    """

    id: str
    text: str = field(compare=False)
    many: str = field(default="", compare=False)
    count: str = field(default="", compare=False)
    note: str = field(default="", compare=False)

    def __call__(self, /, **values: Value) -> Message:
        """The sentence with its values; ``TypeError`` unless they are the ones that it names, and its count a number."""
        names = self.names
        if values.keys() != names:
            needed, given = (", ".join(sorted(some)) or "nothing" for some in (names, values))
            raise TypeError(f"The sentence {self.id} takes {needed}, and was given {given}.")
        if self.count and not isinstance(values[self.count], int):
            raise TypeError(f"The sentence {self.id} counts {self.count}, which is no number.")
        return Message(self, tuple(sorted(values.items())))

    @property
    def names(self) -> frozenset[str]:
        """What the values of this sentence are called."""
        names = names_in(self.text)
        return names | names_in(self.many) | {self.count} if self.count else names

    def is_said_by(self, translation: str) -> bool:
        """Whether a translation names exactly this sentence's values; words for one number may leave the number out."""
        try:
            return bool(translation) and (names_in(translation) ^ self.names) <= {self.count}
        except ValueError:
            return False


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
        return ENGLISH.say(self)


# Tuples with names: every start pays for these types, and ten times as much for dataclasses.


class Listed(NamedTuple):
    """Several values as one phrase: “a, b and c”, or “a, b or c” where ``any_of`` is set."""

    items: tuple[Value, ...]
    any_of: bool = False


class When(NamedTuple):
    """A moment, UTC in milliseconds since 1970, shown as date and time of the reader's place and language."""

    at_ms: int


class Day(NamedTuple):
    """A date, as ``YYYY-MM-DD``, shown as the reader's language writes it."""

    iso: str


class Size(NamedTuple):
    """A number of bytes, shown as kB, MB or GB."""

    bytes: int


class Rounded(NamedTuple):
    """A number with so many digits behind the point, shown as the reader's language writes it: “12.5”."""

    number: float
    places: int = 1


Value: TypeAlias = str | int | Message | Listed | When | Day | Size | Rounded
"""What can stand in a sentence. Text of people and files goes in as it is; whatever is a sentence itself is a ``Message``.

A number is written as an amount (“1,234”); one that is a name (a year, a code) goes in as text.
"""


@cache
def names_in(text: str) -> frozenset[str]:
    """The names in the braces of a text; ``ValueError`` where braces hold anything else, or do not match."""
    if not _TEXT.fullmatch(text):
        raise ValueError(f"The braces in “{text}” do not hold names.")
    return frozenset(filter(None, _NAME.findall(text)))


class Catalogue:
    """Renders messages in one language; what has no translation, or none that fits, is said in English.

    Times are told as clocks show them in ``zone``, or where the machine is.
    """

    def __init__(
        self,
        language: str = SOURCE_LANGUAGE,
        translations: gettext.NullTranslations | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        self.language = language
        self._translations = translations or gettext.NullTranslations()
        self._zone = zone

    def say(self, message: Message) -> str:
        """The message in words."""
        values = dict(message.values)
        text = self._text(message.sentence, values)
        return text.format_map({name: self.value(value) for name, value in values.items()})

    def value(self, value: Value) -> str:
        """One value in words."""
        match value:
            case str():
                return str(value)
            case int():
                return self._number(value)
            case Message():
                return self.say(value)
            case Listed(items, any_of):
                return self._listed([self.value(item) for item in items], any_of)
            case Rounded(number, places):
                return self._rounded(number, places)
            case When() | Day() | Size():
                return self._measured(value)

    def _text(self, sentence: Sentence, values: dict[str, Value]) -> str:
        """The words around the values: the translation, or the source where the translation does not fit."""
        if not sentence.count:
            text, source = self._translations.pgettext(sentence.id, sentence.text), sentence.text
        else:
            count = values[sentence.count]
            assert isinstance(count, int), "looked at when the message was made"
            text = self._translations.npgettext(sentence.id, sentence.text, sentence.many, count)
            source = sentence.text if count == 1 else sentence.many
        return text if sentence.is_said_by(text) else source

    # The data of languages is loaded with the first value that needs it: a start has time for few modules.

    def _number(self, number: int) -> str:
        if number < 0:
            # A true minus sign in every language: a hyphen breaks away from its number and is not read out.
            return f"−{self._number(-number)}"
        if number < _GROUPED_FROM:
            return str(int(number))
        from simulator.messages import locale_formats

        return locale_formats.number(number, self.language)

    def _rounded(self, number: float, places: int) -> str:
        if self.language == SOURCE_LANGUAGE:
            return f"{number:,.{places}f}".replace("-", "−")
        from simulator.messages import locale_formats

        return locale_formats.rounded(number, places, self.language).replace("-", "−")

    def _listed(self, words: list[str], any_of: bool) -> str:
        if self.language == SOURCE_LANGUAGE:
            joint = " or " if any_of else " and "
            return joint.join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
        from simulator.messages import locale_formats

        return locale_formats.listed(words, any_of, self.language)

    def _measured(self, value: When | Day | Size) -> str:
        from simulator.messages import locale_formats

        match value:
            case When(at_ms):
                return locale_formats.moment(at_ms, self._zone, self.language)
            case Day(iso):
                return locale_formats.day(iso, self.language)
            case Size(count):
                return locale_formats.size(count, self.language)


ENGLISH: Final = Catalogue()
"""The language of the source."""
