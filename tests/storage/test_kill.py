"""The program is killed at random moments while a trainee plays: nothing acknowledged is lost, and play goes on there.

``ATTUNE_KILLS`` says how often (200 if it does not).
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from simulator.session.codec import decode
from simulator.session.engine import Session, action_of
from simulator.session.events import SessionEvent
from simulator.session.ids import SessionId
from simulator.session.store import SessionStore
from simulator.storage.backups import backups_of
from simulator.storage.course_rows import verdict_of
from simulator.storage.home import open_store
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.concert import ROBIN, concert, script
from tests.storage.player import newest, standing

KILLS = int(os.environ.get("ATTUNE_KILLS", "200"))
_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 60


@dataclass
class Life:
    """What one child said it did before it was killed: the last words on each session, in order."""

    seen: dict[SessionId, str] = field(default_factory=dict)
    events: dict[SessionId, list[SessionEvent]] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        said, id_, rest = line.split(" ", 2)
        session = SessionId(id_)
        match said:
            case "at":
                self.seen[session] = rest
                self.events.setdefault(session, [])
            case "did":
                body, self.seen[session] = rest.split(" ", 1)
                self.events[session].append(decode(bytes.fromhex(body)))
            case _:
                raise AssertionError(line)


class Player:
    """The program that forks the children, and what it says."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        self._program = program
        self._heard = b""
        self.commit_s = 0.005

    def line(self, until: float) -> str | None:
        """The next line said, or ``None`` if nothing is said by then."""
        assert self._program.stdout is not None
        while b"\n" not in self._heard:
            ready, _, _ = select.select([self._program.stdout], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return None
            said = os.read(self._program.stdout.fileno(), 65536)
            assert said, "the player died"
            self._heard += said
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode()

    def must_say(self, word: str) -> str:
        line = self.line(time.monotonic() + _PATIENCE_S)
        assert line is not None
        assert line.startswith(word), line
        return line

    def live(self, rng: random.Random) -> Life:
        """Let a child play and kill it: after so many words, and then at any moment up to about two commits later."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"{rng.randrange(2**31)}\n".encode())
        self._program.stdin.flush()
        pid = int(self.must_say("pid").split()[1])
        life = Life()
        words = rng.choice((0, 0, 1, *range(2, 40)))
        began = time.monotonic()
        for _ in range(words):
            line = self.line(time.monotonic() + _PATIENCE_S)
            assert line is not None, "the child is stuck"
            life.hear(line)
        if words:
            self.commit_s = (time.monotonic() - began) / words
        moment = time.monotonic() + rng.uniform(0, 2.5 * self.commit_s if words else 0.02)
        while (line := self.line(moment)) is not None:
            life.hear(line)
        os.kill(pid, signal.SIGKILL)
        while not (line := self.must_say("")).startswith("over"):
            life.hear(line)
        assert line == f"over {int(signal.SIGKILL)}", "the child ended before it was killed"
        return life


@contextmanager
def player(folder: Path) -> Iterator[Player]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.player", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=_ROOT,
    ) as program:
        made = Player(program)
        made.must_say("ready")
        yield made


@dataclass
class Tally:
    """What all kills together met."""

    stored: dict[SessionId, tuple[SessionEvent, ...]] = field(default_factory=dict)
    one_further: int = 0
    acknowledged: int = 0
    ended: int = 0

    def compare(self, life: Life, store: SessionStore) -> None:
        """The store after a kill against what was acknowledged in that life and in those before."""
        assert store.faults() == ()
        found = newest(store, 10_000)
        assert len(found) - len({*self.stored, *life.events}) in (0, 1)
        for session, events in life.events.items():
            acknowledged = (*self.stored.get(session, ()), *events)
            loaded = store.load(session)
            stored = loaded.events[1:]
            assert stored[: len(acknowledged)] == acknowledged
            assert len(stored) - len(acknowledged) in (0, 1)
            # A course that has come to its end is ended, whatever the kill fell between.
            assert loaded.header.verdict == verdict_of(loaded.events)
            self.ended += loaded.header.ended
            self._resumes(loaded.events[: 1 + len(acknowledged)], stored[len(acknowledged) :], life.seen[session])
            self.acknowledged += len(events)
            self.stored[session] = stored
        for id_ in found:
            self.stored.setdefault(id_, ())

    def _resumes(self, events: tuple[SessionEvent, ...], further: tuple[SessionEvent, ...], seen: str) -> None:
        """The session stands where the screen last stood, or one possible step further."""
        session = Session.replay(concert(), events, script())
        assert standing(session) == seen
        for event in further:
            action = action_of(event)
            assert action is not None
            session.act(action)
            self.one_further += 1
            assert session.events[-1] == event


@pytest.mark.first
@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the player forks")
def test_no_acknowledged_step_is_lost_however_often_the_program_is_killed(tmp_path: Path) -> None:
    rng = random.Random(2)
    tally = Tally()
    with closing(open_store(tmp_path)) as store:
        store.add_person(ROBIN)
    with player(tmp_path) as playing:
        for _ in range(KILLS):
            life = playing.live(rng)
            with closing(open_store(tmp_path)) as store:
                tally.compare(life, store)
    with closing(open_store(tmp_path)) as store:
        assert store.faults() == ()
        assert {id_: store.load(id_).events[1:] for id_ in newest(store, 10_000)} == tally.stored
    copies = _copies_are_whole(tmp_path)
    assert tally.acknowledged > 4 * KILLS
    assert tally.ended > KILLS // 10
    print(
        f"{KILLS} kills, {tally.acknowledged} steps acknowledged, {tally.ended} sessions ended, "
        f"{tally.one_further} steps stored but not yet said, {copies} copies"
    )


def _copies_are_whole(folder: Path) -> int:
    """How many copies were left behind; each of them opens, and has no fault."""
    copies = backups_of(folder / "sessions.sqlite3")
    for copy in copies:
        opened = Path(shutil.copy(copy.path, folder / "copy.sqlite3"))
        with closing(SqliteSessionStore(opened)) as store:
            assert store.faults() == ()
    return len(copies)
