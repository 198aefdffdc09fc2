"""Both stores of this program keep the contract of every store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.session.actions import Stop
from simulator.session.engine import Session
from simulator.session.store import SessionStore
from simulator.storage.sqlite import MemorySessionStore, SqliteSessionStore
from tests.storage.concert import played
from tests.storage.contract import SessionStoreContract
from tests.storage.contract_questions import PEOPLE, Crowded
from tests.storage.crowd import crowd

_SESSIONS = 10_000


def _templates() -> list[Session]:
    """Short courses, open and stopped, and one that came to its end."""
    stopped = [played(seed, steps=1) for seed in range(6)]
    for session in stopped:
        session.act(Stop())
    return [*stopped, *(played(seed, steps=2) for seed in range(6)), played(7)]


class TestMemoryStore(SessionStoreContract):
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        made = MemorySessionStore()
        yield made
        made.close()

    @pytest.fixture(scope="class")
    @classmethod
    def crowded(cls) -> Iterator[Crowded]:
        made = MemorySessionStore()
        yield Crowded(made, crowd(made, _templates(), _SESSIONS, PEOPLE))
        made.close()


class TestSqliteStore(SessionStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[SessionStore]:
        made = SqliteSessionStore(tmp_path / "sessions.sqlite3")
        yield made
        made.close()

    @pytest.fixture(scope="class")
    @classmethod
    def crowded(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowded]:
        made = SqliteSessionStore(tmp_path_factory.mktemp("crowd") / "sessions.sqlite3")
        yield Crowded(made, crowd(made, _templates(), _SESSIONS, PEOPLE))
        made.close()
