"""What the names of files and folders say: which are meant as scenarios, and which cannot be used as they are."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import library as sentences

SUFFIX: Final = ".yaml"

MAP: Final = ".canvas"
"""How the file ends in which a scenario's map and its record lie beside it."""

_NOT_SCENARIOS: Final = ("patients", "reactions")
# Made into patterns when a name calls for it: a start lists the library, whose names seldom do.

_MEANT: Final = r"(?i:(\.ya?ml(\.txt)?\s*)+)\Z"
"""Endings that are plainly meant as “.yaml”; some editors add “.txt” although they were asked for “x.yaml”."""

_SURROGATE: Final = "[\ud800-\udfff]"
_UNSEEN: Final = "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
"""Control characters, line ends, and what turns the direction of a line."""

_NOT_IN_PATHS: Final = r"[\\:]"
_LANGUAGE: Final = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def visible(name: str) -> str:
    """A name or path as it can be shown and written anywhere: what is no letter stands as � or as its number."""
    if name.isascii() and name.isprintable():
        return name
    return re.sub(_UNSEEN, lambda found: _number(found[0]), re.sub(_SURROGATE, "�", name))


def may_be_scenario(path: str) -> bool:
    """Whether the file at a path below a scenario folder may hold a scenario: no patient, no reactions, no sidecar."""
    return not beside_scenarios(path) and path.endswith(SUFFIX) and "." not in stem(path)


def beside_scenarios(path: str) -> bool:
    """Whether a path leads into the folders of patients and reactions."""
    return path.partition("/")[0] in _NOT_SCENARIOS and "/" in path


def stem(path: str) -> str:
    """The name of a scenario file without folder and ending; the scenario's id is the same."""
    return path.rpartition("/")[2].removesuffix(SUFFIX)


def meant_as_scenario(name: str) -> bool:
    """Whether a name ends in “.yaml”, or in what is plainly meant so."""
    return name.endswith(SUFFIX) or re.search(_MEANT, name) is not None


def odd_name(name: str) -> Message | None:
    """Why a file or folder of this name cannot be used at all, if so."""
    if name.isascii() and name.isprintable() and not re.search(_NOT_IN_PATHS, name):
        return None
    if re.search(_SURROGATE, name):
        return sentences.NOT_UTF8()
    if unseen := re.search(_UNSEEN, name):
        return sentences.INVISIBLE(character=_number(unseen[0]))
    if barred := re.search(_NOT_IN_PATHS, name):
        return sentences.NOT_IN_PATHS(character=barred[0])
    return None


def unusual_name(name: str, beside: Collection[str]) -> Message | None:
    """Why a file meant as a scenario is not taken for one, if so; ``beside`` are the names in the same folder."""
    if not name.endswith(SUFFIX):
        return sentences.ENDING(better=_better(name))
    first, dot, rest = name.removesuffix(SUFFIX).partition(".")
    if not dot or (re.fullmatch(_LANGUAGE, rest) and f"{first}{SUFFIX}" in beside):
        return None
    return sentences.SECOND_DOT(better=_better(name))


def _better(name: str) -> str:
    return re.sub(_MEANT, "", name).strip(" .").replace(".", "-") + SUFFIX


def _number(letter: str) -> str:
    return f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\u{ord(letter):04x}"
