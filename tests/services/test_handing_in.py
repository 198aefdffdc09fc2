"""What somebody has handed in is kept with the conversation, listed to them, and in what they take along about themselves."""

from __future__ import annotations

from simulator.messages.message import ENGLISH
from simulator.reports.html_page import as_html
from simulator.services.handing_in import HandedOut, all_handed_out, note_handed_in
from simulator.services.personal_collection import Telling, collect
from simulator.services.personal_conversation import conversation_page
from simulator.session.ids import SessionId
from simulator.session.remarks import RemarkId
from simulator.session.vocabulary import Mode
from tests.handin.kept import desk
from tests.services.desks import KIM, ROBIN


def test_what_was_handed_in_is_listed_to_its_person_and_to_nobody_else() -> None:
    here = desk()
    play = here.begin("the-wait", Mode.PRACTISE)
    here.talk(play)
    session = SessionId(play.id)
    for number, group in enumerate((False, True)):
        handed = HandedOut("The wait", "2026-09-21", "Dr N.", group)
        id_ = RemarkId(f"handed-{number}")
        note_handed_in(here.store, KIM.id, session, handed, b"file", id_=id_, now_ms=1_790_000_000_000 + number)
    found = [one for one in all_handed_out(here.store, KIM.id) if one.to == "Dr N."]
    assert [one.group for one in found] == [True, False]
    assert all_handed_out(here.store, ROBIN.id) == ()
    assert here.store.remarks(session, ROBIN.id) == ()
    mine = next(one for one in collect(here.store, KIM).sessions if one.header.id == session)
    page = as_html(conversation_page(Telling().told(mine), KIM), ENGLISH)
    assert "handed in to Dr N.; moments of it may be used in the group" in page
