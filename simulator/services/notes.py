"""A trainee's own note on a conversation: a private remark, which only its author ever sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.session.remarks import AboutSession, Remark, RemarkId, RemarkKind, Role

if TYPE_CHECKING:
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.store import SessionStore

LONGEST_NOTE: Final = 4_000


def own_note(store: SessionStore, person: PersonId, session: SessionId) -> str:
    """The note as it stands: the last remark of its chain, or nothing."""
    found = [r for r in store.remarks(session, person) if r.kind == RemarkKind.OWN_NOTE and r.person == person]
    return str(found[-1].values.get("text", "")) if found else ""


def write_own_note(
    store: SessionStore, person: PersonId, session: SessionId, text: str, *, head: str, id_: RemarkId, now_ms: int
) -> None:
    """Keep a note in place of the one before, which stays in the chain; the same words again change nothing."""
    words = text.strip()[:LONGEST_NOTE]
    if words == own_note(store, person, session):
        return
    previous = store.last_remark(person, session, None, RemarkKind.OWN_NOTE)
    about = AboutSession(session, None, head)
    kind = RemarkKind.OWN_NOTE
    store.remark(Remark(id_, about, kind, Role.TRAINEE, person, now_ms, {"text": words}, None, previous))
