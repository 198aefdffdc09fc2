"""Files packed into one archive: the same contents and the same time give the same bytes."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NAME: Final = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9-]+)*\.[a-z0-9]+")
_UNIX: Final = 3
_PRIVATE_FILE: Final = 0o100600
_EARLIEST_MS: Final = 315_532_800_000
"""1980, before which no archive can date anything."""
_LATEST_MS: Final = 4_354_819_198_000
"""The end of 2107, after which none can either."""


def zipped(entries: Iterable[tuple[str, Iterable[str]]], at_ms: int) -> bytes:
    """An archive of text files, each by its path and its parts, all dated ``at_ms`` (UTC) and readable by their owner only.

    ``ValueError`` for a path that an unpacking program could take for something outside its folder.
    """
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, parts in entries:
            with archive.open(_entry(name, at_ms), "w") as file:
                for part in parts:
                    # Halves of characters, which a damaged store can hold, are told as what they are.
                    file.write(part.encode("utf-8", "backslashreplace"))
    return content.getvalue()


def is_plain_path(name: str) -> bool:
    """Whether a path in an archive is one that every system unpacks where it was meant to be."""
    return _NAME.fullmatch(name) is not None


def _entry(name: str, at_ms: int) -> ZipInfo:
    if not is_plain_path(name):
        raise ValueError(f"“{name}” is no path for a file in an archive.")
    when = time.gmtime(min(max(at_ms, _EARLIEST_MS), _LATEST_MS) / 1000)
    entry = ZipInfo(name, when[:6])
    entry.create_system = _UNIX
    entry.external_attr = _PRIVATE_FILE << 16
    entry.compress_type = ZIP_DEFLATED
    return entry
