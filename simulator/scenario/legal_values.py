"""What a key of the scenario language can hold: a closed set of kinds that reader, JSON Schema and forms share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.alliance.codes import Code
from simulator.messages.message import Message

LONGEST_LINE: Final = 2000
"""A line of dialogue, or any other prose, has at most this many characters."""

LONGEST_OPENING: Final = 300
"""An opening is a short first sentence; it has at most this many characters."""

LONGEST_ID: Final = 60
ID_PATTERN: Final = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""Ids: lower-case words joined by hyphens."""

FILE_ID_PATTERN: Final = r"[a-z][a-z0-9]*([-_][a-z0-9]+)*"
"""Ids of reaction files, which may join words by underscores as well."""

LANGUAGE_PATTERN: Final = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
TIME_PATTERN: Final = r"[0-9]{1,4} ?(s|min)"
LONGEST_SILENCE: Final = 600
POINTS_STEP: Final = 5


@dataclass(frozen=True, slots=True)
class Constant:
    """Always the same word; ``older`` are words of earlier forms of the language, which are read as well."""

    word: str
    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identifier:
    """An id; ``file`` where underscores may join the words too."""

    file: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence or a few, shown to people."""

    most: int = LONGEST_LINE


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of short texts; ``empty`` where ``[]`` is an answer."""

    empty: bool = False
    most: int = 12


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag such as ``en`` or ``pt-BR``."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in a range."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A time with its unit, ``20s`` or ``1min``; read as seconds, 1 to ``LONGEST_SILENCE``."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a vocabulary; ``thing`` is what messages call it ("move")."""

    thing: Message
    words: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """One word of a vocabulary, or a list of up to ``most``."""

    thing: Message
    words: tuple[Code, ...]
    most: int


@dataclass(frozen=True, slots=True)
class YesNo:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class When:
    """A condition (section 4 of ``scenarios/README.md``)."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points of a gauge in steps of five; ``signed`` where it is a change (``+5``)."""

    least: int
    most: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class MomentName:
    """The id of a moment of the same file."""


@dataclass(frozen=True, slots=True)
class JustSaidNames:
    """What must just have been said: classes, moves, or MOMENT/ANSWER; one, or a list.

    ``shown`` where it can also be what the patient shows.
    """

    shown: bool = False


@dataclass(frozen=True, slots=True)
class Openings:
    """Short first sentences by what they take up (as in ``JustSaidNames``, what the patient shows too)."""


@dataclass(frozen=True, slots=True)
class Levels:
    """A list of levels, 1 to 3."""


@dataclass(frozen=True, slots=True)
class PoseParts:
    """Parts of a pose by name, such as ``{hands: folded}``; both are words that the drawing knows."""


@dataclass(frozen=True, slots=True)
class OldIds:
    """A list of ids that something had before."""


@dataclass(frozen=True, slots=True)
class NewFlags:
    """A list of names for flags."""


@dataclass(frozen=True, slots=True)
class FlagNames:
    """A flag that the scenario lists, or a list of them."""


@dataclass(frozen=True, slots=True)
class FileName:
    """A file below the scenario root, such as ``patients/ines-carvalho.yaml``."""


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell of the reaction grid, such as ``exploring / stay``."""


@dataclass(frozen=True, slots=True)
class Record:
    """A group of keys of its own."""

    table: Table


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of groups of keys."""

    table: Table


@dataclass(frozen=True, slots=True)
class ById:
    """Groups of keys under ids that the author chooses; ``most`` of them at most."""

    table: Table
    most: int | None = None


@dataclass(frozen=True, slots=True)
class ByWord:
    """Something for each word of a vocabulary; ``complete`` where no word may be missing."""

    thing: Message
    words: tuple[Code, ...]
    value: Kind
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Tellings:
    """What is said, directly or in several wordings under ``wordings:``."""

    table: Table


Kind: TypeAlias = (
    "Constant | Identifier | Prose | Phrases | Language | Whole | Duration | Word | Words | YesNo | When | Points"
    " | JustSaidNames | Openings | Levels | PoseParts | OldIds"
    " | MomentName | NewFlags | FlagNames | FileName | CellText | Record | Listing | ById | ByWord | Tellings"
)


class Need(Code):
    """Whether a key must be there; ``sometimes`` is explained in the key's help."""

    YES = "yes"
    SOMETIMES = "sometimes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Row:
    """A key: what it is called, what it holds, whether it is needed, and a sentence of help.

    ``since`` is the form of the language (the number in ``format:``) that first had it.
    """

    key: str
    kind: Kind
    need: Need
    help: Message
    since: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The closed set of keys that one thing of the language can have; ``name`` is what messages call the thing."""

    name: Message
    rows: Mapping[str, Row]
