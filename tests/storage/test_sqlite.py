"""What only the store in a file does: one owner, several processes after each other, steps of a newer program, full sessions."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from simulator.messages.sentences import storage as say
from simulator.session.codec import encode, link
from simulator.session.engine import Session
from simulator.session.errors import StoreDamaged, StoreError
from simulator.session.events import Tagged, Timing, Unfamiliar
from simulator.session.ids import PersonId
from simulator.session.store import Fault, Measures, Person, SessionFilter, SessionOrder
from simulator.session.vocabulary import Met, Tag
from simulator.storage.backups import Reason
from simulator.storage.course_rows import STEPS, write_body
from simulator.storage.header_rows import find, update
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import KEY, begin, forked, headers
from tests.storage.concert import ROBIN, begun, concert, keep, played, script, session_id, some_events, timing
from tests.storage.contract_remarks import note

T = TypeVar("T")
_ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteSessionStore]:
    made = SqliteSessionStore(path)
    made.add_person(ROBIN)
    yield made
    made.close()


def rows(store: SqliteSessionStore, number: int) -> list[Any]:
    """The steps of a session as they lie in the file."""
    return store._connection.execute(
        "SELECT body, link, at, ms, told FROM events WHERE step / 4096 = ? ORDER BY step", (number,)
    ).fetchall()


def at_the_end(parts: Generator[object, None, T]) -> T:
    """What work in parts gives when all of it is done."""
    while True:
        try:
            next(parts)
        except StopIteration as finished:
            found: T = finished.value
            return found


def write_unknown(store: SqliteSessionStore, number: int, body: bytes) -> None:
    """Store a step as a newer program would."""
    row = find(store._connection, session_id(number))
    assert row is not None
    key = row.number * STEPS + row.header.steps + 1
    links = write_body(store._connection, key, body, link(row.head, body), Timing(1, 2), None, row.beside)
    following = row.after("", *links)
    update(store._connection, following)
    store._note("sessions", row.seal, following.seal)
    store._rows.clear()


# One owner.


def test_any_call_from_another_thread_is_a_bug_and_changes_nothing(store: SqliteSessionStore) -> None:
    session = keep(store, played(1, steps=2))
    calls: tuple[Callable[[], object], ...] = (
        lambda: store.append(session, Tagged(Tag.NOTHING), timing(3)),
        lambda: begin(store, 2),
        lambda: store.load(session),
        lambda: headers(store),
        lambda: store.remarks(session, None),
        lambda: store.totals(ROBIN.id),
        lambda: store.back_up(Reason.ASKED, 1),
        lambda: list(store.faults_stepwise()),
        store.people,
        store.faults,
        store.accept_losses,
        store.checkpoint,
        store.close,
    )
    refused: list[BaseException] = []

    def elsewhere() -> None:
        for call in calls:
            try:
                call()
            except RuntimeError as bug:
                refused.append(bug)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(refused) == len(calls)
    assert all("owned by the thread" in str(bug) for bug in refused)
    assert store.load(session).header.steps == 2
    assert len(headers(store)) == 1


# One process after another.

_GOES_ON = """
import sys
from pathlib import Path
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.concert import played, session_id, timing
store = SqliteSessionStore(Path(sys.argv[1]))
done = store.load(session_id(1)).header.steps
for step, event in list(enumerate(played(1).events))[done + 1 : done + 4]:
    store.append(session_id(1), event, timing(step))
