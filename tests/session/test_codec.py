"""Stored steps come back as they were, are plain JSON, and leave room for what a newer program writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.gauges import NO_CHANGE, Alliance
from simulator.patient.reacting import Appraisal
from simulator.patient.state import Past, PatientState, Rung
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Goodbye
from simulator.session.codec import CODEC_VERSION, DamagedLog, canonical, decode, encode
from simulator.session.engine import Session
from simulator.session.events import (
    Chose,
    Ended,
    Next,
    Outcome,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Unfamiliar,
)
from simulator.session.vocabulary import By, Tag
from tests.session.made_events import (
    CHOSE,
    LAST,
    STARTED,
    course,
    events,
    sessions,
    values_of,
)

A_STATE = PatientState(
    ReactionState.EXPLORING,
    Alliance.of_points(60, 55, 50),
    Family.WITHDRAWAL,
    1,
    4,
    Rung.EXPLORING | Rung.HALF_SAID,
    Past.ATTEMPTED | Past.PAID_SUPPORT,
)
AN_OUTCOME = Outcome(
    A_STATE,
    Next("~exploring", "can-do", 2, ("begins",), (("begins", 1),), ("told",)),
    Appraisal(
        A_STATE,
        Move.OWN_CONTRIBUTION,
        ReactionState.EXPLORING,
        opened=True,
        rupture=False,
        secondary=False,
        change=NO_CHANGE,
        why=("opens", "gate-open-owned"),
    ),
)


@given(events)
def test_every_event_survives_the_round_trip(event: SessionEvent) -> None:
    assert decode(encode(event)) == event


@settings(max_examples=60, deadline=None)
@given(sessions)
def test_everything_that_was_played_survives_the_round_trip(session: Session) -> None:
    assert [decode(encode(event)) for event in session.events] == session.events


def no_float(pair: str) -> float:
    raise AssertionError(f"{pair} is a float")


def keys_in(value: Any) -> Iterator[list[str]]:
    if isinstance(value, dict):
        yield list(value)
        for inner in value.values():
            yield from keys_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_in(inner)


@given(events)
def test_a_body_is_json_in_utf_8_with_its_keys_sorted_and_no_floats(event: SessionEvent) -> None:
    body = encode(event)
    told = json.loads(body.decode("utf-8"), parse_float=no_float)
    assert all(keys == sorted(keys) for keys in keys_in(told))
    assert b"\n" not in body
    assert canonical(told) == body
    assert told["v"] == CODEC_VERSION == 2
    assert told["kind"] in {"started", "tagged", "chose", "silent", "stopped"}
    assert told["by"] in {"trainee", "program"}


def test_letters_of_any_language_are_written_as_they_are() -> None:
    assert "“Ines” — да".encode() in encode(Chose("“Ines” — да", "first", (), None))


def test_what_is_no_json_is_not_written() -> None:
    for wrong in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="not JSON compliant"):
            canonical({"points": wrong})
    with pytest.raises(UnicodeEncodeError):
        encode(Chose("\ud800", "first", (), None))


def test_bodies_stay_as_they_were_written_for_ever() -> None:
    assert encode(Tagged(Tag.WITHDRAWAL)) == b'{"by":"trainee","kind":"tagged","tag":"withdrawal","v":2}'
    assert encode(Stopped(By.PROGRAM, None)) == b'{"by":"program","kind":"stopped","outcome":null,"v":2}'
    assert encode(StayedSilent(True, (("own-it", "first"),), None)) == (
        b'{"by":"trainee","kind":"silent","offered":[["own-it","first"]],"outcome":null,"ran_out":true,"v":2}'
    )
    assert encode(Chose("own-it", "first", (("own-it", "first"),), AN_OUTCOME)).decode() == (
        '{"by":"trainee","kind":"chose","offered":[["own-it","first"]],"outcome":{"graph":"exploring",'
        '"heard":"own_contribution","next":{"flags":["told"],"moment":"~exploring","seen":["begins"],"turn":2,'
        '"visits":{"begins":1},"wording":"can-do"},"opened":true,"rupture":false,"scripted":false,"secondary":false,'
        '"state":{"alliance":{"bond":60,"goal":50,"task":55},"last_move":null,"origin":"withdrawal","owned":4,'
        '"past":["attempted","paid-support"],"reaction":"exploring","rungs":["exploring","half-said"],"ruptures":1,'
        '"streak":0},"why":["opens","gate-open-owned"]},"response":"own-it","said":"first","v":2}'
    )
    ended = Outcome(A_STATE, Ended(Verdict.PARTLY, None, Goodbye.PARTLY, "first"))
    assert encode(Chose("own-it", "first", (), ended)).endswith(
        b'"closing":{"goodbye":"partly","moment":null,"verdict":"partly","wording":"first"},"scripted":false,"state":'
        + encode(Chose("own-it", "first", (), AN_OUTCOME))
        .partition(b'"state":')[2]
        .replace(b',"why":["opens","gate-open-owned"]', b"")
    )


def test_every_field_of_the_patients_state_and_of_how_it_came_about_is_there_by_its_name() -> None:
    outcome = values_of(course()[CHOSE])["outcome"]
    only_where_there_is_one = {"opens", "dwelt"}
    assert set(outcome["state"]) == set(PatientState._fields) - only_where_there_is_one
    renamed = {"played": "heard"}
    derived = {"state", "change"}
    assert set(outcome) == {renamed.get(f.name, f.name) for f in fields(Appraisal) if f.name not in derived} | {
        "state",
        "scripted",
        "next",
    }
    assert set(outcome["next"]) == {field.name for field in fields(Next)} - only_where_there_is_one
    closing = values_of(course()[LAST])["outcome"]["closing"]
    assert set(closing) == {field.name for field in fields(Ended)} - only_where_there_is_one


@pytest.mark.parametrize(
    "then",
    [
        Next("begins", "quiet", 2, ("begins",), (("begins", 1),), ("told",), "silence/own"),
        Ended(Verdict.PARTLY, None, Goodbye.PARTLY, "see-you", "question"),
    ],
)
def test_the_opening_before_the_words_is_stored_and_read_again(then: Next | Ended) -> None:
    event = StayedSilent(False, (), replace(AN_OUTCOME, then=then))
    told = values_of(event)["outcome"]
    assert (told.get("next") or told["closing"])["opens"] == then.opens
    assert decode(encode(event)) == event


def test_a_start_is_told_whole() -> None:
    assert set(values_of(course()[STARTED])) == {field.name for field in fields(Started)} | {"kind", "v", "by"}


def test_gauges_are_told_in_points_and_flags_in_words() -> None:
    state = next(
        values["outcome"]["state"]
        for event in course()
        if isinstance(event, Chose) and len((values := values_of(event))["outcome"]["state"]["rungs"]) > 0
    )
    assert set(state["alliance"]) == {"bond", "task", "goal"}
    assert all(points % 5 == 0 for points in state["alliance"].values())
    assert sum(state["alliance"].values()) > 60, "levels would not add up to that"
    assert {"exploring"} <= set(state["rungs"]) <= {"exploring", "half-said", "block", "said", "repaired"}
    assert "attempted" in state["past"]


@given(events, st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(), max_size=3))
def test_fields_of_a_newer_program_are_passed_over(event: SessionEvent, more: dict[str, int]) -> None:
    values = values_of(event)
    added = {f"new-{name}": value for name, value in more.items()}
    values |= added
    if values.get("outcome") is not None:
        values["outcome"] |= added
        values["outcome"]["state"] |= added
    assert decode(canonical(values)) == event


@pytest.mark.parametrize("flags", ["rungs", "past"])
def test_a_flag_that_only_a_newer_program_knows_is_passed_over(flags: str) -> None:
    nothing_yet = A_STATE._replace(rungs=Rung.NONE, past=Past.NONE)
    event = Chose("own-it", "first", (), Outcome(nothing_yet, Next("begins", "first", 2)))
    values = values_of(event)
    values["outcome"]["state"][flags].append("known-later")
    assert decode(canonical(values)) == event


@pytest.mark.parametrize("v", [CODEC_VERSION, CODEC_VERSION + 1])
def test_a_kind_that_only_a_newer_program_knows_is_unfamiliar(v: int) -> None:
    assert decode(canonical({"kind": "sang", "v": v, "by": "trainee"})) == Unfamiliar("sang")


def test_a_newer_body_is_read_where_it_can_be_and_unfamiliar_where_it_cannot() -> None:
    newer = CODEC_VERSION + 1
    assert decode(canonical({"kind": "tagged", "v": newer, "tag": "nothing"})) == Tagged(Tag.NOTHING)
    hostile: tuple[dict[str, Any], ...] = (
        {"tag": "boredom"},
        {"tag": None},
        {"mark": "nothing"},
        {"tag": ["nothing"]},
        {"tag": {}},
    )
    for values in hostile:
        assert decode(canonical({"kind": "tagged", "v": newer, **values})) == Unfamiliar("tagged")
        with pytest.raises(DamagedLog):
            decode(canonical({"kind": "tagged", "v": CODEC_VERSION, **values}))


def test_what_a_newer_program_logged_is_not_written_again() -> None:
    with pytest.raises(ValueError, match="sang was logged by a newer program"):
        encode(Unfamiliar("sang"))
