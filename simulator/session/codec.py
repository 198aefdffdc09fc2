"""Events as lines of JSON and back, and the chain of hashes that shows whether a log was altered.

The bytes that were stored are what is hashed; they are never written again. Bodies of the first edition are JSON lists
(see ``first_edition``); all later ones are objects with their keys sorted.
"""

from __future__ import annotations

import json
from hashlib import blake2b, sha256
from typing import Any, Final, assert_never

from simulator.session.events import (
    Chose,
    Offer,
    Origin,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Unfamiliar,
)
from simulator.session.ids import PersonId, SessionId
from simulator.session.json_values import listed, number, read_json, text, truth
from simulator.session.outcome_codec import decode_outcome, encode_outcome
from simulator.session.vocabulary import By, Met, Mode, Tag

CODEC_VERSION: Final = 2
"""Stands in every body; a body of a higher version was written by a newer program."""

CHAIN_START: Final = b""
"""The link before the first event."""

_FIRST_EDITION_LINK: Final = 16


class DamagedLog(ValueError):
    """A stored event that cannot be read, or a link that does not fit the one before. Its text is for developers."""


def encode(event: SessionEvent) -> bytes:
    """An event as one line of JSON, its keys sorted."""
    return canonical({**_values(event), "v": CODEC_VERSION})


def canonical(values: dict[str, object]) -> bytes:
    """JSON as it is hashed: UTF-8, keys sorted, no spaces."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def decode(body: bytes) -> SessionEvent:
    """The event that ``encode`` wrote; ``Unfamiliar`` where a newer program wrote it. Raises ``DamagedLog`` otherwise."""
    try:
        values = read_json(body)
        kind, version = text(values["kind"]), number(values["v"])
        return _event(kind, values) if version <= CODEC_VERSION else _newer(kind, values)
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise DamagedLog(f"A stored step cannot be read: {fault!r}") from fault


def _newer(kind: str, values: Any) -> SessionEvent:
    try:
        return _event(kind, values)
    except (ValueError, TypeError, KeyError):
        return Unfamiliar(kind)


def link(previous: bytes, body: bytes) -> bytes:
    """The chain's next link: a hash over the link before and this event; 16 bytes where the body is of the first edition."""
    if body.startswith(b"["):
        return blake2b((previous or bytes(_FIRST_EDITION_LINK)) + body, digest_size=_FIRST_EDITION_LINK).digest()
    return sha256(previous + body).digest()


def _values(event: SessionEvent) -> dict[str, object]:
    match event:
        case Started():
            return _started_values(event)
        case Tagged(tag, afterthought):
            # Left out where it is not so, as in all that was stored before there were afterthoughts.
            late = {"afterthought": True} if afterthought else {}
            return {"kind": "tagged", "by": By.TRAINEE, "tag": tag, **late}
        case Chose(response, said, offered, outcome):
            return {
                "kind": "chose",
                "by": By.TRAINEE,
                "response": response,
                "said": said,
                "offered": offered,
                "outcome": encode_outcome(outcome),
            }
        case StayedSilent(ran_out, offered, outcome):
            return {
                "kind": "silent",
                "by": By.TRAINEE,
                "ran_out": ran_out,
                "offered": offered,
                "outcome": encode_outcome(outcome),
            }
        case Stopped(by, outcome):
            return {"kind": "stopped", "by": by, "outcome": encode_outcome(outcome)}
        case Unfamiliar(kind):
            raise ValueError(f"{kind} was logged by a newer program and cannot be written again")
        case _:
            assert_never(event)


def _started_values(event: Started) -> dict[str, object]:
    origin = event.origin
    return {
        "kind": "started",
        "by": By.TRAINEE,
        "session": event.session,
        "trainee": event.trainee,
        "scenario": event.scenario,
        "title": event.title,
        "language": event.language,
        "texts": event.texts,
        "attune": event.attune,
        "edition": event.edition,
        "rules": event.rules,
        "mode": event.mode,
        "difficulty": event.difficulty,
        "seed": event.seed,
        "day": event.day,
        "met": event.met,
        "origin": origin and {"session": origin.session, "step": origin.step, "head": origin.head},
        "outcome": encode_outcome(event.outcome),
    }


def _event(kind: str, values: Any) -> SessionEvent:
    match kind:
        case "started":
            return _started(values)
        case "tagged":
            return Tagged(Tag(values["tag"]), truth(values.get("afterthought", False)))
        case "chose":
            outcome = decode_outcome(values["outcome"])
            return Chose(text(values["response"]), text(values["said"]), _offer(values["offered"]), outcome)
        case "silent":
            outcome = decode_outcome(values["outcome"])
            return StayedSilent(truth(values["ran_out"]), _offer(values["offered"]), outcome)
        case "stopped":
            return Stopped(By(values["by"]), decode_outcome(values["outcome"]))
        case _:
            return Unfamiliar(kind)


def _started(values: Any) -> Started:
    return Started(
        SessionId(text(values["session"])),
        PersonId(text(values["trainee"])),
        text(values["scenario"]),
        text(values["title"]),
        text(values["language"]),
        text(values["texts"]),
        text(values["attune"]),
        number(values["edition"]),
        text(values["rules"]),
        Mode(values["mode"]),
        number(values["difficulty"]),
        number(values["seed"]),
        text(values["day"]),
        tuple(Met(word) for word in listed(values["met"])),
        _origin(values["origin"]),
        decode_outcome(values["outcome"]),
    )


def _origin(values: Any) -> Origin | None:
    if values is None:
        return None
    return Origin(SessionId(text(values["session"])), number(values["step"]), text(values["head"]))


def _offer(values: Any) -> Offer:
    return tuple((text(response), text(wording)) for response, wording in map(listed, listed(values)))
