"""A command at a terminal of its own, whose errors and progress can be read while it works and which can be interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

at_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
"""Marks a test that needs a terminal."""


@dataclass(frozen=True)
class Ended:
    """What a command said until its end: its code, its output, and what the terminal showed besides."""

    code: int
    out: str
    shown: str


def interrupted(*words: str, once_shown: str) -> Ended:
    """A command that gets Ctrl-C as soon as the terminal shows something; all of what it says."""
    terminal, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "main.py", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, text=True
    ) as command:
        os.close(theirs)
        shown = _read(terminal, until=once_shown)
        assert once_shown in shown
        command.send_signal(signal.SIGINT)
        out, _ = command.communicate()
        shown += _read(terminal)
    os.close(terminal)
    return Ended(command.returncode, out, shown)


def _read(terminal: int, until: str | None = None) -> str:
    """What the terminal shows, to its end or until some words are there."""
    shown = b""
    while until is None or until.encode() not in shown:
        try:
            read = os.read(terminal, 4096)
        except OSError:
            # The other side of a pseudo-terminal is closed.
            break
        if not read:
            break
        shown += read
    return shown.decode(errors="replace")
