"""Somebody changes single rows beside the program: every change is noticed when it is read, or by looking for faults."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import Final

import apsw
import pytest

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError
from simulator.session.events import NOT_RECORDED, Tagged
from simulator.session.store import SessionFilter, SessionOrder
from simulator.session.vocabulary import Tag
from simulator.storage.pinned_texts import pinned_seal
from simulator.storage.seals import seal
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import KEY, headers
from tests.storage.concert import KIM, ROBIN, keep, played, session_id, timing
from tests.storage.full_store import Read, full_store, read_all
from tests.storage.test_bit_flips import changed_without_a_word

_NAMED: Final = re.compile(r"^-- (.+)\n((?:(?!--).+\n)+)", re.MULTILINE)
CHANGES: Final = dict(_NAMED.findall(Path(__file__).with_name("changed_rows.sql").read_text(encoding="utf-8")))
_ONE: Final = session_id(1)
_ROWS: Final = {
    "one": f"(SELECT number FROM sessions WHERE id = '{_ONE}')",
    "other": f"(SELECT number FROM sessions WHERE id = '{session_id(3)}')",
    "old": "(SELECT min(number) FROM sessions)",
    "first": _ONE,
    "five": session_id(5),
    "robin": ROBIN.id,
    "kim": KIM.id,
}
_OPINIONS: Final = ("the measures of a session", "what lists say of measures", "lost measures")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_store(tmp_path_factory.mktemp("full") / "sessions.sqlite3")


@pytest.fixture(scope="module")
def whole(made: Path) -> Read:
    """What is read of the store before anything is changed."""
    with closing(SqliteSessionStore(made)) as store:
        return read_all(store, tuple(header.id for header in headers(store)))


@pytest.fixture
def path(made: Path, whole: Read, tmp_path: Path) -> Path:
    assert whole.said == {}
    return Path(shutil.copy(made, tmp_path))


def change(path: Path, sql: str) -> None:
    """Change a store beside the program, as another program would; the rules of the tables are switched off."""
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("PRAGMA foreign_keys = OFF").fetchall()
        connection.execute(sql.format_map(_ROWS)).fetchall()
        assert connection.total_changes() > 0, "nothing was changed"


def test_there_are_changes_of_every_table() -> None:
    tables = ("people", "sessions", "events", "texts", "pinned", "pinned_texts", "remarks", "met", "measures", "ledger")
    assert all(any(f" {table} " in sql or f" {table};" in sql for sql in CHANGES.values()) for table in tables)
    assert len(CHANGES) > 60


@pytest.mark.parametrize("what", [what for what in CHANGES if what not in _OPINIONS])
def test_a_changed_row_is_noticed(path: Path, what: str) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        faults = store.faults()
        assert faults, "nothing was said"
        assert all(str(fault.what) for fault in faults)


@pytest.mark.parametrize("what", _OPINIONS)
def test_a_changed_opinion_is_not_shown_and_is_worked_out_anew(path: Path, whole: Read, what: str) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        ended = store.query(SessionFilter(ended=True), SessionOrder.NEWEST, KEY)
        gone = [header for header in ended.headers if header.id not in ended.measures]
        assert gone
        assert changed_without_a_word(whole, read_all(store, tuple(h.id for h in headers(store)))) == []
        assert store.faults() == ()
        # Of a session whose outcomes were not recorded nothing can be worked out.
        assert set(store.unmeasured(KEY)) == {header.id for header in gone if header.edition != NOT_RECORDED}


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("a cut end", say.END_MISSING()),
        ("a lost beginning", say.STEP_MISSING(step=0)),
        ("a lost step", say.STEP_MISSING(step=2)),
        ("all steps of a session", say.BEGINNING_MISSING()),
        ("a step more", say.STEP_CHANGED(step=6)),
        ("a link", say.STEP_CHANGED(step=2)),
        ("a time", say.TIMES_CHANGED()),
        ("a told body where none belongs", say.TIMES_CHANGED()),
        ("a title", say.HEADER_DAMAGED()),
        ("a path that is no text", say.TEXT_DAMAGED(name="\ufffd")),
        ("a lost state of a scenario", say.HEADER_DAMAGED()),
        ("a lost text of a state", say.TEXT_DAMAGED(name="concert-silence.yaml")),
        ("a text", say.TEXT_DAMAGED(name="concert-silence.yaml")),
    ],
)
def test_what_is_damaged_of_a_session_is_named_and_it_takes_no_further_step(
    path: Path, what: str, sentence: object
) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        assert [fault.what for fault in store.faults(only=(_ONE,))] == [sentence]
        for refused in (lambda: store.load(_ONE), lambda: store.append(_ONE, Tagged(Tag.NOTHING), timing(9))):
            with pytest.raises(StoreError) as fault:
                refused()
            assert fault.value.message == sentence


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("a name", say.PERSON_CHANGED(name="Mallory")),
        ("a lost person", say.PEOPLE_LOST()),
        ("a lost remark", say.REMARKS_LOST()),
        ("the body of a remark", say.REMARK_CHANGED()),
        ("what was met lost", say.MET_CHANGED()),
        ("what was met changed", say.MET_CHANGED()),
        ("a lost session, its steps still there", say.HEADERS_LOST(count=1)),
        ("a lost session with its steps", say.SESSIONS_LOST(count=1)),
        ("a session more", say.ROWS_EXCHANGED()),
        ("the ledger lost", say.ROWS_EXCHANGED()),
        ("a ledger that cannot be one", say.ROWS_EXCHANGED()),
    ],
)
def test_what_is_lost_is_named(path: Path, what: str, sentence: object) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        assert sentence in [fault.what for fault in store.faults() if fault.session is None]


@pytest.mark.parametrize("what", ["a cut end", "a lost step", "a step's body", "a title", "the texts of a session"])
def test_one_damaged_session_leaves_the_others_alone(path: Path, whole: Read, what: str) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        assert len(headers(store)) == 20
        read = read_all(store, tuple(header.id for header in headers(store)))
        assert list(read.said) == [f"session {_ONE}"]
        others = [question for question in whole.shown if question.startswith("session") and _ONE not in question]
        assert all(read.shown[question] == whole.shown[question] for question in others)
        (fault,) = [fault for fault in store.faults() if fault.session is not None]
        assert (fault.session, fault.title) == (_ONE, "The quarry" if what == "a title" else "The concert")


@pytest.mark.parametrize(
    ("what", "steps"), [("a lost step", 1), ("a link", 1), ("a cut end", 4), ("a title", 5), ("a time", 5)]
)
def test_the_beginning_of_a_damaged_session_can_still_be_read(path: Path, what: str, steps: int) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        (fault,) = store.faults(only=(_ONE,))
        found = store.salvage(_ONE)
        assert found.damage == fault.what
        assert found.events == tuple(played(1, KIM.id).events[: steps + 1])
        assert fault.readable_steps == steps


@pytest.mark.parametrize("what", ["a lost beginning", "all steps of a session", "a text", "a lost text"])
def test_where_nothing_can_be_read_that_is_said(path: Path, what: str) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        damaged = [fault.session for fault in store.faults() if fault.session is not None]
        with pytest.raises(StoreError):
            store.salvage(damaged[-1])


def test_a_session_on_other_texts_is_never_shown_without_a_word(path: Path) -> None:
    change(path, CHANGES["the texts of a session"])
    with closing(SqliteSessionStore(path)) as store:
        assert store.salvage(_ONE).damage is not None


def test_damaged_texts_are_healed_by_the_next_session_that_is_pinned_to_them(path: Path) -> None:
    for what in ("a text", "a lost text of a state", "the path of a state", "the digest of a state"):
        change(path, CHANGES[what])
        with closing(SqliteSessionStore(path)) as store:
            with pytest.raises(StoreError):
                store.load(_ONE)
            keep(store, played(40 + list(CHANGES).index(what), steps=1))
            store.load(_ONE)
            assert store.faults(only=(_ONE,)) == ()


@pytest.mark.parametrize(
    "what", ["a lost person", "a lost remark", "what was met lost", "the ledger lost", "a lost session with its steps"]
)
def test_once_a_loss_is_accepted_it_is_no_longer_missed(path: Path, what: str) -> None:
    change(path, CHANGES[what])
    with closing(SqliteSessionStore(path)) as store:
        store.accept_losses()
        assert all(fault.what == say.PERSON_MISSING() for fault in store.faults())
        store.add_person(KIM)
        assert store.faults() == ()


@pytest.mark.parametrize("cut", [False, True])
def test_a_session_whose_line_was_lost_is_in_the_lists_again_once_that_is_accepted(
    path: Path, whole: Read, cut: bool
) -> None:
    if cut:
        change(path, CHANGES["a lost step"])
    change(path, CHANGES["a lost session, its steps still there"])
    with closing(SqliteSessionStore(path)) as store:
        with pytest.raises(StoreError, match="There is no conversation"):
            store.load(_ONE)
        store.accept_losses()
        if cut:
            assert [(fault.session, fault.what) for fault in store.faults()] == [(_ONE, say.STEP_MISSING(step=2))]
            assert len(store.salvage(_ONE).events) == 2
        else:
            assert store.faults() == ()
            assert store.load(_ONE) == whole.shown[f"session {_ONE}"]


def test_steps_without_a_beginning_are_let_go_once_that_is_accepted(path: Path) -> None:
    change(path, CHANGES["a lost beginning"])
    change(path, CHANGES["a lost session, its steps still there"])
    with closing(SqliteSessionStore(path)) as store:
        assert say.HEADERS_LOST(count=1) in [fault.what for fault in store.faults()]
        store.accept_losses()
        assert store.faults() == ()


def test_steps_whose_texts_are_lost_too_are_let_go_once_that_is_accepted(path: Path) -> None:
    for what in ("a lost state of a scenario", "a lost session, its steps still there"):
        change(path, CHANGES[what].replace("{one}", _ROWS["one"]))
    with closing(SqliteSessionStore(path)) as store:
        store.accept_losses()
        assert say.HEADERS_LOST(count=1) not in [fault.what for fault in store.faults()]
        with pytest.raises(StoreError, match="There is no conversation"):
            store.load(_ONE)


def test_texts_that_are_sealed_anew_but_are_not_those_of_the_session_are_noticed(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        rows = connection.execute("SELECT path, text FROM pinned_texts WHERE pinned = (SELECT max(id) FROM pinned)")
        hashes: dict[str, bytes] = dict(rows)
        sealed = pinned_seal("f" * 64, "concert-silence.yaml", hashes)
        connection.execute(
            "UPDATE pinned SET digest = ?, seal = ? WHERE id = (SELECT max(id) FROM pinned)", ("f" * 64, sealed)
        )
    with closing(SqliteSessionStore(path)) as store:
        with pytest.raises(StoreError) as refused:
            store.load(_ONE)
        assert refused.value.message == say.OTHER_TEXTS()
        assert store.salvage(_ONE).damage == say.OTHER_TEXTS()
        assert say.OTHER_TEXTS() in [fault.what for fault in store.faults(only=(_ONE,))]


def test_a_remark_that_is_sealed_anew_but_is_none_is_noticed(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        columns = connection.execute(
            "SELECT id, session, step, item, story, kind, person FROM remarks WHERE number = 1"
        ).fetchall()[0]
        sealed = seal((*columns, b"{}"))
        connection.execute("UPDATE remarks SET body = ?, seal = ? WHERE number = 1", (b"{}", sealed))
    with closing(SqliteSessionStore(path)) as store:
        with pytest.raises(StoreError, match="A remark on this conversation"):
            store.remarks(session_id(2), None)
        assert {say.REMARK_CHANGED(), say.REMARKS_LOST()} <= {fault.what for fault in store.faults()}


def test_a_damaged_session_can_be_deleted(path: Path) -> None:
    change(path, CHANGES["a cut end"])
    with closing(SqliteSessionStore(path)) as store:
        store.erase(_ONE)
        assert store.faults() == ()
