"""A trainee hands a conversation in: the file, that it was handed in and to whom, and the list of all that was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Day, Message
from simulator.messages.sentences import handing_in as say
from simulator.services.remark_chains import add_to_chain
from simulator.session.remarks import AboutSession, Remark, RemarkKind
from simulator.session.vocabulary import Mode

if TYPE_CHECKING:
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.remarks import RemarkId
    from simulator.session.store import SessionHeader, SessionStore

LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One handing in, as its person sees it: what, to whom, and whether moments of it may be used in a group."""

    title: str
    day: str
    to: str
    group: bool
    at_ms: int = 0
    session: SessionId | None = None

    @property
    def in_words(self) -> Message:
        """What was handed in to whom."""
        sentence = say.HANDED_IN_GROUP if self.group else say.HANDED_IN
        return sentence(title=self.title, day=Day(self.day), to=self.to or say.YOUR_INSTRUCTOR())


def may_be_handed_in(header: SessionHeader) -> bool:
    """Whether handing in is offered at all beside a line of the list."""
    return header.ended and header.mode is not Mode.LEARN and header.origin is None and header.edition > 0


def note_handed_in(
    store: SessionStore,
    person: PersonId,
    session: SessionId,
    handed: HandedOut,
    content: bytes,
    *,
    id_: RemarkId,
    now_ms: int,
) -> None:
    """Keep that a conversation was handed in; ``content`` is the file, of which the hash is kept."""
    values = {
        "to": handed.to,
        "group": handed.group,
        "title": handed.title,
        "day": handed.day,
        "file": sha256(content).hexdigest(),
    }
    add_to_chain(store, person, session, RemarkKind.HANDED_IN, values, id_=id_, now_ms=now_ms)


def all_handed_out(store: SessionStore, person: PersonId) -> tuple[HandedOut, ...]:
    """All that a person has handed in, the newest first."""
    return tuple(reversed(tuple(_handed_out_by(store, person))))


def handed_out(remark: Remark) -> HandedOut:
    """What a remark says was handed in; what a damaged one lacks is empty."""
    values = remark.values
    title, day, to = (str(values.get(name, "")) for name in ("title", "day", "to"))
    session = remark.about.session if isinstance(remark.about, AboutSession) else None
    return HandedOut(title, day, to, values.get("group") is True, remark.at_ms, session)


def _handed_out_by(store: SessionStore, person: PersonId) -> Iterator[HandedOut]:
    for remark in store.remarks_by(person):
        if remark.kind == RemarkKind.HANDED_IN:
            yield handed_out(remark)
