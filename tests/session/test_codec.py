"""Stored steps come back as they were, and a log that was altered shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session import Chose, Mode, SessionEvent, Started, StayedSilent, Stopped, Tag, Tagged
from simulator.session.codec import CHAIN_START, DamagedLog, decode, encode, link

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
times = st.integers(0, 10**9)
EVENTS: st.SearchStrategy[SessionEvent] = st.one_of(
    st.builds(Started, words, words, words, st.sampled_from(Mode), st.integers(1, 3), st.integers(0, 2**32), times),
    st.builds(Tagged, st.sampled_from(Tag), times),
    st.builds(Chose, words, times),
    st.builds(StayedSilent, times),
    st.builds(Stopped, times),
)


@given(EVENTS)
def test_every_event_survives_the_round_trip(event: SessionEvent) -> None:
    assert decode(encode(event)) == event


def test_a_choice_is_stored_in_few_bytes() -> None:
    assert len(encode(Chose("own-the-tone", 12_345))) <= 30


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b'["q",1]',
        b'["c",1,2]',
        b'["t","sulked",1]',
        b"[" * 100_000,
        b"\xff\xfe",
        b'["s","a"]',
        b'{"c":1}',
    ],
)
def test_what_is_no_event_is_a_damaged_log(body: bytes) -> None:
    with pytest.raises(DamagedLog):
        decode(body)


@given(st.lists(EVENTS, min_size=1, max_size=8), st.data())
def test_changing_one_step_changes_the_chain_from_there(events: list[SessionEvent], data: st.DataObject) -> None:
    bodies = [encode(event) for event in events]
    changed = data.draw(st.integers(0, len(bodies) - 1))
    other = [*bodies]
    other[changed] = bodies[changed] + b" "

    def chain(all_bodies: list[bytes]) -> list[bytes]:
        links, last = [], CHAIN_START
        for body in all_bodies:
            last = link(last, body)
            links.append(last)
        return links

    before, after = chain(bodies), chain(other)
    assert before[:changed] == after[:changed]
    assert all(a != b for a, b in zip(before[changed:], after[changed:], strict=True))
