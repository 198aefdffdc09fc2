"""A store with something of everything in it, and all that can be read of a store, to be compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from simulator.scenario.hashes import item_digests
from simulator.session.errors import StoreError
from simulator.session.ids import SessionId
from simulator.session.store import Measures, SessionFilter, SessionHeader, SessionOrder, SessionStore
from simulator.session.vocabulary import Met
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import KEY, forked, headers
from tests.storage.concert import KIM, ROBIN, concert, keep, played, session_id, timing
from tests.storage.contract_remarks import comment, correction, note

FIRST_EDITION = Path(__file__).parents[1] / "editions" / "1" / "store.sql"
_OLD = 5
_ITEMS = tuple(item_digests(concert()).values())


def as_first_stored(path: Path) -> Path:
    """The store of the first edition that is kept with the tests."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_EDITION.read_text(encoding="utf-8"))
    return path


def full_store(path: Path) -> Path:
    """Twenty sessions of both editions, with forks, remarks, measures, people and what they met; all in the one file."""
    with closing(SqliteSessionStore(as_first_stored(path))) as store:
        for header in headers(store)[_OLD:]:
            store.erase(header.id)
        for person in (ROBIN, KIM):
            store.add_person(person)
            store.note_met(person.id, "push-me", Met.PROOF, 1_790_000_000_000)
        for seed in range(1, 13):
            keep(store, played(seed, (ROBIN, KIM)[seed % 2].id, steps=None if seed % 4 == 0 else 4 + seed))
        for parent, number in ((4, 901), (6, 902), (901, 903)):
            store.fork(forked(store, session_id(parent), 4, number), timing(0))
        _talk(store)
        for number, header in enumerate(headers(store)):
            measures = Measures(97 - 3 * number, {"noticing": 3, "depth": None}, {1: 0, 2: number})
            store.put_measures(header.id, KEY, header.head, measures)
        assert len(headers(store)) == 20
        assert store.faults() == ()
    return path


def _talk(store: SessionStore) -> None:
    mine, theirs = session_id(2), session_id(3)
    for remark in (
        note(1, mine),
        note(2, theirs, KIM),
        comment(3, mine, 2),
        comment(4, theirs),
        correction(5, "own-it"),
    ):
        store.remark(remark)


@dataclass
class Read:
    """All that could be read of a store, by what was asked; ``said`` are the questions that were answered by a sentence."""

    shown: dict[str, object] = field(default_factory=dict)
    said: dict[str, StoreError] = field(default_factory=dict)

    def ask(self, what: str, question: Callable[[], object]) -> None:
        """Ask one thing; only a ``StoreError`` is an answer too."""
        try:
            self.shown[what] = question()
        except StoreError as refusal:
            self.said[what] = refusal


def read_all(store: SessionStore, ids: tuple[SessionId, ...]) -> Read:
    """Ask a store everything there is to ask, of these sessions and of those that it lists."""
    read = Read()
    read.ask("people", store.people)
    for order in SessionOrder:
        read.ask(f"list by {order}", partial(_listed, store, order))
    for id_ in ids:
        read.ask(f"session {id_}", partial(store.load, id_))
        read.ask(f"remarks on {id_}", partial(store.remarks, id_, None, _ITEMS))
    for person in (ROBIN, KIM):
        read.ask(f"totals of {person.name}", partial(store.totals, person.id))
        for scenario in ("push-me", "concert-silence"):
            read.ask(f"met by {person.name} of {scenario}", partial(store.met, person.id, scenario))
    read.ask("last remark", partial(store.last_remark, ROBIN.id, session_id(2), None, "own-note"))
    return read


def _listed(store: SessionStore, order: SessionOrder) -> list[tuple[SessionHeader, Measures | None]]:
    """All pages of a list."""
    return list(_pages(store, order))


def _pages(store: SessionStore, order: SessionOrder) -> Iterator[tuple[SessionHeader, Measures | None]]:
    after = None
    for _ in range(50):
        page = store.query(SessionFilter(), order, KEY, size=7, after=after)
        yield from ((header, page.measures.get(header.id)) for header in page.headers)
        after = page.after
        if after is None:
            return
    raise AssertionError("the pages do not come to an end")
