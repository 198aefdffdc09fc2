"""What was said of a conversation is given back, answered, and the answer stands beside it; what is refused on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from simulator.alliance.moves import Move
from simulator.handin.remarks_file import SaidOf, read_remarks, write_remarks
from simulator.handin.signed_file import Refused
from simulator.messages.sentences import came_back as say
from simulator.messages.sentences import signed_files
from simulator.scoring.competency import Competency
from simulator.scoring.corrections import SentenceCode
from simulator.services.came_back import CameBack, answer, answers_file, came_back, take_back
from simulator.services.handed_in import HandedIn, hand_in
from simulator.services.personal_collection import Telling, collect
from simulator.services.personal_conversation import conversation_page
from simulator.services.review_shelf import State
from simulator.services.reviewed_page import reviewed
from simulator.services.reviewing import Review
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.session.remarks import AboutSession, Remark, RemarkId, RemarkKind, Role
from simulator.session.vocabulary import Mode
from tests.handin.kept import KIMS_KEY, OTHER_KEY
from tests.services.desks import KIM, ROBIN, Desk
from tests.services.test_reviewing import INSTRUCTOR, put
from tests.ui.small_scenarios import WAIT


@dataclass
class Both:
    """Kim, who has handed a conversation in, and the instructor who has taken it in."""

    desk: Desk
    session: SessionId
    review: Review
    folder: Path

    @property
    def found(self) -> HandedIn:
        return self.review.shelf().people[0].sessions[0]

    def say_something(self) -> None:
        """A comment, a correction of a sentence that is in force, and a rating."""
        correcting = self.review.correcting
        self.review.comment(self.found, 1, "What did you see here?")
        met = correcting.met(self.found, 1)
        assert met is not None
        id_ = correcting.propose(met, SentenceCode(Move.VALIDATE_FEELING), "It is warm.", "Dr N.")
        correcting.agree(id_, "Dr. Oduya")
        correcting.rate(self.found, Competency.DEPTH, 3, "More than that.", "Dr N.")

    def given(self) -> bytes:
        return self.review.give_back(self.found, "Dr N.")[0]

    def back(self, content: bytes) -> CameBack:
        """Kim opens what came back."""
        take_back(self.desk.store, KIM.id, content)
        return came_back(self.desk.store, KIM.id, self.session)

    def answer(self, correction: RemarkId, words: str, number: int = 0) -> bytes:
        """Kim answers, and gives that in return."""
        id_ = RemarkId(f"a1150000-0000-4000-8000-{number:012}")
        answer(self.desk.store, KIM.id, self.session, correction, words, id_=id_, now_ms=1_790_000_100_000)
        return answers_file(self.desk.store, KIM.id, self.session, KIMS_KEY)


@pytest.fixture
def both(tmp_path: Path) -> Both:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "the-wait.yaml").write_text(WAIT, "utf-8")
    desk = Desk(tmp_path)
    play = desk.talk(desk.begin("the-wait", Mode.PRACTISE))
    session = SessionId(play.id)
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(1000))
    review = Review(tmp_path / "home", INSTRUCTOR, lambda: 1_790_000_000_000, lambda: next(ids))
    content = hand_in(desk.store.load(session), KIMS_KEY, name="K.", group=False)
    review.take_in(review.look_at([put(tmp_path / "in", kim=content)]), {KIMS_KEY.public: "Kim B."})
    return Both(desk, session, review, tmp_path)


def everything_of_kim(both: Both) -> list[object]:
    """The page of the conversation in Kim's own export."""
    telling = Telling()
    data = collect(both.desk.store, KIM)
    return [conversation_page(telling.told(session), KIM) for session in data.sessions]


def remarks_in(folder: Path, content: bytes) -> Path:
    path = folder / "answers.attune-remarks"
    path.write_bytes(content)
    return path


