"""How long what was handed in is kept, what deleting reaches, and the files that were saved elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.services.review_keeping import ReviewKeeping
from simulator.services.reviewing import Review
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId
from simulator.storage.review_keeping import KeepingFile
from tests.handin.kept import KIMS_KEY, OTHER_KEY, file
from tests.services.test_reviewing import put

_DAY_MS = 24 * 60 * 60 * 1000
_NOW = 1_790_000_000_000


class Clock:
    def __init__(self) -> None:
        self.now = _NOW

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def review(tmp_path: Path, clock: Clock) -> Review:
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(1000))
    desk = Review(tmp_path / "home", PersonId("me"), clock, lambda: next(ids))
    desk.take_in(desk.look_at([put(tmp_path / "in", kim=file())]), {KIMS_KEY.public: "Kim"})
    return desk


def test_nothing_is_due_before_its_day_and_never_where_no_time_was_set(review: Review, clock: Clock) -> None:
    keeping = ReviewKeeping(review)
    clock.now += 5_000 * _DAY_MS
    assert keeping.due(review.shelf()) == ()
    keeping.keep_for(3)
    clock.now = _NOW + 90 * _DAY_MS - 1
    assert keeping.due(review.shelf()) == ()
    clock.now += 1
    assert [one.person.name for one in keeping.due(review.shelf())] == ["Kim"]
    keeping.keep_for(6)
    assert keeping.due(review.shelf()) == ()


def test_what_is_due_is_deleted_with_its_comments_and_the_files_that_may_hold_it_are_named(
    review: Review, clock: Clock, tmp_path: Path
) -> None:
    keeping = ReviewKeeping(review)
    keeping.keep_for(3)
    (found,) = (found for _, found in review.shelf().sessions())
    review.comment(found, 1, "What did you see?")
    keeping.note_saved(tmp_path / "group.xlsx", [KIMS_KEY.public])
    keeping.note_saved(tmp_path / "other.xlsx", [OTHER_KEY.public])
    clock.now += 100 * _DAY_MS
    held = keeping.delete(keeping.due(review.shelf()))
    assert [Path(one.path).name for one in held] == ["group.xlsx"]
    assert list(review.shelf().sessions()) == []
    assert {path.suffix for path in (tmp_path / "home" / "handed-in").iterdir()} == {".json"}
    assert review.enrolled() == {KIMS_KEY.public: "Kim"}


def test_forgetting_a_person_leaves_no_trace_of_them_in_the_data_folder(review: Review, tmp_path: Path) -> None:
    keeping = ReviewKeeping(review)
    keeping.note_saved(tmp_path / "group.xlsx", [KIMS_KEY.public, OTHER_KEY.public])
    keeping.note_saved(tmp_path / "kim.pdf", [KIMS_KEY.public])
    (person,) = review.shelf().people
    assert [Path(one.path).name for one in keeping.forget(person)] == ["group.xlsx", "kim.pdf"]
    left = b"".join(path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file())
    assert KIMS_KEY.public.hex().encode() not in left
    assert b"Kim" not in left
    assert [Path(one.path).name for one in keeping.keeping.saved] == ["group.xlsx"]


def test_what_cannot_be_read_is_told_in_a_sentence_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "handed-in"
    folder.mkdir()
    for content in (b"", b"[]", b'{"days": "x", "saved": []}', b'{"days": 1, "saved": [{"path": 1}]}'):
        (folder / "keeping.json").write_bytes(content)
        with pytest.raises(StoreError, match="cannot be read"):
            KeepingFile(tmp_path).read()
        assert (folder / "keeping.json").read_bytes() == content
