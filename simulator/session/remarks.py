"""Remarks: all that is said about a course afterwards, or beside it: notes, comments, corrections, answers to them.

A remark is never changed. Whoever thinks better of one makes another of the same kind about the same thing, which names
the one before; a remark is withdrawn by one of the kind ``withdrawn``. Remarks of several machines are merged by their ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NewType, TypeAlias

from simulator.alliance.codes import Code
from simulator.session.codec import DamagedLog, canonical
from simulator.session.ids import PersonId, SessionId
from simulator.session.json_values import named, number, read_json, text

RemarkId = NewType("RemarkId", str)
"""A UUID."""

REMARK_VERSION: Final = 1


class Role(Code):
    """In what part somebody says something."""

    TRAINEE = "trainee"
    SUPERVISOR = "supervisor"
    INSTRUCTOR = "instructor"
    RATER = "rater"
    """Who rates conversations without knowing whose they are."""


class RemarkKind(Code):
    """What a remark is; kinds of a newer program are kept, and passed over."""

    OWN_NOTE = "own-note"
    OWN_READING = "own-reading"
    OWN_PULL = "own-pull"
    CONFIDENCE = "confidence"
    COMMENT = "comment"
    CORRECTION = "correction"
    ANSWER = "answer"
    WITHDRAWN = "withdrawn"
    OWN_WORDS = "own-words"
    """What the trainee would say at a place, before anything was on offer there."""
    TO_PRACTISE = "to-practise"
    """The one thing that the trainee takes along from a conversation."""
    PRACTISED = "practised"
    """Whether the moment for it came in the next conversation, and what was said then; answers the thing to practise."""
    BLIND_RATING = "blind-rating"
    """What a rater gives a conversation for each competency, without having seen a name or a score."""
    HANDED_IN = "handed-in"
    """To whom the trainee has handed the conversation in."""


PRIVATE: Final = frozenset(
    {
        RemarkKind.OWN_NOTE,
        RemarkKind.OWN_READING,
        RemarkKind.OWN_PULL,
        RemarkKind.OWN_WORDS,
        RemarkKind.CONFIDENCE,
        RemarkKind.TO_PRACTISE,
        RemarkKind.PRACTISED,
        RemarkKind.HANDED_IN,
    }
)
"""Kinds that only their author ever sees."""


@dataclass(frozen=True, slots=True)
class AboutSession:
    """About a session, or one step of it; ``head`` is the link (hexadecimal) that the course had when it was said."""

    session: SessionId
    step: int | None
    head: str


@dataclass(frozen=True, slots=True)
class AboutItem:
    """About a sentence that can be chosen, for everybody who met it.

    ``item`` is its digest, by which the remark is found in whatever texts it stands; ``story`` the digest of the story in
    which it was met by whoever says this (see ``scenario.hashes``).
    """

    item: str
    story: str


About: TypeAlias = AboutSession | AboutItem


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark.

    ``values`` is what is said, as plain JSON values without floats; ``previous`` is the author's last remark of this kind
    about the same thing, ``answers`` the remark that it is an answer to.
    """

    id: RemarkId
    about: About
    kind: str
    role: Role
    person: PersonId
    at_ms: int
    values: Mapping[str, object]
    answers: RemarkId | None = None
    previous: RemarkId | None = None
    v: int = REMARK_VERSION

    def visible_to(self, person: PersonId | None) -> bool:
        """Whether a person may see this; ``None`` is the program itself, which keeps and exports all."""
        return person is None or self.person == person or self.kind not in PRIVATE


def encode_remark(remark: Remark) -> bytes:
    """A remark as one line of JSON, its keys sorted."""
    match remark.about:
        case AboutSession(session, step, head):
            about: dict[str, object] = {"session": session, "step": step, "head": head}
        case AboutItem(item, story):
            about = {"item": item, "story": story}
    return canonical(
        {
            "id": remark.id,
            "about": about,
            "kind": remark.kind,
            "v": remark.v,
            "by": {"role": remark.role, "person": remark.person},
            "at": remark.at_ms,
            "values": dict(remark.values),
            "answers": remark.answers,
            "previous": remark.previous,
        }
    )


def decode_remark(body: bytes) -> Remark:
    """The remark that ``encode_remark`` wrote; raises ``DamagedLog`` on anything else."""
    try:
        values = read_json(body)
        by, answers, previous = values["by"], values["answers"], values["previous"]
        return Remark(
            RemarkId(text(values["id"])),
            _about(values["about"]),
            text(values["kind"]),
            Role(by["role"]),
            PersonId(text(by["person"])),
            number(values["at"]),
            named(values["values"]),
            None if answers is None else RemarkId(text(answers)),
            None if previous is None else RemarkId(text(previous)),
            number(values["v"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise DamagedLog(f"A stored remark cannot be read: {fault!r}") from fault


def _about(values: Any) -> About:
    if "session" in named(values):
        step = values["step"]
        return AboutSession(
            SessionId(text(values["session"])), None if step is None else number(step), text(values["head"])
        )
    return AboutItem(text(values["item"]), text(values["story"]))
