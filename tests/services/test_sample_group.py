"""The sample group: the same for the same seed, verified like anything handed in, marked wherever it is shown, and growing."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from simulator.messages.message import ENGLISH, Message
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.reports.html_page import as_html
from simulator.scoring.competency import SessionScore
from simulator.services.evidence_counts import turns_read
from simulator.services.examine import Examiner
from simulator.services.handed_in import Belief
from simulator.services.handed_in_page import page_of
from simulator.services.review_shelf import Shelf
from simulator.services.reviewing import Review
from simulator.services.sample_group import SampleGroup
from simulator.services.sample_raters import RATERS
from simulator.services.sample_trainee import trainees
from simulator.services.stored_sessions import scenario_of
from simulator.services.this_group import plan
from simulator.services.who_met_what import WhoMetWhat
from simulator.session.ids import PersonId
from simulator.session.vocabulary import Mode
from tests.handin.kept import file, held
from tests.scoring.card_numbers import faults

_EXAMINER = Examiner()


def on(_how_far: Message) -> bool:
    return True


def group(seed: int = 0) -> SampleGroup:
    """Three trainees and three weeks in a small scenario."""
    # Held here and not where it is played: a store belongs to the thread that opened it.
    scenario = scenario_of(held())
    return SampleGroup(
        lambda: [scenario],
        _EXAMINER,
        date(2026, 9, 21),
        "0.1",
        seed=seed,
        names=("Ash", "Birch", "Clover"),
        weeks=3,
    )


def desk(folder: Path) -> Review:
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(1000))
    return Review(folder, PersonId("me"), lambda: 1_790_000_000_000, lambda: next(ids))


def played(folder: Path, seed: int = 0) -> tuple[Review, Shelf]:
    review = desk(folder)
    assert group(seed).play_into(review, on)
    return review, review.shelf()


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "handed-in").iterdir())}


def test_the_same_seed_gives_the_same_files_to_the_byte_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 0), ("two", 0), ("three", 1)):
        played(tmp_path / name, seed)
    one, two, three = (kept(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two
    assert not one.keys() & three.keys() - {"review.json"}
    assert not list((tmp_path / "one").glob("sample-inbox"))


def test_two_raters_have_rated_the_sample_and_one_can_see_how_far_they_agree(tmp_path: Path) -> None:
    review, shelf = played(tmp_path)
    given = [review.rating.given(found.id) for _, found in shelf.sessions()]
    assert {tuple(by.rater for by in each) for each in given} == {RATERS}


def test_what_was_played_is_verified_marked_and_ready_for_the_next_meeting(tmp_path: Path) -> None:
    review, shelf = played(tmp_path)
    assert [person.name for person in shelf.people] == ["Ash", "Birch", "Clover"]
    assert shelf.sample
    sessions = [found for _, found in shelf.sessions()]
    assert {found.belief for found in sessions} == {Belief.VERIFIED}
    for found in sessions:
        assert faults(found.score) == [], "all numbers on a card agree with each other"
        assert not _missing_on_the_card(found.score)
    assert all(found.sample for found in sessions)
    last = [found for found in sessions if found.stored.started.mode is Mode.ASSESS]
    assert len(last) == 3
    assert len({found.stored.started.seed for found in last}) == 1
    assert all(not person.sessions[0].stored.started.met for person in shelf.people)
    told = str(MADE_BY_MODEL())
    assert told in as_html(page_of(sessions[0]).document(), ENGLISH)
    page = plan(shelf, review.book(), WhoMetWhat())
    assert {person.name: len(person.sessions) for person in page.people} == {"Ash": 2, "Birch": 2, "Clover": 2}
    assert told in as_html(page.document(), ENGLISH)


def _missing_on_the_card(score: SessionScore) -> list[str]:
    """Competencies whose card names another number of turns than it lists."""
    return [
        one.competency
        for one in score.competencies.values()
        if one.evidence and not str(turns_read(one)).startswith(_head(len({each.turn for each in one.evidence})))
    ]


def _head(count: int) -> str:
    return f"{count} turn shows it: " if count == 1 else f"{count} turns show it: "


def test_what_people_have_held_is_no_sample(tmp_path: Path) -> None:
    (tmp_path / "kim.attune-session").write_bytes(file())
    (looked,) = desk(tmp_path / "home").look_at([tmp_path / "kim.attune-session"])
    assert looked.found is not None
    assert not looked.found.sample
    assert str(MADE_BY_MODEL()) not in as_html(page_of(looked.found).document(), ENGLISH)


def test_playing_can_be_stopped_and_what_was_taken_in_stays(tmp_path: Path) -> None:
    said: list[Message] = []

    def until_the_fifth(how_far: Message) -> bool:
        said.append(how_far)
        return len(said) < 5

    review = desk(tmp_path)
    assert not group().play_into(review, until_the_fifth)
    assert len(said) == 5
    assert len(list(review.shelf().sessions())) < 9


@pytest.mark.parametrize("seed", range(3))
def test_trainees_grow(seed: int) -> None:
    several = list(trainees(tuple(map(str, range(24))), 12, random.Random(seed)))
    assert mean(one.skill(1) - one.skill(0) for one in several) > 1
    assert 0.5 < mean(one.released for one in several) < 0.95
