"""The Practice desk without its window: choose a scenario, talk, come back later, look at what happened.

Whatever touches the store takes it as its first argument and is called on the store's own thread.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.messages.message import SOURCE_LANGUAGE
from simulator.patient.verdicts import Verdict
from simulator.services.examine import Examiner, PinnedScenarios, playable
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId, SessionId
from simulator.session.vocabulary import Met, Mode

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.analysis.session_value import SessionValue
    from simulator.scenario.document import Scenario
    from simulator.scenario.library import Library
    from simulator.scenario.library_index import Card
    from simulator.scenario.library_scan import LeftOut
    from simulator.services.another_try import Crossing, OwnWords
    from simulator.services.before_answering import Noted
    from simulator.services.comparing_tries import Comparison
    from simulator.services.handing_in import HandedOut
    from simulator.services.own_reading import OwnReading
    from simulator.services.play import Play
    from simulator.services.practice_goal import Came, Goal, GoalsAt
    from simulator.services.stored_sessions import Reopened
    from simulator.services.translated_cards import TranslatedCards
    from simulator.services.what_was_possible import Possible
    from simulator.session.engine import Considered, Session
    from simulator.session.events import Timing
    from simulator.session.store import Measures, SessionHeader, SessionStore
    from simulator.session.transcript import Exchange

_GOOD: Final = (Verdict.REPAIRED, Verdict.TRANSFER, Verdict.PARTLY)
"""What can be called the best so far, the best first; other ends are not held up to anybody."""

_MOST_OPEN: Final = 500


class Last(NamedTuple):
    """The newest conversation that ended: its level, what it came to, and when it was begun (UTC in ms)."""

    level: int
    verdict: str
    at_ms: int


class Progress(NamedTuple):
    """What a trainee has done with a scenario.

    ``ended`` counts all conversations that came to an end, stopped ones too, and ``tries`` other tries from a place in one of
    them: together as many as can be looked back at. ``best`` is the best that was reached, if that was a repair and no other
    try. ``unfinished`` are the open ones, the newest first. ``last`` is the newest that ended.
    """

    ended: int = 0
    best: Verdict | None = None
    unfinished: tuple[SessionId, ...] = ()
    tries: int = 0
    last: Last | None = None


class ShelfItem(NamedTuple):
    """A scenario in the library, with the trainee's own progress; ``None`` where it is not known (yet).

    ``simulated`` is how many minutes a conversation lasts, where that was worked out. What comes with the program is
    ``reviewed``, and so is what was published.
    """

    card: Card
    progress: Progress | None = None
    simulated: int | None = None
    reviewed: bool = True

    @property
    def minutes(self) -> int:
        """How long a conversation lasts: as simulated, or as its words let expect."""
        return self.simulated or self.card.minutes

    @property
    def met(self) -> bool:
        """Whether the first meeting is over, so that nothing more can be given away."""
        return self.progress is not None and self.progress.ended > 0


class Shelf(NamedTuple):
    """The library as it is now: every scenario with the progress in it, and the files that are on no shelf."""

    items: tuple[ShelfItem, ...]
    left_out: tuple[LeftOut, ...] = ()

    def with_progress(self, progress: Mapping[str, Progress]) -> Shelf:
        """The same shelf once the store has told how far the trainee has come."""
        items = tuple(item._replace(progress=_own(item.card, progress)) for item in self.items)
        return Shelf(items, self.left_out)


class Practice:
    """The use cases of the Practice desk for one trainee.

    ``now_ms`` gives UTC in milliseconds since 1970, ``steady_ms`` milliseconds that only go forward, ``new_seed`` a number
    for a new session's order of responses, ``new_id`` a UUID, ``attune`` the program's version.
    """

    def __init__(
        self,
        library: Library,
        *,
        trainee: PersonId,
        now_ms: Callable[[], int],
        new_seed: Callable[[], int],
        new_id: Callable[[], str],
        steady_ms: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
        attune: str = "",
        shipped: Path | None = None,
        examiner: Examiner | None = None,
    ) -> None:
        self._library = library
        self.trainee = trainee
        self._now_ms = now_ms
        self.steady_ms = steady_ms
        self._new_seed = new_seed
        self._new_id = new_id
        self._attune = attune
        self._shipped = shipped
        self._examiner = examiner or Examiner()
        self.pinned = PinnedScenarios()
        self.language = SOURCE_LANGUAGE
        """In which scenarios are shown and opened, as far as they are translated."""
        self._translated: TranslatedCards | None = None

    def shelf(self) -> Shelf:
        """Every scenario of the library; the trainee's progress in them is asked of the store."""
        listing = self._library.listing()
        lengths = self._examiner.lengths
        items = (
            ShelfItem(card, None, lengths.of(card.digest, card.difficulty), reviewed)
            for card, reviewed in self._cards(listing.cards)
        )
        return Shelf(tuple(items), listing.left_out)

    def _cards(self, cards: Sequence[Card]) -> Iterable[tuple[Card, bool]]:
        """The scenarios that trainees meet, in their language as far as they are translated, and whether each is reviewed."""
        found = _for_trainees(cards)
        if self.language == SOURCE_LANGUAGE:
            return found
        if self._translated is None:
            from simulator.services.translated_cards import TranslatedCards

            self._translated = TranslatedCards(self._shipped)
        from simulator.scenario.library import by_ease

        told = [(self._translated.told(card, self.language), reviewed) for card, reviewed in found]
        return sorted(told, key=lambda one: by_ease(one[0]))

    def title_of(self, header: SessionHeader) -> str:
        """What the scenario of a conversation is called: in the trainee's language where the shelf has it so, else as it was."""
        told = self._translated.titles if self._translated and self.language != SOURCE_LANGUAGE else {}
        return told.get(header.scenario, header.title)

    def progress(self, store: SessionStore) -> Mapping[str, Progress]:
        """What the trainee has done so far, by the ids of the scenarios, in three questions however many there are."""
        from simulator.session.store import NO_MEASURES, SessionFilter, SessionOrder

        totals = store.totals(self.trainee)
        wanted = SessionFilter(trainee=self.trainee, ended=False)
        still_open: dict[str, list[SessionId]] = defaultdict(list)
        for header in store.query(wanted, SessionOrder.NEWEST, NO_MEASURES, size=_MOST_OPEN).headers:
            if header.steps and header.mode is not Mode.ASSESS:
                still_open[header.scenario].append(header.id)
        last: dict[str, SessionHeader] = {}
        over = SessionFilter(trainee=self.trainee, ended=True)
        for header in store.query(over, SessionOrder.NEWEST, NO_MEASURES, size=_MOST_OPEN).headers:
            last.setdefault(header.scenario, header)
        return {
            scenario: _progress(verdicts, totals.tries.get(scenario, {}), still_open[scenario], last.get(scenario))
            for scenario, verdicts in totals.by_scenario.items()
        }

    def open(self, card: Card) -> Scenario:
        """The scenario behind a card; raises ``ServiceError`` if its files have faults, or its id is another's."""
        from simulator.scenario.files import FolderFiles

        if card.problem is not None:
            raise ServiceError(card.problem)
        files = FolderFiles(card.root, self._shipped)
        scenario = playable(files, card.path)
        if self.language == scenario.language:
            return scenario
        from simulator.scenario.sidecars import translated

        return translated(files, scenario, self.language)

    def begin(
        self,
        store: SessionStore,
        scenario: Scenario,
        mode: Mode,
        difficulty: int | None = None,
        seed: int | None = None,
    ) -> Play:
        """Start a session; it is in the store before the first line is shown.

        All who are given the same ``seed`` meet the same wordings and the same order of responses.
        """
        from simulator.services.play import Play
        from simulator.session.engine import Session, start
        from simulator.session.events import Timing
        from simulator.session.script import Script

        script = Script(scenario, difficulty)
        now_ms = self._now_ms()
        started = start(
            script,
            mode,
            self._new_seed() if seed is None else seed,
            session=SessionId(self._new_id()),
            trainee=self.trainee,
            attune=self._attune,
            day=local_day(now_ms),
            met=store.met(self.trainee, scenario.id),
        )
        store.create(started, Timing(now_ms), scenario.path, scenario.sources)
        return Play(Session(scenario, started, script))

    def reopen(self, store: SessionStore, id_: SessionId) -> Reopened:
        """A stored session: to go on with exactly where it stopped, or to look back at."""
        from simulator.services.stored_sessions import reopen

        return reopen(store, id_, self.timing(), self.pinned)

    def salvage(self, store: SessionStore, id_: SessionId) -> Reopened:
        """What can still be read of a damaged session, to look back at."""
        from simulator.services.stored_sessions import salvage

        return salvage(store, id_, self.pinned)

    def go_on_from(self, store: SessionStore, id_: SessionId, step: int) -> Play:
        """Go on from a step of an earlier session in a new one, which begins with copies of the steps before it."""
        from simulator.services.stored_sessions import fork

        new = SessionId(self._new_id())
        return fork(store, id_, step, new, self._attune, local_day(self._now_ms()), self.timing(), self.pinned)

    def try_again(self, store: SessionStore, place: Crossing, own: OwnWords) -> Play:
        """Begin another try from a place in an earlier conversation, or in the one that is going on, which is stopped then."""
        from simulator.services.another_try import Beginning, begin
        from simulator.session.remarks import RemarkId

        day = local_day(self._now_ms())
        id_, remark = SessionId(self._new_id()), RemarkId(self._new_id())
        new = Beginning(id_, remark, self._attune, day, self.timing(), self._new_seed)
        return begin(store, place, own, new, self.pinned)

    def compare(self, store: SessionStore, found: Reopened) -> Comparison | None:
        """Another try beside the conversation it came from, if both are there."""
        from simulator.services.comparing_tries import compare

        return compare(store, self.trainee, found, self.pinned)

    def same_kind_elsewhere(self, place: Exchange, scenario: Scenario, played: Collection[str]) -> ShelfItem | None:
        """The scenario in which the same kind of moment is met with somebody else, if the library has one."""
        from simulator.services.comparing_tries import same_kind_elsewhere

        cards = tuple(card for card, _reviewed in self._cards(self._library.listing().cards))
        card = same_kind_elsewhere(cards, place, scenario, played)
        return None if card is None else ShelfItem(card)

    def keep_goal(self, store: SessionStore, id_: SessionId, words: str, *, proposed: bool) -> None:
        """Take one thing to practise along from a conversation, in place of the one before; empty words drop it."""
        from simulator.services.practice_goal import keep_goal
        from simulator.session.remarks import RemarkId

        new = RemarkId(self._new_id())
        keep_goal(store, self.trainee, id_, words, proposed=proposed, id_=new, now_ms=self._now_ms())

    def goals_at(self, store: SessionStore, id_: SessionId) -> GoalsAt:
        """What was taken along from a conversation, what was told after it of the thing before, and what stands anyway."""
        from simulator.services.practice_goal import goals_at

        return goals_at(store, self.trainee, id_)

    def standing_goal(self, store: SessionStore) -> Goal | None:
        """The one thing that the trainee wants to practise now."""
        from simulator.services.practice_goal import standing_goal

        return standing_goal(store, self.trainee)

    def tell_of_goal(self, store: SessionStore, id_: SessionId, goal: Goal, came: Came, said: str) -> None:
        """Keep whether the moment to practise something came in a conversation, and what was said then."""
        from simulator.services.practice_goal import tell_of_goal
        from simulator.session.remarks import RemarkId

        new = RemarkId(self._new_id())
        tell_of_goal(store, self.trainee, id_, goal, came, said, id_=new, now_ms=self._now_ms())

    def keep(
        self, store: SessionStore, play: Play, found: Considered, timing: Timing, noted: Noted | None = None
    ) -> SessionHeader:
        """Store a step of a session, and before it what was noted for oneself."""
        if noted:
            from simulator.services.before_answering import keep_noted

            keep_noted(
                store,
                self.trainee,
                play.id,
                noted,
                step=len(play.session.events),
                new_id=self._new_id,
                now_ms=self._now_ms(),
            )
        return play.keep(store, found, timing)

    def noted_before(self, store: SessionStore, id_: SessionId) -> tuple[tuple[int, Noted], ...]:
        """What the trainee noted before the answers of a session, by turn."""
        from simulator.services.before_answering import noted_before

        return noted_before(store, self.trainee, id_)

    def looked_back(self, store: SessionStore, scenario: str) -> None:
        """Note that the trainee has opened a debriefing of a scenario: the next play of it is no first meeting."""
        store.note_met(self.trainee, scenario, Met.DEBRIEFING, self._now_ms())

    def saw_proof(self, store: SessionStore, scenario: str) -> None:
        """Note that the trainee has opened the proof page of a scenario."""
        store.note_met(self.trainee, scenario, Met.PROOF, self._now_ms())

    def own_note(self, store: SessionStore, id_: SessionId) -> str:
        """The trainee's own note on a session, as it stands."""
        from simulator.services.notes import own_note

        return own_note(store, self.trainee, id_)

    def write_own_note(self, store: SessionStore, id_: SessionId, words: str) -> None:
        """Keep the trainee's own note on a session in place of the one before."""
        from simulator.services.notes import write_own_note
        from simulator.session.remarks import RemarkId

        new = RemarkId(self._new_id())
        write_own_note(store, self.trainee, id_, words, id_=new, now_ms=self._now_ms())

    def own_reading(self, store: SessionStore, id_: SessionId) -> OwnReading | None:
        """How the trainee read a session before its debriefing; ``None`` where no question was answered."""
        from simulator.services.own_reading import own_reading

        return own_reading(store, self.trainee, id_)

    def keep_own_reading(self, store: SessionStore, id_: SessionId, reading: OwnReading) -> None:
        """Keep how the trainee reads a session."""
        from simulator.services.own_reading import keep_own_reading
        from simulator.session.remarks import RemarkId

        new = RemarkId(self._new_id())
        keep_own_reading(store, self.trainee, id_, reading, id_=new, now_ms=self._now_ms())

    def note_handed_in(self, store: SessionStore, id_: SessionId, handed: HandedOut, content: bytes) -> None:
        """Keep that a session was handed in."""
        from simulator.services.handing_in import note_handed_in
        from simulator.session.remarks import RemarkId

        new = RemarkId(self._new_id())
        note_handed_in(store, self.trainee, id_, handed, content, id_=new, now_ms=self._now_ms())

    def erase(self, store: SessionStore, id_: SessionId) -> None:
        """Delete a session for good."""
        store.erase(id_)

    def timing(self, spent_ms: int | None = None) -> Timing:
        """When a step is made, and the active time spent on it."""
        from simulator.session.events import Timing

        return Timing(self._now_ms(), spent_ms)

    def played_scenarios(self, store: SessionStore) -> tuple[tuple[str, str], ...]:
        """The scenarios in which the trainee has conversations, in the library or not: their ids and titles, by title."""
        found = [(scenario, self._title(store, scenario)) for scenario in store.totals(self.trainee).by_scenario]
        return tuple(sorted(found, key=lambda one: one[1].casefold()))

    def _title(self, store: SessionStore, scenario: str) -> str:
        from simulator.session.store import NO_MEASURES, SessionFilter, SessionOrder

        wanted = SessionFilter(trainee=self.trainee, scenario=scenario)
        newest = store.query(wanted, SessionOrder.NEWEST, NO_MEASURES, size=1).headers
        return self.title_of(newest[0]) if newest else scenario

    def measures(self, found: Reopened) -> Measures:
        """What a session came to in today's opinion. Takes seconds if not foreseen."""
        from simulator.services.measuring import measured

        return measured(found, self._examiner)

    def foresee(self, scenario: Scenario, difficulty: int) -> None:
        """Work out everything that can happen in a scenario, so that ``worth`` can answer at once. Takes seconds."""
        self._examiner.foresee(scenario, difficulty)

    def worth(self, session: Session) -> SessionValue:
        """What each sentence of a session was worth, against what was attainable. Takes seconds if not foreseen."""
        return self._examiner.worth(session)

    def worth_and_possible(self, session: Session) -> tuple[SessionValue, Mapping[int, Possible]]:
        """The same, and by turn what was possible in both voices."""
        from simulator.services.what_was_possible import what_was_possible

        worth = self.worth(session)
        return worth, what_was_possible(session, worth)


