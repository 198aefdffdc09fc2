"""The store's one owner: refusals when everything asks at once, and how long the window stands still behind a slow store."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from simulator.session.engine import Session, start
from simulator.session.events import SessionEvent, Started, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.script import Script
from simulator.session.store import MeasureKey, Measures, SessionFilter, SessionOrder
from simulator.session.vocabulary import Mode
from simulator.storage.owner import StoreOwner
from simulator.storage.sqlite import SqliteSessionStore
from tests.bench.measuring import ROOT, Row, child_environ
from tests.storage.concert import SOURCES, an_action, concert

T = TypeVar("T")

_KEY = MeasureKey(1, "bench")
_FREEZE_MS = 50
_STORE_MS = 700


def owner(seconds: float = 25.0, clicks: int = 12) -> list[Row]:
    """Refusals in a race of several askers, and the longest time that the window did not live."""
    with tempfile.TemporaryDirectory() as folder:
        return [_race(Path(folder), seconds), _freeze(clicks)]


def _race(folder: Path, seconds: float) -> Row:
    racing = StoreOwner(lambda: SqliteSessionStore(folder / "sessions.sqlite3"))
    racing.start(lambda _result, _fault: None)
    tally = _Tally(racing)
    until = time.monotonic() + seconds
    askers = [threading.Thread(target=work, args=(tally, until)) for work in (_plays, _measures, _lists)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    racing.close()
    name = f"refusals of {tally.calls} calls in {seconds:.0f} s, a conversation beside measures and lists"
    return Row(name, str(len(tally.refusals)), "0", None, "0", not tally.refusals)


class _Tally:
    """Calls through the owner, waited for; what was refused is kept."""

    def __init__(self, racing: StoreOwner) -> None:
        self._racing = racing
        self.calls = 0
        self.refusals: list[Exception] = []
        self.session: SessionId | None = None

    def call(self, job: Callable[[SqliteSessionStore], T]) -> T | None:
        """Do a job on the owner's thread and wait for its answer."""
        answered = threading.Event()
        answer: list[tuple[T | None, Exception | None]] = []

        def hear(result: T | None, fault: Exception | None) -> None:
            answer.append((result, fault))
            answered.set()

        self._racing.do(job, hear)
        answered.wait()
        result, fault = answer[0]
        self.calls += 1
        if fault is not None:
            self.refusals.append(fault)
        return result


def _plays(tally: _Tally, until: float) -> None:
    """A trainee who plays one session after the other, as fast as the store keeps the steps."""
    dice, script = random.Random(1), Script(concert(), 1)
    while time.monotonic() < until:
        id_ = SessionId(str(UUID(int=dice.getrandbits(128))))
        started = start(script, Mode.PRACTISE, 7, session=id_, trainee=PersonId("robin"), day="2026-11-26")
        session = Session(concert(), started, script)
        tally.call(partial(_create, started))
        while not session.ended and time.monotonic() < until:
            found = session.consider(an_action(session, dice))
            tally.call(partial(_append, id_, found.event))
            session.settle(found)
        tally.session = id_


def _measures(tally: _Tally, until: float) -> None:
    """The work behind: what is unmeasured is loaded, and something is kept of it."""
    while time.monotonic() < until:
        for id_ in tally.call(lambda store: store.unmeasured(_KEY)) or ():
            tally.call(partial(_measure, id_))


def _lists(tally: _Tally, until: float) -> None:
    """A list that is looked at all the time, and the last session looked through."""
    wanted = SessionFilter(trainee=PersonId("robin"))
    while time.monotonic() < until:
        tally.call(lambda store: store.query(wanted, SessionOrder.NEWEST, _KEY))
        if tally.session is not None:
            tally.call(partial(_look_at, tally.session))


def _create(started: Started, store: SqliteSessionStore) -> None:
    store.create(started, Timing(1), concert().path, SOURCES)


def _append(session: SessionId, event: SessionEvent, store: SqliteSessionStore) -> None:
    store.append(session, event, Timing(1, 1))


def _measure(session: SessionId, store: SqliteSessionStore) -> None:
    store.put_measures(session, _KEY, store.load(session).header.head, Measures(50))


def _look_at(session: SessionId, store: SqliteSessionStore) -> None:
    store.faults(only=(session,))


def _freeze(clicks: int) -> Row:
    still, floor = _stands_still(_STORE_MS, clicks), _stands_still(0, clicks)
    name = f"longest stand-still of the window, a store of {_STORE_MS} ms a call (floor: the same with a quick store)"
    target, met = f"<= {_FREEZE_MS} ms", still <= _FREEZE_MS
    return Row(name, f"{still:.0f} ms", f"{floor:.0f} ms", still / floor, target, met)


def _stands_still(store_ms: int, clicks: int) -> float:
    """The longest time in milliseconds that a window did not live while somebody clicked through it."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.children.slow_store", str(store_ms), str(clicks)],
        cwd=ROOT,
        env=child_environ(),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(child.stdout.split()[0])
