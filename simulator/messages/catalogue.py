"""The catalogue: turns messages into words of one language, at the edge of the program and nowhere else."""

from __future__ import annotations

import gettext
from typing import Final

from simulator.messages.message import Day, Listed, Message, Size, Value, When


class Catalogue:
    """Renders messages in one language; what has no translation is said in English."""

    def __init__(self, language: str = "en", translations: gettext.NullTranslations | None = None) -> None:
        self.language = language
        self._translations = translations or gettext.NullTranslations()

    def say(self, message: Message) -> str:
        """The message in words."""
        sentence = message.sentence
        values = dict(message.values)
        if sentence.count:
            count = values[sentence.count]
            assert isinstance(count, int), f"{sentence.id}: {sentence.count} counts"
            text = self._translations.npgettext(sentence.id, sentence.text, sentence.many, count)
        else:
            text = self._translations.pgettext(sentence.id, sentence.text)
        return text.format(**{name: self.value(value) for name, value in values.items()})

    def value(self, value: Value) -> str:
        """One value in words."""
        match value:
            case Message():
                return self.say(value)
            case Listed(items, any_of):
                words = [self.value(item) for item in items]
                joint = "or" if any_of else "and"
                return f" {joint} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
            case When() | Day() | Size():
                return repr(value)
            case _:
                return str(value)


ENGLISH: Final = Catalogue()
"""The language of the source."""
