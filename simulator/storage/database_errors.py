"""What the database reports, as messages for the person in front of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreDamaged, StoreError, StoreInUse


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Turns what the database at ``path`` reports into a ``StoreError``."""
    try:
        yield
    except apsw.Error as fault:
        raise in_words(fault, path) from fault
    except UnicodeEncodeError as fault:
        raise StoreError(say.NOT_STORABLE()) from fault
    except (UnicodeDecodeError, OverflowError) as fault:
        # Numbers or letters that this program never stores.
        raise StoreDamaged(say.DAMAGED_PART()) from fault


def in_words(fault: apsw.Error, path: Path) -> StoreError:
    """A database fault as a ``StoreError`` that says what happened and what can be done."""
    where = str(path)
    match fault:
        case apsw.ConnectionClosedError():
            return StoreError(say.CLOSED())
        case apsw.BusyError() | apsw.LockedError():
            return StoreInUse(say.BUSY(path=where))
        case apsw.FullError():
            return StoreError(say.DISK_FULL(path=where))
        case apsw.NotADBError():
            return StoreDamaged(say.NOT_A_STORE(path=where))
        case apsw.CorruptError() | apsw.SQLError():
            # What we ask for is there in every store of ours: if it is not, the tables were changed.
            return StoreDamaged(say.DAMAGED_FILE(path=where))
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError() | apsw.AuthError():
            return StoreError(say.NOT_WRITABLE(path=where))
        case apsw.IOError():
            return StoreError(say.DISK_REFUSES(path=where))
        case apsw.MismatchError() | apsw.ConstraintError() | apsw.RangeError() | apsw.TooBigError():
            return StoreDamaged(say.DAMAGED_PART())
        case _:
            return StoreError(say.FAILED(path=where))
