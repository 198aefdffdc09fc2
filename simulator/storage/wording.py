"""What the database reports, as sentences for the person in front of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import apsw

from simulator.session import StoreError, StoreInUse

DAMAGED_PART: Final = (
    "A part of the store is damaged: the disk is failing, or the file was changed outside the program."
)


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Turns what the database at ``path`` reports into a ``StoreError``."""
    try:
        yield
    except apsw.Error as fault:
        raise in_words(fault, path) from fault
    except UnicodeEncodeError as fault:
        raise StoreError("A name or a text holds characters that cannot be stored.") from fault
    except UnicodeDecodeError as fault:
        raise StoreError(DAMAGED_PART) from fault


def in_words(fault: apsw.Error, path: Path) -> StoreError:
    """A database fault as a ``StoreError`` that says what happened and what can be done."""
    match fault:
        case apsw.ConnectionClosedError():
            return StoreError("The store of sessions is closed.")
        case apsw.BusyError() | apsw.LockedError():
            return StoreInUse(f"Another program is working on “{path}”. Close it and try again.")
        case apsw.FullError():
            return StoreError(
                f"The disk is full: “{path}” cannot grow. Make room and try again; everything stored before is safe."
            )
        case apsw.NotADBError():
            return StoreError(f"“{path}” is not a store of sessions. Move it away, and Attune begins a new one.")
        case apsw.CorruptError():
            return StoreError(f"“{path}” is damaged. Keep a copy of it and go back to a backup.")
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError() | apsw.AuthError():
            return StoreError(f"“{path}” cannot be opened for writing. Check that you may write in its folder.")
        case apsw.IOError():
            return StoreError(
                f"The disk did not take or give the data of “{path}” (it may be full or failing). "
                "What was stored before is safe; try again."
            )
        case _:
            return StoreError(f"The store “{path}” failed: {fault}")
