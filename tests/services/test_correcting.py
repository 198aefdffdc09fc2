"""Correcting a sentence for everybody who said it, and a rating; what has no effect, and what was withdrawn."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from simulator.alliance.moves import Move
from simulator.analysis.session_value import SessionValue
from simulator.handin.payload import read_payload, write_payload
from simulator.handin.signed_file import read_signed, signed
from simulator.messages.message import ENGLISH
from simulator.messages.sentences import corrections as say
from simulator.reports.flat_table import Cell, neutralised
from simulator.scoring.competency import Competency, Standing
from simulator.scoring.corrections import NO_CORRECTIONS, SentenceCode
from simulator.services.correcting import Correcting, before_corrections
from simulator.services.correction_remarks import CodeBook, CorrectionState, answers_to, ratings_in
from simulator.services.export_formats import EXPORT_FORMATS
from simulator.services.handed_in import Belief, HandedIn, hand_in
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.reviewed_page import worth_of
from simulator.services.reviewing import Review
from simulator.services.session_tables import SESSION_COLUMNS, TURN_COLUMNS, Exported, exported, tables
from simulator.services.who_met_what import Asked, WhoMetWhat, of_person
from simulator.session.codec import canonical
from simulator.session.engine import Session
from simulator.session.errors import ServiceError, StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import AboutItem, Remark, RemarkId, RemarkKind, Role
from simulator.session.vocabulary import Mode
from simulator.storage.handed_in_files import HandedInFiles
from tests.handin.kept import KIMS_KEY, OTHER_KEY
from tests.services.desks import Desk as Practising
from tests.services.test_reviewing import INSTRUCTOR, put
from tests.ui.small_scenarios import WAIT

EXPLAINS = 1
"""The turn in which both explain themselves; somebody may hear it as saying that the feeling makes sense."""
WARMER = SentenceCode(Move.VALIDATE_FEELING)


@cache
def kims() -> bytes:
    """A conversation that is the same whatever was played before."""
    folder = Path(mkdtemp())
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "the-wait.yaml").write_text(WAIT, "utf-8")
    practising = Practising(folder)
    play = practising.talk(practising.begin("the-wait", Mode.PRACTISE))
    return hand_in(practising.store.load(SessionId(play.id)), KIMS_KEY, name="Kim", group=False)


@cache
def robins() -> bytes:
    """The same conversation, held by somebody else."""
    course = read_payload(read_signed(kims()).payload)
    first = canonical(json.loads(course.bodies[0]) | {"session": "another"})
    return signed(write_payload(replace(course, name="Robin", bodies=(first, *course.bodies[1:]))), OTHER_KEY)


class Desk:
    """Two people who held the same conversation, and who corrects it."""

    def __init__(self, folder: Path) -> None:
        ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(1000))
        self.home = folder / "home"
        self.counting = WhoMetWhat()
        self.now = 1_790_000_000_000
        self.review = Review(self.home, INSTRUCTOR, lambda: self.now, lambda: next(ids))
        looked = self.review.look_at([put(folder / "in", kim=kims(), robin=robins())])
        self.review.take_in(looked, {KIMS_KEY.public: "Kim", OTHER_KEY.public: "Robin"})

    @property
    def correcting(self) -> Correcting:
        return self.review.correcting

    @property
    def kim(self) -> ReviewedPerson:
        return self.review.shelf().people[0]

    @property
    def found(self) -> HandedIn:
        return self.kim.sessions[0]

    def validating(self) -> list[int | None]:
        """Everybody's score for saying that what the patient feels makes sense."""
        found = (found for _, found in self.review.shelf().sessions())
        return [one.score.competencies[Competency.VALIDATING].score for one in found]

    def against_openness(self) -> list[int]:
        """The turns that are counted against Kim's staying open under pressure, in who met what."""
        counted = of_person(self.counting.count([self.kim], Asked()), self.kim, Competency.NON_DEFENSIVENESS)
        return [one.turn for one in counted.turns if not one.met]

    def propose(self, code: SentenceCode = WARMER, name: str = "Dr N.") -> RemarkId:
        sentence = self.correcting.met(self.found, EXPLAINS)
        assert sentence is not None
        return self.correcting.propose(sentence, code, "It names no effect.", name)


