"""Translations: a file for each language, compiled when it is first used; whatever is wrong with one is said in English."""

from __future__ import annotations

import gettext
import io
import re
import struct
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from simulator import __version__
from simulator.messages.message import SOURCE_LANGUAGE, Catalogue

if TYPE_CHECKING:
    from datetime import tzinfo

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]+)*")
_ALL_ENDINGS: Final = range(100)
"""No language decides about its plurals by more than the last two digits, apart from round millions."""

_UNUSABLE: Final = (OSError, ValueError, LookupError, SyntaxError, ArithmeticError, struct.error)
"""What the standard library raises for a damaged file, and for a rule of plurals that cannot be worked out."""

COMPLETE: Final = ("attune", "complete")
"""Context and id of the entry by which a compiled file says that no sentence was missing when it was compiled."""

_YES: Final = "yes"


class Compiled(Protocol):
    """Where compiled translations are kept from start to start; losing them costs only time."""

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, if it is whole."""

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name; what the disk refuses is not told."""


class Translation(NamedTuple):
    """A catalogue that is not the source, and whether it has words of its own for every sentence."""

    catalogue: Catalogue
    complete: bool


def load_catalogue(language: str, folder: Path, compiled: Compiled, zone: tzinfo | None = None) -> Catalogue:
    """The sentences in a language (“de”, “pt_BR”), from ``NAME.mo`` or ``NAME.po`` in a folder; English where there are none.

    A file for “pt” serves “pt_BR” too. Nothing that is wrong with a file is raised.
    """
    found = translation(language, folder, compiled, zone)
    return found.catalogue if found else Catalogue(zone=zone)


def translation(language: str, folder: Path, compiled: Compiled, zone: tzinfo | None = None) -> Translation | None:
    """The same with how complete it is; nothing for English and where there is no file that can be used."""
    if _LANGUAGE.fullmatch(language) and language != SOURCE_LANGUAGE:
        for name in dict.fromkeys((language, language.partition("_")[0])):
            texts = _translations(folder, name, compiled)
            if texts is not None:
                return Translation(Catalogue(language, texts, zone), texts.pgettext(*COMPLETE) == _YES)
    return None


def translated_languages(folder: Path) -> tuple[str, ...]:
    """The languages for which there is a file, by their codes."""
    with suppress(OSError):
        names = {path.stem for path in folder.iterdir() if path.suffix in (".po", ".mo")}
        return tuple(sorted(name for name in names if _LANGUAGE.fullmatch(name) and name != SOURCE_LANGUAGE))
    return ()


def _translations(folder: Path, name: str, compiled: Compiled) -> gettext.GNUTranslations | None:
    """The file made when the package was built, or else the translator's own, compiled once for each content."""
    built = _read(_content(folder / f"{name}.mo"))
    if built is not None:
        return built
    source = _content(folder / f"{name}.po")
    if not source:
        return None
    from hashlib import sha256

    # What is complete for one version of the program lacks sentences in the next.
    digest = sha256(__version__.encode() + b"\0" + source).hexdigest()
    data = compiled.get(digest)
    if data is None:
        data = compile_translation(source)
        compiled.put(digest, data)
    return _read(data)


def compile_translation(source: bytes) -> bytes:
    """The ``.mo`` file of a translator's file, which says whether it is complete."""
    from simulator.messages.po_files import compile_po
    from simulator.messages.template import is_whole

    return compile_po(source, {COMPLETE: _YES if is_whole(source) else "no"})


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
