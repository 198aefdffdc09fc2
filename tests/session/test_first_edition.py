"""Logs of the first edition are read for ever: what they say in today's events, and what the patient had answered."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.codec import CHAIN_START, DamagedLog, link
from simulator.session.engine import outcome_of
from simulator.session.events import (
    NOT_RECORDED,
    Chose,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Timing,
    Unfamiliar,
)
from simulator.session.first_edition import (
    Beside,
    FirstStart,
    agrees,
    person_id,
    read_first_log,
    session_id,
    upcast,
)
from simulator.session.record import choices_made
from simulator.session.vocabulary import By, Met, Mode, Tag
from tests.editions.frozen import FrozenLog, first_logs, scenarios, told

LOGS = list(zip(first_logs(), told(1), strict=True))
BY_ID = pytest.mark.parametrize(("log", "then"), LOGS, ids=[str(then["id"]) for _, then in LOGS])


def beside(log: FrozenLog) -> Beside:
    """What the store held beside a log."""
    return Beside(session_id(log.links[0]), log.title, "2026-05-29", (Met.SESSION,))


def brought_over(log: FrozenLog) -> list[SessionEvent]:
    """Today's events of a log."""
    return [event for event, _ in upcast(read_first_log(log.bodies), beside(log))]


@BY_ID
def test_the_start_says_who_played_what_and_when(log: FrozenLog, then: dict[str, Any]) -> None:
    assert brought_over(log)[0] == Started(
        session_id(log.links[0]),
        person_id(then["trainee"]),
        then["scenario"],
        log.title,
        "en",
        scenarios(1)[then["scenario"]].digest,
        "0.1.0",
        NOT_RECORDED,
        "",
        Mode(then["mode"]),
        then["difficulty"],
        then["seed"],
        "2026-05-29",
        (Met.SESSION,),
        None,
        None,
    )


@BY_ID
def test_times_stand_beside_the_events(log: FrozenLog, then: dict[str, Any]) -> None:
    bodies = [json.loads(body) for body in log.bodies]
    timings = [timing for _, timing in upcast(read_first_log(log.bodies), beside(log))]
    assert timings == [Timing(then["at_ms"], None), *(Timing(None, body[-1]) for body in bodies[1:])]


@BY_ID
def test_what_the_patient_answered_is_not_invented(log: FrozenLog, then: dict[str, Any]) -> None:
    events = brought_over(log)
    assert all(outcome_of(event) is None for event in events)
    assert all(agrees(body, event) for body, event in zip(log.bodies, events, strict=True))
    assert list(choices_made(events)) == [turn["said"] or "" for turn in then["course"]]
    assert not any(event.offered for event in events if isinstance(event, Chose | StayedSilent))


@BY_ID
def test_old_bodies_keep_the_chain_they_had(log: FrozenLog, then: dict[str, Any]) -> None:
    last = CHAIN_START
    for body, stored in zip(log.bodies, log.links, strict=True):
        last = link(last, body)
        assert last == stored
    assert then["trainee"] in log.bodies[0].decode()


def test_ids_are_derived_the_same_everywhere_and_differ() -> None:
    ids = {session_id(log.links[0]) for log, _ in LOGS}
    assert len(ids) == len(LOGS)
    assert all(UUID(id_).version == 5 for id_ in ids)
    assert session_id(bytes.fromhex("bd77ce3af6418d44210c811a14521a2d")) == "961f9b8d-d6eb-5c94-879a-83b3a934adf8"
    assert person_id("Robin") == "83edb311-11e1-5fc5-a7c1-52887a52f0b9"
    assert person_id("Kim Ō’Neil") != person_id("Robin") != person_id("robin")


# What stands beside a body says the same


@BY_ID
def test_an_event_agrees_with_its_own_body_and_with_no_other(log: FrozenLog, then: dict[str, Any]) -> None:
    events = brought_over(log)
    for body, event in zip(log.bodies, events, strict=True):
        assert agrees(body, event)
        for other, another in zip(log.bodies, events, strict=True):
            if told_alike(event, another):
                continue
            assert not agrees(other, event)