def columns(row: Exported) -> dict[str, Cell]:
    """A conversation as a row of the table."""
    return {column.name: column.of(row) for column in SESSION_COLUMNS}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_dry_run_says_what_would_change_and_changes_nothing(desk: Desk) -> None:
    sentence = desk.correcting.met(desk.found, EXPLAINS)
    assert sentence is not None
    assert sentence.words.startswith("We only have until ten to")
    dry = desk.correcting.dry_run(desk.review.shelf(), sentence, WARMER)
    assert (dry.conversations, dry.people) == (2, 2)
    told = {(one.person.name, one.before.competency, one.before.score, one.after.score) for one in dry.changes}
    assert {("Kim", Competency.VALIDATING, 1, 3), ("Robin", Competency.VALIDATING, 1, 3)} <= told
    assert len(dry.changes) == 6
    assert desk.validating() == [1, 1]
    assert desk.correcting.book().all == ()


def test_a_correction_takes_effect_with_a_second_name_for_everybody(desk: Desk) -> None:
    before, against = desk.validating(), desk.against_openness()
    id_ = desk.propose()
    assert desk.validating() == before
    with pytest.raises(ServiceError) as same:
        desk.correcting.agree(id_, " dr  n. ")
    assert same.value.message.sentence == say.SAME_NAME
    desk.correcting.agree(id_, "Dr. Oduya")
    assert (before, desk.validating()) == ([1, 1], [3, 3])
    (one,) = desk.correcting.book().all
    assert (one.state, one.proposed.name) == (CorrectionState.IN_FORCE, "Dr N.")
    assert (one.before, one.after) == (SentenceCode(Move.DEFEND_JUSTIFY), WARMER)
    assert one.agreed is not None
    assert one.agreed.name == "Dr. Oduya"
    assert before_corrections(desk.found)[Competency.VALIDATING].score == 1
    assert len(desk.against_openness()) == len(against) - 1
    # Tables tell both: what it was held as, and what it counts as.
    row = next(iter(exported(desk.review.shelf())))
    assert "validating" in row.corrected.split()
    told = columns(row)
    assert (told["score_validating"], told["rubric_score_validating"]) == (3, 1)
    assert (told["corrected_by_validating"], told["corrected_on_validating"], told["corrected_because_validating"]) == (
        "Dr N.; Dr. Oduya",
        "2026-09-21",
        "It names no effect.",
    )
    assert told["rubric_score_noticing"] == told["score_noticing"]
    assert told["corrected_by_noticing"] == told["corrected_on_noticing"] == told["corrected_because_noticing"] == ""
    turns = [{column.name: column.of(turn) for column in TURN_COLUMNS} for turn in tables([row])[1].rows]
    assert [turn["corrected_by"] for turn in turns] == ["Dr N.; Dr. Oduya", *([""] * (len(turns) - 1))]
    assert (turns[0]["corrected_on"], turns[0]["corrected_because"]) == ("2026-09-21", "It names no effect.")
    assert [exchange.move for exchange in row.turns[0]] == [Move.DEFEND_JUSTIFY, Move.VALIDATE_FEELING]
    # What the patient did, and the file as it came, are what they were.
    assert desk.found.content == kims()
    assert desk.found.transcript == replace(desk.found, corrections=NO_CORRECTIONS).transcript


def test_a_rating_by_hand_stands_in_the_table_beside_what_the_rubric_gave(desk: Desk) -> None:
    id_ = desk.propose()
    desk.correcting.agree(id_, "Dr. Oduya")
    desk.now += 86_400_000
    desk.correcting.rate(desk.found, Competency.VALIDATING, 1, "=Only a formula.", "+Ines")
    told = columns(next(iter(exported(desk.review.shelf()))))
    assert (told["score_validating"], told["rubric_score_validating"]) == (1, 1)
    assert (told["corrected_by_validating"], told["corrected_on_validating"], told["corrected_because_validating"]) == (
        "+Ines",
        "2026-09-22",
        "=Only a formula.",
    )
    assert "Dr N.; Dr. Oduya" in told.values(), "the sentence still decides how other competencies stand"
    rows = tuple(exported(desk.review.shelf()))
    content = EXPORT_FORMATS["csv"].content(rows, ENGLISH, desk.now)
    read = next(iter(csv.DictReader(io.StringIO(content.decode("utf-8-sig")))))
    assert read["corrected_by_validating"] == "'+Ines"
    assert read["corrected_because_validating"] == "'=Only a formula."
    told_back = {name: "" if cell is None else str(neutralised(cell)) for name, cell in told.items()}
    assert read == told_back, "what is read back is what was written"


