"""Several people use one installation: each is found again, also under another name, and what they played stays theirs."""

from __future__ import annotations

from simulator.services.people import known_people, of_earlier_settings, welcome
from simulator.session.actions import StaySilent
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.sqlite import MemorySessionStore, SqliteSessionStore
from tests.editions.frozen import lay_out
from tests.services.desks import KIM, ROBIN, Desk


def test_whoever_is_new_is_kept_and_known_by_name(desk: Desk) -> None:
    new = PersonId("0a5a0000-0000-4000-8000-000000000003")
    assert welcome(desk.store, new, "Ana") == Person(new, "Ana")
    assert known_people(desk.store) == (Person(new, "Ana"), KIM, ROBIN)


def test_two_people_can_have_one_name(desk: Desk) -> None:
    other = PersonId("71a00000-0000-4000-8000-000000000009")
    welcome(desk.store, other, "Kim")
    assert [person.name for person in known_people(desk.store)] == ["Kim", "Kim", "Robin"]
    desk.act(desk.begin(), StaySilent())
    assert desk.of(Person(other, "Kim")).progress(desk.store) == {}


def test_a_name_can_change_and_what_was_played_stays(desk: Desk) -> None:
    play = desk.act(desk.begin(), StaySilent())
    assert welcome(desk.store, KIM.id, "Kim Ō’Neil").name == "Kim Ō’Neil"
    assert desk.progress().unfinished == (play.id,)
    assert {person.name for person in known_people(desk.store)} == {"Kim Ō’Neil", "Robin"}


def test_a_pseudonym_outlives_a_change_of_name(desk: Desk) -> None:
    desk.store.add_person(Person(ROBIN.id, "Robin", "R."))
    assert welcome(desk.store, ROBIN.id, "Robin B.") == Person(ROBIN.id, "Robin B.", "R.")
    assert Person(ROBIN.id, "Robin B.", "R.") in known_people(desk.store)


class CountingStore(MemorySessionStore):
    """A store that counts how often somebody is kept."""

    kept = 0

    def add_person(self, person: Person) -> None:
        self.kept += 1
        super().add_person(person)


def test_whoever_comes_back_under_the_same_name_changes_nothing() -> None:
    store = CountingStore()
    for _ in range(3):
        assert welcome(store, KIM.id, "Kim") == KIM
    assert store.kept == 1


def test_who_is_named_in_settings_of_the_first_edition_is_who_played_its_sessions(desk: Desk) -> None:
    store = SqliteSessionStore(lay_out(1, desk.folder))
    names = {person.name: person.id for person in known_people(store)}
    assert names == {name: of_earlier_settings(name) for name in ("Kim Ō’Neil", "Robin")}
    robin = Person(names["Robin"], "Robin")
    assert desk.of(robin).progress(store)["push-me"].ended == 5
    store.close()
