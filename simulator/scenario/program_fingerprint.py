"""A fingerprint of parts of the program: what was worked out with other sources may have come out otherwise."""

from __future__ import annotations

import os
import zlib
from functools import cache
from pathlib import Path
from typing import Final

from simulator import __version__

READER_AND_CHECKS: Final = ("alliance", "patient", "scenario")
"""The packages that decide what a scenario file means and what is wrong with it."""

_HERE: Final = Path(__file__).parents[1]


@cache
def program_fingerprint(packages: tuple[str, ...], root: Path = _HERE) -> str:
    """Hexadecimal digits that change with any source file of ``packages`` below ``root``; read once while the program runs.

    Where there are no sources, or they cannot be read, as in a bundle, the program's version stands for them.
    """
    try:
        told = _of_sources(packages, root)
    except OSError:
        told = b""
    told = told or f"version {__version__}".encode()
    # Two sums and the length notice a change of ours as well as a hash would, which takes longer to load than all sources.
    return f"{zlib.crc32(told):08x}{zlib.adler32(told):08x}{len(told):08x}"


def _of_sources(packages: tuple[str, ...], root: Path) -> bytes:
    """The names and contents of all source files in order of their names, each with its length; empty if there are none."""
    # Every start does this: strings and plain files are twice as fast here as paths.
    folders = [(place, files) for name in packages for place, _, files in os.walk(root / name)]
    found = sorted(f"{place}{os.sep}{file}" for place, files in folders for file in files if file.endswith(".py"))
    begin = len(str(root)) + 1
    parts = (part for path in found for part in (path[begin:].replace(os.sep, "/").encode(), _bytes_of(path)))
    return b"".join(b"%d %s\n" % (len(part), part) for part in parts)


def _bytes_of(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 see above
        return file.readall()