def test_a_withdrawn_correction_gives_way_to_what_was_in_force_before(desk: Desk) -> None:
    first = desk.propose()
    desk.correcting.agree(first, "B")
    second = desk.propose(SentenceCode(Move.RETREAT))
    desk.correcting.agree(second, "B")
    assert [one.state for one in desk.correcting.book().all] == [CorrectionState.REPLACED, CorrectionState.IN_FORCE]
    desk.correcting.withdraw(second, "B", "Not so.")
    assert [one.state for one in desk.correcting.book().all] == [CorrectionState.IN_FORCE, CorrectionState.WITHDRAWN]
    assert desk.validating() == [3, 3]
    desk.correcting.withdraw(first, "C", "Nor this.")
    assert desk.validating() == [1, 1]
    with pytest.raises(ServiceError):
        desk.correcting.agree(first, "D")
    with pytest.raises(ServiceError):
        desk.correcting.withdraw(first, "D", "Again.")
    history = desk.correcting.book().all
    assert [one.withdrawn and one.withdrawn.text for one in history] == ["Nor this.", "Not so."]


@pytest.mark.parametrize(
    ("code", "reason", "name", "refusal"),
    [
        (SentenceCode(Move.DEFEND_JUSTIFY), "Why.", "A", say.SAME_CODE),
        (SentenceCode(Move.RETREAT, 2), "Why.", "A", say.NO_SUCH_CODE),
        (WARMER, "  ", "A", say.NO_REASON),
        (WARMER, "Why.", " ", say.NO_NAME),
    ],
)
def test_what_is_not_proposed(desk: Desk, code: SentenceCode, reason: str, name: str, refusal: Any) -> None:
    sentence = desk.correcting.met(desk.found, EXPLAINS)
    assert sentence is not None
    with pytest.raises(ServiceError) as why:
        desk.correcting.propose(sentence, code, reason, name)
    assert why.value.message.sentence == refusal
    assert desk.correcting.book().all == ()


def test_a_rating_of_one_conversation_by_hand(desk: Desk) -> None:
    desk.correcting.rate(desk.found, Competency.VALIDATING, 2, "She takes it back at once.", "Dr N.")
    assert desk.validating() == [2, 1]
    desk.correcting.rate(desk.found, Competency.VALIDATING, None, "There was nothing to own.", "Dr N.")
    assert desk.validating() == [None, 1]
    first, second = desk.correcting.ratings(desk.found)
    assert (first.before, first.after, first.state) == (1, 2, CorrectionState.REPLACED)
    assert (second.before, second.after, second.state) == (2, None, CorrectionState.IN_FORCE)
    desk.correcting.withdraw_rating(desk.found, second.id, "Dr N.", "I misread it.")
    assert desk.validating() == [2, 1]
    assert desk.found.score.competencies[Competency.VALIDATING].standing is Standing.SCORED
    with pytest.raises(ServiceError):
        desk.correcting.rate(desk.found, Competency.VALIDATING, 6, "Why.", "A")
    # It goes with its person.
    desk.review.erase(desk.kim)
    assert desk.validating() == [1]


def test_what_cannot_be_played_again_has_no_prices(desk: Desk) -> None:
    asked: list[object] = []

    def work_out(session: Session) -> SessionValue:
        asked.append(session)
        raise ServiceError(say.NOT_OPEN())

    assert worth_of(replace(desk.found, belief=Belief.OTHER_EDITION), work_out) is None
    with pytest.raises(ServiceError):
        worth_of(desk.found, work_out)
    assert len(asked) == 1


FOREIGN: dict[str, Callable[[Remark], Remark]] = {
    "of a trainee": lambda one: replace(one, role=Role.TRAINEE),
    "without a name": lambda one: replace(one, values={**one.values, "name": " "}),
    "without a reason": lambda one: replace(one, values={**one.values, "text": ""}),
    "a move that nobody knows": lambda one: replace(
        one, values={**one.values, "after": {"move": "hypnotise", "quality": None}}
    ),
    "a quality out of range": lambda one: replace(
        one, values={**one.values, "after": {"move": "own_contribution", "quality": 9}}
    ),
    "a quality that is no number": lambda one: replace(
        one, values={**one.values, "after": {"move": "own_contribution", "quality": True}}
    ),
    "of a newer program": lambda one: replace(one, v=99),
    "nothing said": lambda one: replace(one, values={}),
}


