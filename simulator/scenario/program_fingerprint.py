"""A fingerprint of parts of the program: what was worked out with other sources may have come out otherwise."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from simulator import __version__

READER_AND_CHECKS: Final = ("alliance", "patient", "scenario")
"""The packages that decide what a scenario file means and what is wrong with it."""

_HERE: Final = Path(__file__).parents[1]


@cache
def program_fingerprint(packages: tuple[str, ...], root: Path = _HERE) -> str:
    """Hexadecimal digits that change with any source file of ``packages`` below ``root``; looked at once while the program runs.

    A file is known by its name, length and time of change, as the files of the library are. Where there are no sources, or
    they cannot be looked at, as in a bundle, the program's version stands for them.
    """
    try:
        told = _of_sources(packages, root)
    except OSError:
        told = b""
    told = told or f"version {__version__}".encode()
    # Two sums and the length notice a change of ours as well as a hash would, which takes longer to load than all of this.
    return f"{zlib.crc32(told):08x}{zlib.adler32(told):08x}{len(told):08x}"


def _of_sources(packages: tuple[str, ...], root: Path) -> bytes:
    """A line for each source file, in order of their names; empty if there are none."""
    files = (file for name in packages for file in _files_below(f"{root}{os.sep}{name}", name))
    found = sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in files if name.endswith(".py"))
    return "\n".join(map(repr, found)).encode()


def _files_below(folder: str, name: str) -> Iterator[tuple[str, os.stat_result]]:
    # Every start does this: entries of folders are several times as fast here as paths.
    with os.scandir(folder) as entries:
        for entry in entries:
            below = f"{name}/{entry.name}"
            if entry.is_dir():
                yield from _files_below(entry.path, below)
            else:
                yield below, entry.stat()
