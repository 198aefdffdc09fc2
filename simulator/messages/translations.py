"""Translations: a file for each language, compiled when it is first used; whatever is wrong with one is said in English."""

from __future__ import annotations

import gettext
import io
import re
import struct
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from simulator.messages.message import SOURCE_LANGUAGE, Catalogue

if TYPE_CHECKING:
    from datetime import tzinfo

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]+)*")
_ALL_ENDINGS: Final = range(100)
"""No language decides about its plurals by more than the last two digits, apart from round millions."""

_UNUSABLE: Final = (OSError, ValueError, LookupError, SyntaxError, ArithmeticError, struct.error)
"""What the standard library raises for a damaged file, and for a rule of plurals that cannot be worked out."""


class Compiled(Protocol):
    """Where compiled translations are kept from start to start; losing them costs only time."""

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, if it is whole."""

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name; what the disk refuses is not told."""


def load_catalogue(language: str, folder: Path, compiled: Compiled, zone: tzinfo | None = None) -> Catalogue:
    """The sentences in a language (“de”, “pt_BR”), from ``NAME.mo`` or ``NAME.po`` in a folder; English where there are none.

    A file for “pt” serves “pt_BR” too. Nothing that is wrong with a file is raised.
    """
    if _LANGUAGE.fullmatch(language) and language != SOURCE_LANGUAGE:
        for name in dict.fromkeys((language, language.partition("_")[0])):
            translations = _translations(folder, name, compiled)
            if translations is not None:
                return Catalogue(language, translations, zone)
    return Catalogue(zone=zone)


def _translations(folder: Path, name: str, compiled: Compiled) -> gettext.GNUTranslations | None:
    """The file made when the package was built, or else the translator's own, compiled once for each content."""
    built = _read(_content(folder / f"{name}.mo"))
    if built is not None:
        return built
    source = _content(folder / f"{name}.po")
    if not source:
        return None
    from hashlib import sha256

    digest = sha256(source).hexdigest()
    data = compiled.get(digest)
    if data is None:
        from simulator.messages.po_files import compile_po

        data = compile_po(source)
        compiled.put(digest, data)
    return _read(data)


def _content(path: Path) -> bytes:
    with suppress(OSError):
        return path.read_bytes()
    return b""


def _read(data: bytes) -> gettext.GNUTranslations | None:
    """What a compiled file says, if it can be read and its rule of plurals gives an answer for every number."""
    with suppress(*_UNUSABLE):
        translations = gettext.GNUTranslations(io.BytesIO(data))
        for number in _ALL_ENDINGS:
            translations.ngettext("", "", number)
        return translations
    return None
