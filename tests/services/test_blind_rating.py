"""A task says nothing that could sway who rates; ratings come back beside their conversations, or not at all."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from simulator.handin.passed_on import passed_on, read_passed_on
from simulator.handin.signed_file import Refused
from simulator.handin.signing import SigningKey
from simulator.messages.sentences import rating as say
from simulator.scoring import score
from simulator.scoring.competency import Competency
from simulator.services.blind_rating import GivenBy, TakenIn
from simulator.services.giving_back import to_give_back
from simulator.services.handed_in import hand_in, read_handed_in
from simulator.services.rating_task import Rating, read_task, write_ratings
from simulator.services.review_shelf import Shelf
from simulator.services.reviewing import Review
from simulator.session.errors import ServiceError, StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import AboutSession, Remark, RemarkId, RemarkKind, Role
from simulator.session.vocabulary import Mode
from tests.handin.kept import KIMS_KEY, OTHER_KEY, desk, file

PLANTED = "Zebulon Quackenbush"
FIVES = {competency.value: Rating.FIVE.value for competency in Competency}


@pytest.fixture
def review(tmp_path: Path) -> Review:
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(1000))
    instructor = PersonId("d0c70000-0000-4000-8000-000000000001")
    return Review(tmp_path / "home", instructor, lambda: 1_790_000_000_000, lambda: next(ids))


@pytest.fixture
def shelf(review: Review, tmp_path: Path) -> Shelf:
    """What Kim and somebody of a name to be found again have handed in."""
    inbox = tmp_path / "in"
    inbox.mkdir()
    for number, (name, key) in enumerate(((PLANTED, OTHER_KEY), ("Kim", KIMS_KEY))):
        play = desk().begin("the-wait", Mode.PRACTISE)
        desk().talk(play, 1 + number)
        desk().talk(play)
        content = hand_in(desk().store.load(SessionId(play.id)), key, name=name, group=True)
        (inbox / f"{number}.attune-session").write_bytes(content)
    review.take_in(review.look_at([inbox]), {KIMS_KEY.public: "Kim", OTHER_KEY.public: PLANTED})
    return review.shelf()


def asked(review: Review, shelf: Shelf, rater: str = "Bea Marchetti") -> tuple[str, bytes]:
    """A task for somebody: its id and its file."""
    key = review.rating.make(rater, review.rating.candidates(shelf))
    return key.task, review.rating.task_file(key, shelf, str)


def rate(at: Review, task: str, conversation: str, competency: Competency, rating: Rating) -> None:
    """Give something, and have it kept."""
    at.rating.note(task, conversation, competency, rating)
    at.rating.keep(task)


def test_a_task_holds_no_name_no_score_no_judgement_and_nothing_to_find_anybody_by(
    review: Review, shelf: Shelf
) -> None:
    _, content = asked(review, shelf)
    words = content.decode()
    for person, found in shelf.sessions():
        stored = found.stored
        planted = [PLANTED, "Zebulon", "Bea", person.name, found.id, stored.header.head, stored.started.trainee]
        planted += [stored.started.day, person.key.hex(), found.stored.started.texts, "seed", "score", "verdict"]
        assert [one for one in planted if one in words] == []
        transcript = found.transcript
        hidden = [one.telling.thinks for one in transcript.exchanges if one.telling.thinks]
        hidden += [one.response.debrief for one in transcript.exchanges if one.response and one.response.debrief]
        hidden += [one.move.value for one in transcript.exchanges if "_" in one.move.value]
        hidden += [str(one.anchor) for one in score(transcript).competencies.values() if one.anchor]
        assert [one for one in hidden if one in words] == []
    task = read_task(content)
    for one in task.conversations:
        assert {line.therapist for line in one.lines} == {True, False}
    (values,) = {frozenset(conversation) for conversation in json.loads(words.splitlines()[2])["conversations"]}
    assert values == {"name", "title", "patient", "language", "lines"}


def test_conversations_come_in_an_order_that_says_nothing(review: Review, shelf: Shelf) -> None:
    _, found = next(iter(shelf.sessions()))
    many = [found] * 30
    order = [one.name for one in review.rating.make("Bea", many).conversations]
    assert sorted(order) != order
    assert len(set(order)) == 30


def test_ratings_come_back_and_the_last_word_counts(review: Review, shelf: Shelf) -> None:
    task, content = asked(review, shelf)
    names = [one.name for one in read_task(content).conversations]
    rate(review, task, names[0], Competency.NOTICING, Rating.THREE)
    rate(review, task, names[0], Competency.OUTCOME, Rating.NOT_REACHED)
    open_task = review.rating.tasks(shelf, str)[0]
    taken = review.rating.take_in(review.rating.ratings_file(open_task.task))
    assert taken == TakenIn("Bea Marchetti", 1, 1)
    given = [by for _, found in shelf.sessions() for by in review.rating.given(found.id)]
    three = {Competency.NOTICING: Rating.THREE, Competency.OUTCOME: Rating.NOT_REACHED}
    assert given == [GivenBy("Bea Marchetti", 2, three)]
    rate(review, task, names[0], Competency.NOTICING, Rating.FOUR)
    for _ in range(2):
        review.rating.take_in(review.rating.ratings_file(open_task.task))
    (kept,) = [found for _, found in shelf.sessions() if review.rating.given(found.id)]
    assert review.rating.given(kept.id)[0].ratings[Competency.NOTICING] is Rating.FOUR
    assert len(review._files.remarks(kept.id)) == 2, "what was said before stays, and the same is not said twice"
    again, _ = asked(review, shelf, " BEA  marchetti ")
    twin = next(one for one in review.rating.tasks(shelf, str) if one.task.task == again)
    assert (twin.counted, review.names_used()) == (1, ("Bea Marchetti",)), "she has rated it already"
    same = next(one.name for one in twin.key.conversations if one.session == kept.id)  # type: ignore[union-attr]
    rate(review, again, same, Competency.NOTICING, Rating.FIVE)
    review.rating.take_in(review.rating.ratings_file(twin.task))
    assert [by.ratings[Competency.NOTICING] for by in review.rating.given(kept.id)] == [Rating.FIVE]
    review.rating.delete(again)
    assert review.comments(kept) == {}
    assert review.correcting.applied(kept, review.correcting.book()) == kept, "a blind rating corrects nothing"
    assert to_give_back(review._files, review.correcting, kept) == (), "nor is it given back"


def test_a_task_is_rated_on_another_computer_where_nothing_is_lost(
    review: Review, shelf: Shelf, tmp_path: Path
) -> None:
    task, content = asked(review, shelf)
    path = tmp_path / "to-rate.attune-task"
    path.write_bytes(content)
    ids = (f"ba5e0000-0000-4000-8000-{number:012}" for number in range(10))
    away = Review(tmp_path / "away", PersonId("bea"), lambda: 0, lambda: next(ids))
    assert away.rating.open(path) == task
    names = [one.name for one in read_task(content).conversations]
    rate(away, task, names[1], Competency.DEPTH, Rating.TWO)
    assert away.rating.open(path) == task
    again = Review(tmp_path / "away", PersonId("bea"), lambda: 0, lambda: next(ids))
    (opened,) = again.rating.tasks(Shelf(), str)
    assert (opened.key, opened.sheet) == (None, {names[1]: {"depth": "2"}})
    assert b"Bea" not in again.rating.ratings_file(opened.task)
    assert review.rating.take_in(again.rating.ratings_file(opened.task)).rater == "Bea Marchetti"
    again.rating.delete(task)
    assert again.rating.tasks(Shelf(), str) == ()


def test_bad_files_take_nothing_in_and_say_why(review: Review, shelf: Shelf, tmp_path: Path) -> None:
    task, content = asked(review, shelf)
    name = read_task(content).conversations[0].name
    good = write_ratings(task, 2, {name: FIVES})
    body = good.splitlines()[2]
    values = dict(read_passed_on("attune/ratings/1", good))
    cases = {
        good[:-9]: say.CUT_OR_CHANGED(),
        good.replace(b'"5"', b'"1"', 1): say.CUT_OR_CHANGED(),
        good + b"\n": say.CUT_OR_CHANGED(),
        content: say.NOT_OURS(),
        b"": say.NOT_OURS(),
        good.replace(b"ratings/1", b"ratings/7", 1): say.NEWER(),
        passed_on("attune/ratings/1", values | {"ratings": {name: {"depth": "6"}}}): say.CUT_OR_CHANGED(),
        passed_on("attune/ratings/1", values | {"ratings": {name: {"charm": "5"}}}): say.CUT_OR_CHANGED(),
        passed_on("attune/ratings/1", values | {"ratings": [1]}): say.CUT_OR_CHANGED(),
        passed_on("attune/ratings/1", {}): say.CUT_OR_CHANGED(),
        b"attune/ratings/1\n"
        + sha256(b"[" * 9000).hexdigest().encode()
        + b"\n"
        + b"[" * 9000
        + b"\n": say.CUT_OR_CHANGED(),
        write_ratings("another task", 2, {name: FIVES}): say.NO_TASK_OF_OURS(),
        write_ratings(task, 2, {}): say.NOTHING_RATED(),
        write_ratings(task, 2, {"a stranger": FIVES}): say.NOTHING_RATED(),
    }
    assert body in good
    for bad, why in cases.items():
        with pytest.raises(Refused) as refusal:
            review.rating.take_in(bad)
        assert refusal.value.message == why
    assert [review.rating.given(found.id) for _, found in shelf.sessions()] == [(), ()]
    for bad, why in ((content[:-1], say.CUT_OR_CHANGED()), (good, say.NOT_OURS())):
        path = tmp_path / "bad.attune-task"
        path.write_bytes(bad)
        with pytest.raises(Refused) as refusal:
            review.rating.open(path)
        assert refusal.value.message == why
    with pytest.raises(ServiceError, match="who is to rate"):
        review.rating.make("  ", review.rating.candidates(shelf))
    with pytest.raises(ServiceError, match="no verified conversation"):
        review.rating.make("Bea", ())


def test_a_damaged_file_is_named_and_left_alone(review: Review, shelf: Shelf) -> None:
    task, _ = asked(review, shelf)
    (path,) = review.rating._files._folder.glob("*.key")
    path.write_bytes(b'{"task": 3}')
    with pytest.raises(StoreError, match="cannot be read"):
        review.rating.tasks(shelf, str)
    assert path.read_bytes() == b'{"task": 3}'
    assert task


def test_deleting_a_person_reaches_who_rates_what(review: Review, shelf: Shelf) -> None:
    task, content = asked(review, shelf)
    for one in read_task(content).conversations:
        rate(review, task, one.name, Competency.DEPTH, Rating.TWO)
    gone = next(person for person in shelf.people if person.name == PLANTED)
    review.erase(gone)
    (left,) = review.rating.tasks(review.shelf(), str)
    assert left.key is not None
    assert len(left.key.conversations) == len(left.task.conversations) == len(left.sheet) == 1
    kept = "".join(path.read_text() for path in review.rating._files._folder.glob("*"))
    assert not [found.id for found in gone.sessions if found.id in kept]


def test_what_cannot_be_verified_is_not_given_to_rate(review: Review) -> None:
    from simulator.services.review_shelf import ReviewedPerson
    from simulator.session.edition import RELEASED
    from tests.handin.kept import with_body

    old = RELEASED[-2]
    other = read_handed_in(with_body(0, edition=old[0], rules=old[1], session="another"))
    verified = read_handed_in(file())
    people = (
        ReviewedPerson(KIMS_KEY.public, "Kim", (verified,)),
        ReviewedPerson(SigningKey(b"7" * 32).public, "Robin", (other,)),
    )
    assert review.rating.candidates(Shelf(people)) == (verified,)
    assert review.rating.candidates(Shelf(people), "no such scenario") == ()


@pytest.mark.parametrize("values", [{}, {"rater": "Bea", "rubric": 2, "ratings": {"charm": "3"}}, {"rater": 3}])
def test_a_stored_rating_that_is_not_what_it_should_be_has_no_effect(
    review: Review, shelf: Shelf, values: dict[str, object]
) -> None:
    _, found = next(iter(shelf.sessions()))
    about = AboutSession(found.id, None, found.stored.header.head)
    kind, bea = RemarkKind.BLIND_RATING, PersonId("bea")
    review._files.remark(found.id, Remark(RemarkId("odd"), about, kind, Role.RATER, bea, 0, values))
    assert review.rating.given(found.id) == ()
