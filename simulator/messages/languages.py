"""Which languages there are, and in which one a person is spoken to: the chosen one, or that of their system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.messages.message import ENGLISH, SOURCE_LANGUAGE, Catalogue

if TYPE_CHECKING:
    from simulator.messages.translations import Compiled

LANGUAGE_VARIABLE: Final = "ATTUNE_LANGUAGE"
"""Names the language of commands outright, one that is translated in part among them."""

_LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE: Final = ("", "C", "POSIX")


class Language(NamedTuple):
    """A language by its code and by the name that it gives itself; a partly translated one is not ``complete``."""

    code: str
    name: str
    complete: bool


class Languages:
    """The translations in a folder; ``wished`` are the languages that the person's system asks for, the first one first."""

    def __init__(self, folder: Path, compiled: Compiled, wished: Sequence[str] = ()) -> None:
        self._folder = folder
        self._compiled = compiled
        self._wished = tuple(code for code in map(_code, wished) if code not in _NO_LANGUAGE)

    def catalogue(self, chosen: str = "") -> Catalogue:
        """The catalogue of the chosen language, else of the first that the system wishes and that is translated whole."""
        for code in (chosen,) if chosen else self._wished:
            if code.partition("_")[0] == SOURCE_LANGUAGE:
                return ENGLISH
            # Loaded where it is needed: whoever reads English starts without it.
            from simulator.messages.translations import translation

            found = translation(code, self._folder, self._compiled)
            if found and (chosen or found.complete):
                return found.catalogue
        return ENGLISH

    def codes(self) -> tuple[str, ...]:
        """The codes of all that can be chosen, found without looking into any file."""
        from simulator.messages.translations import translated_languages

        return (SOURCE_LANGUAGE, *translated_languages(self._folder))

    def offered(self) -> tuple[Language, ...]:
        """What can be chosen, by name; the source is among them."""
        from simulator.messages.locale_formats import name_of_language
        from simulator.messages.translations import translated_languages, translation

        found = [Language(SOURCE_LANGUAGE, name_of_language(SOURCE_LANGUAGE), complete=True)]
        for code in translated_languages(self._folder):
            loaded = translation(code, self._folder, self._compiled)
            if loaded:
                found.append(Language(code, name_of_language(code), loaded.complete))
        return tuple(sorted(found, key=lambda language: language.name.casefold()))


def wished_in(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The languages that an environment asks for, as gettext reads it: ``LANGUAGE`` first, unless there is no locale."""
    locale = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), "")
    if locale.partition(".")[0] in _NO_LANGUAGE:
        return ()
    return (*filter(None, environ.get("LANGUAGE", "").split(":")), locale)


def _code(wish: str) -> str:
    """A wish as files are named: “de_DE” of “de_DE.UTF-8”, of “de-DE” and of “de_DE@euro”."""
    return wish.partition(".")[0].partition("@")[0].replace("-", "_")
