"""Small files written so that a crash leaves either the old or the new content, never half of it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

from simulator.messages.sentences.storage import NAME_RESERVED
from simulator.operating_system import THIS_SYSTEM, OperatingSystem

_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")}
)
_PREFIX: Final = 40
"""So many letters of a name stand in that of its temporary file, which must not be too long where the name is not."""


def refuse_reserved(path: Path) -> None:
    """Raise ``OSError`` for a new file whose name Windows keeps for itself."""
    if is_reserved(path.name) and not path.exists():
        raise OSError(errno.EINVAL, str(NAME_RESERVED(name=path.name)))


def replace_file(
    path: Path, content: bytes, *, keep_rights: bool = False, system: OperatingSystem = THIS_SYSTEM
) -> None:
    """Write a file whole or not at all; raises ``OSError`` with the old content in place.

    Only the user may read it, unless it is to keep the rights that it has. A new file gets no name that Windows keeps for
    itself, wherever it is written: it would be lost to whoever it is sent to.
    """
    refuse_reserved(path)
    handle, temporary = system.begin_beside(path, f".{path.name[:_PREFIX]}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            system.sync(file.fileno())
        if keep_rights:
            system.set_rights(temporary, stat.S_IMODE(path.stat().st_mode))
        system.put_in_place(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    system.sync_folder(path.parent)


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for itself, whatever stands behind its first dot, or drops its end."""
    return name.partition(".")[0].strip().upper() in _DEVICES or name.endswith((".", " "))
