"""A trainee's own note on a conversation is theirs alone, can be written anew, and never loses what it said before."""

from __future__ import annotations

from simulator.services.notes import LONGEST_NOTE, own_note, write_own_note
from simulator.session.actions import StaySilent, Stop
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import AboutSession, Remark, RemarkId, RemarkKind, Role
from tests.services.desks import KIM, NOON_MS, ROBIN, Desk


def talked(desk: Desk) -> SessionId:
    return desk.act(desk.begin(), StaySilent(), Stop()).id


def kept(desk: Desk, session: SessionId, person: PersonId | None = None) -> tuple[Remark, ...]:
    return desk.store.remarks(session, person)


def test_nothing_was_noted_yet(desk: Desk) -> None:
    assert desk.practice.own_note(desk.store, talked(desk)) == ""


def test_a_note_is_there_again_as_it_was_written(desk: Desk) -> None:
    session = talked(desk)
    desk.practice.write_own_note(desk.store, session, "  I hurried.\nShe waited for me. ")
    assert desk.practice.own_note(desk.store, session) == "I hurried.\nShe waited for me."
    (remark,) = kept(desk, session)
    assert remark.about == AboutSession(session, None, desk.store.head(session))
    assert (remark.kind, remark.role, remark.person) == (RemarkKind.OWN_NOTE, Role.TRAINEE, KIM.id)
    assert (remark.at_ms, remark.answers, remark.previous) == (desk.clock.now_ms, None, None)
    assert dict(remark.values) == {"text": "I hurried.\nShe waited for me."}


def test_another_note_takes_the_place_of_the_one_before_which_stays_in_the_chain(desk: Desk) -> None:
    session = talked(desk)
    for words in ("First.", "Second.", ""):
        desk.practice.write_own_note(desk.store, session, words)
        assert desk.practice.own_note(desk.store, session) == words
    chain = kept(desk, session)
    assert [remark.values["text"] for remark in chain] == ["First.", "Second.", ""]
    assert [remark.previous for remark in chain] == [None, chain[0].id, chain[1].id]
    assert len({remark.id for remark in chain}) == 3


def test_the_same_words_again_change_nothing(desk: Desk) -> None:
    session = talked(desk)
    desk.practice.write_own_note(desk.store, session, "   ")
    assert kept(desk, session) == (), "no words are the same as none"
    for words in ("First.", " First. ", "First.\n"):
        desk.practice.write_own_note(desk.store, session, words)
    assert len(kept(desk, session)) == 1


def test_a_note_is_seen_by_its_author_and_by_nobody_else(desk: Desk) -> None:
    session = talked(desk)
    desk.practice.write_own_note(desk.store, session, "Mine.")
    assert desk.of(ROBIN).own_note(desk.store, session) == ""
    assert kept(desk, session, ROBIN.id) == ()
    desk.of(ROBIN).write_own_note(desk.store, session, "Another’s.")
    assert desk.practice.own_note(desk.store, session) == "Mine."
    assert desk.of(ROBIN).own_note(desk.store, session) == "Another’s."
    assert [remark.previous for remark in kept(desk, session)] == [None, None], "each has a chain of their own"


def test_what_others_say_of_a_conversation_is_no_note_of_its_trainee(desk: Desk) -> None:
    session = talked(desk)
    about = AboutSession(session, None, desk.store.head(session))
    said = Remark(RemarkId("c-1"), about, RemarkKind.COMMENT, Role.SUPERVISOR, KIM.id, NOON_MS, {"text": "Well."})
    desk.store.remark(said)
    assert own_note(desk.store, KIM.id, session) == ""
    desk.practice.write_own_note(desk.store, session, "Mine.")
    assert [remark.kind for remark in kept(desk, session, ROBIN.id)] == [RemarkKind.COMMENT]


def test_notes_on_two_conversations_do_not_mix(desk: Desk) -> None:
    first, second = talked(desk), talked(desk)
    desk.practice.write_own_note(desk.store, first, "Of the first.")
    desk.practice.write_own_note(desk.store, second, "Of the second.")
    assert desk.practice.own_note(desk.store, first) == "Of the first."
    assert [remark.previous for remark in kept(desk, second)] == [None]


def test_a_note_has_an_end(desk: Desk) -> None:
    session = talked(desk)
    for number, words in enumerate(("x" * LONGEST_NOTE, "x" * (LONGEST_NOTE + 1))):
        id_ = RemarkId(f"r-{number}")
        write_own_note(desk.store, KIM.id, session, words, id_=id_, now_ms=NOON_MS)
    assert own_note(desk.store, KIM.id, session) == "x" * LONGEST_NOTE
    assert len(kept(desk, session)) == 1
