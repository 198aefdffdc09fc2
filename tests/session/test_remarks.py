"""Remarks come back as they were, whoever said them about whatever, and what is none is damage."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.codec import DamagedLog, canonical
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import (
    AboutItem,
    AboutSession,
    Remark,
    RemarkId,
    RemarkKind,
    Role,
    decode_remark,
    encode_remark,
)
from tests.session.made_events import numbers, words

_values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
remarks: Final[st.SearchStrategy[Remark]] = st.builds(
    Remark,
    words.map(RemarkId),
    st.builds(AboutSession, words.map(SessionId), st.none() | numbers, words) | st.builds(AboutItem, words, words),
    st.sampled_from(RemarkKind).map(str) | words,
    st.sampled_from(Role),
    words.map(PersonId),
    numbers,
    st.dictionaries(words, _values, max_size=3),
    st.none() | words.map(RemarkId),
    st.none() | words.map(RemarkId),
    st.integers(1, 5),
)
ROBIN, KIM = PersonId("robin"), PersonId("kim")


def note(kind: str = RemarkKind.OWN_NOTE, about: AboutSession | AboutItem | None = None) -> Remark:
    subject = about or AboutSession(SessionId("s-1"), 4, "00ff")
    return Remark(RemarkId("r-2"), subject, kind, Role.TRAINEE, KIM, 7, {"text": "Ruth."}, None, RemarkId("r-1"))


@given(remarks)
def test_every_remark_survives_the_round_trip(remark: Remark) -> None:
    body = encode_remark(remark)
    assert decode_remark(body) == remark
    assert canonical(json.loads(body)) == body


def test_a_remark_stays_as_it_was_written_for_ever() -> None:
    assert encode_remark(note()).decode() == (
        '{"about":{"head":"00ff","session":"s-1","step":4},"answers":null,"at":7,"by":{"person":"kim","role":"trainee"},'
        '"id":"r-2","kind":"own-note","previous":"r-1","v":1,"values":{"text":"Ruth."}}'
    )
    assert b'"about":{"item":"cd34","story":"ab12"}' in encode_remark(
        note(RemarkKind.CORRECTION, AboutItem("cd34", "ab12"))
    )


@pytest.mark.parametrize(
    "kind",
    [
        RemarkKind.OWN_NOTE,
        RemarkKind.OWN_READING,
        RemarkKind.OWN_PULL,
        RemarkKind.OWN_WORDS,
        RemarkKind.CONFIDENCE,
        RemarkKind.TO_PRACTISE,
        RemarkKind.PRACTISED,
    ],
)
def test_what_somebody_says_to_themselves_is_seen_by_its_author_and_by_nobody_else(kind: RemarkKind) -> None:
    assert note(kind).visible_to(KIM)
    assert not note(kind).visible_to(ROBIN)
    assert note(kind).visible_to(None), "the program keeps and exports all"


def test_what_is_said_to_others_is_seen_by_all() -> None:
    for kind in (RemarkKind.COMMENT, RemarkKind.CORRECTION, RemarkKind.ANSWER, RemarkKind.WITHDRAWN):
        assert note(kind).visible_to(ROBIN)


def test_a_kind_and_fields_of_a_newer_program_are_kept_or_passed_over() -> None:
    values = json.loads(encode_remark(note()))
    values |= {"kind": "rating", "v": 9, "mood": "new"}
    values["by"]["machine"] = "elsewhere"
    read = decode_remark(canonical(values))
    assert (read.kind, read.v) == ("rating", 9)
    assert read.visible_to(ROBIN)


WRONG: tuple[Any, ...] = (None, True, 7, 0.5, float("nan"), "x", "\ud800", [], ["a"], [["a", 1]], {}, {"a": 1})


@pytest.mark.parametrize(
    ("path", "right"),
    [
        (("id",), ("x",)),
        (("kind",), ("x",)),
        (("v",), (7,)),
        (("at",), (7,)),
        (("values",), ({}, {"a": 1})),
        (("by",), ()),
        (("by", "role"), ()),
        (("by", "person"), ("x",)),
        (("about",), ()),
        (("about", "session"), ("x",)),
        (("about", "step"), (None, 7)),
        (("about", "head"), ("x",)),
        (("answers",), (None, "x")),
        (("previous",), (None, "x")),
    ],
)
def test_a_wrong_or_missing_value_is_damage(path: tuple[str, ...], right: tuple[Any, ...]) -> None:
    for wrong in WRONG:
        values = json.loads(encode_remark(note()))
        inside = values[path[0]] if len(path) == 2 else values
        inside[path[-1]] = wrong
        body = json.dumps(values).encode("utf-8", "surrogatepass")
        if any(wrong is one or (type(wrong) is type(one) and wrong == one) for one in right):
            decode_remark(body)
            continue
        with pytest.raises(DamagedLog):
            decode_remark(body)
    values = json.loads(encode_remark(note()))
    del (values[path[0]] if len(path) == 2 else values)[path[-1]]
    with pytest.raises(DamagedLog):
        decode_remark(canonical(values))


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}", b"[" * 100_000, b"\xff", b'"x"', b"7"])
def test_what_is_no_remark_is_damage(body: bytes) -> None:
    with pytest.raises(DamagedLog):
        decode_remark(body)
