"""What is noted before an answer: private, with the step and the head that show that it came first, and told by turn."""

from __future__ import annotations

import pytest

from simulator.services.before_answering import Noted, keep_noted, noted_before
from simulator.services.own_reading import Pull
from simulator.session.actions import Choose, GiveTag, StaySilent
from simulator.session.engine import Session
from simulator.session.events import Started, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import AboutSession, RemarkKind
from simulator.session.store import Person
from simulator.session.vocabulary import Tag
from simulator.storage.sqlite import MemorySessionStore
from tests.builders import KIM, free_scenario, started

ROBIN = PersonId("00000000-0000-4000-8000-0000000000ff")
EXPLAINS = Noted(Pull.EXPLAIN, "I should like to say why.", 3)


class Talk:
    """A conversation whose answers are kept with what was noted before them."""

    def __init__(self) -> None:
        self.store = MemorySessionStore()
        for person in (KIM, ROBIN):
            self.store.add_person(Person(PersonId(person), person))
        self.session = Session(made := free_scenario(), started(made))
        start = self.session.started
        assert isinstance(start, Started)
        self.store.create(start, Timing(0), made.path, made.sources)
        self.ids = (f"00000000-0000-4000-8000-{number:012}" for number in range(1, 1_000))

    @property
    def id(self) -> SessionId:
        """Of the session."""
        return self.session.started.session

    def note(self, noted: Noted) -> None:
        """Keep a note before the next answer."""
        step = len(self.session.events)
        keep_noted(self.store, KIM, self.id, noted, step=step, new_id=lambda: next(self.ids), now_ms=step)

    def act(self, action: Choose | GiveTag | StaySilent) -> None:
        """Do something, and keep it."""
        self.session.act(action)
        self.store.append(self.id, self.session.events[-1], Timing(0))


def test_a_note_stands_at_the_turn_whose_answer_came_after_it() -> None:
    talk = Talk()
    talk.act(GiveTag(Tag.WITHDRAWAL))
    talk.act(Choose("own_contribution-4"))
    talk.act(GiveTag(Tag.NOTHING))
    talk.note(EXPLAINS)
    talk.act(StaySilent())
    assert noted_before(talk.store, KIM, talk.id) == ((2, EXPLAINS),)


def test_its_step_and_head_show_that_it_came_before_the_answer() -> None:
    talk = Talk()
    talk.act(GiveTag(Tag.WITHDRAWAL))
    head = talk.store.head(talk.id)
    talk.note(EXPLAINS)
    talk.act(Choose("own_contribution-4"))
    for remark in talk.store.remarks(talk.id, KIM):
        assert remark.about == AboutSession(talk.id, 2, head)
    assert talk.store.link_before(talk.id, 2) == head
    assert talk.store.head(talk.id) != head


def test_only_its_author_ever_sees_it() -> None:
    talk = Talk()
    talk.note(EXPLAINS)
    talk.act(StaySilent())
    assert talk.store.remarks(talk.id, ROBIN) == ()
    assert noted_before(talk.store, ROBIN, talk.id) == ()
    kinds = {remark.kind for remark in talk.store.remarks(talk.id, KIM)}
    assert kinds == {RemarkKind.OWN_PULL, RemarkKind.OWN_WORDS, RemarkKind.CONFIDENCE}


def test_a_second_try_after_a_full_disk_keeps_the_same_words_once_and_new_ones_in_their_place() -> None:
    talk = Talk()
    talk.note(EXPLAINS)
    talk.note(EXPLAINS)
    assert len(talk.store.remarks(talk.id, KIM)) == 3
    talk.note(Noted(Pull.PLEASE, "Something else."))
    talk.act(StaySilent())
    assert noted_before(talk.store, KIM, talk.id) == ((1, Noted(Pull.PLEASE, "Something else.", 3)),)


@pytest.mark.parametrize("noted", [Noted(Pull.RESCUE), Noted(words="No."), Noted(sure=1)])
def test_each_part_can_be_noted_alone(noted: Noted) -> None:
    assert noted
    talk = Talk()
    talk.note(noted)
    talk.act(StaySilent())
    assert noted_before(talk.store, KIM, talk.id) == ((1, noted),)


def test_nothing_noted_keeps_nothing() -> None:
    assert not Noted()
    talk = Talk()
    talk.note(Noted(words="   "))
    assert talk.store.remarks(talk.id, KIM) == ()
