"""A Practice desk over a store in memory, with a clock that a test can set and seeds and ids that come in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from simulator.messages.sentences.storage import DISK_FULL
from simulator.scenario.document import Scenario
from simulator.scenario.library import Library
from simulator.services.examine import Examiner
from simulator.services.play import Play
from simulator.services.practice import Practice, Progress
from simulator.session.actions import Action, Choose, GiveTag
from simulator.session.errors import StoreError
from simulator.session.events import SessionEvent, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Person, SessionHeader
from simulator.session.vocabulary import Mode, Tag
from simulator.storage.sqlite import MemorySessionStore

SHIPPED: Final = Path(__file__).parents[2] / "scenarios"
KIM: Final = Person(PersonId("71a00000-0000-4000-8000-000000000001"), "Kim")
ROBIN: Final = Person(PersonId("70b10000-0000-4000-8000-000000000002"), "Robin")
NOON_MS: Final = 1_790_000_000_000


class FullStore(MemorySessionStore):
    """A store whose disk is full from some step on."""

    full = False

    def append(self, session: SessionId, event: SessionEvent, timing: Timing) -> SessionHeader:
        if self.full:
            raise StoreError(DISK_FULL(path="sessions.sqlite3"))
        return super().append(session, event, timing)


@dataclass
class StoppedClock:
    """A clock that stands still until a test moves it."""

    now_ms: int = NOON_MS

    def __call__(self) -> int:
        return self.now_ms


@dataclass
class Desk:
    """Kim's desk: what the program does with a store of its own, in the order in which a person does it."""

    folder: Path
    store: FullStore = field(default_factory=FullStore)
    clock: StoppedClock = field(default_factory=StoppedClock)
    made: int = 0

    def __post_init__(self) -> None:
        for person in (KIM, ROBIN):
            self.store.add_person(person)
        self.library = Library((self.folder / "scenarios", SHIPPED), self.folder / "index.json")
        self.practice = self.of(KIM)

    def of(self, person: Person, examiner: Examiner | None = None) -> Practice:
        """The desk of somebody, over the same store."""
        return Practice(
            self.library,
            trainee=person.id,
            now_ms=self.clock,
            new_seed=self._next,
            new_id=self._new_id,
            attune="0.2.0",
            shipped=SHIPPED,
            examiner=examiner,
        )

    def scenario(self, name: str = "push-me") -> Scenario:
        """A scenario of the library, by its id."""
        return self.practice.open(next(card for card in self.library.cards() if card.id == name))

    def begin(
        self,
        name: str = "push-me",
        mode: Mode = Mode.LEARN,
        *,
        difficulty: int | None = None,
        practice: Practice | None = None,
    ) -> Play:
        """Begin a conversation, a minute after the last thing that was done."""
        self.clock.now_ms += 60_000
        desk = practice or self.practice
        return desk.begin(self.store, self.scenario(name), mode, difficulty)

    def act(self, play: Play, *actions: Action) -> Play:
        """Do some things one after the other, each of them stored."""
        for action in actions:
            self.clock.now_ms += 5_000
            found = play.consider(action)
            assert found is not None
            play.keep(self.store, found, self.practice.timing(4_000))
            play.settle(found)
        return play

    def talk(self, play: Play, turns: int = 100) -> Play:
        """Go on for some turns or to the end: the first sentence shown, and a tag before it where one is asked for."""
        for _ in range(turns):
            if play.session.ended:
                break
            if play.session.started.mode is Mode.PRACTISE:
                self.act(play, GiveTag(Tag.NOTHING))
            self.act(play, Choose(play.session.shown()[0].id))
        return play

    def progress(self, name: str = "push-me") -> Progress:
        """What the shelf tells of a scenario."""
        return self.practice.progress(self.store).get(name, Progress())

    def _next(self) -> int:
        self.made += 1
        return self.made

    def _new_id(self) -> str:
        self.made += 1
        return f"5e551010-0000-4000-8000-{self.made:012}"
