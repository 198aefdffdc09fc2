"""Questions to a store of 100,000 sessions of fifteen turns: pages of any list, one history, verification, room on the disk."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.codec import encode
from simulator.session.engine import Session, start
from simulator.session.script import Script
from simulator.session.store import SessionFilter, SessionOrder
from simulator.session.vocabulary import Mode
from simulator.storage.sqlite import SqliteSessionStore
from simulator.storage.verification import Verification
from tests.bench.measuring import SCENARIOS, Row, a_second, cpu_of, milliseconds
from tests.storage.concert import ROBIN, START_MS, an_action, session_id
from tests.storage.crowd import TODAY, crowd, somebody

_TURNS: Final = 15
_PEOPLE: Final = 500
_AT_ONCE: Final = 5_000
_PAGE_S: Final = 0.030
_HISTORY_S: Final = 0.005
_VERIFIED: Final = 1_000
_BYTES: Final = 24_000


def questions(sessions: int = 100_000, rounds: int = 5, verified: int = 5_000) -> list[Row]:
    """Fill a store with copies of courses that were really played, and ask it everything."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sessions.sqlite3"
        templates = [played for name in sorted(SCENARIOS.glob("*.yaml")) for played in _played(_longer(name.name))]
        with closing(SqliteSessionStore(path)) as store:
            # Only what is asked afterwards is measured; waiting for the disk would take an hour.
            store._connection.execute("PRAGMA synchronous = OFF").fetchall()
            crowd(store, templates, 10, _PEOPLE)
            store.checkpoint()
            before = path.stat().st_size
            for first in range(0, sessions, _AT_ONCE):
                crowd(store, templates, min(_AT_ONCE, sessions - first), _PEOPLE, seed=first)
            store.checkpoint()
            room = _room((path.stat().st_size - before) / sessions, templates)
            return [*_pages(store, sessions, rounds), *_of_one(store, rounds), _verification(store, verified), room]


def _longer(name: str) -> Scenario:
    """A shipped scenario with an hour of fifteen turns."""
    scenario = read_scenario(FolderFiles(SCENARIOS), name).scenario
    if scenario is None:
        raise RuntimeError(f"{name} cannot be read.")
    return replace(scenario, turns=_TURNS)


def _played(scenario: Scenario, wanted: int = 4) -> list[Session]:
    """Some sessions of a scenario that last as long as they can, every turn with a tag."""
    found: list[Session] = []
    script = Script(scenario)
    for seed in range(10_000):
        started = start(script, Mode.PRACTISE, seed, session=session_id(seed), trainee=ROBIN.id, day="2026-09-21")
        rng, session = random.Random(seed), Session(scenario, started, script)
        while not session.ended:
            session.act(an_action(session, rng))
        if len(session.exchanges) == _TURNS:
            found.append(session)
        if len(found) == wanted:
            return found
    raise RuntimeError(f"No way of playing {scenario.id} lasts {_TURNS} turns.")


def _filters(store: SqliteSessionStore) -> Mapping[str, SessionFilter]:
    some = store.query(SessionFilter(), SessionOrder.NEWEST, TODAY).headers[7]
    return {
        "everything": SessionFilter(),
        "one trainee": SessionFilter(trainee=some.trainee),
        "a scenario": SessionFilter(scenario=some.scenario),
        "a mode": SessionFilter(mode=Mode.LEARN),
        "a difficulty": SessionFilter(difficulty=2),
        "a language": SessionFilter(language="pl"),
        "an edition": SessionFilter(edition=2),
        "a verdict": SessionFilter(verdict="quiet-drop-out"),
        "a verdict that nobody came to": SessionFilter(verdict="transfer"),
        "ended": SessionFilter(ended=True),
        "open, and none is": SessionFilter(ended=False),
        "since a week": SessionFilter(since_ms=some.started_ms - 7 * 86_400_000),
        "the first days": SessionFilter(before_ms=START_MS + 3 * 86_400_000),
        "measured": SessionFilter(measured=True),
        "not yet measured": SessionFilter(measured=False),
        "nearly everything at once": SessionFilter(
            scenario=some.scenario, mode=Mode.LEARN, difficulty=3, language="de", edition=2, ended=True, measured=False
        ),
    }


