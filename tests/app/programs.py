"""Programs of their own: Python started fresh, as a user starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_LONG: Final = 120
"""Seconds after which a program is taken to be stuck."""

EXPECTED_OF_QT: Final = "This plugin does not support propagateSizeHints"


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a program with this data folder."""
    return {**os.environ, "ATTUNE_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


def without_a_screen(home: Path) -> dict[str, str]:
    """The environment of a program that was told of no screen."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")
    return {name: value for name, value in surroundings(home).items() if name not in screens}


def run(
    *words: str,
    home: Path,
    environ: Mapping[str, str] | None = None,
    folder: Path = ROOT,
    python: Path = Path(sys.executable),
) -> CompletedProcess[str]:
    """Run Python with these words to its end; in an environment of its own if one is given."""
    return subprocess.run(
        [str(python), *words],
        cwd=folder,
        env=surroundings(home) if environ is None else environ,
        capture_output=True,
        text=True,
        timeout=_LONG,
        check=False,
    )


def complaints(finished: CompletedProcess[str]) -> list[str]:
    """What a program wrote to standard error, without the line that Qt always writes here."""
    return [line for line in finished.stderr.splitlines() if line != EXPECTED_OF_QT]
