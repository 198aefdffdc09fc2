"""Data folders with conversations in them, for what is done with a person's data and with the store as a whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Final

from simulator.scenario.document import Scenario
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.services.notes import write_own_note
from simulator.session.actions import Action, Choose, GiveTag, Stop
from simulator.session.engine import Session, start
from simulator.session.events import Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import RemarkId
from simulator.session.script import Script
from simulator.session.store import Person, SessionStore
from simulator.session.vocabulary import Mode, Tag
from simulator.storage.home import STORE_FILE, open_store
from simulator.storage.sqlite import SqliteSessionStore
from tests.editions.frozen import lay_out

SCENARIOS: Final = Path(__file__).parents[2] / "scenarios"
ROBIN: Final = Person(PersonId("70b10000-0000-4000-8000-000000000001"), "Robin Nobody-Else-Is-Called-So", "R.")
KIM: Final = Person(PersonId("71a00000-0000-4000-8000-000000000002"), "Kim")
OWN_TITLE: Final = "A title that only Robin has played"
NOON_MS: Final = 1_790_000_000_000
DAY_MS: Final = 86_400_000


@cache
def scenario(title: str = "You nod") -> Scenario:
    """A shipped scenario, under another title if one is given."""
    files = ("push-me.yaml", "patients/ruth-adler.yaml", "reactions/alliance_base.yaml")
    sources = {name: (SCENARIOS / name).read_text("utf-8") for name in files}
    sources["push-me.yaml"] = sources["push-me.yaml"].replace("title: You nod", f"title: {title}")
    found = read_scenario(PinnedFiles(sources), "push-me.yaml").scenario
    assert found is not None
    return found


@cache
def script(title: str) -> Script:
    """The scenario of a title, ready to be played."""
    return Script(scenario(title))


def session_id(number: int) -> SessionId:
    """The id of a test's session."""
    return SessionId(f"5e551010-0000-4000-8000-{number:012}")


def talk(
    store: SessionStore, person: Person, number: int, *, turns: int = 3, title: str = "You nod", stop: bool = True
) -> SessionId:
    """A conversation that is begun, held for some turns and stopped, one a day, under a number."""
    id_, at_ms = session_id(number), NOON_MS + number * DAY_MS
    playing = script(title)
    started = start(playing, Mode.PRACTISE, number, session=id_, trainee=person.id, attune="0.2.0", day="2026-09-21")
    session = Session(playing.scenario, started, playing)
    store.create(started, Timing(at_ms), playing.scenario.path, playing.scenario.sources)
    for step, action in enumerate(_actions(session, turns, stop=stop), 1):
        found = session.consider(action)
        store.append(id_, found.event, Timing(at_ms + 1000 * step, 700))
        session.settle(found)
    return id_


def _actions(session: Session, turns: int, *, stop: bool) -> list[Action]:
    """Tag a confrontation and say the first sentence, turn by turn: worked out beforehand on a copy of the session."""
    trial = Session(session.script.scenario, session.started, session.script)
    done: list[Action] = []
    while len(trial.exchanges) < turns and not trial.ended:
        for action in (GiveTag(Tag.CONFRONTATION), Choose(trial.shown()[0].id)):
            trial.act(action)
            done.append(action)
    return [*done, Stop()] if stop and not trial.ended else done


def note(store: SessionStore, person: Person, session: SessionId, text: str, number: int = 1) -> None:
    """The person's own note on a session."""
    id_ = RemarkId(f"4e0a4c00-0000-4000-8000-{number:012}")
    write_own_note(store, person.id, session, text, id_=id_, now_ms=NOON_MS)


def opened(folder: Path, *people: Person) -> SqliteSessionStore:
    """The store of a data folder, which knows some people."""
    store = open_store(folder)
    for person in people:
        store.add_person(person)
    return store


def first_edition(folder: Path) -> Path:
    """A data folder with the store that the first edition left: 18 conversations of Robin, 6 of Kim Ō’Neil."""
    folder.mkdir(exist_ok=True)
    lay_out(1, folder)
    return folder


def change_rows(folder: Path, *statements: str) -> None:
    """Change a store beside the program, as a failing disk or a clumsy hand does."""
    with closing(sqlite3.connect(folder / STORE_FILE)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def found_in(folder: Path, words: str) -> list[str]:
    """The files below a folder in which words stand, byte for byte."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and words.encode() in path.read_bytes()
    )