def _pages(store: SqliteSessionStore, sessions: int, rounds: int) -> list[Row]:
    rowid = cpu_of(lambda: store._connection.execute("SELECT * FROM sessions WHERE number > 500 LIMIT 50").fetchall())
    floor = min(rowid() for _ in range(rounds))
    rows = []
    for order in SessionOrder:
        slowest, what = max(
            (seconds, f"{name}, {page} page")
            for name, wanted in _filters(store).items()
            for page, seconds in _two_pages(store, wanted, order, rounds).items()
        )
        name = f"{order}: slowest page of 50 of {sessions:,}: {what} (floor: 50 rows by number)"
        rows.append(_limited(name, slowest, floor, _PAGE_S))
    return rows


def _two_pages(store: SqliteSessionStore, wanted: SessionFilter, order: SessionOrder, rounds: int) -> dict[str, float]:
    after = store.query(wanted, order, TODAY).after
    first = _best(lambda: store.query(wanted, order, TODAY), rounds)
    if after is None:
        return {"only": first}
    return {"first": first, "next": _best(lambda: store.query(wanted, order, TODAY, after=after), rounds)}


def _of_one(store: SqliteSessionStore, rounds: int) -> list[Row]:
    person = somebody(7).id
    floor = _best(
        lambda: store._connection.execute("SELECT * FROM sessions WHERE number > 9 LIMIT 50").fetchall(), rounds
    )
    history = _best(lambda: store.query(SessionFilter(trainee=person), SessionOrder.NEWEST, TODAY), rounds)
    asked: Mapping[str, Callable[[], object]] = {
        "what one trainee came to in each scenario": lambda: store.totals(person),
        "the next sessions to be measured": lambda: store.unmeasured(TODAY),
        "what one trainee has met of a scenario": lambda: store.met(person, "push-me"),
    }
    others = [_limited(name, _best(ask, rounds), floor, _HISTORY_S) for name, ask in asked.items()]
    return [_limited("one trainee's newest 50 (floor: 50 rows by number)", history, floor, _HISTORY_S), *others]


def _verification(store: SqliteSessionStore, wanted: int) -> Row:
    """How many sessions are verified in a second, against hashing their bodies."""
    looking = Verification(store._connection)
    before, done = time.process_time(), 0
    for done, _ in looking.parts():
        if done >= wanted:
            break
    ours = done / (time.process_time() - before)
    if looking.found:
        raise RuntimeError(f"{looking.found[0].what}")
    before = time.process_time()
    for (body,) in store._connection.execute(
        "SELECT body FROM events ORDER BY step LIMIT ?", (done * (2 * _TURNS + 1),)
    ):
        sha256(body).digest()
    floor = done / (time.process_time() - before)
    name = "sessions verified in a second of CPU (floor: SHA-256 of their events)"
    return Row(name, a_second(ours), a_second(floor), ours / floor, f">= {_VERIFIED:,}/s", ours >= _VERIFIED)


def _room(cost: float, templates: list[Session]) -> Row:
    words = sum(len(encode(event)) for session in templates for event in session.events) / len(templates)
    name = f"bytes of a session of {_TURNS} turns, every index and measure counted (floor: its events)"
    return Row(name, f"{cost:,.0f}", f"{words:,.0f}", cost / words, f"<= {_BYTES:,}", cost <= _BYTES)


def _limited(name: str, ours: float, floor: float, most: float) -> Row:
    return Row(name, milliseconds(ours), milliseconds(floor), ours / floor, f"<= {milliseconds(most)}", ours <= most)


def _best(work: Callable[[], object], rounds: int) -> float:
    """The CPU seconds of the quietest of some rounds."""
    measure = cpu_of(work)
    return min(measure() for _ in range(rounds))
