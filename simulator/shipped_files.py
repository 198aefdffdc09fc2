"""Where the files are that come with the program: pictures, fonts, help and scenarios."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder as a package or a bundle brings it, within the program; in a checkout it stands beside the program."""
    brought = _PACKAGE / "shipped" / name
    return brought if brought.is_dir() else _PACKAGE.parent / name


ASSETS: Final = _shipped("assets")
"""Pictures, fonts, themes, help and translations."""

SCENARIOS: Final = _shipped("scenarios")
"""The scenarios that come with the program; their patients can be used from anywhere."""

CHECKOUT: Final = _PACKAGE.parent if (_PACKAGE.parent / "main.py").is_file() else None
"""The folder of the sources, where the program was started from them; ``None`` where it is installed."""
