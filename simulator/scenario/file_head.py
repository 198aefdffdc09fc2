"""The top of a file that may be broken: enough to name it and to know what it is meant as."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HEAD: Final = 20_000


def plain_values(path: Path) -> dict[str, str]:
    """The plain values of the outermost keys, as far as they stand at the top of a file; nothing if it cannot be read."""
    try:
        with path.open("rb") as file:
            text = file.read(_HEAD).decode("utf-8", errors="replace")
    except OSError:
        return {}
    pairs = (line.split(":", 1) for line in text.splitlines() if line[:1].isalpha() and ":" in line)
    found = {key.strip(): value.partition(" #")[0].strip().strip("\"'") for key, value in pairs}
    return {key: value for key, value in found.items() if value and value[0] not in ">|[{"}


def meant_for_scenarios(path: Path) -> bool:
    """Whether a file says of itself that it is a patient or reaction file, which scenarios use."""
    return plain_values(path).get("format", "").startswith(("patient/", "reactions/"))
