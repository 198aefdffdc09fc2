"""What a page of the Review desk with a file of its own gets from the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.services.review_keeping import ReviewKeeping
from simulator.services.reviewing import Review
from simulator.ui.look import Look


@dataclass(frozen=True, slots=True)
class VisitedDesk:
    """``do`` works in the background, and the newest question wins.

    ``failed`` tells in the window what went wrong, ``leave`` leads back to where one came from.
    """

    review: Review
    keeping: ReviewKeeping
    look: Look
    pages: QStackedWidget
    do: Callable[[Callable[[], Any], Callable[[Any], None]], None]
    failed: Callable[[Exception], None]
    ask_files: Callable[[QWidget, str, str], tuple[Path, ...]]
    leave: Callable[[], None]
