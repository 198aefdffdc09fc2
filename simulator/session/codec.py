"""Events as short lines of JSON and back, and the chain of hashes that shows whether a log was altered."""

from __future__ import annotations

import json
from typing import Any, Final

from simulator.session.events import Chose, Mode, SessionEvent, Started, StayedSilent, Stopped, Tag, Tagged

CHAIN_BYTES: Final = 16
CHAIN_START: Final = bytes(CHAIN_BYTES)
"""The link before the first event."""


class DamagedLog(ValueError):
    """A stored event that cannot be read, or a link that does not fit the one before."""


def encode(event: SessionEvent) -> bytes:
    """An event as one line of JSON: a letter for its kind, then its values."""
    return json.dumps(_values(event), ensure_ascii=False, separators=(",", ":")).encode()


def decode(body: bytes) -> SessionEvent:
    """The event that ``encode`` wrote; raises ``DamagedLog`` on anything else."""
    try:
        values = json.loads(body)
        return _event(values)
    except (ValueError, TypeError, RecursionError) as fault:
        raise DamagedLog(f"A stored step cannot be read: {fault}") from fault


def link(previous: bytes, body: bytes) -> bytes:
    """The chain's next link: a hash over the link before and this event."""
    from hashlib import blake2b

    return blake2b(previous + body, digest_size=CHAIN_BYTES).digest()


def _values(event: SessionEvent) -> list[object]:
    match event:
        case Started(trainee, scenario, digest, mode, difficulty, seed, at_ms):
            return ["s", trainee, scenario, digest, mode.value, difficulty, seed, at_ms]
        case Tagged(tag, after_ms):
            return ["t", tag.value, after_ms]
        case Chose(response, after_ms):
            return ["c", response, after_ms]
        case StayedSilent(after_ms):
            return ["w", after_ms]
        case Stopped(after_ms):
            return ["x", after_ms]


def _event(values: Any) -> SessionEvent:
    match values:
        case ["s", str(trainee), str(scenario), str(digest), str(mode), int(difficulty), int(seed), int(at_ms)]:
            return Started(trainee, scenario, digest, Mode(mode), difficulty, seed, at_ms)
        case ["t", str(tag), int(after_ms)]:
            return Tagged(Tag(tag), after_ms)
        case ["c", str(response), int(after_ms)]:
            return Chose(response, after_ms)
        case ["w", int(after_ms)]:
            return StayedSilent(after_ms)
        case ["x", int(after_ms)]:
            return Stopped(after_ms)
        case _:
            raise ValueError(f"not an event: {str(values)[:80]}")
