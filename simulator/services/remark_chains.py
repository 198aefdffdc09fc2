"""What somebody has said of a conversation, as it stands: the last remark of its chain, and the next one of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.remarks import AboutSession, Remark, RemarkKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.ids import PersonId, SessionId
    from simulator.session.remarks import RemarkId
    from simulator.session.store import SessionStore


def last_in_chain(store: SessionStore, person: PersonId, session: SessionId, kind: RemarkKind) -> Remark | None:
    """The last remark of a kind that somebody has made on a conversation."""
    found = [r for r in store.remarks(session, person) if r.kind == kind and r.person == person]
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
    answers: RemarkId | None = None,
) -> Remark:
    """Say something of a conversation as a whole, in place of what was said before, which stays in the chain."""
    previous = store.last_remark(person, session, None, kind)
    about = AboutSession(session, None, store.head(session))
    remark = Remark(id_, about, kind, Role.TRAINEE, person, now_ms, values, answers, previous)
    store.remark(remark)
    return remark