@pytest.mark.parametrize("change", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_correction_that_is_not_what_it_should_be_has_no_effect(
    desk: Desk, change: Callable[[Remark], Remark]
) -> None:
    id_ = desk.propose()
    desk.correcting.agree(id_, "B")
    proposed, agreed = HandedInFiles(desk.home).remarks_on_sentences()
    assert CodeBook((proposed, agreed)).in_force
    assert CodeBook((change(proposed), agreed)).in_force == {}


def test_an_agreement_that_is_not_what_it_should_be_has_no_effect(desk: Desk) -> None:
    id_ = desk.propose()
    desk.correcting.agree(id_, "B")
    proposed, agreed = HandedInFiles(desk.home).remarks_on_sentences()
    elsewhere = replace(agreed, about=AboutItem("0" * 64, "0" * 64))
    same = replace(agreed, values={"agrees": True, "name": "DR N."})
    for other in (
        elsewhere,
        same,
        replace(agreed, role=Role.TRAINEE),
        replace(agreed, answers=RemarkId("nothing")),
        replace(agreed, values={"agrees": "yes", "name": "B"}),
        replace(agreed, values={"agrees": True}),
    ):
        assert CodeBook((proposed, other)).in_force == {}
    assert CodeBook((agreed, proposed)).in_force == {}, "an agreement comes after what it agrees to"
    of_other = replace(agreed, kind=RemarkKind.WITHDRAWN, about=elsewhere.about, values={"name": "B", "text": "No."})
    assert CodeBook((proposed, agreed, of_other)).in_force


def test_ratings_of_another_conversation_or_another_course_have_no_effect(desk: Desk) -> None:
    desk.correcting.rate(desk.found, Competency.OWN_ROLE, 2, "Why.", "A")
    (remark,) = HandedInFiles(desk.home).remarks(desk.found.id)
    head = desk.found.stored.header.head
    assert ratings_in([remark], desk.found.id, head)
    assert ratings_in([remark], desk.found.id, "00" * 32) == ()
    assert ratings_in([replace(remark, role=Role.TRAINEE)], desk.found.id, head) == ()
    assert ratings_in([replace(remark, values={**remark.values, "after": 7})], desk.found.id, head) == ()
    assert answers_to([remark], remark.id, desk.found.id) == ()


def test_a_correction_ends_where_its_author_has_followed_it(desk: Desk) -> None:
    id_ = desk.propose()
    desk.correcting.agree(id_, "B")
    book = desk.correcting.book()
    (item,) = book.in_force
    assert desk.correcting.applied(desk.found, book).corrections.codes
    assert desk.correcting.applied(replace(desk.found, corrections=NO_CORRECTIONS), CodeBook()).corrections.codes == ()
    assert item == book.all[0].sentence.item


def test_what_was_said_and_cannot_be_read_is_named_with_its_line(desk: Desk) -> None:
    desk.propose()
    path = desk.home / "handed-in" / "sentences.remarks"
    path.write_bytes(path.read_bytes() + b'{"id": "half\n')
    with pytest.raises(StoreError) as why:
        desk.review.shelf()
    assert "sentences.remarks, line 2" in str(why.value.message)


def test_a_damaged_remark_on_one_conversation_leaves_the_others(desk: Desk) -> None:
    desk.correcting.rate(desk.found, Competency.OWN_ROLE, 2, "Why.", "A")
    (path,) = (one for one in (desk.home / "handed-in").glob("*.remarks"))
    path.write_bytes(b"nothing\n")
    shelf = desk.review.shelf()
    assert [person.name for person in shelf.people] == ["Robin"]
    assert len(shelf.refused) == 1


def test_who_answers_is_whose_conversation_it_is(desk: Desk) -> None:
    desk.correcting.rate(desk.found, Competency.OWN_ROLE, 2, "Why.", "A")
    (remark,) = HandedInFiles(desk.home).remarks(desk.found.id)
    answer = replace(
        remark,
        id=RemarkId("answer"),
        kind=RemarkKind.ANSWER,
        role=Role.TRAINEE,
        person=PersonId("kim"),
        answers=remark.id,
        values={"name": "Kim", "text": "I meant it otherwise."},
    )
    assert [one.text for one in answers_to([remark, answer], remark.id, desk.found.id)] == ["I meant it otherwise."]
    assert answers_to([replace(answer, role=Role.INSTRUCTOR)], remark.id, desk.found.id) == ()
