"""A store of the first edition opens with everything that was stored of its sessions, and with its old bytes untouched.

What the patient answered was not stored then. Only a program whose rules were those of that day could work it out; this
one shows what was chosen, and invents nothing.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import apsw
import pytest

from simulator.messages.sentences import storage as say
from simulator.messages.sentences.session import OUTCOMES_NOT_RECORDED
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.session.engine import Session
from simulator.session.errors import ServiceError, StoreError
from simulator.session.events import NOT_RECORDED, Chose, StayedSilent, Stopped
from simulator.session.first_edition import person_id
from simulator.session.record import choices_made, recorded
from simulator.session.store import SessionFilter, SessionHeader, SessionOrder, StoredSession
from simulator.session.vocabulary import By, Met
from simulator.storage.backups import Reason, backups_of
from simulator.storage.sqlite import SqliteSessionStore
from tests.editions.frozen import lay_out, told
from tests.storage.asking import KEY
from tests.storage.concert import timing

ROBIN, KIM = person_id("Robin"), person_id("Kim Ō’Neil")
_STEPS = 4096
_OPEN = 6
"""The number of a session that was never ended."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return lay_out(1, tmp_path)


def listed(store: SqliteSessionStore) -> tuple[SessionHeader, ...]:
    """All sessions, in the order in which they were played."""
    return store.query(SessionFilter(), SessionOrder.OLDEST, KEY, size=100).headers


def chosen(stored: StoredSession) -> list[str]:
    """What was chosen in a session; empty where nothing was said."""
    return list(choices_made(stored.events))


def said_then(then: dict[str, Any]) -> list[str]:
    """The same as the program of that day told it."""
    return [turn["said"] or "" for turn in then["course"]]


def noted_then(then: dict[str, Any]) -> str:
    """The verdict that stood in the list of that day; a program that was killed behind the last step had noted none."""
    return "" if then["id"] % 8 == 0 and then["verdict"] != "stopped" else then["verdict"] or ""


def old_bytes(path: Path) -> list[Any]:
    """The bodies and links of a store, as they lie in the file."""
    with closing(apsw.Connection(str(path))) as connection:
        return connection.execute("SELECT step, body, link FROM events ORDER BY step").fetchall()


def change(path: Path, sql: str, values: tuple[bytes | str | int, ...] = ()) -> None:
    """Change the old store before it is opened."""
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(sql, values).fetchall()
        assert connection.total_changes() > 0


def test_every_session_shows_what_was_chosen_when_by_whom_and_where_it_ended(path: Path) -> None:
    before = old_bytes(path)
    with closing(SqliteSessionStore(path)) as store:
        headers = listed(store)
        assert len(headers) == len(told(1)) == 24
        for header, then in zip(headers, told(1), strict=True):
            stored = store.load(header.id)
            assert chosen(stored) == said_then(then)
            assert header.verdict == noted_then(then)
            assert (header.scenario, str(header.mode), header.difficulty, header.started_ms) == (
                then["scenario"],
                then["mode"],
                then["difficulty"],
                then["at_ms"],
            )
            assert (header.trainee, header.edition, header.language) == (
                person_id(then["trainee"]),
                NOT_RECORDED,
                "en",
            )
            assert stored.timings[0].at_ms == then["at_ms"]
            assert all(when.at_ms is None and when.spent_ms is not None for when in stored.timings[1:])
        assert [(person.id, person.name) for person in store.people()] == [(KIM, "Kim Ō’Neil"), (ROBIN, "Robin")]
        assert store.faults() == ()
    assert old_bytes(path) == before


def test_what_the_patient_answered_is_not_invented(path: Path) -> None:
    with closing(SqliteSessionStore(path)) as store:
        for header in listed(store):
            stored = store.load(header.id)
            assert (stored.started.edition, stored.started.outcome) == (NOT_RECORDED, None)
            assert all(event.outcome is None for event in stored.events if isinstance(event, Chose | StayedSilent))
            scenario = read_scenario(PinnedFiles(stored.sources), header.path).scenario
            assert scenario is not None
            for tell in (recorded, Session.replay):
                with pytest.raises(ServiceError):
                    tell(scenario, stored.events)
            with pytest.raises(ServiceError) as refused:
                recorded(scenario, stored.events)
            assert refused.value.message == OUTCOMES_NOT_RECORDED()
        assert store.unmeasured(KEY) == ()


def test_it_is_the_same_store_when_it_is_opened_again(path: Path) -> None:
    with closing(SqliteSessionStore(path)) as store:
        before = listed(store)
    with closing(SqliteSessionStore(path)) as store:
        assert listed(store) == before
        assert store.faults() == ()


