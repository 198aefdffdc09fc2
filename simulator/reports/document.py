"""A document as a value: what a page says, in its order, before anybody has decided how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.alliance.codes import Code
from simulator.messages.message import Value

Text: TypeAlias = Value
"""What can be read: a message or a value in the reader's language, or words of a person or a file as they stand."""


class Tone(Code):
    """How much a paragraph asks for attention."""

    PLAIN = "plain"
    QUIET = "quiet"
    LEAD = "lead"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of the page."""

    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Whole sentences that belong together; line breaks in them are kept."""

    sentences: tuple[Text, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with what holds for it."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """The way to another page of the same export, by its path from this one."""

    text: Text
    path: str


@dataclass(frozen=True, slots=True)
class Several:
    """Several texts in one cell of a table, one below the other."""

    texts: tuple[Text, ...]


Cell: TypeAlias = Text | Link | Several


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head of columns; the first cell of a row says what the row is about."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line of a conversation: who, what was said, and what could be seen; ``you`` marks the reader's own lines."""

    who: Text
    says: Text
    shows: tuple[Text, ...] = ()
    you: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page that stays together on paper: a heading and what belongs to it."""

    title: Text
    blocks: tuple[Block, ...]


Block: TypeAlias = Heading | Paragraph | Facts | Bullets | Table | Spoken | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A page: its title, its blocks, and under them a list that says what it is and what it is not.

    ``back`` leads to the page that this one belongs to.
    """

    title: Text
    blocks: tuple[Block, ...]
    foot_title: Text
    foot: tuple[Text, ...]
    back: Link | None = None
