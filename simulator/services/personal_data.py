"""A person's own data: found, collected, written as an export that needs no program, and deleted for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from unicodedata import normalize

from simulator.messages.message import ENGLISH, Catalogue, Listed, Message
from simulator.messages.sentences import personal_data as say
from simulator.reports.document import Document
from simulator.reports.html_page import as_html
from simulator.reports.zip_archive import zipped
from simulator.services.erasing import Erased, backups_holding, erase_conversation, erase_everything
from simulator.services.measuring import TODAY
from simulator.services.personal_collection import PersonalData, Telling, collect, collecting
from simulator.services.personal_conversation import conversation_page
from simulator.services.personal_index import index_page
from simulator.services.personal_json import as_json
from simulator.services.personal_words import INDEX, disclaimers, page_path
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.session.store import Person, SessionFilter, SessionOrder, SessionStore
from simulator.storage.files import replace_file

__all__ = [
    "Erased",
    "PersonalData",
    "backups_holding",
    "collect",
    "collecting",
    "erase_conversation",
    "erase_everything",
    "find_person",
    "write_export",
]

_README: Final = "README.txt"
_DATA: Final = "data.json"
_MOST_NAMES: Final = 20


def find_person(store: SessionStore, asked: str) -> Person:
    """The person of a name or an id; raises ``ServiceError`` where there is nobody, or several of one name."""
    people = store.people()
    wanted = normalize("NFC", asked)
    found = [one for one in people if one.id == asked] or [
        one for one in people if normalize("NFC", one.name) == wanted
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = Listed(tuple(_with_count(store, one) for one in found), any_of=True)
        raise ServiceError(say.SEVERAL(asked=asked, ids=ids))
    id_ = PersonId(asked)
    if store.query(SessionFilter(trainee=id_), SessionOrder.NEWEST, TODAY, size=1).headers:
        # The name is lost, and the conversations are not.
        return Person(id_, "")
    names = tuple(dict.fromkeys(one.name for one in people if one.name))[:_MOST_NAMES]
    raise ServiceError(say.NOBODY_BUT(asked=asked, names=Listed(names)) if names else say.NOBODY(asked=asked))


def conversations_of(store: SessionStore, person: PersonId) -> int:
    """How many conversations a person has had."""
    return sum(sum(verdicts.values()) for verdicts in store.totals(person).by_scenario.values())


def write_export(data: PersonalData, target: Path, *, now_ms: int, catalogue: Catalogue = ENGLISH) -> None:
    """Write everything of a person into one file, whole or not at all, which only the user can read.

    It is a zip of pages for any browser and of ``data.json`` for programs. Touches no store. Raises ``ServiceError``.
    """
    content = zipped(_files(data, now_ms, catalogue), now_ms)
    try:
        replace_file(target, content)
    except OSError as fault:
        raise ServiceError(say.NOT_WRITTEN(path=str(target), reason=fault.strerror or "")) from fault


def _files(data: PersonalData, now_ms: int, catalogue: Catalogue) -> Iterator[tuple[str, Iterator[str]]]:
    """The files of an export, each with its parts; none is made before the one before it is written."""
    yield _README, _readme(data, catalogue)
    yield INDEX, _page(index_page(data, now_ms), catalogue)
    telling = Telling()
    yield _DATA, as_json(data, map(telling.told, data.sessions), now_ms)
    for number, session in enumerate(data.sessions, 1):
        yield page_path(number), _page(conversation_page(telling.told(session), data.person), catalogue)


def _page(document: Document, catalogue: Catalogue) -> Iterator[str]:
    yield as_html(document, catalogue)


def _readme(data: PersonalData, catalogue: Catalogue) -> Iterator[str]:
    name = data.person.name
    title = say.TITLE(name=" ".join(name.split())) if name else say.TITLE_UNNAMED()
    told: tuple[Message, ...] = (title, say.README(), say.MACHINES(), *disclaimers())
    yield "\n\n".join(map(catalogue.say, told)) + "\n"


def _with_count(store: SessionStore, person: Person) -> Message:
    return say.ID_WITH_COUNT(id=person.id, count=conversations_of(store, person.id))