print(store.load(session_id(1)).header.steps, flush=True)
sys.stdin.read()
"""


def test_a_session_goes_on_after_the_end_of_another_process_however_that_ended(path: Path) -> None:
    with closing(SqliteSessionStore(path)) as store:
        store.add_person(ROBIN)
        keep(store, played(1, steps=2))
    for steps in (5, 8, 11):
        command = [sys.executable, "-c", _GOES_ON, str(path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == f"{steps}\n"
            program.kill()
    with closing(SqliteSessionStore(path)) as store:
        assert store.load(session_id(1)).events == tuple(played(1).events[:12])
        for step, event in enumerate(played(1).events[12:], 12):
            store.append(session_id(1), event, timing(step))
        assert store.load(session_id(1)).header.ended
        assert store.faults() == ()


def test_a_session_that_is_damaged_while_it_is_played_takes_no_step_of_the_next_process(
    store: SqliteSessionStore, path: Path
) -> None:
    keep(store, played(1, steps=4))
    store._connection.execute("UPDATE events SET ms = 1 WHERE step % 4096 = 2")
    store.close()
    with closing(SqliteSessionStore(path)) as again:
        with pytest.raises(StoreDamaged):
            again.append(session_id(1), some_events(1)[4], timing(5))
        assert again.salvage(session_id(1)).damage == say.TIMES_CHANGED()


# Bytes.


def test_the_stored_bytes_are_the_event_as_json_and_each_link_holds_all_before_it(store: SqliteSessionStore) -> None:
    keep(store, played(1, steps=3))
    head = b""
    for (body, stored, at, ms, told), event in zip(rows(store, 1), played(1).events, strict=False):
        assert body == encode(event)
        assert json.loads(body)["kind"] in ("started", "tagged", "chose", "silent")
        assert stored == (head := link(head, body))
        assert (type(at), type(ms), told) == (int, int, None)
    assert head.hex() == store.load(session_id(1)).header.head


def test_steps_of_a_newer_program_are_kept_passed_over_and_copied_byte_for_byte(store: SqliteSessionStore) -> None:
    parent = keep(store, played(1, steps=2))
    body = b'{"kind":"sighed","loud":true,"v":9}'
    with store._connection:
        write_unknown(store, 1, body)
    assert store.load(parent).events[-1] == Unfamiliar("sighed")
    store.append(parent, some_events(1)[2], timing(4))
    store.fork(forked(store, parent, 4), timing(0))
    copied = store.load(session_id(900))
    assert copied.events[1:] == store.load(parent).events[1:4]
    originals, copies = rows(store, 1), rows(store, 2)
    assert [(row[0], *row[2:]) for row in copies[1:]] == [(row[0], *row[2:]) for row in originals[1:4]]
    assert body in [row[0] for row in copies]
    assert Session.replay(concert(), copied.events, script()).events == list(copied.events)
    with pytest.raises(ValueError, match="sighed"):
        store.append(parent, Unfamiliar("sighed"), timing(5))
    assert store.faults() == ()


def test_a_full_session_takes_no_more_and_reads_no_steps_of_the_next_one(store: SqliteSessionStore) -> None:
    session = begin(store, 1)
    row = find(store._connection, session)
    assert row is not None
    body = encode(Tagged(Tag.NOTHING))
    links, first = (row.head, row.beside), row.number * STEPS
    with store._connection:
        for step in range(1, STEPS - 1):
            links = write_body(
                store._connection, first + step, body, link(links[0], body), timing(step), None, links[1]
            )
        full = row.over(STEPS - 2, "", *links)
        update(store._connection, full)
        store._note("sessions", row.seal, full.seal)
    store._rows.clear()
    other = keep(store, played(2, steps=3))
    assert store.append(session, Tagged(Tag.NOTHING), timing(1)).steps == STEPS - 1
    with pytest.raises(StoreError) as refused:
        store.append(session, Tagged(Tag.NOTHING), timing(2))
    assert refused.value.message == say.SESSION_FULL(steps=STEPS)
    assert len(store.load(session).events) == STEPS
    assert len(store.load(other).events) == 4
    assert store.link_before(session, STEPS) == store.load(session).header.head
    with pytest.raises(StoreError, match="cannot be gone on from"):
        store.link_before(session, STEPS + 1)
    assert store.faults() == ()


# Looking for faults while the store is used.


def test_between_the_parts_of_a_verification_the_store_goes_on(store: SqliteSessionStore) -> None:
    for number in range(1, 81):
        begin(store, number)
    parts = store.faults_stepwise()
    told = []
    for number, part in enumerate(parts, 1):
        told.append(part)
        begin(store, 1_000 + number)
        store.append(session_id(5), Tagged(Tag.NOTHING), timing(number))
        store.erase(session_id(number + 20))
    assert len(told) > 3
    assert told[0] == (0, 80)
    assert all(done <= of for done, of in told)
    assert store.faults() == ()


def test_lists_are_looked_through_in_parts_too_and_no_change_between_two_is_taken_for_a_fault(
    store: SqliteSessionStore,
) -> None:
    begin(store, 1)
    looking, changes = store.faults_stepwise(), 0

    def with_changes_between() -> Generator[None, None, tuple[Fault, ...]]:
        nonlocal changes
        while True:
            try:
                next(looking)
            except StopIteration as finished:
                found: tuple[Fault, ...] = finished.value
                return found
            changes += 1
            begin(store, 1 + changes)
            store.remark(note(changes, session_id(1 + changes)))
            store.note_met(ROBIN.id, f"scenario {changes}", Met.PROOF, changes)
            store.add_person(Person(PersonId(f"person {changes}"), f"Person {changes}"))
            yield

    assert at_the_end(with_changes_between()) == ()
    assert changes > 10


def test_a_verification_in_parts_gives_what_it_found(store: SqliteSessionStore) -> None:
    for number in range(1, 61):
        begin(store, number)
    store._connection.execute("UPDATE events SET at = 5 WHERE step IN (4096 * 3, 4096 * 50)")
    parts = store.faults_stepwise()
    found = at_the_end(parts)
    assert [fault.session for fault in found] == [session_id(50), session_id(3)]
    assert found == store.faults()


def test_a_store_that_is_closed_between_two_parts_says_so(store: SqliteSessionStore) -> None:
    for number in range(60):
        begin(store, number)
    parts = store.faults_stepwise()
    next(parts)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        next(parts)


# Texts.


def test_the_same_texts_under_another_path_are_another_state(store: SqliteSessionStore) -> None:
    one, other = begun(1).started, begun(2).started
    store.create(one, timing(0), "concert-silence.yaml", concert().sources)
    store.create(other, timing(0), "patients/ines.yaml", concert().sources)
    assert store.load(one.session).header.path == "concert-silence.yaml"
    assert store.load(other.session).header.path == "patients/ines.yaml"
    assert store._connection.execute("SELECT count(*) FROM texts").get == 2
    assert store.faults() == ()


def test_short_and_long_texts_come_back_as_they_were(store: SqliteSessionStore) -> None:
    texts = {
        "empty": "",
        "short": "x",
        "long": "Inês \0 „…“ 🌱\r\n" * 9_000,
        "random": "".join(map(chr, range(32, 900))),
    }
    store.create(replace(begun(1).started, texts="ab" * 32), timing(0), "long", texts)
    assert dict(store.load(session_id(1)).sources) == texts
    packed = store._connection.execute("SELECT sum(length(body)) FROM texts").get
    assert isinstance(packed, int)
    assert packed < 10_000


def test_measures_are_sealed_with_the_head_of_their_session(store: SqliteSessionStore) -> None:
    for seed in (1, 2):
        keep(store, played(seed))
        store.put_measures(session_id(seed), KEY, store.load(session_id(seed)).header.head, Measures(50 + seed))
    store._connection.execute("PRAGMA foreign_keys = OFF").fetchall()
    store._connection.execute("UPDATE measures SET session = session + 100")
    store._connection.execute("UPDATE measures SET session = CASE session WHEN 101 THEN 2 ELSE 1 END")
    store._connection.execute("UPDATE sessions SET share = 103 - share")
    assert store.query(SessionFilter(), SessionOrder.NEWEST, KEY).measures == {}
    assert store.faults() == ()
    assert len(store.unmeasured(KEY)) == 2
