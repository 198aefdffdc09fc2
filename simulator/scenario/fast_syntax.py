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
_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")
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
    lines = text.split("\n")
    try:
        root = _block(lines)
    except _NotPlain:
        return None
    # Every node is an entry of a list or a line, and a line with a dash can be two.
    if 2 * len(lines) + text.count(",") >= MOST_NODES and _count(root) > MOST_NODES:
        return None
    return root or None


def _block(lines: list[str]) -> dict[str, Node]:
    """All lines as one group of keys."""
    keys: dict[str, Node] = {}
    root = keys
    items: list[Node] | None = None
    indent, pending = 0, ""
    outer: list[tuple[int, dict[str, Node], list[Node] | None]] = []
    known: set[str] = set()
    at, total = 0, len(lines)
    while at < total:
        line = lines[at]
        at += 1
        body = line.lstrip(" ")
        if not body or body[0] == "#":
            continue
        here = len(line) - len(body)
        if here != indent:
            if here > indent:
                if not pending or len(outer) > DEEPEST - 4:
                    raise _NotPlain
                outer.append((indent, keys, items))
                indent = here
                if body[0] == "-":
                    keys[pending] = items = []
                else:
                    keys[pending] = keys = {}
                    items = None
            else:
                while here < indent:
                    indent, keys, items = outer.pop()
                if here != indent:
                    raise _NotPlain
        pending = ""
        if items is not None:
            if body[:2] != "- ":
                raise _NotPlain
            body = body[2:]
            if ": " not in body and body[-1:] != ":":
                items.append(_value(body))
                continue
            outer.append((indent, keys, items))
            indent += 2
            keys = {}
            items.append(keys)
            items = None
        key, colon, value = body.partition(": ")
        if not colon:
            key, value = body[:-1], body[-1:]
            if value != ":":
                raise _NotPlain
            pending, value = key, ""
        if key in keys or (key not in known and not _is_key(key, known)):
            raise _NotPlain
        if pending:
            keys[key] = ""
        elif value == ">-":
            keys[key], at = _folded(lines, at, indent)
        elif value[:1] in _SAFE and value[-1] not in " :" and ": " not in value and " #" not in value:
            keys[key] = value
        else:
            keys[key] = _value(value)
    return root


def _is_key(key: str, known: set[str]) -> bool:
    if _KEY.fullmatch(key) is None:
        return False
    known.add(key)
    return True


def _folded(lines: list[str], at: int, indent: int) -> tuple[str, int]:
    """The text below ``>-`` and where it ends: lines of one indentation, joined by spaces."""
    first = lines[at] if at < len(lines) else ""
    deep = len(first) - len(first.lstrip(" "))
    if deep <= indent or deep == len(first):
        raise _NotPlain
    margin, parts = first[:deep], [first[deep:]]
    at += 1
    for line in lines[at:]:
        if line[:deep] != margin or line[deep : deep + 1] in ("", " "):
            break
        parts.append(line[deep:])
        at += 1
    following = at
    while following < len(lines) and not lines[following]:
        following += 1
    if following < len(lines) and lines[following][: indent + 1].isspace():
        raise _NotPlain
    text = " ".join(parts)
    if "  " in text or text[-1] == " ":
        raise _NotPlain
    return text, at


def _value(value: str) -> Node:
    """A value that stands on one line: text, quoted text, or a simple list or group of keys."""
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
