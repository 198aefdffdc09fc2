"""How much trying everything may cost, as options of the commands that do so."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from typing import Final

from simulator.analysis.budget import MEGABYTE, USUAL, Budget
from simulator.cli.terminal_language import translated
from simulator.messages.message import Sentence
from simulator.messages.sentences import command_line as about

_LONGEST: Final = 12
"""Digits: more than any computer could try."""


def add_budget(parser: argparse.ArgumentParser) -> None:
    """The options ``--budget-states``, ``--budget-seconds`` and ``--budget-megabytes``."""
    parser.add_argument(
        "--budget-states",
        type=_whole(about.NO_STATES),
        default=USUAL.states,
        metavar="N",
        help=translated(about.BUDGET_STATES()),
    )
    parser.add_argument(
        "--budget-seconds", type=_seconds, default=USUAL.seconds, metavar="S", help=translated(about.BUDGET_SECONDS())
    )
    parser.add_argument(
        "--budget-megabytes",
        type=_whole(about.NO_MEGABYTES),
        default=USUAL.bytes // MEGABYTE,
        metavar="M",
        help=translated(about.BUDGET_MEGABYTES()),
    )


def budget_of(arguments: argparse.Namespace) -> Budget:
    """The budget that was asked for."""
    return Budget(arguments.budget_states, arguments.budget_seconds, arguments.budget_megabytes * MEGABYTE)


def _whole(refusal: Sentence) -> Callable[[str], int]:
    """Reads a whole number; what is none is refused with a sentence about the text."""

    def number(text: str) -> int:
        if not text.isdecimal() or len(text) > _LONGEST:
            raise argparse.ArgumentTypeError(translated(refusal(text=text)))
        return int(text)

    return number


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not seconds >= 0:
        raise argparse.ArgumentTypeError(translated(about.NO_SECONDS(text=text)))
    return seconds
