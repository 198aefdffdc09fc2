"""Handed-in conversations: a stored one made into a signed file, and such a file read, believed and played again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from simulator.alliance.codes import Code
from simulator.handin.believing import not_handed_in, read_course
from simulator.handin.payload import Payload, write_payload
from simulator.handin.sample_mark import is_sample
from simulator.handin.signed_file import Refused, signed
from simulator.messages.sentences import signed_files as say
from simulator.scoring import score
from simulator.scoring.corrections import NO_CORRECTIONS, Corrections
from simulator.services.examine import PinnedScenarios
from simulator.services.stored_sessions import Trust, as_shown, scenario_of
from simulator.session.codec import encode
from simulator.session.edition import FIRST_EDITION
from simulator.session.errors import ServiceError
from simulator.session.events import Unfamiliar
from simulator.session.ids import SessionId
from simulator.session.store import SessionHeader, StoredSession
from simulator.storage.course_rows import verdict_of

if TYPE_CHECKING:
    from simulator.handin.believing import SignedCourse
    from simulator.handin.signing import SigningKey
    from simulator.messages.message import Message
    from simulator.scenario.document import Scenario
    from simulator.scoring.competency import SessionScore
    from simulator.services.correction_remarks import InForce
    from simulator.session.transcript import Transcript


class Belief(Code):
    """How far a handed-in conversation can be believed; what cannot be believed at all is refused."""

    VERIFIED = "verified"
    """Signature and chain fit, and played again the patient answers as the file says."""
    OTHER_EDITION = "other-edition"
    """Signature and chain fit; the rules of that day are gone, so it is shown as it was recorded."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A conversation that was handed in, read and believed.

    ``key`` is the public key it is signed with, ``name`` what its person calls themselves in the file (which proves
    nothing), ``group`` whether moments of it may be used in a group. ``content`` is the file as it came, ``corrections``
    what was corrected here and is in force, and ``in_force`` the same with who said it and why.
    """

    key: bytes
    name: str
    group: bool
    belief: Belief
    stored: StoredSession
    scenario: Scenario
    transcript: Transcript
    content: bytes = field(repr=False)
    corrections: Corrections = NO_CORRECTIONS
    in_force: tuple[InForce, ...] = ()

    @property
    def score(self) -> SessionScore:
        """What it shows, under what was corrected."""
        return score(self.transcript, self.corrections)

    @property
    def id(self) -> SessionId:
        """The id of the conversation."""
        return self.stored.header.id

    @property
    def sample(self) -> bool:
        """Whether it was played by the program itself, as part of the sample group."""
        return is_sample(self.stored.started)


def hand_in(stored: StoredSession, key: SigningKey, *, name: str, group: bool) -> bytes:
    """A stored conversation as a signed file: its steps and its texts, and nothing that stands beside them.

    Raises ``ServiceError`` for what is not handed in: Learn, other tries, what has not ended or is damaged.
    """
    refusal = why_not(stored)
    if refusal is not None:
        raise ServiceError(refusal)
    bodies = tuple(map(encode, stored.events))
    payload = Payload(name, group, stored.header.path, bodies, stored.sources)
    if stored.started.edition != FIRST_EDITION and payload.head != stored.header.head:
        raise ServiceError(say.CANNOT_BE_WRITTEN())
    return signed(write_payload(payload), key)


def why_not(stored: StoredSession) -> Message | None:
    """Why a conversation is not handed in, if it is not."""
    if stored.damage is not None:
        return stored.damage
    if any(isinstance(event, Unfamiliar) for event in stored.events):
        return say.CANNOT_BE_WRITTEN()
    return not_handed_in(stored.events)


def read_handed_in(content: bytes, pinned: PinnedScenarios | None = None) -> HandedIn:
    """What a file says, as far as it can be believed; raises ``Refused`` with why it cannot."""
    course = read_course(content)
    stored = _as_stored(course)
    try:
        scenario = scenario_of(stored, pinned)
    except ServiceError as fault:
        raise Refused(say.CANNOT_BE_TOLD(why=fault.message)) from fault
    # Of a group's files thousands hold the same texts, which the scenario has too.
    stored = replace(stored, sources=scenario.sources) if scenario.sources == stored.sources else stored
    try:
        found = as_shown(stored, scenario)
    except ServiceError as fault:
        raise Refused(say.ANSWERS_OTHERWISE() if course.of_today else say.CANNOT_BE_TOLD(why=fault.message)) from fault
    if course.of_today and found.trust is not Trust.VERIFIED:
        raise Refused(say.ANSWERS_OTHERWISE())
    if found.transcript is None:
        raise Refused(say.NOT_RECORDED())
    belief = Belief.VERIFIED if course.of_today else Belief.OTHER_EDITION
    payload = course.payload
    return HandedIn(course.key, payload.name, payload.group, belief, stored, scenario, found.transcript, content)


def _as_stored(course: SignedCourse) -> StoredSession:
    """The course as if it were stored here, without a time: none was handed in."""
    started, payload = course.started, course.payload
    header = SessionHeader(
        started.session,
        started.trainee,
        started.scenario,
        started.title,
        started.language,
        started.texts,
        payload.path,
        0,
        started.mode,
        started.difficulty,
        started.edition,
        started.origin,
        len(course.events) - 1,
        verdict_of(course.events),
        payload.head,
    )
    sources: Mapping[str, str] = payload.sources
    return StoredSession(header, course.events, (), sources)
