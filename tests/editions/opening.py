"""Opens every session of a store as the program does, and tells what it shows; also run in the process of a changed program.

``python -m tests.editions.opening STORE`` prints it as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from simulator.scenario.document import Scenario
from simulator.scoring import score
from simulator.services.examine import Examiner
from simulator.services.measuring import measured
from simulator.services.stored_sessions import Reopened, fork, reopen
from simulator.session.actions import Choose, GiveTag
from simulator.session.events import Origin, SessionEvent, Started, Timing
from simulator.session.ids import SessionId
from simulator.session.store import MeasureKey, SessionFilter, SessionHeader, SessionOrder, SessionStore
from simulator.session.vocabulary import Tag
from simulator.storage.sqlite import SqliteSessionStore
from tests.editions.telling import told_of

NOW: Final = Timing(1_800_000_000_000, 900)


def keep(store: SessionStore, scenario: Scenario, events: Sequence[SessionEvent]) -> SessionId:
    """Keep a session in a store, step by step; a fork from its origin there."""
    started = events[0]
    assert isinstance(started, Started)
    if started.origin is None:
        store.create(started, NOW, scenario.path, scenario.sources)
        rest = events[1:]
    else:
        from_ = started.origin
        head = store.link_before(from_.session, from_.step)
        store.fork(replace(started, origin=Origin(from_.session, from_.step, head)), NOW)
        rest = events[from_.step :]
    for event in rest:
        store.append(started.session, event, NOW)
    return started.session


def headers(store: SessionStore) -> tuple[SessionHeader, ...]:
    """Every session of a store, the oldest first."""
    return store.query(SessionFilter(), SessionOrder.OLDEST, MeasureKey(0, ""), size=500).headers


def shown(store: SessionStore) -> dict[SessionId, dict[str, Any]]:
    """What is shown of every session when it is opened, and what becomes of those that cannot be gone on with."""
    return {header.id: _shown(store, header) for header in headers(store)}


def _shown(store: SessionStore, header: SessionHeader) -> dict[str, Any]:
    found = reopen(store, header.id, NOW)
    transcript = found.transcript
    told: dict[str, Any] = {
        "trust": str(found.trust),
        "note": None if found.note is None else str(found.note),
        "verdict": found.verdict,
        "goes on": found.going_on is not None,
        "told": None if transcript is None else told_of(transcript),
        "missed": 0 if transcript is None else len(score(transcript).missed),
    }
    if found.play is None:
        measures = measured(found, Examiner())
        told |= {"share": measures.share, "prices": dict(measures.prices), "scores kept": dict(measures.scores)}
        told["choices"] = list(found.choices)
        if found.interrupted and not header.ended:
            told["fork"] = _gone_on_from(store, found, header.steps + 1)
    return told


def _gone_on_from(store: SessionStore, closed: Reopened, step: int) -> dict[str, Any]:
    """A fork from where a session was interrupted, some turns later and opened again."""
    new = SessionId(f"{closed.id[:-4]}f02c")
    play = fork(store, closed.id, step, new, "0.3.0", "2027-01-15", NOW)
    begins = told_of(play.transcript())["course"]
    while not play.session.ended and len(play.session.exchanges) < len(begins) + 3:
        for action in (GiveTag(Tag.NOTHING), Choose(play.session.shown()[0].id)):
            found = play.consider(action)
            assert found is not None
            play.keep(store, found, NOW)
            play.settle(found)
    again = reopen(store, new, NOW)
    assert again.play is not None, again.trust
    assert again.play.session.standing.tag == play.session.standing.tag
    return {
        "trust": str(again.trust),
        "edition": again.play.session.started.edition,
        "begins": begins,
        "goes on": again.going_on is not None,
        "course": told_of(again.play.transcript())["course"],
    }


if __name__ == "__main__":
    with closing(SqliteSessionStore(Path(sys.argv[1]))) as opened:
        print(json.dumps(shown(opened)))
