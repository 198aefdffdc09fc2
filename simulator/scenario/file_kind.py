"""What kind of file it is: told by the ``format:`` line at its top, in one way for the reader, the library and the checker."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

HEAD: Final = 20_000
"""So much of a file, in bytes or characters, is its top."""
_FORMAT: Final = re.compile(r"^format:[ ]*[\"']?([^/\s\"']+)", re.MULTILINE)


def kind_of(text: str) -> str:
    """The kind of a file by its text ("scenario", "patient", "reactions"), or nothing."""
    found = _FORMAT.search(text, 0, HEAD)
    return found[1] if found else ""


def head_of(path: Path) -> str:
    """The top of a file that may be broken or no text at all; nothing if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD).decode("utf-8", errors="replace").removeprefix("\ufeff")
    except OSError:
        return ""


def plain_values(path: Path) -> dict[str, str]:
    """The plain values of the outermost keys, as far as they stand at the top of a file; enough to name a broken one."""
    pairs = (line.split(":", 1) for line in head_of(path).splitlines() if line[:1].isalpha() and ":" in line)
    found = {key.strip(): value.partition(" #")[0].strip().strip("\"'") for key, value in pairs}
    return {key: value for key, value in found.items() if value and value[0] not in ">|[{"}


def meant_for_scenarios(path: Path) -> bool:
    """Whether a file says of itself that it is a patient or reaction file, which scenarios use."""
    return kind_of(head_of(path)) in ("patient", "reactions")
