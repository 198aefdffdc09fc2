"""Assignments: what a file may say, an answer that enrols a key, and who of those who accepted has handed in what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.handin.assignment import Assignment, read_assignment, write_assignment
from simulator.handin.assignment_answer import read_answer, write_answer
from simulator.handin.signed_file import Refused
from simulator.messages.message import Sentence
from simulator.messages.sentences import assignments as say
from simulator.messages.sentences import signed_files
from simulator.services.accepted_assignments import bundle, held
from simulator.services.assigning import Assigning, HandedInFor
from simulator.services.erasing import erase_everything
from simulator.services.review_shelf import State
from simulator.services.reviewing import Review
from simulator.session.ids import PersonId
from simulator.session.vocabulary import Mode
from simulator.storage.assignment_files import accepted_by
from simulator.storage.home import open_store
from tests.handin.kept import KIMS_KEY, OTHER_KEY, desk
from tests.services.desks import KIM, ROBIN

_MADE = Assignment(
    "5a1d0000-0000", "First hours", "Dr N.", ("the-wait", "push-me"), Mode.ASSESS, 7, "2026-10-01", pseudonyms=True
)


def test_an_assignment_says_what_it_said() -> None:
    assert read_assignment(write_assignment(_MADE)) == _MADE


def _written(**values: object) -> bytes:
    return write_assignment(replace(_MADE, **values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", say.NOT_OURS),
        (b"attune/session/1\n", say.NOT_OURS),
        (b"attune/assignment/2\n{}\n", say.NEWER),
        (write_assignment(_MADE)[:-1], say.NOT_AS_WRITTEN),
        (write_assignment(_MADE) + b"\n", say.NOT_AS_WRITTEN),
        (write_assignment(_MADE).replace(b'"by"', b'"x":1,"by"'), say.NOT_AS_WRITTEN),
        (write_assignment(_MADE).replace(b"assess", b"learn"), say.NOT_AS_WRITTEN),
        (b"attune/assignment/1\n[]\n", say.NOT_AS_WRITTEN),
        (b"attune/assignment/1\n" + b"[" * 50_000 + b"\n", say.NOT_AS_WRITTEN),
        (b"attune/assignment/1\n\xff\n", say.NOT_AS_WRITTEN),
        (_written(scenarios=()), say.NOT_AS_WRITTEN),
        (_written(scenarios=("a", "a")), say.NOT_AS_WRITTEN),
        (_written(seed=-1), say.NOT_AS_WRITTEN),
        (_written(due="soon"), say.NOT_AS_WRITTEN),
        (_written(title=" "), say.NOT_AS_WRITTEN),
        (_written(id="../../x"), say.NOT_AS_WRITTEN),
        (_written(by="N" * 999), say.NOT_AS_WRITTEN),
        (b"x" * 64_001, say.TOO_LARGE),
    ],
)
def test_a_file_that_is_no_assignment_is_refused_and_says_why(content: bytes, why: Sentence) -> None:
    with pytest.raises(Refused) as refusal:
        read_assignment(content)
    assert refusal.value.message.sentence == why


def test_any_byte_of_an_answer_changed_is_refused() -> None:
    content = write_answer(_MADE.id, "Kim", KIMS_KEY)
    assert (read_answer(content).key, read_answer(content).name) == (KIMS_KEY.public, "Kim")
    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1 + at % 7
        with pytest.raises(Refused):
            read_answer(bytes(changed))
        with pytest.raises(Refused):
            read_answer(content[:at])


@pytest.fixture
def review(tmp_path: Path) -> Review:
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(1000))
    return Review(tmp_path / "home", PersonId("me"), lambda: 1_790_000_000_000, lambda: next(ids))


def _talk(assignment: Assignment, mode: Mode, seed: int) -> None:
    here = desk()
    play = here.practice.begin(here.store, here.scenario("the-wait"), mode, None, seed)
    here.talk(play)


def test_from_the_file_to_who_has_handed_in_what(review: Review, tmp_path: Path) -> None:
    assigning = Assigning(review)
    made = assigning.make(
        " First hours ", "Dr N.", ["the-wait", "push-me"], Mode.PRACTISE, "2026-10-01", pseudonyms=False
    )
    assert made.title == "First hours"
    store, mine = desk().store, accepted_by(tmp_path / "kims", KIM.id)
    mine.keep(read_assignment(write_assignment(made)))
    assert mine.all() == (made,)
    assert accepted_by(tmp_path / "kims", ROBIN.id).all() == ()
    _talk(made, Mode.PRACTISE, made.seed + 1)
    (before,) = held(store, KIM.id, mine.all())
    assert before.in_order == (), "held with other words, so not for this"
    _talk(made, Mode.PRACTISE, made.seed)
    (now,) = held(store, KIM.id, mine.all())
    handed = bundle(now, KIMS_KEY, name="Kim", group=False)
    inbox = tmp_path / "in"
    inbox.mkdir()
    for name, content in handed.files("assignment").items():
        (inbox / name).write_bytes(content)
    (inbox / "other.attune-answer").write_bytes(write_answer(made.id, "Robin", OTHER_KEY))
    (inbox / "foreign.attune-answer").write_bytes(write_answer("elsewhere", "Robin", OTHER_KEY))
    (inbox / "first.attune-assignment").write_bytes(write_assignment(made))
    (inbox / "cut.attune-answer").write_bytes(handed.answer[:-5])

    looked = {one.path.name: one for one in review.look_at([inbox])}
    assert looked["foreign.attune-answer"].why == say.NOT_FOR_ANY()
    assert looked["cut.attune-answer"].why == signed_files.ALTERED()
    assert review.look_at([inbox / "first.attune-assignment"])[0].why == say.FOR_TRAINEES()
    answer = looked["assignment.attune-answer"]
    assert (answer.state, answer.key, answer.name) == (State.NEW, KIMS_KEY.public, "Kim")
    assert review.take_in(looked.values(), {}) == 0, "no answer enrols a key by itself"
    assert assigning.states(review.shelf())[0].people == ()
    assert review.take_in(looked.values(), {KIMS_KEY.public: "Kim", OTHER_KEY.public: "Robin"}) == 1
    (state,) = assigning.states(review.shelf())
    assert state.people == (HandedInFor("Kim", 1), HandedInFor("Robin", 0))
    assert {one.state for one in review.look_at([inbox]) if one.why is None} == {State.ALREADY_HERE}

    (person,) = review.shelf().people
    theirs = assigning.make(
        "Once more", "", ["push-me"], Mode.PRACTISE, "2026-11-01", pseudonyms=True, made_for=person.key
    )
    assert "Kim" not in write_assignment(theirs).decode()
    assert [one.made_for for one in assigning.states(review.shelf())] == ["", "Kim"]
    review.has_met()
    assert review.book().made_for == {theirs.id: person.key}, "a new page for the group forgets none of it"
    review.erase(person)
    assert review.book().made_for == {}
    assert [one.name for one in assigning.states(review.shelf())[0].people] == ["Robin"]


def test_whoever_is_deleted_has_accepted_nothing_any_more(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    for person in (KIM, ROBIN):
        accepted_by(tmp_path, person.id).keep(_MADE)
    erase_everything(tmp_path, KIM.id, 0, also_backups=False)
    assert accepted_by(tmp_path, KIM.id).all() == ()
    assert accepted_by(tmp_path, ROBIN.id).all() == (_MADE,)
