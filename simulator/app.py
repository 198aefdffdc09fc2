"""Puts the program together: data folder, store, library, window."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from simulator.session.errors import ServiceError

SHIPPED = Path(__file__).resolve().parent.parent / "scenarios"
_BAD_PAIR = (
    "PySide6 6.12 aborts on Python {0}.{1}. Please install an older one: pip install 'PySide6-Essentials<6.12', "
    "or use Python 3.12 or newer."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; ``--smoke`` opens it, draws it once and quits with 0."""
    given = sys.argv[1:] if argv is None else argv
    try:
        return _run(smoke=bool(given) and _smoke(given))
    except ServiceError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1


def _smoke(argv: Sequence[str]) -> bool:
    """What the arguments ask for; leaves with help or a complaint where they ask for something else."""
    import argparse

    parser = argparse.ArgumentParser(prog="attune", description="Practise repairing alliance ruptures.")
    parser.add_argument("--smoke", action="store_true", help="open the window, draw it and quit")
    return bool(parser.parse_args(argv).smoke)


def _run(*, smoke: bool) -> int:
    import PySide6

    if refusal := bad_pair(sys.version_info[:2], PySide6.__version__):
        raise ServiceError(refusal)
    # Nothing of what a start makes is garbage; to look for some takes a tenth of the time to the window.
    gc.disable()
    from simulator.storage.home import data_folder
    from simulator.ui.start import open_window

    return open_window(data_folder(os.environ), SHIPPED, now_ms=now_ms, new_seed=new_seed, smoke=smoke)


def bad_pair(python: tuple[int, int], pyside: str) -> str:
    """Why this Python and this PySide6 cannot be used together; empty if they can."""
    version = tuple(int(part) for part in pyside.split(".")[:2])
    return _BAD_PAIR.format(*python) if python < (3, 12) and version >= (6, 12) else ""


def now_ms() -> int:
    """UTC in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def new_seed() -> int:
    """A number that decides the order of responses in a new session."""
    return int.from_bytes(os.urandom(4))
