"""A program that plays and is killed: ``python -m tests.storage.player FOLDER``, then a seed a line on standard input.

For each seed a child is forked that opens the store, goes on with the newest session or begins one, and plays until it
is killed. It says each thing only after the store has returned; this program says ``over`` once the child is dead.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from simulator.session import Session, SessionId, SessionStore, Started
from simulator.session.codec import encode
from simulator.storage import open_store
from tests.storage.concert import SOURCES, an_action, concert, started


def standing(session: Session) -> str:
    """Where a session stands, in one line: what the trainee would see on the screen, and the patient behind it."""
    now = session.standing
    if now.place is None:
        return "ended"
    return f"{now.place.turn} {now.place.moment.id} {now.place.patient} {now.place.past} {now.tag}".replace("\n", " ")


def main() -> None:
    folder = Path(sys.argv[1])
    concert()
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
    number, session = _newest(store)
    while True:
        if session is None or session.ended:
            number, session = _begin(store, rng)
        say(f"at {number} {standing(session)}")
        while not session.ended:
            action = an_action(session, rng)
            considered = session.consider(action)
            store.append(number, action)
            session.settle(action, *considered)
            say(f"did {number} {encode(action).hex()} {standing(session)}")
        transcript = session.transcript()
        verdict = str(transcript.closing.verdict) if transcript.closing else ""
        store.close_session(number, verdict)
        say(f"closed {number} {verdict}")


def _newest(store: SessionStore) -> tuple[SessionId, Session | None]:
    headers = store.sessions()
    if not headers:
        return SessionId(0), None
    return headers[0].id, Session.replay(concert(), store.load(headers[0].id).events)


def _begin(store: SessionStore, rng: random.Random) -> tuple[SessionId, Session]:
    first: Started = started(seed=rng.randrange(2**31))
    return store.create(first, "The concert", concert().path, SOURCES), Session(concert(), first)


def say(line: str) -> None:
    """One line in one write, so that a kill cannot cut it."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
