"""How the program was started, so that it names its own commands as they can be typed here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

INSTALLED: Final = "attune"
"""The command that an installation brings."""

SMOKE: Final = "--smoke"
"""What asks for a window that is opened, drawn once and closed."""


def is_bundled() -> bool:
    """Whether the program came as a bundle, with a Python of its own."""
    return bool(getattr(sys, "frozen", False))


def starting(executable: Path, checkout: Path | None) -> list[Path]:
    """What starts the program: in a checkout this Python with its file, otherwise the command or the bundle."""
    if is_bundled():
        return [executable]
    return [executable, checkout / "main.py"] if checkout else [executable.with_name(INSTALLED)]


def started_as(argv: Sequence[str], executable: str, *, bundled: bool) -> str:
    """What to type for the program: “attune”, “python main.py”, or the file of a bundle.

    ``argv`` and ``executable`` are what Python was given; ``bundled`` says whether the program came as a bundle.
    """
    # Loaded late: a window names no command.
    import shlex

    if bundled:
        return shlex.quote(Path(executable).name)
    started = Path(argv[0]) if argv else Path()
    if started.name == "main.py":
        return f"python {shlex.quote(argv[0])}"
    return "python -m simulator" if started.parts[-2:] == ("simulator", "__main__.py") else INSTALLED


def program() -> str:
    """What to type for the program, as it was started now."""
    return started_as(sys.argv, sys.executable, bundled=is_bundled())
