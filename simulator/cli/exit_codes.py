"""What a command tells the program that started it; the README explains each code."""

from __future__ import annotations

from typing import Final

USAGE: Final = 2
"""The command line was wrong, or a file that it names is not there."""

INTERRUPTED: Final = 130
"""Stopped from the keyboard."""
