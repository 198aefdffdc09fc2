"""How much trying everything may cost, as options of the commands that do so."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from typing import Final

from simulator.analysis.budget import MEGABYTE, USUAL, Budget

_LONGEST: Final = 12
"""Digits: more than any computer could try."""


def add_budget(parser: argparse.ArgumentParser) -> None:
    """The options ``--budget-states``, ``--budget-seconds`` and ``--budget-megabytes``."""
    parser.add_argument(
        "--budget-states", type=_whole("states"), default=USUAL.states, metavar="N", help="states to explore at most"
    )
    parser.add_argument(
        "--budget-seconds", type=_seconds, default=USUAL.seconds, metavar="S", help="seconds to spend at most"
    )
    parser.add_argument(
        "--budget-megabytes",
        type=_whole("megabytes"),
        default=USUAL.bytes // MEGABYTE,
        metavar="M",
        help="memory to fill with states at most",
    )


def budget_of(arguments: argparse.Namespace) -> Budget:
    """The budget that was asked for."""
    return Budget(arguments.budget_states, arguments.budget_seconds, arguments.budget_megabytes * MEGABYTE)


def _whole(things: str) -> Callable[[str], int]:
    """Reads a whole number of some things."""

    def number(text: str) -> int:
        if not text.isdecimal() or len(text) > _LONGEST:
            raise argparse.ArgumentTypeError(f"“{text}” is not a number of {things}")
        return int(text)

    return number


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not seconds >= 0:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of seconds")
    return seconds
