"""Values of stored JSON, each of the kind that it must have: what is anything else is refused, and never bent into shape."""

from __future__ import annotations

import json
from json import JSONDecoder
from typing import Any


def read_json(body: bytes) -> Any:
    """The values of one line of JSON in UTF-8; raises ``ValueError`` or ``RecursionError`` where it is none."""
    words = body.decode("utf-8")
    values = _DECODER.decode(words)
    if "\\u" in words:
        # Half a character can only be written as an escape; nothing that holds one could be shown or stored again.
        json.dumps(values, ensure_ascii=False).encode()
    return values


def text(value: Any) -> str:
    """A value that must be text; raises ``TypeError``."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def number(value: Any) -> int:
    """A value that must be a whole number; raises ``TypeError``."""
    if type(value) is not int:
        raise TypeError(f"{value!r} is no whole number")
    return value


def truth(value: Any) -> bool:
    """A value that must be true or false; raises ``TypeError``."""
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def listed(value: Any) -> list[Any]:
    """A value that must be a list; raises ``TypeError``."""
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return value


def named(value: Any) -> dict[str, Any]:
    """A value that must be values by name; raises ``TypeError``."""
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} has no names")
    return value


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


_DECODER = JSONDecoder(parse_constant=_no_number)
