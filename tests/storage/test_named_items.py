"""Remarks on items in older stores, which name a moment and a response of some texts, come to be found by digest."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import apsw
import pytest

from simulator.messages.sentences import storage as say
from simulator.scenario.document import Scenario
from simulator.scenario.hashes import item_digests, story_digest
from simulator.session.actions import Choose
from simulator.session.engine import Session, start
from simulator.session.items import Items
from simulator.session.remarks import AboutItem, Remark
from simulator.session.script import Script
from simulator.session.vocabulary import Mode
from simulator.storage.backups import backups_of
from simulator.storage.schema import released_migrations
from simulator.storage.sqlite import SqliteSessionStore
from tests.scenario.texts import SMALL, read_text
from tests.storage.concert import KIM, ROBIN, keep, session_id
from tests.storage.contract_remarks import SUPERVISOR, comment, correction, remark_id

_SESSION: Final = session_id(1)


@cache
def small() -> Scenario:
    scenario = read_text(SMALL).scenario
    assert scenario is not None
    return scenario


def played() -> Session:
    """Two steps of it: the silence, and what comes then."""
    first = start(Script(small()), Mode.LEARN, 1, session=_SESSION, trainee=ROBIN.id, attune="0.2.0", day="2026-09-21")
    session = Session(small(), first)
    for _ in range(2):
        session.act(Choose(session.shown()[0].id))
    return session


def named(number: int, item: str, texts: str) -> Remark:
    """A correction as it was made before items had digests."""
    return replace(correction(number, "own-it"), about=AboutItem(item, texts))


BEFORE: Final = (
    comment(1, _SESSION),
    named(2, "silence/own-it", small().digest),
    named(3, "silence/shout", small().digest),
    replace(named(4, "silence/own-it", "0" * 64), person=KIM.id),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of the second version with these remarks."""
    made = tmp_path / "sessions.sqlite3"
    with closing(SqliteSessionStore(made, migrations=released_migrations()[:2])) as store:
        store.add_person(ROBIN)
        keep(store, played())
        for remark in BEFORE:
            store.remark(remark)
    return made


def test_an_item_of_texts_that_are_kept_gets_its_digest_and_the_others_stay_as_they_are(path: Path) -> None:
    about = AboutItem(item_digests(small())["silence", "own-it"], story_digest(small()))
    with closing(SqliteSessionStore(path)) as store:
        on_session, by_digest, *unknown = (*store.remarks_by(SUPERVISOR.id), *store.remarks_by(KIM.id))
        assert by_digest == replace(BEFORE[1], about=about)
        assert (on_session, *unknown) == (BEFORE[0], *BEFORE[2:])
        assert store.remarks(_SESSION, ROBIN.id, Items(small()).met(played().events)) == (BEFORE[0], by_digest)
        assert store.faults() == ()
        store.remark(replace(by_digest, id=remark_id(5), previous=by_digest.id))
    assert [copy.path.exists() for copy in backups_of(path)] == [True]


def test_where_the_texts_are_damaged_it_is_kept_as_it_was(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE texts SET body = x'00'").fetchall()
    with closing(SqliteSessionStore(path)) as store:
        assert (*store.remarks_by(SUPERVISOR.id), *store.remarks_by(KIM.id)) == BEFORE
        assert [fault.what for fault in store.faults() if fault.session is None] == []


def test_a_damaged_remark_is_not_made_sound_by_it(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE remarks SET person = 'Mallory' WHERE number = 2").fetchall()
    with closing(SqliteSessionStore(path)) as store:
        assert [fault.what for fault in store.faults()] == [say.REMARK_CHANGED()]


def test_a_lost_remark_is_missed_after_it_too(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("DELETE FROM remarks WHERE number = 3").fetchall()
    with closing(SqliteSessionStore(path)) as store:
        assert [fault.what for fault in store.faults()] == [say.REMARKS_LOST()]


def test_a_lost_ledger_is_missed_after_it_too(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("DELETE FROM ledger").fetchall()
    with closing(SqliteSessionStore(path)) as store:
        assert say.ROWS_EXCHANGED() in [fault.what for fault in store.faults()]
