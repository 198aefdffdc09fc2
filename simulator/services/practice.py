"""The Practice desk without its window: choose a scenario, talk, come back later, look at what happened."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.patient import Verdict
from simulator.services.prospects import Prospects
from simulator.session import ServiceError, Started

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.analysis.regret import SessionValue
    from simulator.scenario import FolderFiles, PinnedFiles, Scenario
    from simulator.scenario.library import Card, Library
    from simulator.session import (
        Action,
        Exchange,
        Mode,
        Session,
        SessionHeader,
        SessionId,
        SessionStore,
        Transcript,
    )

_BEST_FIRST = (
    Verdict.REPAIRED,
    Verdict.TRANSFER,
    Verdict.PARTLY,
    Verdict.UNRESOLVED,
    Verdict.QUIET_DROP_OUT,
    Verdict.LEFT,
)


@dataclass(frozen=True, slots=True)
class Progress:
    """What a trainee has done with a scenario: finished plays, the best verdict so far, and a session left open.

    ``ended`` counts all sessions that can be looked back at, stopped ones too.
    """

    finished: int = 0
    best: Verdict | None = None
    open_session: SessionId | None = None
    ended: int = 0


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """A scenario in the library, with the trainee's own progress."""

    card: Card
    progress: Progress


class Play:
    """A session at the screen. Every step is in the store before anybody sees it."""

    def __init__(self, session: Session, id_: SessionId, store: SessionStore) -> None:
        self.session = session
        self.id = id_
        self._store = store

    @property
    def scenario(self) -> Scenario:
        """The scenario that is being played."""
        return self.session.script.scenario

    def act(self, action: Action) -> Exchange | None:
        """Do one thing: checked, stored, then done. Raises ``ServiceError`` with nothing changed where it cannot be."""
        standing, exchange = self.session.consider(action)
        self._store.append(self.id, action)
        self.session.settle(action, standing, exchange)
        closing = self.session.standing.closing
        if closing is not None:
            self._store.close_session(self.id, "stopped" if closing.stopped else closing.verdict.value)
        return exchange

    def transcript(self) -> Transcript:
        """The session so far."""
        return self.session.transcript()


class Practice:
    """The use cases of the Practice desk for one trainee.

    ``now_ms`` gives UTC in milliseconds since 1970, ``new_seed`` a number for a new session's order of responses.
    """

    def __init__(
        self,
        library: Library,
        store: SessionStore,
        *,
        trainee: str,
        now_ms: Callable[[], int],
        new_seed: Callable[[], int],
        shipped: Path | None = None,
        prospects: Prospects | None = None,
    ) -> None:
        self._library = library
        self._store = store
        self._trainee = trainee
        self._now_ms = now_ms
        self._new_seed = new_seed
        self._shipped = shipped
        self._prospects = prospects or Prospects()

    def shelf(self) -> tuple[ShelfItem, ...]:
        """Every scenario of the library with the trainee's progress."""
        progress = self._progress()
        return tuple(ShelfItem(card, progress.get(card.id, Progress())) for card in self._library.cards())

    def history(self, scenario: str | None = None) -> tuple[SessionHeader, ...]:
        """The trainee's sessions (of one scenario), newest first."""
        headers = self._store.sessions(self._trainee)
        return tuple(h for h in headers if scenario is None or h.started.scenario == scenario)

    def earlier(self, scenario: str) -> tuple[SessionHeader, ...]:
        """The trainee's ended sessions of a scenario that can be looked back at, newest first."""
        return tuple(header for header in self.history(scenario) if header.verdict and header.steps)

    def shares(self, headers: Iterable[SessionHeader]) -> Mapping[SessionId, int | None]:
        """The share of what was attainable that each session reached, in per cent; ``None`` where it cannot be known.

        Takes seconds for contents that were not solved before.
        """
        return {header.id: self._share(header.id) for header in headers}

    def open(self, card: Card) -> Scenario:
        """The scenario behind a card; raises ``ServiceError`` if its files have faults."""
        from simulator.scenario.files import FolderFiles

        return _read(FolderFiles(card.root, self._shipped), card.path)

    def begin(self, scenario: Scenario, mode: Mode, difficulty: int | None = None) -> Play:
        """Start a session; it is in the store before the first line is shown."""
        from simulator.session.engine import Session

        started = Started(
            self._trainee,
            scenario.id,
            scenario.digest,
            mode,
            scenario.difficulty if difficulty is None else difficulty,
            self._new_seed(),
            self._now_ms(),
        )
        id_ = self._store.create(started, scenario.title, scenario.path, scenario.sources)
        return Play(Session(scenario, started), id_, self._store)

    def resume(self, id_: SessionId) -> Play:
        """A stored session exactly where it stopped, on the texts it was begun with."""
        from simulator.scenario.files import PinnedFiles
        from simulator.session.engine import Session

        stored = self._store.load(id_)
        scenario = _read(PinnedFiles(stored.sources), stored.path)
        if scenario.digest != stored.header.started.digest:
            raise ServiceError("The texts kept with this session are not the ones it was played with.")
        return Play(Session.replay(scenario, stored.events), id_, self._store)

    def foresee(self, scenario: Scenario, difficulty: int) -> None:
        """Work out everything that can happen in a scenario, so that ``worth`` can answer at once. Takes seconds."""
        self._prospects.solution(scenario, difficulty)

    def worth(self, play: Play) -> SessionValue:
        """What each sentence of a session was worth, against what was attainable. Takes seconds if not foreseen."""
        return self._prospects.worth(play.session)

    def _share(self, id_: SessionId) -> int | None:
        try:
            worth = self.worth(self.resume(id_))
        except ServiceError:
            return None  # a damaged session; looking back at it says what is wrong
        return worth.share if worth.exact else None

    def erase(self, id_: SessionId) -> None:
        """Delete a session for good."""
        self._store.erase(id_)

    def _progress(self) -> Mapping[str, Progress]:
        verdicts: dict[str, list[Verdict]] = defaultdict(list)
        still_open: dict[str, SessionId] = {}
        ended: Counter[str] = Counter()
        for header in self._store.sessions(self._trainee):
            name = header.started.scenario
            if header.verdict in set(Verdict):
                verdicts[name].append(Verdict(header.verdict))
            elif not header.verdict and header.steps:
                still_open.setdefault(name, header.id)
            ended[name] += bool(header.verdict and header.steps)
        return {
            name: Progress(
                len(verdicts[name]),
                min(verdicts[name], key=_BEST_FIRST.index, default=None),
                still_open.get(name),
                ended[name],
            )
            for name in {*verdicts, *still_open, *ended}
        }


def _read(files: FolderFiles | PinnedFiles, path: str) -> Scenario:
    from simulator.scenario.read import read_scenario

    reading = read_scenario(files, path)
    if reading.scenario is None:
        first = next(d for d in reading.diagnostics if d.severity == "error")
        raise ServiceError(f"“{path}” cannot be played: {first.span.file}, line {first.span.line}: {first.message}")
    return reading.scenario
