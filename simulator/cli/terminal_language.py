"""The language of a command: that of its environment. What is written as JSON stays English."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Final

from simulator.messages.languages import LANGUAGE_VARIABLE, Languages, wished_in
from simulator.messages.message import ENGLISH, Catalogue, Message, Value
from simulator.session.errors import StoreError
from simulator.shipped_files import ASSETS
from simulator.storage.cache import CACHE_FOLDER, Cache
from simulator.storage.home import data_folder

_SPOKEN: Final[ContextVar[Catalogue]] = ContextVar("spoken", default=ENGLISH)


def speak(environ: Mapping[str, str]) -> None:
    """Let the command that is run now speak the language of its environment, where it is translated whole.

    ``ATTUNE_LANGUAGE`` names one outright, also one that is translated in part.
    """
    languages = Languages(ASSETS / "languages", _CompiledAtHome(environ), wished_in(environ))
    _SPOKEN.set(languages.catalogue(environ.get(LANGUAGE_VARIABLE, "")))


def spoken() -> Catalogue:
    """What makes messages words as the command says them."""
    return _SPOKEN.get()


def translated(message: Message) -> str:
    """A message as the command says it."""
    return _SPOKEN.get().say(message)


def in_words(value: Value) -> str:
    """A value as the command says it: a number in the groups of its language, a message in its words."""
    return _SPOKEN.get().value(value)


class _CompiledAtHome:
    """Keeps compiled translations in the data folder, which is made only if there is one to keep."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def get(self, name: str) -> bytes | None:
        """What was kept under a name."""
        cache = self._cache()
        return cache.get(name) if cache else None

    def put(self, name: str, data: bytes) -> None:
        """Keep it, where there is a folder for it."""
        cache = self._cache()
        if cache:
            cache.put(name, data)

    def _cache(self) -> Cache | None:
        try:
            return Cache(data_folder(self._environ) / CACHE_FOLDER)
        except StoreError:
            return None
