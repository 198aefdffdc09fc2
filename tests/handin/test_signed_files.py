"""Of a handed-in file with anything changed none is accepted; the one that was handed in is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import pytest

from simulator.handin.believing import read_course
from simulator.handin.payload import Payload, write_payload
from simulator.handin.signed_file import MOST_BYTES, Refused, signed
from simulator.handin.signing import SigningKey, six_words
from simulator.messages.message import Sentence
from simulator.messages.sentences import signed_files as say
from simulator.scenario.hashes import digest_of
from simulator.services.handed_in import Belief, read_handed_in
from simulator.session.actions import Stop
from simulator.session.codec import encode
from simulator.session.edition import EDITION, RELEASED, RULES
from simulator.session.engine import Session
from simulator.session.vocabulary import Mode
from tests.builders import free_scenario
from tests.builders import started as begun
from tests.editions.frozen import FrozenCourse, courses, every_scenario, left_behind
from tests.handin.kept import KIMS_KEY, OTHER_KEY, file, held, payload, raw, resigned, with_body


def _small_file() -> bytes:
    """The smallest whole file: its texts are one empty line, which is enough for all but playing it again."""
    scenario, sources = free_scenario(), {"free.yaml": "\n"}
    session = Session(scenario, replace(begun(scenario, Mode.PRACTISE), texts=digest_of(sources)))
    session.act(Stop())
    return signed(
        write_payload(Payload("Kim", False, "free.yaml", tuple(map(encode, session.events)), sources)), KIMS_KEY
    )


def test_what_was_handed_in_is_verified_and_says_who_and_what() -> None:
    found = read_handed_in(file())
    assert (found.belief, found.name, found.group, found.key) == (Belief.VERIFIED, "Kim", False, KIMS_KEY.public)
    assert found.stored.events == held().events
    assert found.stored.header.head == held().header.head


def test_the_file_is_one_text_of_lines_as_it_is_written_down() -> None:
    first, key, signature, rest = file().split(b"\n", 3)
    assert first == b"attune/session/1"
    assert (len(key), len(signature)) == (64, 128)
    assert rest.endswith(b"\n")
    assert b"\r" not in file()
    assert [encode(event) for event in held().events] == rest.split(b"\n")[1:-2]


def test_any_byte_changed_is_refused() -> None:
    content = _small_file()
    read_course(content)
    for at in range(0, len(content)):
        changed = bytearray(content)
        changed[at] ^= 1 + at % 7
        with pytest.raises(Refused):
            read_course(bytes(changed))


def test_any_cut_and_any_byte_after_is_refused() -> None:
    content = _small_file()
    for at in range(0, len(content)):
        with pytest.raises(Refused):
            read_course(content[:at])
    for more in (b"\n", b" ", b"\0", b"{}\n", content):
        with pytest.raises(Refused):
            read_course(content + more)


def _moved(found: Payload) -> Payload:
    first, second, third, *rest = found.bodies
    return replace(found, bodies=(first, third, second, *rest))


def _swap_signature() -> bytes:
    lines, others = file().split(b"\n"), resigned(lambda found: found, OTHER_KEY).split(b"\n")
    return b"\n".join([*lines[:2], others[2], *lines[3:]])


def _swap_key() -> bytes:
    lines, others = file().split(b"\n"), resigned(lambda found: found, OTHER_KEY).split(b"\n")
    return b"\n".join([lines[0], others[1], *lines[2:]])


def _said_twice(content: bytes) -> bytes:
    return content.replace(b'{"group":false', b'{"group":true,"group":false', 1)


def _nested() -> bytes:
    return raw(lambda content: content.replace(b'"Kim"', b"[" * 90_000 + b"]" * 90_000, 1))


_ENDING = {"closing": {"verdict": "repaired"}}
TAMPERINGS: Final[Mapping[str, tuple[Callable[[], bytes], Sentence]]] = {
    "another format": (lambda: b"attune/log/1\n" + file(), say.NOT_OURS),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(400), say.NOT_OURS),
    "nothing": (lambda: b"", say.NOT_OURS),
    "a newer format": (lambda: file().replace(b"session/1", b"session/2", 1), say.NEWER),
    "a mark before it": (lambda: b"\xef\xbb\xbf" + file(), say.NOT_OURS),
    "other line ends": (lambda: file().replace(b"\n", b"\r\n"), say.NOT_OURS),
    "a bomb": (lambda: file() + b" " * MOST_BYTES, say.TOO_LARGE),
    "cut in the signature": (lambda: file()[:140], say.CUT),
    "cut in the middle": (lambda: file()[: len(file()) // 2], say.ALTERED),
    "key in capitals": (lambda: b"\n".join([*file().split(b"\n")[:1], file().split(b"\n")[1].upper(), *file().split(b"\n")[2:]]), say.ALTERED),
    "another's signature": (_swap_signature, say.ALTERED),
    "another's key": (_swap_key, say.ALTERED),
    "no signature": (lambda: b"\n".join([*file().split(b"\n")[:2], b"0" * 128, *file().split(b"\n")[3:]]), say.ALTERED),
    "steps in another order": (lambda: resigned(_moved), say.ANSWERS_OTHERWISE),
    "the start at the end": (lambda: resigned(lambda p: replace(p, bodies=(*p.bodies[1:], p.bodies[0]))), say.NOT_A_WHOLE_CONVERSATION),
    "two starts": (lambda: resigned(lambda p: replace(p, bodies=(p.bodies[0], *p.bodies))), say.NOT_A_WHOLE_CONVERSATION),
    "a step after the end": (lambda: resigned(lambda p: replace(p, bodies=(*p.bodies, p.bodies[1]))), say.NOT_A_WHOLE_CONVERSATION),
    "no end": (lambda: resigned(lambda p: replace(p, bodies=p.bodies[:-1])), say.UNFINISHED),
    "a step left out": (lambda: resigned(lambda p: replace(p, bodies=(p.bodies[0], *p.bodies[3:]))), say.ANSWERS_OTHERWISE),
    "a better end": (lambda: with_body(-1, outcome=_ENDING), say.ANSWERS_OTHERWISE),
    "another seed": (lambda: with_body(0, seed=99), say.ANSWERS_OTHERWISE),
    "an easier level": (lambda: with_body(0, difficulty=3), say.ANSWERS_OTHERWISE),
    "an old edition made up": (lambda: with_body(0, edition=EDITION - 1), say.UNKNOWN_RULES),
    "rules that never were": (lambda: with_body(0, rules="0" * 32), say.UNKNOWN_RULES),
    "a newer edition": (lambda: with_body(0, edition=EDITION + 1), say.NEWER),
    "a newer log": (lambda: with_body(0, v=9), say.NEWER),
    "a step nobody knows": (lambda: with_body(1, kind="prayed"), say.NEWER),
    "Learn": (lambda: with_body(0, mode="learn"), say.LEARN),
    "another try": (lambda: with_body(0, origin={"session": "5", "step": 1, "head": "00"}), say.TRY),
    "something hidden in a step": (lambda: with_body(1, note="I was angry"), say.NOT_AS_WRITTEN),
    "other texts": (lambda: resigned(lambda p: replace(p, sources={**p.sources, p.path: p.sources[p.path] + "# \n"})), say.OTHER_TEXTS),
    "a text too many": (lambda: resigned(lambda p: replace(p, sources={**p.sources, "notes.txt": "private"})), say.OTHER_TEXTS),
    "no text of its own": (lambda: resigned(lambda p: replace(p, path="gone.yaml")), say.OTHER_TEXTS),
    "another last link": (lambda: raw(lambda c: c.replace(payload().head.encode(), b"0" * 64, 1)), say.CHAIN_BROKEN),
    "another count": (lambda: raw(lambda c: c.replace(b'"steps":', b'"steps":1', 1)), say.CHAIN_BROKEN),
    "a name given twice": (lambda: raw(_said_twice), say.SAID_TWICE),
    "no number": (lambda: raw(lambda c: c.replace(b'"steps":', b'"steps":NaN,"x":', 1)), say.NO_NUMBER),
    "a step with no number": (lambda: raw(lambda c: c.replace(b'"v":2', b'"v":Infinity', 1)), say.NO_NUMBER),
    "spaces between": (lambda: raw(lambda c: c.replace(b'{"group"', b'{ "group"', 1)), say.NOT_AS_WRITTEN),
    "keys in another order": (lambda: raw(lambda c: json.dumps(json.loads(c.split(b"\n")[0]), sort_keys=False)[::1].encode().replace(b": ", b":  ") + c[c.index(b"\n") :]), say.NOT_AS_WRITTEN),
    "a line too many": (lambda: raw(lambda c: c + b"{}\n"), say.NOT_READABLE),
    "no line end": (lambda: raw(lambda c: c[:-1]), say.CUT),
    "half a character": (lambda: raw(lambda c: c.replace(b'"Kim"', b'"\\ud800"', 1)), say.NOT_READABLE),
    "bytes that are no letters": (lambda: raw(lambda c: c.replace(b"Kim", b"K\xffm", 1)), say.NOT_READABLE),
    "deep brackets": (_nested, say.NOT_READABLE),
    "a list for a name": (lambda: raw(lambda c: c.replace(b'"Kim"', b"[]", 1)), say.NOT_AS_WRITTEN),
    "a name without an end": (lambda: resigned(lambda p: replace(p, name="K" * 900)), say.NOT_AS_WRITTEN),
}  # fmt: skip
"""What somebody has done to a file, most of it with a key of their own to sign it with again, and why it is refused."""


@pytest.mark.parametrize("done", TAMPERINGS)
def test_a_file_that_was_tampered_with_is_refused_and_says_why(done: str) -> None:
    make, why = TAMPERINGS[done]
    with pytest.raises(Refused) as refusal:
        read_handed_in(make())
    assert refusal.value.message.sentence == why, str(refusal.value)


def test_sessions_of_earlier_editions_are_shown_as_recorded_and_never_verified() -> None:
    beliefs = {edition: {_belief(course) for course in courses(edition)} for edition in left_behind()}
    for edition, found in beliefs.items():
        assert Belief.VERIFIED not in found or edition == EDITION
        assert found & {Belief.VERIFIED, Belief.OTHER_EDITION}
        assert found <= {*Belief, say.UNFINISHED, say.TRY, say.LEARN}


def _belief(course: FrozenCourse) -> Belief | Sentence:
    """What is believed of a session of an edition, or why it is refused."""
    scenario = every_scenario()[course.scenario]
    whole = Payload("Kim", False, scenario.path, course.bodies, scenario.sources)
    try:
        return read_handed_in(signed(write_payload(whole), KIMS_KEY)).belief
    except Refused as refusal:
        return refusal.message.sentence


def test_an_outcome_made_up_under_an_earlier_edition_is_not_verified() -> None:
    old = RELEASED[-2]
    found = read_handed_in(with_body(0, edition=old[0], rules=old[1]))
    assert found.belief is Belief.OTHER_EDITION


def test_todays_rules_are_among_those_released() -> None:
    assert (EDITION, RULES) in RELEASED


def test_six_words_stand_for_a_key_and_for_no_other() -> None:
    words = six_words(KIMS_KEY.public)
    assert len(words.split()) == 6
    assert words == six_words(SigningKey(KIMS_KEY.secret).public) != six_words(OTHER_KEY.public)
