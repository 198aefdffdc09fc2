"""Whatever the database reports, a person reads a sentence of the catalogue, and the right kind of error is raised."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreDamaged, StoreError, StoreInUse
from simulator.storage.database_errors import worded

_PATH = Path("/home/robin/sessions.sqlite3")
_ALL = [kind for kind in vars(apsw).values() if isinstance(kind, type) and issubclass(kind, apsw.Error)]


@pytest.mark.parametrize(
    ("fault", "kind", "sentence"),
    [
        (apsw.ConnectionClosedError(), StoreError, say.CLOSED),
        (apsw.BusyError(), StoreInUse, say.BUSY),
        (apsw.LockedError(), StoreInUse, say.BUSY),
        (apsw.FullError(), StoreError, say.DISK_FULL),
        (apsw.NotADBError(), StoreDamaged, say.NOT_A_STORE),
        (apsw.CorruptError(), StoreDamaged, say.DAMAGED_FILE),
        (apsw.SQLError(), StoreDamaged, say.DAMAGED_FILE),
        (apsw.ReadOnlyError(), StoreError, say.NOT_WRITABLE),
        (apsw.CantOpenError(), StoreError, say.NOT_WRITABLE),
        (apsw.PermissionsError(), StoreError, say.NOT_WRITABLE),
        (apsw.AuthError(), StoreError, say.NOT_WRITABLE),
        (apsw.IOError(), StoreError, say.DISK_REFUSES),
        (apsw.MismatchError(), StoreDamaged, say.DAMAGED_PART),
        (apsw.ConstraintError(), StoreDamaged, say.DAMAGED_PART),
        (apsw.RangeError(), StoreDamaged, say.DAMAGED_PART),
        (apsw.TooBigError(), StoreDamaged, say.DAMAGED_PART),
        (apsw.NoMemError(), StoreError, say.FAILED),
        (apsw.InternalError(), StoreError, say.FAILED),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"), StoreError, say.NOT_STORABLE),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), StoreDamaged, say.DAMAGED_PART),
        (OverflowError("too large"), StoreDamaged, say.DAMAGED_PART),
    ],
)
def test_a_fault_is_told_in_its_own_sentence(fault: Exception, kind: type, sentence: object) -> None:
    with pytest.raises(StoreError) as told, worded(_PATH):
        raise fault
    assert type(told.value) is kind
    assert told.value.message.sentence is sentence
    assert told.value.__cause__ is fault


@pytest.mark.parametrize("fault", _ALL, ids=lambda kind: kind.__name__)
def test_no_words_of_the_database_reach_a_person(fault: type[apsw.Error]) -> None:
    with pytest.raises(StoreError) as told, worded(_PATH):
        raise fault("SQLITE_MISUSE near line 7")
    assert "SQLITE" not in str(told.value)
    assert len(_ALL) > 30


def test_a_mistake_of_the_program_is_no_fault_of_the_store() -> None:
    for mistake in (ValueError("x"), KeyError("x"), TypeError("x"), RuntimeError("x")):
        with pytest.raises(type(mistake)), worded(_PATH):
            raise mistake
