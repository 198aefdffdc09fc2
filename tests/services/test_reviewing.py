"""What the Review desk takes in, from whom, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.messages.sentences import review as say
from simulator.messages.sentences import signed_files
from simulator.services.handed_in import hand_in
from simulator.services.review_shelf import State
from simulator.services.reviewing import Review
from simulator.session.ids import PersonId
from tests.handin.kept import KIMS_KEY, OTHER_KEY, file, held

INSTRUCTOR = PersonId("d0c70000-0000-4000-8000-000000000001")


@pytest.fixture
def review(tmp_path: Path) -> Review:
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(1000))
    return Review(tmp_path / "home", INSTRUCTOR, lambda: 1_790_000_000_000, lambda: next(ids))


def put(folder: Path, **files: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.attune-session").write_bytes(content)
    return folder


def test_nothing_is_taken_in_before_the_six_words_were_compared(review: Review, tmp_path: Path) -> None:
    looked = review.look_at([put(tmp_path / "in", kim=file())])
    assert [one.state for one in looked] == [State.NEW]
    assert review.take_in(looked, {}) == 0
    assert review.shelf().people == ()
    assert review.take_in(looked, {KIMS_KEY.public: "Kim B."}) == 1
    (person,) = review.shelf().people
    assert (person.name, len(person.sessions)) == ("Kim B.", 1)
    assert person.sessions[0].content == file()


def test_a_conversation_is_taken_in_once_and_under_one_name(review: Review, tmp_path: Path) -> None:
    folder = put(tmp_path / "in", a=file(), b=file(), broken=file()[:-9], notes=b"hello")
    looked = {one.path.stem: one for one in review.look_at([folder])}
    assert (looked["a"].state, looked["b"].state) == (State.NEW, State.TWICE)
    assert {looked[name].why.sentence for name in ("broken", "notes")} == {signed_files.ALTERED, signed_files.NOT_OURS}  # type: ignore[union-attr]
    assert review.take_in(looked.values(), {KIMS_KEY.public: "Kim"}) == 1
    others = hand_in(held(), OTHER_KEY, name="Robin", group=False)
    again = hand_in(held(), KIMS_KEY, name="Kim", group=True)
    put(tmp_path / "later", same=file(), stolen=others, group=again)
    later = {one.path.stem: one for one in review.look_at([tmp_path / "later"])}
    assert later["same"].state is State.ALREADY_HERE
    assert later["stolen"].why == say.TWO_NAMES(name="Kim")
    assert later["group"].state is State.AGAIN
    assert review.take_in(later.values(), {}) == 1
    assert [found.group for _, found in review.shelf().sessions()] == [True]


def test_a_kept_file_that_was_changed_on_the_disk_is_refused_and_named(review: Review, tmp_path: Path) -> None:
    review.take_in(review.look_at([put(tmp_path / "in", kim=file())]), {KIMS_KEY.public: "Kim"})
    (path,) = (tmp_path / "home" / "handed-in").glob("*.attune-session")
    path.write_bytes(file()[:-9])
    shelf = review.shelf()
    assert (shelf.people, [why for _, why in shelf.refused]) == ((), [signed_files.ALTERED()])


@pytest.mark.parametrize("asked_for", [1, 2, 3, 4, 5, 6])
def test_stop_is_heard_in_every_folder_at_every_conversation_that_is_here_and_at_every_file(
    review: Review, tmp_path: Path, asked_for: int
) -> None:
    review.take_in(review.look_at([put(tmp_path / "in", kim=file())]), {KIMS_KEY.public: "Kim"})
    (tmp_path / "in" / "more").mkdir()
    put(tmp_path / "in" / "more" / "still", again=file())
    asked: list[tuple[int, int]] = []

    def tell(done: int, all_: int) -> bool:
        asked.append((done, all_))
        return len(asked) < asked_for

    looked = review.look_at([tmp_path / "in"], tell)
    # Three folders, in which one and then one more is found; one conversation that is here; two files.
    assert asked == [(0, 0), (0, 1), (0, 1), (0, 1), (0, 2), (1, 2)][:asked_for]
    assert len(looked) == max(0, asked_for - 5), "once stopped, nothing is gone on with"


def test_comments_stand_with_their_turns_and_go_with_their_person(review: Review, tmp_path: Path) -> None:
    review.take_in(review.look_at([put(tmp_path / "in", kim=file())]), {KIMS_KEY.public: "Kim"})
    (person,) = review.shelf().people
    (found,) = person.sessions
    review.comment(found, 2, "What did you see here?")
    review.comment(found, 1, "A first word.")
    review.comment(found, 1, "")
    assert review.comments(found) == {2: "What did you see here?"}
    review.kept.put("0e1", b"what was worked out of where they went")
    review.erase(person)
    assert review.kept.get("0e1") is None
    assert review.shelf().people == ()
    assert review.comments(found) == {}
    assert review.enrolled() == {}
