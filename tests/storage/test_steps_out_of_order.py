"""A damaged file whose steps stand out of order is looked through to an end, however the search for lost sessions is led round."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from simulator.storage.course_rows import STEPS
from simulator.storage.mending import without_a_header
from tests.storage.full_store import full_store

_PAGE, _INTERIOR, _BEHIND_THE_HEADER = 4096, 5, 12
_MUCH_WORK = 2_000_000
"""Steps of SQLite's machine: far more than the search takes in a store of twenty sessions."""


def separators(content: bytes, page: int) -> Iterator[int]:
    """Where in the file the keys stand that say which page of the steps to look in (SQLite's file format, section 1.6)."""
    begin = (page - 1) * _PAGE
    assert content[begin] == _INTERIOR
    for cell in range(int.from_bytes(content[begin + 3 : begin + 5])):
        at = begin + _BEHIND_THE_HEADER + 2 * cell
        yield begin + int.from_bytes(content[at : at + 2]) + 4


def leads_round(connection: apsw.Connection) -> bool:
    """Whether the first step from some session on says that it belongs to an earlier one."""
    numbers = connection.execute(f"SELECT DISTINCT step / {STEPS} FROM events").fetchall()
    asked = f"SELECT min(step) / {STEPS} < ? FROM events WHERE step >= ? * {STEPS}"
    return any(connection.execute(asked, (number, number)).get for (number,) in numbers)


def test_keys_that_lead_to_the_wrong_page_do_not_lead_the_search_round_for_ever(tmp_path: Path) -> None:
    path = full_store(tmp_path / "sessions.sqlite3")
    content = path.read_bytes()
    with closing(apsw.Connection(str(path))) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").get
    assert isinstance(root, int)
    led_round = 0
    for at in separators(content, root):
        path.write_bytes(content[:at] + bytes([content[at] | 0x10]) + content[at + 1 :])
        with closing(apsw.Connection(str(path))) as connection:
            led_round += leads_round(connection)
            connection.set_progress_handler(lambda: True, _MUCH_WORK)
            try:
                without_a_header(connection)
            except apsw.InterruptError:
                pytest.fail("The search for sessions without a header goes round for ever.")
    assert led_round > 0