def test_ids_are_the_same_on_every_machine(tmp_path: Path) -> None:
    found = []
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        with closing(SqliteSessionStore(lay_out(1, tmp_path / name))) as store:
            found.append([header.id for header in listed(store)])
    assert found[0] == found[1]
    assert len(set(found[0])) == 24
    assert found[0][0] == "961f9b8d-d6eb-5c94-879a-83b3a934adf8"
    assert (ROBIN, KIM) == ("83edb311-11e1-5fc5-a7c1-52887a52f0b9", "dd169ae5-e86e-5f24-bcbe-92a103d3bfaf")


def test_what_somebody_had_met_is_derived_from_their_earlier_sessions(path: Path) -> None:
    with closing(SqliteSessionStore(path)) as store:
        met: dict[tuple[str, str], tuple[Met, ...]] = {}
        for header, then in zip(listed(store), told(1), strict=True):
            key = (header.trainee, header.scenario)
            assert store.load(header.id).started.met == met.get(key, ())
            noted = then["verdict"] is not None and then["id"] % 8 != 0
            had_debriefing = noted or Met.DEBRIEFING in met.get(key, ())
            met[key] = (Met.SESSION, Met.DEBRIEFING) if had_debriefing else (Met.SESSION,)
        assert {key: store.met(key[0], key[1]) for key in met} == met  # type: ignore[arg-type]
        assert len(met) == 6
        assert set(met.values()) == {(Met.SESSION, Met.DEBRIEFING)}


