"""The part of the contract of every store that is about remarks: whose they are, who sees them, how they follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from simulator.messages.sentences import storage as say
from simulator.scenario.document import Moment, Scenario
from simulator.scenario.hashes import item_digests, story_digest
from simulator.session.engine import Session
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.items import Items
from simulator.session.remarks import AboutItem, AboutSession, Remark, RemarkId, RemarkKind, Role
from simulator.session.store import Person, SessionStore
from tests.storage.asking import begin
from tests.storage.concert import KIM, ROBIN, begun, concert, keep, played, session_id

SUPERVISOR = Person(PersonId("5b000000-0000-4000-8000-000000000003"), "Prof. Adeyemi")


def remark_id(number: int) -> RemarkId:
    """The universal id of the test's remark of this number."""
    return RemarkId(f"4e000000-0000-4000-8000-{number:012}")


def note(number: int, session: SessionId, person: Person = ROBIN, *, text: str = "I held back.") -> Remark:
    """A private note on a session, the first of its chain."""
    about = AboutSession(session, None, "ab" * 32)
    return Remark(
        remark_id(number), about, RemarkKind.OWN_NOTE, Role.TRAINEE, person.id, 1_790_000_000_000, {"text": text}
    )


def comment(number: int, session: SessionId, step: int | None = None, person: Person = SUPERVISOR) -> Remark:
    """A comment on a session or one of its steps, for everybody who may see the session."""
    made = note(number, session, person, text="Look at the pause.")
    return replace(made, kind=RemarkKind.COMMENT, role=Role.SUPERVISOR, about=AboutSession(session, step, "cd" * 32))


def correction(number: int, response: str, scenario: Scenario | None = None, person: Person = SUPERVISOR) -> Remark:
    """A correction of a sentence of the concert's first moment, or as it stands in another text of it."""
    values: Mapping[str, object] = {"move": "own_contribution", "quality": 3, "because": ["it is specific"]}
    told = scenario or concert()
    about = AboutItem(item_digests(told)[told.start, response], story_digest(told))
    made = comment(number, session_id(0), person=person)
    return replace(made, kind=RemarkKind.CORRECTION, about=about, values=values)


def met(session: Session) -> frozenset[str]:
    """The items that a session met."""
    return Items(session.script.scenario).met(session.events)


def in_words_of(response: str) -> Scenario:
    """The concert with one of its sentences in other words, wherever it can be said."""

    def reworded(moment: Moment) -> Moment:
        said = (replace(one, say=f"{one.say} Well.") if one.id == response else one for one in moment.responses)
        return replace(moment, responses=tuple(said))

    told = concert()
    lines = {state: reworded(moment) for state, moment in told.patient.lines.items()}
    moments = {name: reworded(moment) for name, moment in told.moments.items()}
    return replace(told, patient=replace(told.patient, lines=lines), moments=moments)


