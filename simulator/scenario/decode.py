"""From bytes to text, whatever a file holds: UTF-8 only, and what is no text at all is refused."""

from __future__ import annotations

from typing import Final

from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Rule
from simulator.scenario.positions import Positions
from simulator.scenario.source_text import SourceText
from simulator.scenario.span import Span

MOST_BYTES: Final = 20_000_000
_MOST_CONTROLS: Final = 20
"""With more characters that no text has it is no text with slips in it."""

_GOOD: Final = bytes([9, 10, 13, *range(32, 127), *range(128, 256)])
_RICH_TEXT: Final = "{\\rtf"


def decode(file: str, data: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of a file, and what is wrong with its bytes; no text where it is none."""
    if len(data) > MOST_BYTES:
        return None, [rules.TOO_LARGE.at(_nowhere(file))]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, [rules.UTF16.at(_nowhere(file))]
    if data.count(b"\0") > _MOST_CONTROLS:
        return None, [_binary_or_utf16(data).at(_nowhere(file), count=_bad_bytes(data))]
    source = SourceText.of_bytes(data)
    refused = refusal(file, source)
    return (None, refused) if refused else (source, undecodable(file, source))


def refusal(file: str, source: SourceText) -> list[Diagnostic]:
    """Why a text is none that is worth reading, if it is none."""
    if len(source.written) * 4 > MOST_BYTES and len(source.to_bytes()) > MOST_BYTES:
        return [rules.TOO_LARGE.at(_nowhere(file))]
    if source.controls > _MOST_CONTROLS:
        data = source.to_bytes()
        return [_binary_or_utf16(data).at(_nowhere(file), count=max(_bad_bytes(data), _MOST_CONTROLS + 1))]
    if source.text.startswith(_RICH_TEXT):
        return [rules.WORD_PROCESSOR.at(_nowhere(file))]
    return []


def undecodable(file: str, source: SourceText) -> list[Diagnostic]:
    """The first byte of a text that is no UTF-8."""
    at = source.undecodable
    return [] if at is None else [rules.NOT_UTF8.at(Positions(file, source.text).span(at, at + 1))]


def _nowhere(file: str) -> Span:
    return Positions(file, "").span(0, 0)


def _binary_or_utf16(data: bytes) -> Rule:
    zeros = data.count(b"\0")
    halves = max(data[0::2].count(b"\0"), data[1::2].count(b"\0"))
    return rules.UTF16 if zeros * 3 > len(data) and halves * 10 > zeros * 9 else rules.BINARY


def _bad_bytes(data: bytes) -> int:
    return len(data.translate(None, _GOOD))
