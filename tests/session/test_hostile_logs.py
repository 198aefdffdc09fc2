"""Whatever stands in a log that is no step of ours is damage: never another error, and never bent into a step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.codec import DamagedLog, decode, encode
from simulator.session.events import Chose, Outcome, SessionEvent, StayedSilent, Stopped, Tagged, Unfamiliar
from simulator.session.vocabulary import By
from tests.session.made_events import (
    CHOSE,
    LAST,
    STARTED,
    course,
    outcomes,
    values_of,
)


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
            if path[-2:-1] == ("visits",) or path[-1] == "dwelt":
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
        state = outcome.state._replace(alliance=replace(outcome.state.alliance, bond=points // 5))
        appraisal = outcome.appraisal and replace(outcome.appraisal, state=state)
        assert found == Chose("own-it", "first", (), replace(outcome, state=state, appraisal=appraisal))
