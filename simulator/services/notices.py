"""Third-party notices: whose work Attune brings along, and under which licence, by what is installed here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from simulator.shipped_files import ASSETS

_OWN: Final = "attune"
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA: Final = re.compile(r"extra\s*==")
_LICENCE_FILE: Final = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_FONTS: Final = (("Source Sans 3", "OFL-SourceSans3.txt"), ("Source Serif 4", "OFL-SourceSerif4.txt"))
_OF_FONTS: Final = "OFL-1.1"


@dataclass(frozen=True, slots=True)
class Notice:
    """One package or typeface: its version, the name of its licence as it states it, and the files with its text."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]

    def texts(self) -> Iterator[str]:
        """The licence in full, read now; nothing where a package brings none."""
        for file in self.files:
            yield file.read_text("utf-8", errors="replace")


def notices() -> tuple[Notice, ...]:
    """What is installed of all that Attune needs, and the typefaces."""
    packages = (_of_package(found) for found in _needed())
    return (*packages, *(_of_font(name, file) for name, file in _FONTS))


def _needed() -> Iterator[Distribution]:
    """What Attune needs to run, and what that needs, each once and by name; only what is installed."""
    waiting, met = [_OWN], {_OWN}
    found: dict[str, Distribution] = {}
    while waiting:
        name = waiting.pop()
        try:
            found[name.casefold()] = package = distribution(name)
        except PackageNotFoundError:
            continue  # needed on other systems only
        for needed in package.requires or ():
            other = _NAME.match(needed)
            if other and not _EXTRA.search(needed) and other[0].casefold() not in met:
                met.add(other[0].casefold())
                waiting.append(other[0])
    found.pop(_OWN, None)
    yield from (found[name] for name in sorted(found))


def _of_package(package: Distribution) -> Notice:
    told = package.metadata
    stated = [told[key] for key in ("License-Expression", "License") if told.get_all(key)]
    classifiers = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line.startswith("License")
    ]
    licence = stated[0] if stated else ", ".join(classifiers)
    name, first_line = told["Name"].replace("_", "-"), licence.strip().partition("\n")[0]
    return Notice(name, package.version, first_line, tuple(_licence_files(package)))


def _licence_files(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        if _LICENCE_FILE.search(file.as_posix()):
            place = Path(str(package.locate_file(file)))
            if place.suffix != ".py" and place.is_file():
                yield place


def _of_font(name: str, file: str) -> Notice:
    return Notice(name, "", _OF_FONTS, (ASSETS / "fonts" / file,))
