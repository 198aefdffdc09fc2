"""How much trying everything may cost, as options of the commands that do so."""

from __future__ import annotations

import argparse
import math
from typing import Final

from simulator.analysis.budget import Budget

_DEFAULT: Final = Budget()


def add_budget(parser: argparse.ArgumentParser) -> None:
    """The options ``--budget-states`` and ``--budget-seconds``."""
    parser.add_argument(
        "--budget-states", type=_whole, default=_DEFAULT.states, metavar="N", help="states to explore at most"
    )
    parser.add_argument(
        "--budget-seconds", type=_seconds, default=_DEFAULT.seconds, metavar="S", help="seconds to spend at most"
    )


def budget_of(arguments: argparse.Namespace) -> Budget:
    """The budget that was asked for."""
    return Budget(arguments.budget_states, arguments.budget_seconds)


def _whole(text: str) -> int:
    if not text.isdecimal() or len(text) > 12:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of states")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not seconds >= 0:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of seconds")
    return seconds