def local_day(at_ms: int) -> str:
    """The local date of a moment, as ``YYYY-MM-DD``."""
    return time.strftime("%Y-%m-%d", time.localtime(at_ms / 1000))


def _progress(
    verdicts: Mapping[str, int], tries: Mapping[str, int], unfinished: Sequence[SessionId], last: SessionHeader | None
) -> Progress:
    """How far somebody has come in a scenario; what was reached in another try is not held up as the best."""
    first = {verdict: count - tries.get(verdict, 0) for verdict, count in verdicts.items() if verdict}
    best = next((verdict for verdict in _GOOD if first.get(verdict)), None)
    others = sum(count for verdict, count in tries.items() if verdict)
    newest = None if last is None else Last(last.difficulty, last.verdict, last.started_ms)
    return Progress(sum(first.values()), best, tuple(unfinished), others, newest)


def _own(card: Card, progress: Mapping[str, Progress]) -> Progress:
    """A card that cannot be played has no progress: its id may be another scenario's."""
    return Progress() if card.problems else progress.get(card.id, Progress())


def _for_trainees(cards: Sequence[Card]) -> Iterator[tuple[Card, bool]]:
    """The scenarios that trainees meet, which are not drafts, and whether somebody has answered for each."""
    from simulator.services.standings import Standing, standing_of

    for card in cards:
        stands = standing_of(card)
        if stands.for_trainees:
            yield card, stands is not Standing.NOT_REVIEWED
