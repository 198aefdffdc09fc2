"""Slips of the hand: takes a shipped scenario apart and spoils it in ways a person or a program would."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from typing import Final, TypeAlias

from simulator.scenario.diagnostics import DIAGNOSTICS
from simulator.scenario.diagnostics.diagnostic import Severity
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_any
from tests.scenario.texts import SHIPPED_TEXTS

SCENARIOS: Final = sorted(name for name in SHIPPED_TEXTS if "/" not in name)
Slip: TypeAlias = Callable[[str, random.Random], str]

BITS: Final[tuple[str, ...]] = (
    *"[]{}:,#&*!|>'\"%@`-? \n\\~<=+éx0",
    "- ", ": ", "\n  ", "\n---\n", '"\\x', "!!x ", "\t", "\r\n", "\x00", "\u2028", "😀", "  ", ": |\n", ": >-\n", "{a: b}",
    "<<: ", "...\n", '""', "''", ">-\n", "true", "null", "\ufeff", "# x", " #", "\n\n", "\n    \n", "--- ", "::",
)  # fmt: skip


def piece(text: str, chance: random.Random) -> str:
    """The head of a scenario and one of its moments: small enough to be spoilt ten thousand times."""
    head, moments = _parts(text)
    return head + chance.choice(moments)


@cache
def _parts(text: str) -> tuple[str, tuple[str, ...]]:
    start = text.index("\nmoments:") + len("\nmoments:\n")
    return text[:start], tuple(re.split(r"(?m)^(?=  [a-z])", text[start:])[1:])


def spoilt(chance: random.Random) -> tuple[str, str]:
    """The name of a shipped scenario and a spoilt text of it: now and then all of it, mostly a piece, which is read faster."""
    name = chance.choice(SCENARIOS)
    whole = chance.random() < 0.01
    return name, spoil(SHIPPED_TEXTS[name] if whole else piece(SHIPPED_TEXTS[name], chance), chance)


def told_well(name: str, text: str) -> None:
    """Assert that a text is read, or told what is wrong with it at places that it has."""
    reading = read_any(PinnedFiles({**SHIPPED_TEXTS, name: text}), name)
    errors = [one for one in reading.diagnostics if one.severity is Severity.ERROR]
    assert (reading.scenario is None) == bool(errors) or "/" in name
    last = text.count("\n") + text.count("\r") + 2
    for one in reading.diagnostics:
        assert one.code in DIAGNOSTICS
        assert (1, 1) <= (one.span.line, one.span.column) <= (one.span.end_line, one.span.end_column + 1_000_000)
        assert one.span.file != name or one.span.end_line <= last


def spoil(text: str, chance: random.Random) -> str:
    """The text with one to eight slips."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        slip: Slip = chance.choice(SLIPS)
        text = slip(text, chance)
    return text


def _type_over(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(BITS) + text[at + chance.choice((0, 0, 1, 1, 5)) :]


def _with_lines(change: Callable[[list[str], int, random.Random], None]) -> Slip:
    def slip(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return slip


def _drop(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at]


def _repeat(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(at, chance.choice(lines))


def _move_sideways(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = lines[at].lstrip() if chance.random() < 0.3 else " " * chance.randrange(1, 4) + lines[at]


def _shuffle(lines: list[str], at: int, chance: random.Random) -> None:
    words = lines[at].split(" ")
    chance.shuffle(words)
    lines[at] = " ".join(words)


SLIPS: Final[tuple[Slip, ...]] = (
    _type_over,
    _type_over,
    _type_over,
    _with_lines(_drop),
    _with_lines(_repeat),
    _with_lines(_move_sideways),
    _with_lines(_shuffle),
)
