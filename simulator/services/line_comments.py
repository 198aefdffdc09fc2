"""Comments that a colleague has pinned to lines of a scenario: as a file that is sent back, and where they stand in the text by now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from simulator.messages.sentences import giving as say
from simulator.scenario.editing.written import Written
from simulator.scenario.file_names import visible
from simulator.scenario.nodes import Node, Path
from simulator.session.errors import ServiceError
from simulator.session.json_values import listed, named, read_json, text

_FORMAT: Final = "attune/line-comments/1"
_MOST_BYTES: Final = 2_000_000
_MOST: Final = 500
_LONGEST: Final = 5_000
_DEEPEST: Final = 12
_SAID: Final = ("say", "patient")
_GROUPS: Final = ("moments", "responses", "wordings")


@dataclass(frozen=True, slots=True)
class LineComment:
    """Some words about a line: what was said there when they were written, and the path of where it stands in the file.

    ``place`` is empty for the whole scenario and for a line of the patient's own; ``quote`` is empty for the whole.
    """

    words: str
    quote: str = ""
    place: Path = ()


@dataclass(frozen=True, slots=True)
class CommentSheet:
    """All comments of one colleague on one scenario, by its id and title."""

    scenario: str
    title: str
    by: str
    comments: tuple[LineComment, ...] = ()


@dataclass(frozen=True, slots=True)
class Pinned:
    """Where a comment stands by now: the path and the offset of what it is about, and whether that still says the same."""

    place: Path
    offset: int
    same: bool


def sheet_as_bytes(sheet: CommentSheet) -> bytes:
    """The comments as a file."""
    comments = [{"words": one.words, "quote": one.quote, "place": list(one.place)} for one in sheet.comments]
    values = {"scenario": sheet.scenario, "title": sheet.title, "by": sheet.by, "comments": comments}
    return json.dumps({"format": _FORMAT, **values}, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def read_sheet(content: bytes, name: str) -> CommentSheet:
    """The comments in a file; raises ``ServiceError`` where there are none."""
    try:
        if len(content) > _MOST_BYTES:
            raise ValueError("too long")
        values = named(read_json(content))
        if values["format"] != _FORMAT:
            raise ValueError("something else")
        comments = tuple(map(_comment, listed(values["comments"])[:_MOST]))
        return CommentSheet(text(values["scenario"]), _short(values["title"]), _short(values["by"]), comments)
    except (ValueError, RecursionError, TypeError, KeyError) as fault:
        raise ServiceError(say.NO_COMMENTS(path=name)) from fault


def pinned(comment: LineComment, written: Written) -> Pinned | None:
    """Where a comment stands in a text: by its place, by a former id, or by the words that it is about; nothing where all are gone."""
    place = _found(written, comment.place) if comment.place else ()
    if place and written.has(place):
        return Pinned(place, written.offsets(place)[0], not comment.quote or _says(written.node(place), comment.quote))
    at = written.text.find(comment.quote) if comment.quote else -1
    return Pinned((), at, True) if at >= 0 else None


def _found(written: Written, place: Path) -> Path:
    """A path under the ids of today; empty where it leads nowhere any more."""
    found: Path = ()
    for step in place:
        new: str | int | None = step
        if not written.has((*found, step)):
            new = _renamed(written.keys(found), step) if found and found[-1] in _GROUPS else None
        if new is None:
            return ()
        found = (*found, new)
    return found


def _renamed(group: dict[str, Node], id_: str | int) -> str | None:
    for name, one in group.items():
        former = one.get("formerly") if isinstance(one, dict) else None
        if isinstance(former, list) and id_ in former:
            return name
    return None


def _says(node: Node, quote: str) -> bool:
    """Whether the words that were commented on are among those that stand here."""
    match node:
        case str():
            return _plain(quote) in _plain(node)
        case dict():
            return any(_says(one, quote) for one in node.values())
        case list():
            return any(_says(one, quote) for one in node)
        case _:
            return False


def _plain(words: str) -> str:
    """Words without what tells quotation marks apart, which are set when they are shown."""
    return " ".join(words.translate(_MARKS).split())


def _comment(values: Any) -> LineComment:
    one = named(values)
    place = tuple(step if isinstance(step, int) else text(step) for step in listed(one["place"])[:_DEEPEST])
    return LineComment(text(one["words"])[:_LONGEST], text(one["quote"])[:_LONGEST], place)


def _short(value: Any) -> str:
    return visible(text(value))[:200]


def without(sheet: CommentSheet, comment: LineComment) -> CommentSheet:
    """The sheet without one of its comments."""
    return CommentSheet(sheet.scenario, sheet.title, sheet.by, _left(sheet.comments, comment))


def _left(comments: Sequence[LineComment], gone: LineComment) -> tuple[LineComment, ...]:
    return tuple(one for one in comments if one is not gone)


_MARKS: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})