def test_an_open_session_is_closed_in_one_chain_of_old_and_new_links(path: Path) -> None:
    with closing(SqliteSessionStore(path)) as store:
        header = listed(store)[_OPEN - 1]
        steps = len(store.load(header.id).events)
        store.append(header.id, Stopped(By.PROGRAM, None), timing(steps))
        again = store.load(header.id)
        assert again.events[-1] == Stopped(By.PROGRAM, None)
        assert again.header.ended
        assert store.faults() == ()
    links = [link for step, _, link in old_bytes(path) if step // _STEPS == _OPEN]
    assert [len(link) for link in links] == [16] * steps + [32]


def test_a_copy_with_date_and_reason_is_made_before(path: Path) -> None:
    before = old_bytes(path)
    SqliteSessionStore(path).close()
    (backup,) = backups_of(path)
    assert (backup.reason, backup.sessions) == (Reason.UPDATE, 24)
    assert old_bytes(backup.path) == before
    with closing(apsw.Connection(str(backup.path))) as copy:
        assert copy.execute("PRAGMA user_version").get == 1
        assert copy.execute("SELECT count(*) FROM sessions").get == 24
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert backup.path.parent.stat().st_mode & 0o777 == 0o700
    SqliteSessionStore(path).close()
    assert len(backups_of(path)) == 1


# Damaged before it was opened.


def flip(path: Path, column: str, step: int, bit: int = 77) -> None:
    """Flip a bit of an old step."""
    with closing(apsw.Connection(str(path))) as connection:
        content: Any = connection.execute(f"SELECT {column} FROM events WHERE step = ?", (step,)).get
        changed = bytearray(content)
        changed[bit // 8 % len(changed)] ^= 1 << bit % 8
        connection.execute(f"UPDATE events SET {column} = ? WHERE step = ?", (bytes(changed), step))


_HARMS: dict[str, tuple[Callable[[Path], None], object, int]] = {
    "a step's body": (partial(flip, column="body", step=_STEPS + 5), say.STEP_CHANGED(step=5), 4),
    "a step's link": (partial(flip, column="link", step=_STEPS + 3), say.STEP_CHANGED(step=3), 2),
    "a lost step": (partial(change, sql="DELETE FROM events WHERE step = 4096 + 4"), say.STEP_MISSING(step=4), 3),
    "a cut end": (partial(change, sql="DELETE FROM events WHERE step BETWEEN 4096 + 9 AND 8191"), say.END_MISSING(), 8),
    "the noted end": (
        partial(change, sql="UPDATE sessions SET closed_link = x'00' WHERE id = 1"),
        say.END_MISSING(),
        16,
    ),
    "the start": (partial(flip, column="body", step=_STEPS), say.STEP_CHANGED(step=0), 0),
    "a lost start": (partial(change, sql="DELETE FROM events WHERE step = 4096"), say.STEP_MISSING(step=0), 0),
    "all steps": (partial(change, sql="DELETE FROM events WHERE step < 8192"), say.BEGINNING_MISSING(), 0),
}


@pytest.mark.parametrize(("harm", "sentence", "readable"), _HARMS.values(), ids=_HARMS.keys())
def test_a_damaged_session_is_kept_and_told_and_its_beginning_can_be_read(
    path: Path, harm: Callable[[Path], None], sentence: object, readable: int
) -> None:
    harm(path)
    with closing(SqliteSessionStore(path)) as store:
        (fault,) = store.faults()
        assert (fault.what, fault.title, fault.readable_steps) == (sentence, "The concert", readable)
        assert fault.session is not None
        with pytest.raises(StoreError):
            store.load(fault.session)
        if readable:
            salvaged = store.salvage(fault.session)
            assert chosen(salvaged) == said_then(told(1)[0])[: readable // 2]
            assert (salvaged.header.trainee, salvaged.header.verdict) == (ROBIN, "repaired")
        else:
            with pytest.raises(StoreError):
                store.salvage(fault.session)
        assert len(listed(store)) == 24
        others = {header.id: header for header in listed(store) if header.id != fault.session}
        assert all(store.load(id_).header == header for id_, header in others.items())
        store.erase(fault.session)
        assert store.faults() == ()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sessions SET title = 'The quarry' WHERE id = 1",
        "UPDATE sessions SET title = CAST(x'ff' AS TEXT) WHERE id = 1",
        "UPDATE sessions SET trainee = 'Mallory' WHERE id = 1",
        "UPDATE sessions SET trainee = CAST(x'ff' AS TEXT) WHERE id = 1",
    ],
)
def test_what_the_old_list_said_wrongly_is_taken_from_the_log(path: Path, sql: str) -> None:
    change(path, sql)
    with closing(SqliteSessionStore(path)) as store:
        header = listed(store)[0]
        assert (header.title, header.verdict, header.trainee) == ("The concert", "repaired", ROBIN)
        assert len(store.people()) == 2
        assert store.faults() == ()


def unreadable(path: Path) -> None:
    """A text of the first scenario is damaged."""
    change(path, "UPDATE texts SET body = zeroblob(9) WHERE hash = (SELECT text FROM edition_texts WHERE edition = 1)")


def without_its_state(path: Path) -> None:
    """The state of the scenario is lost."""
    change(path, "PRAGMA foreign_keys = OFF; DELETE FROM editions WHERE id = 1")


@pytest.mark.parametrize("harm", [unreadable, without_its_state])
def test_without_its_texts_a_session_shows_what_was_chosen_and_nothing_is_invented(
    path: Path, harm: Callable[[Path], None]
) -> None:
    harm(path)
    with closing(SqliteSessionStore(path)) as store:
        header = listed(store)[0]
        assert (header.verdict, header.edition, header.title) == ("repaired", NOT_RECORDED, "The concert")
        damaged = {fault.session for fault in store.faults()}
        assert damaged == {header.id for header in listed(store)[:8]}
        with pytest.raises(StoreError):
            store.load(header.id)
        assert len(listed(store)) == 24


def test_two_sessions_of_one_first_link_get_two_ids(path: Path) -> None:
    change(path, "INSERT INTO events SELECT step + 4096 * 24, body, link FROM events WHERE step < 8192")
    change(
        path, "INSERT INTO sessions SELECT 25, trainee, edition, title, verdict, closed_link FROM sessions WHERE id = 1"
    )
    with closing(SqliteSessionStore(path)) as store:
        assert len({header.id for header in listed(store)}) == 25
        assert listed(store)[0].id == "961f9b8d-d6eb-5c94-879a-83b3a934adf8"


@pytest.mark.parametrize("flips", [8, pytest.param(100, marks=pytest.mark.slow)])
def test_no_flipped_bit_of_an_old_store_is_told_as_if_nothing_were(tmp_path: Path, flips: int) -> None:
    intact = lay_out(1, tmp_path)
    content, right = intact.read_bytes(), {then["at_ms"]: then for then in told(1)}
    rng, said = random.Random(11), 0
    for number in range(flips):
        folder = tmp_path / str(number)
        folder.mkdir()
        damaged, bit = bytearray(content), rng.randrange(len(content) * 8)
        damaged[bit // 8] ^= 1 << bit % 8
        (folder / "sessions.sqlite3").write_bytes(damaged)
        said += _told_or_said(folder / "sessions.sqlite3", right, bit)
        shutil.rmtree(folder)
    assert said > flips // 8


def _told_or_said(path: Path, right: dict[int, dict[str, Any]], bit: int) -> bool:
    """Whether something was said of the damage; fails where something else is told than was told then."""
    try:
        with closing(SqliteSessionStore(path)) as store:
            if store.faults():
                return True
            headers = listed(store)
            assert len(headers) == len(right), f"bit {bit}"
            for header in headers:
                assert chosen(store.load(header.id)) == said_then(right[header.started_ms]), f"bit {bit}"
    except StoreError as refusal:
        return bool(str(refusal))
    return False