class RemarksContract:
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        raise NotImplementedError

    def test_a_private_note_is_seen_by_its_author_alone_and_a_comment_by_all(self, store: SessionStore) -> None:
        session = begin(store)
        private, on_a_step, open_to_all = (
            note(1, session),
            replace(note(2, session), about=AboutSession(session, 3, "")),
            comment(3, session),
        )
        for remark in (private, on_a_step, open_to_all):
            store.remark(remark)
        assert store.remarks(session, ROBIN.id) == (private, on_a_step, open_to_all)
        assert store.remarks(session, None) == (private, on_a_step, open_to_all)
        assert store.remarks(session, KIM.id) == (open_to_all,)
        assert store.remarks(session, SUPERVISOR.id) == (open_to_all,)

    def test_remarks_of_one_session_are_not_those_of_another(self, store: SessionStore) -> None:
        first, second = begin(store, 1), begin(store, 2)
        store.remark(note(1, first))
        store.remark(note(2, second))
        assert store.remarks(first, None) == (note(1, first),)
        assert store.remarks(second, None) == (note(2, second),)

    def test_a_remark_on_an_item_belongs_to_every_session_that_met_it(self, store: SessionStore) -> None:
        whole, only_begun, of_another = played(4), begun(5), played(6, KIM.id, steps=4)
        for session in (whole, only_begun, of_another):
            keep(store, session)
        offered, in_other_words = correction(1, "explain"), correction(2, "explain", in_words_of("explain"))
        private = replace(correction(3, "explain", person=ROBIN), kind=RemarkKind.OWN_NOTE, role=Role.TRAINEE)
        for remark in (offered, in_other_words, private):
            store.remark(remark)
        assert store.remarks(whole.started.session, ROBIN.id, met(whole)) == (offered, private)
        assert store.remarks(of_another.started.session, KIM.id, met(of_another)) == (offered,)
        assert store.remarks(only_begun.started.session, None, met(only_begun)) == ()
        assert store.remarks(whole.started.session, None) == ()

    def test_a_remark_on_an_item_stays_with_it_whatever_else_is_said_or_happens_in_the_scenario(
        self, store: SessionStore
    ) -> None:
        other_words, other_story = in_words_of("own-it"), replace(concert(), flags=("told",))
        assert story_digest(other_words) == story_digest(concert()) != story_digest(other_story)
        said = correction(1, "explain", other_words)
        again = replace(correction(2, "explain", other_story), previous=said.id)
        for remark in (said, again):
            store.remark(remark)
        session = keep(store, played(4))
        assert store.remarks(session, ROBIN.id, met(played(4))) == (said, again)

    def test_all_that_a_person_has_remarked_is_found_wherever_it_was_said(self, store: SessionStore) -> None:
        mine, of_another = begin(store, 1), begin(store, 2)
        supervised = [comment(1, mine, 2), correction(2, "explain"), comment(3, of_another)]
        for remark in (supervised[0], note(4, mine), *supervised[1:], note(5, of_another, KIM)):
            store.remark(remark)
        assert store.remarks_by(SUPERVISOR.id) == tuple(supervised)
        assert store.remarks_by(KIM.id) == (note(5, of_another, KIM),)
        assert store.remarks_by(PersonId("nobody")) == ()

    def test_what_was_remarked_first_comes_first(self, store: SessionStore) -> None:
        session = keep(store, played(4))
        made = [comment(1, session, 2), correction(2, "own-it"), note(3, session), comment(4, session, 1)]
        for remark in made:
            store.remark(remark)
        assert store.remarks(session, ROBIN.id, met(played(4))) == tuple(made)

    def test_a_second_thought_names_the_first_and_both_stay(self, store: SessionStore) -> None:
        session = begin(store)
        first, second = note(1, session), replace(note(2, session, text="No: I hid."), previous=remark_id(1))
        assert store.last_remark(ROBIN.id, session, None, RemarkKind.OWN_NOTE) is None
        store.remark(first)
        assert store.last_remark(ROBIN.id, session, None, RemarkKind.OWN_NOTE) == remark_id(1)
        store.remark(second)
        assert store.remarks(session, ROBIN.id) == (first, second)
        assert store.last_remark(ROBIN.id, session, None, RemarkKind.OWN_NOTE) == remark_id(2)

    @pytest.mark.parametrize("previous", [None, remark_id(1), remark_id(7)])
    def test_whoever_does_not_know_the_last_remark_of_a_chain_is_told(
        self, store: SessionStore, previous: RemarkId | None
    ) -> None:
        session = begin(store)
        store.remark(note(1, session))
        store.remark(replace(note(2, session), previous=remark_id(1)))
        with pytest.raises(StoreError) as refused:
            store.remark(replace(note(3, session), previous=previous))
        assert refused.value.message == say.CHAIN_MOVED()
        assert len(store.remarks(session, None)) == 2

    def test_a_chain_begins_with_nothing_before_it(self, store: SessionStore) -> None:
        with pytest.raises(StoreError, match="Something else was noted there"):
            store.remark(replace(note(2, begin(store)), previous=remark_id(1)))

    def test_every_author_subject_and_kind_has_a_chain_of_its_own(self, store: SessionStore) -> None:
        session, other = keep(store, played(4)), begin(store, 5)
        firsts = [
            comment(1, session),
            comment(2, session, person=KIM),
            comment(3, session, 1),
            comment(4, session, 2),
            comment(5, other),
            replace(comment(6, session), kind="seen-by"),
            correction(7, "own-it"),
            correction(8, "curious"),
            correction(9, "own-it", in_words_of("own-it")),
            correction(10, "own-it", person=KIM),
        ]
        for remark in firsts:
            store.remark(remark)
        for number, remark in enumerate(firsts, 11):
            with pytest.raises(StoreError):
                store.remark(replace(remark, id=remark_id(number)))
            store.remark(replace(remark, id=remark_id(number), previous=remark.id))
        last = {
            (person.id, about, step): store.last_remark(person.id, about, step, RemarkKind.COMMENT)
            for person in (SUPERVISOR, KIM)
            for about in (session, other)
            for step in (None, 1, 2)
        }
        assert {key: found for key, found in last.items() if found is not None} == {
            (SUPERVISOR.id, session, None): remark_id(11),
            (KIM.id, session, None): remark_id(12),
            (SUPERVISOR.id, session, 1): remark_id(13),
            (SUPERVISOR.id, session, 2): remark_id(14),
            (SUPERVISOR.id, other, None): remark_id(15),
        }
        assert store.last_remark(SUPERVISOR.id, session, None, "seen-by") == remark_id(16)

    def test_a_remark_that_comes_again_from_another_machine_changes_nothing(self, store: SessionStore) -> None:
        session = begin(store)
        for remark in (
            note(1, session),
            note(1, session),
            replace(note(1, session, text="forged"), previous=remark_id(9)),
        ):
            store.remark(remark)
        assert store.remarks(session, None) == (note(1, session),)
        assert store.faults(only=(session_id(99),)) == ()

    def test_a_remark_can_come_before_the_session_that_it_is_about(self, store: SessionStore) -> None:
        store.remark(comment(1, session_id(4), 2))
        assert store.remarks(keep(store, played(4)), KIM.id) == (comment(1, session_id(4), 2),)

    def test_whatever_is_said_is_kept_as_it_was_said(self, store: SessionStore) -> None:
        session = begin(store)
        values: Mapping[str, object] = {"text": "„Wo?“\n\0 🌱", "list": [1, [None, True]], "deep": {"a": {"b": -5}}}
        answer = replace(comment(2, session), values=values, answers=remark_id(1), kind="of-a-newer-program", v=7)
        store.remark(answer)
        assert store.remarks(session, None) == (answer,)
        with pytest.raises(StoreError, match="characters that cannot be stored"):
            store.remark(comment(3, SessionId("\ud800")))

    def test_remarks_go_with_their_session(self, store: SessionStore) -> None:
        store.add_person(ROBIN)
        session, other = keep(store, played(4)), keep(store, played(5))
        item = correction(1, "own-it")
        for remark in (item, note(2, session), comment(3, session, 2), comment(4, other)):
            store.remark(remark)
        store.erase(session)
        assert store.remarks(other, None, met(played(5))) == (item, comment(4, other))
        keep(store, played(4))
        assert store.remarks(session, None, met(played(4))) == (item,)
        assert store.faults() == ()

    def test_everything_that_a_person_remarked_goes_with_them(self, store: SessionStore) -> None:
        for person in (ROBIN, KIM, SUPERVISOR):
            store.add_person(person)
        theirs, mine = keep(store, played(4, KIM.id)), keep(store, played(5))
        by_kim, about_kim = comment(1, mine, person=KIM), comment(2, theirs)
        kims_item, other_item = correction(3, "own-it", person=KIM), correction(4, "own-it")
        for remark in (by_kim, about_kim, kims_item, other_item, note(5, mine)):
            store.remark(remark)
        store.erase_person(KIM.id)
        assert store.remarks(mine, None, met(played(5))) == (other_item, note(5, mine))
        keep(store, played(4, ROBIN.id))
        assert store.remarks(theirs, None, met(played(4))) == (other_item,)
        assert store.faults() == ()
