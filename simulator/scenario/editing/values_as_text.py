"""How a value is written into a file: plain where that reads back, else in quotes, and in the way the author has written it."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Final

from simulator.scenario.block_faults import quoted
from simulator.scenario.editing.written import Value

_WIDTH: Final = 120
_NARROWEST: Final = 40
_STEP: Final = "  "
_PLAIN_START: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=]|[-?:](?=\S)")
_NO_PLAIN: Final = re.compile(r":(?=\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u00ad\u2028\u2029\ufeff]|[ \t]$")
_NO_FLOW: Final = re.compile(r"[,\[\]{}:]|^\?")
_NAME: Final = re.compile(r"[\w+%/~-]+(?:\.\d+\w*)?")
_HEAD: Final = re.compile(r"[>|][-+0-9]*[ \t]*(?:#[^\n]*)?")


def plain(text: str, *, flow: bool) -> bool:
    """Whether a text reads back as it is where it stands without quotes; ``flow`` inside brackets or braces."""
    if not _PLAIN_START.match(text) or _NO_PLAIN.search(text) or text.startswith(("---", "...")):
        return False
    return not (flow and _NO_FLOW.search(text))


def key_as_text(key: str, *, flow: bool = False) -> str:
    """A key, in quotes where it needs them."""
    return key if plain(key, flow=flow) and ":" not in key else quoted(key)


def text_as_written(text: str, indent: int, *, flow: bool = False, like: str = "") -> str:
    """A text as it stands behind its key, whose column is ``indent``; ``like`` is how the author had written the old one."""
    if not flow and like[:1] in (">", "|") and like[:1] and _foldable(text, like[0]):
        return _refolded(like, text, indent) if like[0] == ">" else _literal(like, text, indent)
    if like[:1] in ("'", '"') and (again := _quoted_like(text, like[0])):
        return again
    if "\n" in text or not text.replace("\u00ad", "").isprintable():
        return json.dumps(text, ensure_ascii=False)
    if not flow and not like and len(text) > _WIDTH - indent - 16 and _foldable(text, ">"):
        return ">-\n" + "\n".join(" " * (indent + 2) + line for line in _wrapped(text, indent + 2))
    return text if plain(text, flow=flow) else quoted(text)


def flow_as_written(value: Value) -> str:
    """A value on one line, in brackets or braces where it is more than a text."""
    match value:
        case str():
            return text_as_written(value, 0, flow=True)
        case list():
            return f"[{', '.join(map(flow_as_written, value))}]"
        case _:
            return f"{{{', '.join(f'{key_as_text(k, flow=True)}: {flow_as_written(v)}' for k, v in value.items())}}}"


def entry_as_written(key: str, value: Value, indent: int, *, apart: int = 0) -> str:
    """A key with its value as lines that begin at a column; without the line end of the last.

    So many levels as ``apart`` says have a line for each key, however short they are.
    """
    head = " " * indent + key_as_text(key) + ":"
    match value:
        case str():
            return f"{head} {text_as_written(value, indent)}"
        case dict() if value and (apart or not _short(value)):
            inner = [entry_as_written(k, v, indent + len(_STEP), apart=max(apart - 1, 0)) for k, v in value.items()]
            return "\n".join([head, *inner])
        case list() if any(isinstance(one, dict) for one in value):
            return "\n".join([head, *(item_as_written(one, indent + len(_STEP)) for one in value)])
        case _:
            return f"{head} {flow_as_written(value)}"


def item_as_written(value: Value, indent: int) -> str:
    """An entry of a list as lines that begin at a column."""
    if isinstance(value, dict) and value:
        lines = "\n".join(entry_as_written(k, v, indent + len(_STEP)) for k, v in value.items())
        return " " * indent + "- " + lines[indent + len(_STEP) :]
    written = text_as_written(value, indent) if isinstance(value, str) else flow_as_written(value)
    return " " * indent + "- " + written


def _short(value: dict[str, Value]) -> bool:
    """Whether a group of keys is written in braces: a few names and numbers, and nothing that a sentence may grow from."""
    words = [one for one in value.values() if isinstance(one, str) and _NAME.fullmatch(one)]
    return len(words) == len(value) <= 3 and sum(map(len, words)) <= _NARROWEST


def _foldable(text: str, how: str) -> bool:
    """Whether a text reads back from lines below its key."""
    if not text or text != text.strip() or "\t" in text or not text.replace("\n", "").isprintable():
        return False
    return how == "|" or ("\n" not in text and "  " not in text)


def _wrapped(text: str, indent: int) -> list[str]:
    width = max(_WIDTH - indent, _NARROWEST)
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _refolded(like: str, text: str, indent: int) -> str:
    """A folded text whose lines stay as they are where the words in them do."""
    head, *lines = like.split("\n")
    margin = next((len(line) - len(line.lstrip()) for line in lines if line.strip()), indent + 2)
    words, kept = text.split(" "), [line.strip().split(" ") for line in lines if line.strip()]
    if any(not line.strip() for line in lines) or not _HEAD.fullmatch(head):
        kept, head = [], ">-"
    before: list[list[str]] = []
    while kept and words[: len(kept[0])] == kept[0]:
        before.append(kept.pop(0))
        words = words[len(before[-1]) :]
    behind: list[list[str]] = []
    while kept and words[-len(kept[-1]) :] == kept[-1]:
        behind.insert(0, kept.pop())
        words = words[: len(words) - len(behind[0])]
    middle = _wrapped(" ".join(words), margin) if words else []
    new = [" ".join(line) for line in before] + middle + [" ".join(line) for line in behind]
    return "\n".join([head, *(" " * margin + line for line in new)])


def _literal(like: str, text: str, indent: int) -> str:
    """A text whose line ends count."""
    head, *lines = like.split("\n")
    margin = next((len(line) - len(line.lstrip()) for line in lines if line.strip()), indent + 2)
    return "\n".join([head, *(" " * margin + line if line.strip() else "" for line in text.split("\n"))])


def _quoted_like(text: str, quote: str) -> str:
    """A text in the quotes that the old one had; nothing where other quotes read better."""
    if "\n" in text or not text.isprintable():
        return ""
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"' if '"' not in text and "\\" not in text else ""
