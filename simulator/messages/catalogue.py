"""The catalogue: turns messages into words of one language, at the edge of the program and nowhere else."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Day, Listed, Message, Sentence, Size, Value, When

if TYPE_CHECKING:
    from datetime import tzinfo

SOURCE_LANGUAGE: Final = "en"
"""The language that every sentence is written in first."""

_GROUPED_FROM: Final = 1000


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
