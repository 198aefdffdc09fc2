"""How a trainee reads a conversation before its debriefing: kept as a private remark, and only if something was answered."""

from __future__ import annotations

import pytest

from simulator.services.own_reading import OwnReading, Pull, read_back, reading_in_words
from simulator.session.actions import StaySilent, Stop
from simulator.session.ids import SessionId
from simulator.session.remarks import PRIVATE, RemarkKind, Role
from tests.services.desks import KIM, ROBIN, Desk

WHOLE = OwnReading(2, 1, Pull.EXPLAIN, "I wanted to be right.")


def talked(desk: Desk) -> SessionId:
    return desk.act(desk.begin(), StaySilent(), Stop()).id


@pytest.mark.parametrize(
    "reading", [WHOLE, OwnReading(lost=1), OwnReading(pull=Pull.GET_AWAY), OwnReading(words="No.")]
)
def test_a_reading_is_there_again_as_it_was_answered(desk: Desk, reading: OwnReading) -> None:
    session = talked(desk)
    desk.practice.keep_own_reading(desk.store, session, reading)
    assert desk.practice.own_reading(desk.store, session) == reading
    (remark,) = desk.store.remarks(session, None)
    assert (remark.kind, remark.role, remark.person) == (RemarkKind.OWN_READING, Role.TRAINEE, KIM.id)


def test_a_reading_without_an_answer_is_not_kept(desk: Desk) -> None:
    session = talked(desk)
    desk.practice.keep_own_reading(desk.store, session, OwnReading())
    assert desk.store.remarks(session, None) == ()
    assert desk.practice.own_reading(desk.store, session) is None


def test_only_its_author_sees_a_reading(desk: Desk) -> None:
    session = talked(desk)
    desk.practice.keep_own_reading(desk.store, session, WHOLE)
    assert desk.of(ROBIN).own_reading(desk.store, session) is None
    assert desk.store.remarks(session, ROBIN.id) == ()
    assert RemarkKind.OWN_READING in PRIVATE


def test_what_a_newer_program_wrote_otherwise_is_passed_over() -> None:
    assert read_back({"lost": "two", "helped": True, "pull": "to fly", "words": 3}) == OwnReading()


def test_an_export_tells_it_in_sentences() -> None:
    assert list(map(str, reading_in_words(WHOLE))) == [
        "You lost each other at turn 2.",
        "Your answer at turn 1 helped most.",
        "The pull you felt: to explain: “I wanted to be right.”",
    ]