def test_what_is_said_goes_back_is_answered_and_the_answer_stands_beside_it(both: Both) -> None:
    with pytest.raises(ServiceError) as nothing:
        both.given()
    assert nothing.value.message == say.NOTHING_TO_GIVE()
    assert not came_back(both.desk.store, KIM.id, both.session).anything
    both.say_something()
    found = both.back(both.given())
    assert [str(line).partition(" a comment")[0] for line in found.comments] == ["Turn 1,"]
    told = ["\n".join(map(str, one.says)) for one in found.corrections]
    assert "Dr. Oduya agreed" in told[0]
    assert "It is warm." in told[0]
    assert "More than that." in told[1]

    content = both.answer(found.corrections[0].id, "I only wanted to be quick.")
    content = both.answer(found.corrections[1].id, "Thank you.", 1)
    assert b"Kim" not in content
    (looked,) = both.review.look_at([remarks_in(both.folder, content).parent / "answers.attune-remarks"])
    assert (looked.state, looked.why, looked.answers is not None) == (State.NEW, None, True)
    both.review.take_in([looked], {})
    page = reviewed(both.review, "Kim B.", both.found)
    printed = str(page.page.document())
    assert "I only wanted to be quick." in printed
    assert any("Kim B. answered" in str(line) for line in page.ratings[Competency.DEPTH][0].in_words)
    (again,) = both.review.look_at([both.folder / "answers.attune-remarks"])
    assert again.state is State.ALREADY_HERE
    # Given back again: what is there already is not there twice, what is new comes along; answers are Kim's own.
    both.review.comment(both.found, 2, "And here?")
    found = both.back(both.given())
    assert len(found.comments) == 2
    assert [len(one.answers) for one in found.corrections] == [1, 1]
    exported = "\n".join(map(str, everything_of_kim(both)))
    for words in ("It is warm.", "More than that.", "I only wanted to be quick.", "Thank you."):
        assert words in exported
    both.desk.store.erase(both.session)
    assert both.desk.store.remarks_by(KIM.id) == ()


def test_what_does_not_concern_a_person_is_not_kept(both: Both) -> None:
    both.say_something()
    content = both.given()
    with pytest.raises(Refused) as stranger:
        take_back(both.desk.store, ROBIN.id, content)
    assert stranger.value.message == signed_files.NOT_HERE()
    said = read_remarks(content)
    for wrong, why in (
        (replace(said, session=SessionId("elsewhere")), signed_files.NOT_HERE()),
        (replace(said, head="00" * 32), signed_files.OTHER_COURSE()),
        (replace(said, remarks=tuple(replace(one, kind=RemarkKind.OWN_NOTE) for one in said.remarks)), None),
        (replace(said, remarks=tuple(replace(one, role=Role.TRAINEE) for one in said.remarks)), None),
        (
            replace(said, remarks=(replace(said.remarks[-1], about=AboutSession(SessionId("x"), None, said.head)),)),
            None,
        ),
    ):
        with pytest.raises(Refused) as refusal:
            take_back(both.desk.store, KIM.id, write_remarks(wrong, OTHER_KEY))
        assert refusal.value.message == (why or signed_files.NOT_SO_SAID())
    assert not came_back(both.desk.store, KIM.id, both.session).anything


def _wrong(said: SaidOf, change: Callable[[Remark], Remark]) -> SaidOf:
    return replace(said, remarks=tuple(map(change, said.remarks)))


def test_answers_that_are_not_of_whose_conversation_it_is_are_refused(both: Both) -> None:
    both.say_something()
    correction = both.back(both.given()).corrections[0].id
    content = both.answer(correction, "So.")
    said = read_remarks(content)
    refused = {
        write_remarks(said, OTHER_KEY): signed_files.OTHER_KEY(name="Kim B."),
        write_remarks(replace(said, session=SessionId("x")), KIMS_KEY): signed_files.NOT_HERE(),
        write_remarks(replace(said, head="00"), KIMS_KEY): signed_files.OTHER_COURSE(),
        write_remarks(_wrong(said, lambda one: replace(one, role=Role.INSTRUCTOR)), KIMS_KEY): None,
        write_remarks(_wrong(said, lambda one: replace(one, kind=RemarkKind.CORRECTION)), KIMS_KEY): None,
        write_remarks(_wrong(said, lambda one: replace(one, answers=RemarkId("none"))), KIMS_KEY): None,
    }
    for wrong, why in refused.items():
        (looked,) = both.review.look_at([remarks_in(both.folder, wrong)])
        assert looked.why == (why or signed_files.NOT_SO_SAID())
        assert not looked.counts


def test_no_changed_byte_of_such_a_file_is_believed(both: Both) -> None:
    both.say_something()
    content = both.given()
    assert read_remarks(content).name == "Dr N."
    for at in range(0, len(content), 7):
        changed = bytes((*content[:at], content[at] ^ 1, *content[at + 1 :]))
        with pytest.raises(Refused):
            read_remarks(changed)
    for wrong in (content[:-1], content + b"\n", content.replace(b"attune/remarks/1", b"attune/remarks/2"), b""):
        with pytest.raises(Refused):
            read_remarks(wrong)
