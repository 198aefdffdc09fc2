"""A fingerprint of the rules: with other rules the same scenario can have other prices."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

RULES: Final = ("alliance", "analysis", "patient", "scenario", "session")
"""The packages that decide what can happen in a scenario and what it is worth."""

_HERE: Final = Path(__file__).parents[1]
_DIGITS: Final = 32


@cache
def rules_fingerprint(root: Path = _HERE) -> str | None:
    """Hexadecimal digits that change with any source file of the rules below ``root``; read once while the program runs.

    Where there are no sources, as in a bundle, the installed version stands for them; ``None`` if that is not known.
    """
    try:
        told = _of_sources(root) or version("attune").encode()
    except (OSError, PackageNotFoundError):
        return None
    return sha256(told).hexdigest()[:_DIGITS]


def _of_sources(root: Path) -> bytes:
    """The names and contents of all source files in order of their names, each with its length; empty if there are none."""
    found = {path.relative_to(root).as_posix(): path for name in RULES for path in (root / name).rglob("*.py")}
    parts = (part for name, path in sorted(found.items()) for part in (name.encode(), path.read_bytes()))
    return b"".join(b"%d %s\n" % (len(part), part) for part in parts)
