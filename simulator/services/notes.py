"""A trainee's own note on a conversation: a private remark, which only its author ever sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.services.remark_chains import add_to_chain, last_in_chain
from simulator.session.remarks import RemarkKind

if TYPE_CHECKING:
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.remarks import RemarkId
    from simulator.session.store import SessionStore

LONGEST_NOTE: Final = 4_000


def own_note(store: SessionStore, person: PersonId, session: SessionId) -> str:
    """The note as it stands: the last remark of its chain, or nothing."""
    found = last_in_chain(store, person, session, RemarkKind.OWN_NOTE)
    return str(found.values.get("text", "")) if found else ""


def write_own_note(
    store: SessionStore, person: PersonId, session: SessionId, text: str, *, id_: RemarkId, now_ms: int
) -> None:
    """Keep a note in place of the one before, which stays in the chain; the same words again change nothing."""
    words = text.strip()[:LONGEST_NOTE]
    if words == own_note(store, person, session):
        return
    add_to_chain(store, person, session, RemarkKind.OWN_NOTE, {"text": words}, id_=id_, now_ms=now_ms)