def told_alike(one: SessionEvent, other: SessionEvent) -> bool:
    """Whether two events hold the same doing of the trainee, whatever it led to."""
    match one, other:
        case Chose(response), Chose(another):
            return response == another
        case StayedSilent(ran_out), StayedSilent(another_ran_out):
            return ran_out == another_ran_out
        case _:
            return one == other


def test_a_start_agrees_in_everything_that_its_body_says() -> None:
    log, _ = LOGS[0]
    started = brought_over(log)[0]
    assert isinstance(started, Started)
    changes: tuple[dict[str, Any], ...] = (
        {"trainee": person_id("Kim")},
        {"scenario": "push-me"},
        {"texts": "0" * 64},
        {"mode": Mode.LEARN},
        {"difficulty": 3},
        {"seed": 2},
    )
    for change in changes:
        assert not agrees(log.bodies[0], replace(started, **change))
    stands_beside: tuple[dict[str, Any], ...] = (
        {"title": "Another"},
        {"day": "2020-01-01"},
        {"edition": 1},
    )
    for change in stands_beside:
        assert agrees(log.bodies[0], replace(started, **change))


def test_nothing_agrees_with_a_body_that_cannot_be_read_or_that_a_newer_program_wrote() -> None:
    for body in (b"", b"[", b'["q",1]', b"[" * 100_000, b"\xff", b"null"):
        assert not agrees(body, Tagged(Tag.NOTHING))
        assert not agrees(body, Unfamiliar("sang"))
    assert agrees(b'["t","nothing",3]', Tagged(Tag.NOTHING))
    assert not agrees(b'["t","nothing",3]', Unfamiliar("tagged"))
    assert agrees(b'["x",3]', Stopped(By.TRAINEE, None))


# Reading

START = ["s", "Kim", "push-me", "ab", "learn", 2, 7, 1_780_000_000_000]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def body(*values: object) -> bytes:
    return json.dumps(values).encode("utf-8", "surrogatepass")


@given(WORDS, WORDS, st.sampled_from(Mode), st.integers(0, 2**64), st.integers(0, 2**40))
def test_a_start_is_read_as_it_was_written(trainee: str, texts: str, mode: Mode, seed: int, at_ms: int) -> None:
    log = read_first_log([body("s", trainee, "push-me", texts, mode, 3, seed, at_ms)])
    assert log.start == FirstStart(trainee, "push-me", texts, mode, 3, seed, at_ms)
    assert log.actions == ()


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"null",
        b"{}",
        b"[]",
        b"[" * 100_000,
        b"\xff\xfe",
        body("q", 1),
        body("t", "sulked", 1),
        body("t", "nothing"),
        body("t", "nothing", None),
        body("t", ["nothing"], 1),
        body("c", 1, 2),
        body("c", "own-it"),
        body("c", "own-it", "2"),
        body("c", "own-it", 2, 3),
        body("c", "own-it", 0.5),
        body("c", "own-it", True),
        body("c", "\ud800", 2),
        body("w", float("nan")),
        body("w"),
        body("x", [1]),
        b'["w",' + b"9" * 100_000 + b"]",
        body(*START),
    ],
    ids=lambda wrong: repr(wrong[:40]),
)
def test_what_is_no_step_of_the_first_edition_is_damage(wrong: bytes) -> None:
    with pytest.raises(DamagedLog):
        read_first_log([body(*START), wrong])


@pytest.mark.parametrize("position", range(len(START)))
def test_a_wrong_value_in_the_start_is_damage(position: int) -> None:
    hostile: tuple[Any, ...] = (None, True, 0.5, [], {}, "\ud800", "nonsense" if position >= 4 else 7)
    for wrong in hostile:
        with pytest.raises(DamagedLog):
            read_first_log([body(*START[:position], wrong, *START[position + 1 :])])
    with pytest.raises(DamagedLog):
        read_first_log([body(*START[:position], *START[position + 1 :])])


def test_a_log_without_any_step_is_damage() -> None:
    with pytest.raises(DamagedLog):
        read_first_log([])
