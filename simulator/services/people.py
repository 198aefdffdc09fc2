"""Who practises here: several people can use one installation, also two of one name, and a name can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.session.ids import PersonId
    from simulator.session.store import Person, SessionStore


def known_people(store: SessionStore) -> tuple[Person, ...]:
    """Everybody who has practised here, by name."""
    return store.people()


def welcome(store: SessionStore, id_: PersonId, name: str) -> Person:
    """Keep a person under a name, new or changed; what they have played stays theirs."""
    from simulator.session.store import Person

    before = next((person for person in store.people() if person.id == id_), None)
    person = Person(id_, name, before.pseudonym if before else "")
    if person != before:
        store.add_person(person)
    return person


def of_earlier_settings(name: str) -> PersonId:
    """The id that stands for a name which settings of the first edition hold; migration derives the same."""
    from simulator.session.first_edition import person_id

    return person_id(name)
