"""The part of the contract of every store that is about deleting, losses, and its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError
from simulator.session.events import Tagged
from simulator.session.ids import SessionId
from simulator.session.store import Measures, SessionFilter, SessionOrder, SessionStore
from simulator.session.vocabulary import Met, Tag
from tests.storage.asking import KEY, begin, headers
from tests.storage.concert import (
    KIM,
    ROBIN,
    keep,
    played,
    session_id,
    some_events,
    timing,
)


class SoundnessContract:
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        raise NotImplementedError

    # Deleting

    def test_an_erased_session_is_gone_and_the_others_keep_their_texts(self, store: SessionStore) -> None:
        store.add_person(ROBIN)
        erased, kept = keep(store, played(4)), keep(store, played(5, steps=4))
        store.put_measures(erased, KEY, store.load(erased).header.head, Measures(5))
        before = store.load(kept)
        store.erase(erased)
        for gone in (store.load, store.salvage, store.erase):
            with pytest.raises(StoreError, match=f"There is no conversation {erased}"):
                gone(erased)
        assert [header.id for header in headers(store)] == [kept]
        assert store.load(kept) == before
        assert store.faults() == ()
        # The id is free: what was erased here may be on another machine, and come back from there.
        keep(store, played(4))
        assert store.query(SessionFilter(), SessionOrder.NEWEST, KEY).measures == {}
        assert store.faults() == ()

    def test_an_erased_person_leaves_the_others_as_they_were(self, store: SessionStore) -> None:
        for person in (ROBIN, KIM):
            store.add_person(person)
            store.note_met(person.id, "push-me", Met.PROOF, 1)
        mine, theirs = keep(store, played(4, ROBIN.id)), keep(store, played(5, KIM.id, steps=6))
        before = store.load(theirs)
        store.erase_person(ROBIN.id)
        assert store.people() == (KIM,)
        assert [header.id for header in headers(store)] == [theirs]
        assert store.load(theirs) == before
        assert store.met(ROBIN.id, "push-me") == ()
        assert store.met(KIM.id, "push-me") == (Met.PROOF,)
        with pytest.raises(StoreError, match=f"no conversation {mine}"):
            store.append(mine, Tagged(Tag.NOTHING), timing(9))
        store.append(theirs, some_events(5)[6], timing(7))
        assert store.faults() == ()
        store.erase_person(ROBIN.id)
        assert store.faults() == ()

    # Soundness

    def test_nothing_is_missed_in_a_sound_store_and_the_progress_is_told(self, store: SessionStore) -> None:
        for person in (ROBIN, KIM):
            store.add_person(person)
        for number in range(60):
            begin(store, number)
        heard: list[tuple[int, int]] = []

        def told(done: int, of: int) -> bool:
            heard.append((done, of))
            return True

        assert store.faults(told) == ()
        assert heard[0] == (0, 60)
        assert heard[-1] == (60, 60)
        assert heard == sorted(heard)
        assert len(heard) > 2
        assert store.faults(only=(session_id(3), session_id(99))) == ()

    def test_a_session_of_somebody_unknown_is_told_and_looking_can_be_stopped(self, store: SessionStore) -> None:
        for number in range(60):
            begin(store, number)
        found = store.faults()
        assert {fault.what for fault in found} == {say.PERSON_MISSING()}
        assert [fault.session for fault in found] == [session_id(number) for number in reversed(range(60))]
        assert found[0].title == "The concert"
        assert store.faults(lambda _done, _all: False) == ()
        assert 0 < len(store.faults(lambda done, _all: done == 0)) < 60
        (only,) = store.faults(only=(session_id(7),))
        assert only.session == session_id(7)
        store.add_person(ROBIN)
        assert store.faults() == ()

    def test_losses_can_be_accepted(self, store: SessionStore) -> None:
        store.add_person(ROBIN)
        mine = keep(store, played(4))
        store.accept_losses()
        assert store.faults() == ()
        store.append(keep(store, played(5, steps=2)), Tagged(Tag.NOTHING), timing(3))
        store.erase(mine)
        assert store.faults() == ()

    def test_what_can_be_read_of_a_sound_session_is_all_of_it(self, store: SessionStore) -> None:
        session = keep(store, played(4))
        assert store.salvage(session) == store.load(session)

    # The end

    def test_a_session_nobody_created_is_unknown(self, store: SessionStore) -> None:
        begin(store, 1)
        impossible: Mapping[str, Callable[[SessionId], object]] = {
            "load": store.load,
            "salvage": store.salvage,
            "append": lambda id_: store.append(id_, Tagged(Tag.NOTHING), timing(1)),
            "erase": store.erase,
            "remarks": lambda id_: store.remarks(id_, None),
        }
        for unknown in (session_id(2), SessionId(""), SessionId("1"), SessionId(f"{session_id(1)} ")):
            for ask in impossible.values():
                with pytest.raises(StoreError, match="There is no conversation"):
                    ask(unknown)
        assert len(headers(store)) == 1

    def test_a_closed_store_says_so(self, store: SessionStore) -> None:
        session = begin(store)
        store.close()
        impossible: tuple[Callable[[], object], ...] = (
            lambda: begin(store, 2),
            lambda: store.load(session),
            lambda: store.append(session, Tagged(Tag.NOTHING), timing(1)),
            lambda: headers(store),
            lambda: store.erase(session),
            lambda: store.add_person(ROBIN),
            lambda: store.note_met(ROBIN.id, "x", Met.PROOF, 1),
            store.people,
            store.faults,
            store.accept_losses,
        )
        for ask in impossible:
            with pytest.raises(StoreError, match="The store of conversations is closed"):
                ask()

    def test_closing_twice_is_no_fault(self, store: SessionStore) -> None:
        store.close()
        store.close()
