"""A played conversation ready to be handed in, the key of its person, and ways of tampering with its file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

from simulator.handin.payload import Payload, read_payload, write_payload
from simulator.handin.signed_file import read_signed, signed
from simulator.handin.signing import SigningKey
from simulator.services.handed_in import hand_in
from simulator.session.codec import canonical
from simulator.session.ids import SessionId
from simulator.session.store import StoredSession
from simulator.session.vocabulary import Mode
from tests.services.desks import Desk
from tests.ui.small_scenarios import WAIT

KIMS_KEY: Final = SigningKey(bytes(range(32)))
OTHER_KEY: Final = SigningKey(bytes(range(1, 33)))
LINES_BEFORE: Final = 3


@cache
def desk() -> Desk:
    """A desk with a small scenario, for whoever plays there; a scenario that was met there is no longer met first."""
    return _made()


def _made() -> Desk:
    folder = Path(mkdtemp())
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "the-wait.yaml").write_text(WAIT, "utf-8")
    return Desk(folder)


@cache
def held(mode: Mode = Mode.PRACTISE) -> StoredSession:
    """A first conversation that came to its end."""
    alone = _made()
    play = alone.begin("the-wait", mode)
    alone.talk(play)
    return alone.store.load(SessionId(play.id))


@cache
def file() -> bytes:
    """The file that is handed in."""
    return hand_in(held(), KIMS_KEY, name="Kim", group=False)


def payload() -> Payload:
    """What the file says."""
    return read_payload(read_signed(file()).payload)


def resigned(change: Callable[[Payload], Payload], key: SigningKey = KIMS_KEY) -> bytes:
    """The file put together again by somebody who has a key, with something else in it."""
    return signed(write_payload(change(payload())), key)


def raw(change: Callable[[bytes], bytes], key: SigningKey = KIMS_KEY) -> bytes:
    """The payload changed as bytes and signed again."""
    return signed(change(read_signed(file()).payload), key)


def with_body(step: int, **values: Any) -> bytes:
    """One step says something else, and the chain was worked out anew."""

    def change(found: Payload) -> Payload:
        bodies = list(found.bodies)
        bodies[step] = canonical(_deep(json.loads(bodies[step]), values))
        return replace(found, bodies=tuple(bodies))

    return resigned(change)


def _deep(old: dict[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(old)
    for name, value in new.items():
        inner = found.get(name)
        found[name] = _deep(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return found
