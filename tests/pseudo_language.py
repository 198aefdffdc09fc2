"""A language for tests, ‹ööñëë ööf ööûûŕ ööŵñ›, with accents, longer words and brackets, which shows what no catalogue said."""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence
from typing import Final

from simulator.messages.message import Catalogue

_ACCENTED: Final = str.maketrans(
    "acdeghiklnorstuwyzACDEGHIKLNORSTUWYZ",
    "áçđëğĥîķłñöŕšťûŵŷžÁÇĐËĞĤÎĶŁÑÖŔŠŤÛŴŶŽ",
)
_IN_BRACES: Final = re.compile(r"(\{\{|\}\}|\{\w+\})")
_VOWEL: Final = re.compile(r"[aeiouAEIOU]")
_PLAIN: Final = re.compile(r"[acdeghiklnorstuwyzACDEGHIKLNORSTUWYZ]")
_SAID: Final = re.compile(r"‹[^‹›]*›")


class PseudoTranslations(gettext.NullTranslations):
    """Translates every sentence, with the plurals of English."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext asks so
        """A sentence without a number."""
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        """The words for one, or for others."""
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(text: str) -> str:
    """A text as this language has it: “‹Šëëťťîîñğš›”; a text without letters of its own stays as it is."""
    parts = _IN_BRACES.split(text)
    if not any(letter.isalpha() for part in parts[::2] for letter in part):
        return text
    parts[::2] = [
        _VOWEL.sub(lambda vowel: vowel[0] + vowel[0].lower(), part).translate(_ACCENTED) for part in parts[::2]
    ]
    return f"‹{''.join(parts)}›"


def untranslated(shown: str) -> str:
    """What is left of a text that a window or a command shows when all that the catalogue said is taken away."""
    rest, found = shown, 1
    while found:
        rest, found = _SAID.subn("", rest)
    return rest.strip()


def in_plain_letters(shown: str, own: Sequence[str]) -> list[str]:
    """The words of a text that are not of this language, also those that stand in its sentences as values.

    ``own`` are words of scenarios and people, which are passed over, and so is what joins a list.
    """
    rest = " ".join(shown.split())
    for words in sorted((*own, "and", "or"), key=len, reverse=True):
        if not _PLAIN.search(rest):
            return []
        if words in rest:
            rest = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "", rest)
    return [word for word in re.findall(r"[^\W\d_]{2,}", rest) if _PLAIN.search(word)]


PSEUDO: Final = Catalogue(translations=PseudoTranslations())
