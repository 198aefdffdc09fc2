"""From bytes to text: UTF-8 only, without invisible control characters, whatever the file holds."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.nodes import Lines

MOST_BYTES: Final = 5_000_000
_BOM: Final = "\ufeff"
_GOOD: Final = bytes([9, 10, 13, *range(32, 127), *range(128, 256)])
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SUSPECTS: Final = "\u2028\u2029\ufeff\ufffe\uffff"
_BINARY: Final = 20
"""With more bad characters than this it is no text with slips in it."""

_NAMES: Final = {"\u2028": "LINE SEPARATOR", "\u2029": "PARAGRAPH SEPARATOR", "\ufeff": "BYTE ORDER MARK"}


def decode(file: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file with plain line breaks, and what is wrong with its bytes; no text where it is none."""
    nowhere = Lines(file, "").span(0, 0)
    if len(data) > MOST_BYTES:
        return None, [rules.TOO_LARGE.at(nowhere)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, [rules.UTF16.at(nowhere)]
    faults: list[Diagnostic] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.count(b"\0") > _BINARY:
            return None, [_binary_or_utf16(file, data)]
        text = data.decode("utf-8", "replace")
        before = data[: error.start].decode("utf-8").removeprefix(_BOM)
        offset = len(before.replace("\r\n", "\n"))
        faults.append(rules.NOT_UTF8.at(Lines(file, _plain_breaks(text.removeprefix(_BOM))).span(offset, offset + 1)))
    text = _plain_breaks(text.removeprefix(_BOM))
    if data.translate(None, _GOOD) or (
        not data.isascii() and (b"\xc2" in data or any(suspect in text for suspect in _SUSPECTS))
    ):
        return _without_controls(file, data, text, faults)
    return text, faults


def _plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _without_controls(
    file: str, data: bytes, text: str, faults: list[Diagnostic]
) -> tuple[str | None, list[Diagnostic]]:
    """Report control characters and put spaces in their place, so that the rest can still be read."""
    found = list(islice(_CONTROL.finditer(text), _BINARY + 1))
    if len(found) > _BINARY:
        return None, [_binary_or_utf16(file, data)]
    lines = Lines(file, text)
    for match in found:
        name = _NAMES.get(match[0], f"number {ord(match[0])}")
        faults.append(rules.CONTROL.at(lines.span(match.start(), match.end()), name=name))
    return _CONTROL.sub(" ", text), faults


def _binary_or_utf16(file: str, data: bytes) -> Diagnostic:
    nowhere = Lines(file, "").span(0, 0)
    zeros = data.count(b"\0")
    if zeros * 3 > len(data) and max(data[0::2].count(b"\0"), data[1::2].count(b"\0")) * 10 > zeros * 9:
        return rules.UTF16.at(nowhere)
    count = len(data.translate(None, _GOOD))
    return rules.BINARY.at(nowhere, count=max(count, _BINARY + 1))
