"""A program that plays and is killed: ``python -m tests.storage.player FOLDER``, then a seed a line on standard input.

For each seed a child is forked that opens the store, goes on with the newest session or begins one, and plays until it
is killed; between its steps it copies the store and brings its log in, as the program does. It says each thing only after
the store has returned; this program says ``over`` once the child is dead.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from simulator.session.codec import encode
from simulator.session.engine import Session
from simulator.session.ids import SessionId
from simulator.session.store import MeasureKey, SessionFilter, SessionOrder, SessionStore
from simulator.storage.backups import Reason
from simulator.storage.home import open_store
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.concert import SOURCES, START_MS, an_action, begun, concert, script, timing


def standing(session: Session) -> str:
    """Where a session stands, in one line: what the trainee would see on the screen, and the patient behind it."""
    now = session.standing
    if now.place is None:
        return "ended"
    return f"{now.place.turn} {now.place.moment.id} {now.place.patient} {now.place.remembered} {now.tag}".replace(
        "\n", " "
    )


def newest(store: SessionStore, size: int = 1) -> tuple[SessionId, ...]:
    """The sessions of a store, the newest first."""
    listed = store.query(SessionFilter(), SessionOrder.NEWEST, MeasureKey(0, ""), size=size)
    return tuple(header.id for header in listed.headers)


def main() -> None:
    folder = Path(sys.argv[1])
    script()
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            play(folder, random.Random(int(line)))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say(f"over {status}")


def play(folder: Path, rng: random.Random) -> None:
    """Play session after session; only being killed ends this."""
    say(f"pid {os.getpid()}")
    store = open_store(folder)
    session = _last(store)
    copying = _copies(store, rng)
    while True:
        if session is None or session.ended:
            session = _begin(store, rng)
        id_ = session.started.session
        say(f"at {id_} {standing(session)}")
        while not session.ended:
            _meanwhile(store, copying, rng)
            considered = session.consider(an_action(session, rng))
            store.append(id_, considered.event, timing(len(session.events)))
            session.settle(considered)
            say(f"did {id_} {encode(considered.event).hex()} {standing(session)}")


def _meanwhile(store: SqliteSessionStore, copying: Iterator[object], rng: random.Random) -> None:
    """What the program does between two steps."""
    if rng.random() < 0.3:
        next(copying)
    if rng.random() < 0.05:
        store.checkpoint()


def _copies(store: SqliteSessionStore, rng: random.Random) -> Iterator[object]:
    """One copy of the store after the other, in parts."""
    while True:
        yield from store.back_up(Reason.ASKED, START_MS + rng.randrange(10**10))


def _last(store: SessionStore) -> Session | None:
    found = newest(store)
    return Session.replay(concert(), store.load(found[0]).events, script()) if found else None


def _begin(store: SessionStore, rng: random.Random) -> Session:
    session = begun(rng.randrange(2**31))
    started = replace(session.started, session=SessionId(str(UUID(int=rng.getrandbits(128), version=4))))
    store.create(started, timing(0), concert().path, SOURCES)
    return Session(concert(), started, script())


def say(line: str) -> None:
    """One line in one write, so that a kill cannot cut it."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
