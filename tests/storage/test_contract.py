"""Both stores of this program keep the contract of every store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.session import SessionStore
from simulator.storage import MemorySessionStore, SqliteSessionStore
from tests.storage.contract import SessionStoreContract


class TestMemoryStore(SessionStoreContract):
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        made = MemorySessionStore()
        yield made
        made.close()


class TestSqliteStore(SessionStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[SessionStore]:
        made = SqliteSessionStore(tmp_path / "sessions.sqlite3")
        yield made
        made.close()
