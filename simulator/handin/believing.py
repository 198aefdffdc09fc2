"""What of a signed file can be believed before it is played again: its chain, its texts, its rules, that it is one whole course."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.handin.payload import Payload, read_payload
from simulator.handin.signed_file import Refused, read_signed
from simulator.messages.message import Message
from simulator.messages.sentences import signed_files as say
from simulator.scenario.hashes import digest_of
from simulator.session.codec import DamagedLog, decode, encode
from simulator.session.edition import EDITION, RELEASED, RULES
from simulator.session.events import SessionEvent, Started, Stopped, Unfamiliar, ended_by
from simulator.session.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class SignedCourse:
    """A course whose signature, chain and texts fit; ``of_today`` tells that today's rules must answer as it says."""

    key: bytes
    payload: Payload
    events: tuple[SessionEvent, ...]

    @property
    def started(self) -> Started:
        """The start of the course."""
        first = self.events[0]
        assert isinstance(first, Started)
        return first

    @property
    def of_today(self) -> bool:
        """Whether it was played by the rules of today."""
        return (self.started.edition, self.started.rules) == (EDITION, RULES)


def read_course(content: bytes) -> SignedCourse:
    """The course in a file; raises ``Refused`` with why it cannot be believed."""
    found = read_signed(content)
    payload = read_payload(found.payload)
    events = tuple(map(_event, payload.bodies))
    course = SignedCourse(found.key, payload, events)
    if not _is_one_course(events):
        raise Refused(say.NOT_A_WHOLE_CONVERSATION())
    refusal = not_handed_in(events) or _of_rules(course.started) or _of_texts(course)
    if refusal is not None:
        raise Refused(refusal)
    return course


def not_handed_in(events: tuple[SessionEvent, ...]) -> Message | None:
    """Why a conversation is never handed in, if it is not: in Learn, another try, not recorded, not ended."""
    started = events[0]
    if isinstance(started, Started):
        if started.mode is Mode.LEARN:
            return say.LEARN()
        if started.origin is not None:
            return say.TRY()
        if started.outcome is None:
            return say.NOT_RECORDED()
    return None if _ends(events[-1]) else say.UNFINISHED()


def _event(body: bytes) -> SessionEvent:
    try:
        event = decode(body)
    except DamagedLog as fault:
        raise Refused(say.NOT_A_WHOLE_CONVERSATION()) from fault
    if isinstance(event, Unfamiliar):
        raise Refused(say.NEWER())
    if encode(event) != body:
        raise Refused(say.NOT_AS_WRITTEN())
    return event


def _is_one_course(events: tuple[SessionEvent, ...]) -> bool:
    starts = [isinstance(event, Started) for event in events]
    return starts[0] and not any(starts[1:]) and not any(map(_ends, events[:-1]))


def _ends(event: SessionEvent) -> bool:
    return isinstance(event, Stopped) or ended_by(event) is not None


def _of_rules(started: Started) -> Message | None:
    if started.edition > EDITION:
        return say.NEWER()
    known = (started.edition, started.rules) in RELEASED
    return None if known else say.UNKNOWN_RULES(edition=started.edition)


def _of_texts(course: SignedCourse) -> Message | None:
    sources = dict(course.payload.sources)
    fits = course.payload.path in sources and digest_of(sources) == course.started.texts
    return None if fits else say.OTHER_TEXTS()
