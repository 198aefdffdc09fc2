"""A quick way from text to nodes for the plain block style that well-kept files are written in.

It reads a line at a time and gives up at the first thing that is not plain; the full reader then takes the whole file.
Whatever it does accept, it reads exactly as the full reader would: the tests compare the two.
"""

from __future__ import annotations

import re
import string
from typing import Final

from simulator.scenario.nodes import Node
from simulator.scenario.syntax import DEEPEST, MOST_NODES

_MOST_LINES: Final = 10 * MOST_NODES
_WORD: Final = r"[A-Za-z][A-Za-z0-9_-]{0,99}"
_KEY: Final = re.compile(_WORD)
_LINE: Final = re.compile(rf"^( *)(- )?(?:({_WORD}):(?: |$)|)(>-(?:\n\1 +[^ \n].*)+|.*)$", re.MULTILINE)
"""A line: its indentation, a dash, a key, and the rest; text below ``>-`` goes with the line it belongs to."""

_SAFE: Final = frozenset(string.ascii_letters + string.digits + "(+/.;$^_“”‘’„«»…–—¿¡")
"""Characters with which text may begin without any meaning to YAML."""

_ODD_IN_FLOW: Final = re.compile(r"[\[\]{}:#?]")
_ESCAPED: Final = re.compile(r'(?:[^"\\]|\\["\\])*')
_ESCAPE: Final = re.compile(r"\\(.)")


class _NotPlain(Exception):
    """A way out for what only the full reader can read, never seen outside."""


def parse_plain(text: str) -> Node:
    """The nodes of a plainly written text, or ``None`` where it needs the full reader."""
    if "\t" in text or text.count("\n") > _MOST_LINES:
        return None
    try:
        root = _block(text)
    except _NotPlain:
        return None
    # Every node is an entry of a list or a line, and a line with a dash can be two.
    if 2 * text.count("\n") + text.count(",") >= MOST_NODES - 2 and _count(root) > MOST_NODES:
        return None
    return root or None


def _block(text: str) -> dict[str, Node]:  # noqa: PLR0912 - calls would cost more than the work in them
    """All lines as one group of keys; the line that only goes on where the last one stopped is the quickest."""
    keys: dict[str, Node] = {}
    root, safe = keys, _SAFE
    items: list[Node] | None = None
    indent, pending = 0, ""
    outer: list[tuple[int, dict[str, Node], list[Node] | None]] = []
    for spaces, dash, key, value in _LINE.findall(text):
        here = len(spaces)
        if here != indent or dash or not key or items is not None:
            if not (dash or key) and (value[:1] == "#" or not (value or spaces)):
                continue
            if here > indent:
                if not pending or len(outer) > DEEPEST - 4:
                    raise _NotPlain
                outer.append((indent, keys, items))
                keys, items = _opened(keys, pending, dash)
                indent = here
            else:
                while here < indent:
                    indent, keys, items = outer.pop()
            pending = ""
            if here != indent or (items is None) == bool(dash):
                raise _NotPlain
            if items is not None:
                if not key:
                    items.append(_value(value))
                    continue
                outer.append((indent, keys, items))
                indent += 2
                keys = {}
                items.append(keys)
                items = None
        if not key or key in keys:
            raise _NotPlain
        if value[:1] in safe and value[-1] not in " :" and ": " not in value and " #" not in value:
            keys[key] = value
            pending = ""
        elif not value:
            keys[key] = ""
            pending = key
        else:
            keys[key] = _folded(value, indent) if value[0] == ">" else _value(value)
            pending = ""
    return root


def _opened(keys: dict[str, Node], key: str, dash: str) -> tuple[dict[str, Node], list[Node] | None]:
    """The group of keys or list that begins below a key."""
    if dash:
        items: list[Node] = []
        keys[key] = items
        return {}, items
    inner: dict[str, Node] = {}
    keys[key] = inner
    return inner, None


def _folded(value: str, indent: int) -> str:
    """The text below ``>-``: lines of one indentation, joined by spaces."""
    sign, *lines = value.split("\n")
    if sign != ">-" or not lines:
        raise _NotPlain
    deep = len(lines[0]) - len(lines[0].lstrip(" "))
    if deep <= indent:
        raise _NotPlain
    parts = [line[deep:] for line in lines]
    margin = " " * deep
    for line, part in zip(lines, parts, strict=True):
        if not part or part[0] == " " or part[-1] == " " or line[:deep] != margin:
            raise _NotPlain
    return " ".join(parts)


def _value(value: str) -> Node:
    """A value that stands on one line: text, quoted text, or a simple list or group of keys."""
    value = value.strip(" ")
    first, last = value[:1], value[-1:]
    match first:
        case "[" if last == "]":
            return _flow_list(value[1:-1])
        case "{" if last == "}":
            return _flow_keys(value[1:-1])
        case '"' | "'" if last == first and len(value) > 1:
            return _quoted(first, value[1:-1])
        case _ if first in _SAFE and last not in " :" and ": " not in value and " #" not in value:
            return value
    raise _NotPlain


def _quoted(quote: str, inner: str) -> str:
    if quote == "'":
        text = inner.replace("''", "")
        if "'" in text:
            raise _NotPlain
        return inner.replace("''", "'")
    if '"' not in inner and "\\" not in inner:
        return inner
    if _ESCAPED.fullmatch(inner) is None:
        raise _NotPlain
    return _ESCAPE.sub(r"\1", inner)


def _flow_list(inner: str) -> list[Node]:
    if not inner.strip(" "):
        return []
    if _ODD_IN_FLOW.search(inner) is not None:
        raise _NotPlain
    items: list[Node] = []
    for part in inner.split(","):
        item = part.strip(" ")
        if item[:1] not in _SAFE or not item:
            raise _NotPlain
        items.append(item)
    return items


def _flow_keys(inner: str) -> dict[str, Node]:
    keys: dict[str, Node] = {}
    for part in inner.split(","):
        key, colon, value = part.partition(": ")
        key, value = key.strip(" "), value.strip(" ")
        signed = value[:1] == "-" and value[1:].isdecimal()
        if not colon or key in keys or _KEY.fullmatch(key) is None or _ODD_IN_FLOW.search(value) is not None:
            raise _NotPlain
        if not signed and (not value or value[0] not in _SAFE):
            raise _NotPlain
        keys[key] = value
    return keys


def _count(node: Node) -> int:
    """How many lists, groups of keys and texts there are."""
    match node:
        case dict():
            return 1 + sum(_count(child) for child in node.values())
        case list():
            return 1 + sum(_count(child) for child in node)
        case _:
            return 1
