"""What somebody has said of a conversation, as it stands: the last remark of its chain, and the next one of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.remarks import AboutSession, Remark, RemarkKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.ids import PersonId, SessionId
    from simulator.session.remarks import RemarkId
    from simulator.session.store import SessionStore


def chain(
    store: SessionStore, person: PersonId, session: SessionId, kind: RemarkKind, step: int | None = None
) -> tuple[Remark, ...]:
    """The remarks of a kind that somebody has made on a conversation as a whole, or on one of its steps, in order."""
    return tuple(
        remark
        for remark in store.remarks(session, person)
        if remark.kind == kind
        and remark.person == person
        and isinstance(remark.about, AboutSession)
        and remark.about.step == step
    )


def last_in_chain(
    store: SessionStore, person: PersonId, session: SessionId, kind: RemarkKind, step: int | None = None
) -> Remark | None:
    """The last of these remarks, which is the one that stands."""
    found = chain(store, person, session, kind, step)
    return found[-1] if found else None


def add_to_chain(
    store: SessionStore,
    person: PersonId,
    session: SessionId,
    kind: RemarkKind,
    values: Mapping[str, object],
    *,
    id_: RemarkId,
    now_ms: int,
    step: int | None = None,
    answers: RemarkId | None = None,
) -> None:
    """Say something of a conversation or of a step of it, in place of what was said before, which stays in the chain."""
    previous = store.last_remark(person, session, step, kind)
    about = AboutSession(session, step, store.head(session))
    store.remark(Remark(id_, about, kind, Role.TRAINEE, person, now_ms, values, answers, previous))
