"""The links of a log show whether any of its steps was altered, left out, added or moved."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b, sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.session.codec import CHAIN_START, encode, link
from simulator.session.events import SessionEvent, Stopped, Tagged
from simulator.session.vocabulary import By, Tag
from tests.session.made_events import events


def chain(bodies: Sequence[bytes]) -> list[bytes]:
    links, last = [], CHAIN_START
    for body in bodies:
        last = link(last, body)
        links.append(last)
    return links


@settings(max_examples=40, deadline=None)
@given(st.lists(events, min_size=1, max_size=5), st.data())
def test_changing_one_step_changes_the_chain_from_there(some: list[SessionEvent], data: st.DataObject) -> None:
    bodies = [encode(event) for event in some]
    changed = data.draw(st.integers(0, len(bodies) - 1))
    other = [*bodies]
    other[changed] = bodies[changed] + b" "
    before, after = chain(bodies), chain(other)
    assert before[:changed] == after[:changed]
    assert all(a != b for a, b in zip(before[changed:], after[changed:], strict=True))


@settings(max_examples=40, deadline=None)
@given(st.lists(events, min_size=2, max_size=5), st.data())
def test_a_step_left_out_or_moved_shows_at_the_end(some: list[SessionEvent], data: st.DataObject) -> None:
    bodies = list(dict.fromkeys(encode(event) for event in some))
    at = data.draw(st.integers(0, len(bodies) - 1))
    without = bodies[:at] + bodies[at + 1 :]
    assert chain(without)[-1:] != chain(bodies)[-1:]
    swapped = [*bodies[1:], bodies[0]]
    assert len(bodies) == 1 or chain(swapped)[-1] != chain(bodies)[-1]


def test_a_link_has_32_bytes_and_is_made_of_the_link_before_and_of_the_bytes_as_they_are() -> None:
    tag, stop = encode(Tagged(Tag.NOTHING)), encode(Stopped(By.TRAINEE, None))
    first = sha256(tag).digest()
    assert chain([tag, stop]) == [first, sha256(first + stop).digest()]
    assert CHAIN_START == b""


def test_bodies_of_the_first_edition_keep_the_links_they_had() -> None:
    start, step = b'["s","Kim","push-me"]', b'["c","own-it",9000]'
    first = blake2b(bytes(16) + start, digest_size=16).digest()
    assert chain([start, step]) == [first, blake2b(first + step, digest_size=16).digest()]
