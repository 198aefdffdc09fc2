"""Stored steps come back as they were, are plain JSON, and what is no step of ours is told apart from what is a newer one's."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance import Family, Move, ReactionState
from simulator.patient import NO_CHANGE, Alliance, Appraisal, Past, PatientState, Rung, Verdict
from simulator.scenario.document import Goodbye
from simulator.session import (
    By,
    Chose,
    Ended,
    Mode,
    Next,
    Outcome,
    Session,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tag,
    Tagged,
    Unfamiliar,
)
from simulator.session.codec import CODEC_VERSION, DamagedLog, canonical, decode, encode
from tests.session.made_events import events, outcomes, played, script_of, sessions

STARTED, CHOSE, LAST = 0, 2, -1


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


def course() -> list[SessionEvent]:
    """A start, a tag, a sentence, and so on until the end."""
    return played(script_of("push-me.yaml", 2), random.Random(3), Mode.PRACTISE, stops=0).events


def values_of(event: SessionEvent) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(encode(event))
    return found


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
    assert set(outcome["state"]) == {field.name for field in fields(PatientState)}
    renamed = {"played": "heard"}
    derived = {"state", "change"}
    assert set(outcome) == {renamed.get(f.name, f.name) for f in fields(Appraisal) if f.name not in derived} | {
        "state",
        "scripted",
        "next",
    }
    assert set(outcome["next"]) == {field.name for field in fields(Next)}
    assert set(values_of(course()[LAST])["outcome"]["closing"]) == {field.name for field in fields(Ended)}


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


def test_a_flag_that_only_a_newer_program_knows_is_passed_over() -> None:
    event = course()[CHOSE]
    values = values_of(event)
    values["outcome"]["state"]["rungs"].append("renamed-later")
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


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"7",
        b'"tagged"',
        b"[]",
        b'["c","own-it",9000]',
        b"{}",
        b'{"kind":"tagged"}',
        b'{"kind":"tagged","tag":"nothing"}',
        b'{"kind":"tagged","tag":"sulked","v":2}',
        b'{"kind":["tagged"],"tag":"nothing","v":2}',
        b'{"kind":"tagged","tag":"nothing","v":"2"}',
        b'{"kind":"tagged","tag":"nothing","v":2.0}',
        b'{"kind":"tagged","tag":"nothing","v":true}',
        b'{"kind":"tagged","tag":"nothing","v":null}',
        b'{"kind":"tagged","tag":"nothing","v":NaN}',
        b'{"kind":"tagged","more":Infinity,"tag":"nothing","v":2}',
        b'{"kind":"tagged","tag":"nothing","v":2',
        b'{"kind":"tagged","tag":"nothing","v":2}{}',
        b"[" * 100_000,
        b'{"kind":' * 100_000,
        b'{"kind":"tagged","more":' + b"[" * 100_000 + b"]" * 100_000 + b',"tag":"nothing","v":2}',
        b'{"kind":"tagged","tag":"nothing","v":' + b"9" * 100_000 + b"}",
        b'{"by":"trainee","kind":"chose","offered":[],"outcome":null,"response":"\\ud800","said":"first","v":2}',
        b'{"by":"trainee","kind":"chose","offered":[],"outcome":null,"response":"\xed\xa0\x80","said":"first","v":2}',
        b"\xff\xfe",
        b"\xef\xbb\xbf" + b'{"kind":"tagged","tag":"nothing","v":2}',
        '{"kind":"tagged","tag":"nothing","v":2}'.encode("utf-16"),
        '{"kind":"tagged","tag":"nothing","v":2}'.encode("utf-32-le"),
    ],
    ids=lambda body: repr(body[:60]),
)
def test_what_is_no_event_is_a_damaged_log(body: bytes) -> None:
    with pytest.raises(DamagedLog):
        decode(body)


WRONG: tuple[Any, ...] = (
    None,
    True,
    7,
    10**400,
    -1,
    0.5,
    1e400,
    float("nan"),
    "",
    "nonsense",
    [],
    ["nonsense"],
    [[[]]],
    {},
    {"a": 1},
    "\ud800",
)
"""Values of every kind, hostile ones among them; each is wrong in most places."""


def places_in(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a JSON value, by the names and positions that lead to it."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield from places_in(one, (*path, name))


def inside(value: Any, path: tuple[str | int, ...]) -> tuple[Any, Any]:
    """A copy of a JSON value, and of it the part that holds the last place of a path."""
    copy = json.loads(json.dumps(value))
    part = copy
    for name in path[:-1]:
        part = part[name]
    return copy, part


def told_or_damaged(values: Any) -> SessionEvent | None:
    try:
        return decode(json.dumps(values).encode("utf-8", "surrogatepass"))
    except DamagedLog:
        return None


def an_event_of_every_kind() -> list[SessionEvent]:
    whole = course()
    tag, said = whole[1], whole[CHOSE]
    assert isinstance(said, Chose)
    silent = StayedSilent(False, said.offered, said.outcome)
    end = whole[LAST]
    assert isinstance(end, Chose | StayedSilent)
    return [whole[STARTED], tag, said, silent, end, Stopped(By.TRAINEE, end.outcome)]


def test_a_wrong_value_anywhere_is_damage_and_never_anything_else() -> None:
    refused = accepted = 0
    for event in an_event_of_every_kind():
        values = values_of(event)
        for path in places_in(values):
            for wrong in WRONG:
                copy, part = inside(values, path)
                part[path[-1]] = wrong
                found = told_or_damaged(copy)
                if found is None:
                    refused += 1
                    continue
                accepted += 1
                # What is taken is taken as it stands: it says the same when it is written again.
                assert isinstance(found, Unfamiliar) or decode(encode(found)) == found
                assert found == event or passed_over(path, wrong) or said_again(found, path) == wrong
    assert refused > 1_500
    assert accepted > 50


def passed_over(path: tuple[str | int, ...], wrong: Any) -> bool:
    """Whether it is a flag that some newer program might know."""
    return path[1:2] == ("state",) and path[2] in ("rungs", "past") and wrong in ("", "nonsense", ["nonsense"])


def said_again(event: SessionEvent, path: tuple[str | int, ...]) -> Any:
    """What an event says in one place."""
    if isinstance(event, Unfamiliar):
        return event.kind
    found: Any = values_of(event)
    for name in path:
        found = found[name]
    return found


def test_a_missing_value_anywhere_is_damage_except_where_nothing_asks_for_it() -> None:
    for event in an_event_of_every_kind():
        values = values_of(event)
        for path in places_in(values):
            if isinstance(path[-1], int) or (path[-1] == "by" and not isinstance(event, Stopped)):
                continue
            if path[-2:-1] == ("visits",):
                continue
            copy, part = inside(values, path)
            del part[path[-1]]
            found = told_or_damaged(copy)
            if path == ("outcome", "heard"):
                assert found is not None
                assert not isinstance(found, Tagged | Unfamiliar)
                assert found.outcome is not None
                assert found.outcome.appraisal is None
            else:
                assert found is None, path


@given(outcomes(), st.data())
def test_a_gauge_stands_on_a_level_or_the_log_is_damaged(outcome: Outcome, data: st.DataObject) -> None:
    values = values_of(Chose("own-it", "first", (), outcome))
    points = data.draw(st.integers(-30, 130) | st.integers())
    values["outcome"]["state"]["alliance"]["bond"] = points
    found = told_or_damaged(values)
    if points not in range(0, 101, 5):
        assert found is None
    else:
        state = replace(outcome.state, alliance=replace(outcome.state.alliance, bond=points // 5))
        appraisal = outcome.appraisal and replace(outcome.appraisal, state=state)
        assert found == Chose("own-it", "first", (), replace(outcome, state=state, appraisal=appraisal))
