"""How questions are answered: from an index that has the order, whatever else is asked, and around damaged letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import apsw
import pytest

from simulator.session.ids import PersonId
from simulator.session.store import Cursor, MeasureKey, SessionFilter, SessionOrder
from simulator.session.vocabulary import Mode
from simulator.storage.session_queries import question
from simulator.storage.sqlite import MemorySessionStore, SqliteSessionStore
from tests.storage.asking import KEY, begin, headers
from tests.storage.concert import KIM, ROBIN, SOURCES, begun, concert, keep, played, session_id, timing
from tests.storage.contract_questions import everything
from tests.storage.contract_remarks import comment, correction

_SOMEBODY = PersonId("somebody")
_AFTER = {
    SessionOrder.NEWEST: Cursor(5, 7),
    SessionOrder.OLDEST: Cursor(5, 7),
    SessionOrder.TITLE: Cursor("x", 7),
    SessionOrder.TRAINEE: Cursor("x", 7),
    SessionOrder.SHARE: Cursor(5, 7),
}
_FILTERS = {
    "nothing": SessionFilter(),
    "scenario": SessionFilter(scenario="concert-silence"),
    "mode": SessionFilter(mode=Mode.LEARN),
    "difficulty": SessionFilter(difficulty=2),
    "language": SessionFilter(language="en"),
    "edition": SessionFilter(edition=1),
    "verdict": SessionFilter(verdict="left"),
    "ended": SessionFilter(ended=True),
    "open": SessionFilter(ended=False),
    "since": SessionFilter(since_ms=5),
    "before": SessionFilter(before_ms=5),
    "between": SessionFilter(since_ms=5, before_ms=9),
    "measured": SessionFilter(measured=True),
    "unmeasured": SessionFilter(measured=False),
    "everything at once": SessionFilter(
        None, "concert-silence", Mode.LEARN, 2, "en", 1, "left", ended=True, since_ms=1, before_ms=9, measured=True
    ),
}


@pytest.fixture
def store() -> Iterator[SqliteSessionStore]:
    made = MemorySessionStore()
    for person in (ROBIN, KIM):
        made.add_person(person)
    yield made
    made.close()


def plan(
    store: SqliteSessionStore, wanted: SessionFilter, order: SessionOrder, *, following: bool = False
) -> list[str]:
    """How the database goes about a question."""
    query, values = question(wanted, order, KEY, 50, _AFTER[order] if following else None)
    rows = store._connection.execute(f"EXPLAIN QUERY PLAN {query}", values)
    return [str(row[3]) for row in rows]


def steps_of_the_key_search(lines: list[str]) -> list[str]:
    """How the keys of a page are found: what comes before the rows themselves are read."""
    assert lines[0].startswith(("CO-ROUTINE k", "MATERIALIZE k"))
    return lines[1 : next(i for i, line in enumerate(lines) if line.startswith("SCAN k"))]


@pytest.mark.parametrize("following", [False, True], ids=["first page", "next page"])
@pytest.mark.parametrize("wanted", _FILTERS.values(), ids=_FILTERS.keys())
@pytest.mark.parametrize(
    ("order", "index"),
    [
        (SessionOrder.NEWEST, "sessions_by_start"),
        (SessionOrder.OLDEST, "sessions_by_start"),
        (SessionOrder.TITLE, "sessions_by_title"),
        (SessionOrder.SHARE, "sessions_by_share"),
    ],
)
def test_every_order_and_filter_is_answered_from_one_index_without_sorting(
    store: SqliteSessionStore, order: SessionOrder, index: str, wanted: SessionFilter, following: bool
) -> None:
    (how,) = steps_of_the_key_search(plan(store, wanted, order, following=following))
    assert re.match(rf"(SCAN|SEARCH) s USING COVERING INDEX {index}( |$)", how)
    if following:
        assert how.startswith("SEARCH")


@pytest.mark.parametrize("following", [False, True], ids=["first page", "next page"])
@pytest.mark.parametrize("wanted", _FILTERS.values(), ids=_FILTERS.keys())
def test_by_trainee_people_are_gone_through_by_name_and_only_one_persons_sessions_are_sorted(
    store: SqliteSessionStore, wanted: SessionFilter, following: bool
) -> None:
    people, sessions, sorting = steps_of_the_key_search(plan(store, wanted, SessionOrder.TRAINEE, following=following))
    assert re.match(r"(SCAN|SEARCH) n USING COVERING INDEX people_by_name", people)
    assert sessions.startswith("SEARCH s USING COVERING INDEX sessions_of_trainee (trainee=?")
    assert sorting == "USE TEMP B-TREE FOR LAST TERM OF ORDER BY"


@pytest.mark.parametrize("order", [SessionOrder.NEWEST, SessionOrder.OLDEST])
@pytest.mark.parametrize("wanted", _FILTERS.values(), ids=_FILTERS.keys())
def test_one_trainees_history_looks_at_nobody_elses_sessions(
    store: SqliteSessionStore, order: SessionOrder, wanted: SessionFilter
) -> None:
    for following in (False, True):
        lines = plan(store, replace(wanted, trainee=_SOMEBODY), order, following=following)
        (how,) = steps_of_the_key_search(lines)
        assert how.startswith("SEARCH s USING COVERING INDEX sessions_of_trainee (trainee=?")


def test_rows_are_read_by_their_number_alone(store: SqliteSessionStore) -> None:
    for order in SessionOrder:
        lines = plan(store, SessionFilter(), order)
        rows = lines[next(i for i, line in enumerate(lines) if line.startswith("SCAN k")) + 1 :]
        assert rows[:2] == [
            "SEARCH s USING INTEGER PRIMARY KEY (rowid=?)",
            "SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN",
        ]


def plans(store: SqliteSessionStore, ask: Callable[[], object]) -> list[str]:
    """How the database goes about everything that a question of the store asks it."""
    asked: list[tuple[str, Any]] = []

    def note(_cursor: object, sql: str, values: Any) -> bool:
        asked.append((sql, values))
        return True

    store._connection.exec_trace = note
    ask()
    store._connection.exec_trace = None
    lines = (store._connection.execute(f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in asked)
    return [str(row[3]) for rows in lines for row in rows]


_ANOTHER: Final = session_id(99)
_QUESTIONS: Final[Mapping[str, Callable[[SqliteSessionStore], object]]] = {
    "remarks": lambda store: store.remarks(session_id(1), None, ("ab", "cd")),
    "the last remark": lambda store: store.last_remark(ROBIN.id, session_id(1), 1, "comment"),
    "a remark on a session": lambda store: store.remark(comment(1, _ANOTHER)),
    "a remark on an item": lambda store: store.remark(correction(2, "own-it")),
    "what was met": lambda store: store.met(ROBIN.id, "concert-silence"),
    "all that was met": lambda store: store.all_met(ROBIN.id),
    "totals": lambda store: store.totals(ROBIN.id),
    "what one person has not measured": lambda store: store.unmeasured(KEY, ROBIN.id),
    "a session": lambda store: store.load(session_id(1)),
    "its head": lambda store: store.head(session_id(1)),
    "the link before a step": lambda store: store.link_before(session_id(1), 1),
}


@pytest.mark.parametrize("ask", _QUESTIONS.values(), ids=_QUESTIONS.keys())
def test_other_questions_go_through_no_table_from_end_to_end(
    store: SqliteSessionStore, ask: Callable[[SqliteSessionStore], object]
) -> None:
    begin(store, 1)
    found = plans(store, lambda: ask(store))
    assert any(line.startswith("SEARCH ") for line in found)
    assert [line for line in found if line.startswith("SCAN ") and "json_each" not in line] == []


def test_what_nobody_has_measured_is_found_in_the_order_of_the_list(store: SqliteSessionStore) -> None:
    (how,) = plans(store, lambda: store.unmeasured(KEY))
    assert how == "SCAN s USING INDEX sessions_by_start"


def test_a_list_reads_no_steps_however_many_there_are(store: SqliteSessionStore) -> None:
    def work() -> int:
        counted = 0

        def count() -> bool:
            nonlocal counted
            counted += 1
            return False

        store._connection.set_progress_handler(count, 1)
        headers(store)
        store._connection.set_progress_handler(None)
        return counted

    session = keep(store, played(1, steps=1))
    before = work()
    for step, event in enumerate(played(1, steps=20).events[2:], 2):
        store.append(session, event, timing(step))
    assert work() <= before


def test_a_title_that_is_no_text_is_listed_as_unsound_and_pages_go_on_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite3"
    with closing(SqliteSessionStore(path)) as store:
        store.add_person(ROBIN)
        for number in range(1, 10):
            begin(store, number)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE sessions SET title = CAST(x'54ff68' AS TEXT) WHERE number IN (2, 4, 6)")
        connection.execute("UPDATE people SET name = CAST(x'52ff' AS TEXT)")
    with closing(SqliteSessionStore(path)) as store:
        for order in set(SessionOrder) - {SessionOrder.SHARE}:
            for size in (1, 2, 50):
                found, _, _ = everything(store, SessionFilter(), order, size)
                assert {header.id for header in found} == {session_id(n) for n in range(1, 10)}
                assert [header.id for header in found if not header.sound].count(session_id(4)) == 1
                assert sum(not header.sound for header in found) == 3
        assert [person.name for person in store.people()] == ["R\ufffd"]


def test_words_of_the_program_and_plain_words_ask_the_same(store: SqliteSessionStore) -> None:
    begin(store, 1)
    assert len(headers(store, SessionFilter(mode=Mode.PRACTISE))) == 1
    assert headers(store, SessionFilter(mode=Mode.LEARN)) == ()


def test_a_question_cannot_be_made_to_ask_something_else(store: SqliteSessionStore) -> None:
    begin(store, 1)
    hostile = "' OR 1 = 1 --"
    for wanted in (SessionFilter(scenario=hostile), SessionFilter(verdict=hostile), SessionFilter(language=hostile)):
        assert headers(store, wanted) == ()
    assert store.query(SessionFilter(), SessionOrder.SHARE, MeasureKey(1, hostile)).headers == ()
    started = replace(begun(2).started, title=hostile, scenario=hostile)
    store.create(started, timing(0), concert().path, SOURCES)
    assert [header.title for header in headers(store, SessionFilter(scenario=hostile))] == [hostile]
