"""Whether the store is as it was stored: what is damaged, what can still be read, what can be done; in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from simulator.cli.in_parts import through
from simulator.cli.progress import Progress
from simulator.cli.terminal_language import translated
from simulator.messages.message import Message
from simulator.messages.sentences import store_care as say
from simulator.services import store_care
from simulator.session.errors import StoreDamaged
from simulator.session.store import Fault, SessionStore
from simulator.storage.home import open_store

FORMAT: Final = "attune/verify/1"


@dataclass(frozen=True, slots=True)
class Found:
    """What verification came to: how many sessions there are, and the faults.

    ``left`` are the faults of a store whose losses were accepted; ``opened`` tells whether it could be opened at all.
    """

    sessions: int
    faults: tuple[Fault, ...]
    left: tuple[Fault, ...] | None = None
    opened: bool = True

    @property
    def damaged_now(self) -> bool:
        """Whether anything is not as it was stored, or as it was accepted."""
        return bool(self.faults if self.left is None else self.left)

    def advice(self, fault: Fault) -> Message:
        """What can be done about a fault."""
        return store_care.advice_told(fault) if self.opened else say.DO_UNOPENED()


def looked_through(folder: Path, *, accept: bool) -> Found:
    """All of a data folder's store looked at; with ``accept`` what is missing is no longer missed afterwards."""
    try:
        with closing(open_store(folder)) as store:
            found = _looked_through(store)
            if found.faults and accept:
                store.accept_losses()
                found = replace(found, left=_looked_through(store).faults)
            return found
    except StoreDamaged as fault:
        # Of a file that cannot be opened there is one thing to say.
        return Found(0, (Fault(None, "", fault.message),), opened=False)


def in_words(found: Found) -> Iterator[Message]:
    """What verification came to, for reading."""
    if not found.faults:
        yield say.SOUND(count=found.sessions)
        return
    yield say.DAMAGED(count=len(found.faults))
    for fault in found.faults:
        yield store_care.damage_told(fault)
        readable = store_care.readable_told(fault)
        if readable is not None:
            yield readable
    yield from dict.fromkeys(map(found.advice, found.faults))
    if found.left is not None:
        yield say.ACCEPTED()
        if found.left:
            yield say.STILL_DAMAGED(count=len(found.left))


def as_document(found: Found) -> dict[str, object]:
    """The same as plain values, ready to be written as JSON."""
    return {
        "format": FORMAT,
        "sound": not found.faults,
        "sessions": found.sessions,
        "faults": [_fault(fault, found.advice(fault)) for fault in found.faults],
        "left": None if found.left is None else len(found.left),
    }


def _fault(fault: Fault, advice: Message) -> dict[str, object]:
    return {
        "session": fault.session,
        "title": fault.title,
        "id": fault.what.id,
        "words": str(fault.what),
        "readable-steps": fault.readable_steps,
        "advice": str(advice),
    }


def _looked_through(store: SessionStore) -> Found:
    sessions = 0

    def told(part: tuple[int, int]) -> None:
        nonlocal sessions
        done, sessions = part
        progress.say(translated(say.OF_ALL(done=done, all=sessions)))

    with Progress(translated(say.CHECKING())) as progress:
        faults = through(store_care.verify(store), told)
    return Found(sessions, faults)
