"""Many sessions in little time: copies of courses that were really played, under ids, names and times of their own."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.session.codec import CHAIN_START, encode, link
from simulator.session.engine import Session
from simulator.session.events import Started
from simulator.session.ids import PersonId
from simulator.session.store import MeasureKey, Measures, Person, SessionHeader
from simulator.session.vocabulary import Mode
from simulator.storage.course_rows import STEPS, free_number, verdict_of
from simulator.storage.header_rows import header_row, insert
from simulator.storage.ledger import begin_ledger
from simulator.storage.measure_rows import put_measures
from simulator.storage.people_rows import put_person
from simulator.storage.pinned_texts import pin
from simulator.storage.seals import NO_SEALS, beside_link
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.concert import START_MS, session_id

TODAY = MeasureKey(1, "0123456789abcdef0123456789abcdef")
_INSERT = "INSERT INTO events (step, body, link, at, ms, told) VALUES (?, ?, ?, ?, ?, NULL)"
_DAY_MS = 86_400_000
_MOST_SHARE = 100


@dataclass(frozen=True)
class Stored:
    """A session of a crowd: its header, and its measures, if it has any."""

    header: SessionHeader
    measures: Measures | None


def somebody(number: int) -> Person:
    """One of the people of a crowd; there are fewer names than people."""
    return Person(PersonId(session_id(10**9 + number)), f"Trainee {number % 300:03}")


def crowd(
    store: SqliteSessionStore, templates: Sequence[Session], count: int, people: int, seed: int = 1
) -> list[Stored]:
    """Store so many copies of the templates, as if they had been played one after the other; all in one transaction."""
    rng, connection = random.Random(seed), store._connection
    bodies = {id(session): [encode(event) for event in session.events[1:]] for session in templates}
    made = []
    with connection:
        for number in range(people):
            put_person(connection, somebody(number))
        pins = {
            s.script.scenario.id: pin(connection, s.started.texts, s.script.scenario.path, s.script.scenario.sources)
            for s in templates
        }
        first = free_number(connection)
        for number in range(first, first + count):
            template = rng.choice(templates)
            started, at_ms = _another(template.started, number, people, rng), _some_time(number, rng)
            rows = list(_rows(number * STEPS, [encode(started), *bodies[id(template)]], at_ms))
            connection.executemany(_INSERT, (columns for columns, _ in rows))
            head, beside = rows[-1][0][2], rows[-1][1]
            path = template.script.scenario.path
            row = header_row(number, pins[template.started.scenario], started, path, at_ms, head, beside)
            row = row.over(len(rows) - 1, verdict_of(template.events), head, beside)
            insert(connection, row)
            measures = _some_measures(rng) if row.header.ended and rng.random() < 0.9 else None
            if measures is not None:
                put_measures(connection, row, TODAY, measures)
            made.append(Stored(row.header, measures))
        begin_ledger(connection)
    store._ledger = None
    return made


def _another(started: Started, number: int, people: int, rng: random.Random) -> Started:
    """The same start for somebody else."""
    return replace(
        started,
        session=session_id(number),
        trainee=somebody(rng.randrange(people)).id,
        scenario=f"{started.scenario}-{rng.randrange(40):02}",
        title=f"{started.title}, part {rng.randrange(400)}",
        language=rng.choice(("en", "en", "en", "de", "pl")),
        edition=rng.choice((1, 1, 1, 2)),
        mode=rng.choice(list(Mode)),
        difficulty=rng.randrange(1, 4),
        seed=rng.randrange(2**32),
    )


def _some_time(number: int, rng: random.Random) -> int:
    """A time that some other session began at too."""
    return START_MS + (number // 3 + rng.randrange(3)) * _DAY_MS // 40


def _some_measures(rng: random.Random) -> Measures:
    scores = {name: rng.choice((None, 1, 2, 3, 4, 5)) for name in _COMPETENCIES}
    share = rng.choice((None, *range(_MOST_SHARE)))
    return Measures(share, scores, {turn: rng.randrange(9) for turn in range(1, 16)})


_COMPETENCIES = (
    "noticing",
    "latency",
    "own-role",
    "non-defensiveness",
    "exploring",
    "validating",
    "depth",
    "fit",
    "tolerance",
    "transfer",
)


def _rows(
    first: int, bodies: Sequence[bytes], at_ms: int
) -> Iterator[tuple[tuple[int, bytes, bytes, int, int], bytes]]:
    """The rows of a course, each with the running hash after it."""
    head, beside = CHAIN_START, NO_SEALS
    for step, body in enumerate(bodies):
        at, ms = at_ms + 9_000 * step, 250 * step
        head, beside = link(head, body), beside_link(beside, at, ms, None)
        yield (first + step, body, head, at, ms), beside
