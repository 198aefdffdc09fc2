"""The part of the contract of every store that is about what it keeps beside courses: people, what was met, opinions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from simulator.session.events import Stopped
from simulator.session.ids import PersonId
from simulator.session.store import OPEN, MeasureKey, Measures, SessionFilter, SessionOrder, SessionStore
from simulator.session.vocabulary import By, Met
from tests.storage.asking import KEY, begin, headers, replace_scenario
from tests.storage.concert import (
    KIM,
    ROBIN,
    SOURCES,
    begun,
    concert,
    keep,
    played,
    session_id,
    timing,
)


class BesideContract:
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        raise NotImplementedError

    # People

    def test_people_are_listed_by_name_and_two_can_have_one_name(self, store: SessionStore) -> None:
        other_robin = replace(ROBIN, id=PersonId(session_id(3)), pseudonym="R. 2")
        for person in (ROBIN, KIM, other_robin):
            store.add_person(person)
        assert [person.name for person in store.people()] == ["Kim Ō’Neil", "Robin", "Robin"]
        assert set(store.people()) == {ROBIN, KIM, other_robin}
        begin(store, 1, ROBIN)
        assert headers(store, SessionFilter(trainee=ROBIN.id)) != ()
        assert headers(store, SessionFilter(trainee=other_robin.id)) == ()
        assert store.faults() == ()

    def test_a_new_name_keeps_the_history(self, store: SessionStore) -> None:
        store.add_person(ROBIN)
        mine = begin(store, 1, ROBIN)
        renamed = replace(ROBIN, name="Róisín", pseudonym="R.")
        store.add_person(renamed)
        assert store.people() == (renamed,)
        assert [header.id for header in headers(store, SessionFilter(trainee=ROBIN.id))] == [mine]
        assert store.faults() == ()

    # What was met

    def test_a_person_has_met_what_they_played_and_what_they_opened(self, store: SessionStore) -> None:
        assert store.met(ROBIN.id, "concert-silence") == ()
        begin(store, 1, ROBIN)
        assert store.met(ROBIN.id, "concert-silence") == (Met.SESSION,)
        store.note_met(ROBIN.id, "concert-silence", Met.PROOF, 1)
        store.note_met(ROBIN.id, "concert-silence", Met.DEBRIEFING, 2)
        store.note_met(ROBIN.id, "concert-silence", Met.DEBRIEFING, 3)
        assert store.met(ROBIN.id, "concert-silence") == (Met.SESSION, Met.DEBRIEFING, Met.PROOF)
        assert store.met(KIM.id, "concert-silence") == ()
        assert store.met(ROBIN.id, "push-me") == ()

    def test_what_was_only_opened_and_never_played_counts_as_met_too(self, store: SessionStore) -> None:
        store.note_met(ROBIN.id, "push-me", Met.PROOF, 1)
        begin(store, 1, ROBIN)
        assert store.all_met(ROBIN.id) == {"concert-silence": (Met.SESSION,), "push-me": (Met.PROOF,)}
        assert store.all_met(KIM.id) == {}

    # Opinions

    def test_measures_are_kept_for_their_key_and_given_with_the_list(self, store: SessionStore) -> None:
        store.add_person(ROBIN)
        session = keep(store, played(4))
        head = store.load(session).header.head
        assert store.unmeasured(KEY) == (session,)
        for measures in (
            Measures(),
            Measures(71, {"noticing": 4, "depth": None}, {1: 0, 3: 12}, {"noticing": "scored", "depth": "not-reached"}),
        ):
            store.put_measures(session, KEY, head, measures)
            assert store.query(SessionFilter(), SessionOrder.NEWEST, KEY).measures == {session: measures}
        assert store.unmeasured(KEY) == ()
        assert store.faults() == ()

    def test_a_new_opinion_takes_the_place_of_the_old_one(self, store: SessionStore) -> None:
        session = keep(store, played(4))
        head = store.load(session).header.head
        store.put_measures(session, KEY, head, Measures(71))
        for other in (MeasureKey(2, KEY.rules), MeasureKey(1, "f" * 32)):
            assert store.query(SessionFilter(), SessionOrder.NEWEST, other).measures == {}
            assert store.unmeasured(other) == (session,)
        store.put_measures(session, MeasureKey(2, KEY.rules), head, Measures(12))
        assert store.query(SessionFilter(), SessionOrder.NEWEST, KEY).measures == {}
        assert store.unmeasured(KEY) == (session,)
        assert store.query(SessionFilter(), SessionOrder.SHARE, MeasureKey(2, KEY.rules)).measures == {
            session: Measures(12)
        }

    def test_only_what_fits_the_end_of_the_course_is_kept(self, store: SessionStore) -> None:
        ended, still_open = keep(store, played(4)), keep(store, played(5, steps=4))
        heads = {id_: store.load(id_).header.head for id_ in (ended, still_open)}
        store.put_measures(ended, KEY, heads[still_open], Measures(1))
        store.put_measures(ended, KEY, "", Measures(2))
        store.put_measures(still_open, KEY, heads[still_open], Measures(3))
        store.put_measures(session_id(99), KEY, heads[ended], Measures(4))
        assert store.query(SessionFilter(), SessionOrder.NEWEST, KEY).measures == {}
        assert store.unmeasured(KEY) == (ended,)

    def test_what_is_still_to_be_measured_comes_newest_first(self, store: SessionStore) -> None:
        for number in (1, 2, 3, 4):
            trainee = KIM.id if number == 3 else ROBIN.id
            keep(store, played(number, trainee), at_ms=1_000_000_000_000 - number)
        keep(store, played(5, steps=3))
        assert store.unmeasured(KEY) == tuple(session_id(number) for number in (1, 2, 3, 4))
        assert store.unmeasured(KEY, limit=2) == (session_id(1), session_id(2))
        assert store.unmeasured(KEY, KIM.id) == (session_id(3),)
        store.put_measures(session_id(1), KEY, store.load(session_id(1)).header.head, Measures(50))
        assert store.unmeasured(KEY, ROBIN.id) == (session_id(2), session_id(4))

    def test_a_session_whose_outcomes_were_not_recorded_cannot_be_measured(self, store: SessionStore) -> None:
        store.create(replace(begun(1).started, edition=0, outcome=None), timing(0), concert().path, SOURCES)
        store.append(session_id(1), Stopped(By.TRAINEE, None), timing(1))
        assert store.unmeasured(KEY) == ()

    # Questions that need no crowd

    def test_totals_count_what_a_person_has_done_in_each_scenario(self, store: SessionStore) -> None:
        for seed in (0, 1, 2, 7):
            keep(store, played(seed))
        keep(store, played(8, steps=1))
        keep(store, replace_scenario(played(9, steps=2), "push-me"))
        begin(store, 10)
        keep(store, played(11, KIM.id))
        assert store.totals(ROBIN.id).by_scenario == {
            "concert-silence": {"unresolved": 2, "quiet-drop-out": 1, "left": 1, OPEN: 1},
            "push-me": {OPEN: 1},
        }
        assert store.totals(KIM.id).by_scenario != store.totals(PersonId(session_id(99))).by_scenario == {}
