"""The proof of a scenario while it is edited: everything is tried in what it reads as now, and told in a few sentences first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Message
from simulator.patient.verdicts import Verdict
from simulator.scenario.checking import Checked
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity, errors_in
from simulator.scenario.document import Scenario, Wording
from simulator.scenario.editing.places_in_text import thing_at
from simulator.scenario.editing.written import Written
from simulator.scenario.hashes import story_digest
from simulator.scenario.nodes import Path
from simulator.scenario.playable_draft import Playable, playable
from simulator.scenario.read import Reading
from simulator.scenario.reading_pace import minutes_for, words_in
from simulator.scenario.to_write import lack_an_answer
from simulator.services.examine import Examiner, Telling
from simulator.session.script import Script

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.analysis.conversations_to_read import ToRead
    from simulator.analysis.hardness import Hardness
    from simulator.analysis.policies import Outcome
    from simulator.analysis.scenario_analysis import Analysis
    from simulator.analysis.solve import Prospect, Solution

_REMEMBERED: Final = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence of a proof with its place: the path of the moment, response or wording; ``None`` where it stands elsewhere.

    ``witness`` is a conversation that shows it (answers by their ids), ``play_from`` a moment to begin a play at;
    ``finding`` is given where it is mended in another file.
    """

    message: Message
    place: Path | None = None
    witness: tuple[str, ...] | None = None
    play_from: str = ""
    finding: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Fares:
    """How somebody fares who chooses well about half the time, and how hard that makes it: known long before the rest."""

    scenario: Scenario
    verdicts: Mapping[Verdict, float]
    endings: frozenset[Verdict]
    hardness: Hardness | None


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of trying everything, by whatever could change it: no word that changes none is in the ``key``.

    ``analysis`` is ``None`` where the file is broken; then ``start`` is what is possible in what can be read of it, where that
    is not too large. ``faults`` have their places as paths, which stay true while lines move.
    """

    key: str
    analysis: Analysis | None
    start: Prospect | None
    to_read: ToRead | None
    faults: tuple[tuple[Diagnostic, Path | None], ...] = ()
    uncovered: tuple[tuple[str, str], ...] = ()
    fares: Fares | None = None


@dataclass(frozen=True, slots=True)
class LiveProof:
    """What is known of a file as it read when it was asked about.

    ``told`` is what reading and checking say of it, ``sound`` counts the moments that can be read; where ``playable`` is
    ``None`` nothing could be tried. ``early`` is set as long as only how somebody fares is known of what was tried.
    """

    tried: Tried | None
    playable: Playable | None
    refused: Message | None
    told: tuple[tuple[Diagnostic, Path | None], ...]
    sound: int
    moments: int
    early: bool = False

    @property
    def errors(self) -> tuple[tuple[Diagnostic, Path | None], ...]:
        """What keeps it from being played."""
        return tuple(one for one in self.told if one[0].severity is Severity.ERROR)

    @property
    def faults(self) -> tuple[tuple[Diagnostic, Path | None], ...]:
        """Everything that should be fixed, each once: what trying everything shows comes last."""
        known = {} if self.tried is None else {(one.code, one.message): (one, at) for one, at in self.tried.faults}
        return tuple(({(one.code, one.message): (one, at) for one, at in self.told} | known).values())

    @property
    def uncovered(self) -> tuple[tuple[str, str], ...]:
        """Responses of the scenario that hardly anybody is offered, each with its moment."""
        return () if self.tried is None else self.tried.uncovered


class LiveProofs:
    """Proves a file again and again while it is edited; what changes nothing that was tried costs nothing."""

    def __init__(self, examiner: Examiner) -> None:
        self._examiner = examiner
        self._tried: OrderedDict[str, Tried] = OrderedDict()

    def prove(
        self,
        reading: Reading,
        written: Written,
        story: Callable[[], tuple[Diagnostic, ...]],
        progress: Telling,
        early: Callable[[LiveProof], object] = lambda _proof: None,
    ) -> LiveProof:
        """Try everything in a file; takes seconds. ``story`` checks the whole story, ``early`` hears first how somebody fares.

        Raises ``Interrupted`` if ``progress`` answers false.
        """
        _still_wanted(progress)
        told = tuple(dict.fromkeys((*reading.diagnostics, *story())))
        _still_wanted(progress)
        placed = tuple((one, place_of(one, written)) for one in told)
        found = playable(reading)
        known = len(written.keys(("moments",)))
        if isinstance(found, Message):
            return LiveProof(None, None, found, placed, 0, known)
        broken = reading.scenario is None or errors_in(told) > 0
        key = _key(found, broken)
        # The first time, what tries everything has just been loaded.
        _still_wanted(progress)
        tried = self._tried.get(key)
        sound = len(found.scenario.moments) - len(found.broken)

        def tell(fares: Fares) -> None:
            partly = Tried(key, None, None, None, fares=fares)
            early(LiveProof(partly, found, None, placed, sound, known, early=True))

        if tried is None:
            if broken:
                tried = self._try_rest(key, found, progress)
            else:
                tried = self._try(key, reading, told, written, progress, tell)
            self._tried[key] = tried
            while len(self._tried) > _REMEMBERED:
                self._tried.popitem(last=False)
        return LiveProof(tried, found, None, placed, sound, known)

    def _try(
        self,
        key: str,
        reading: Reading,
        told: tuple[Diagnostic, ...],
        written: Written,
        progress: Telling,
        tell: Callable[[Fares], object],
    ) -> Tried:
        solved: list[Solution] = []
        fares: list[Fares] = []

        def early(solution: Solution, hardness: Hardness | None, halfway: Outcome) -> None:
            solved.append(solution)
            fares.append(Fares(solution.script.scenario, halfway.verdicts, solution.start.endings, hardness))
            tell(fares[0])

        checked = Checked(reading.scenario, reading.spans, told)
        found = self._examiner.prove(checked, progress, early=early)
        faults = () if found.analysis is None else found.analysis.diagnostics
        placed = tuple((one, place_of(one, written)) for one in faults)
        if not solved:
            return Tried(key, found.analysis, None, None, placed)
        from simulator.analysis.hardly_offered import hardly_offered

        beat = _beat(solved[0], progress)
        to_read = conversations(solved[0], beat)
        return Tried(key, found.analysis, None, to_read, placed, hardly_offered(solved[0], beat), fares[0])

    def _try_rest(self, key: str, found: Playable, progress: Telling) -> Tried:
        solution = self._examiner.solve(Script(found.scenario), progress)
        if not solution.exact:
            return Tried(key, None, None, None)
        return Tried(key, None, solution.start, conversations(solution, _beat(solution, progress)))


def conversations(solution: Solution, beat: Callable[[], object]) -> ToRead:
    """The conversations to read instead of all."""
    # Late: numpy is not needed before something is tried.
    from simulator.analysis.conversations_to_read import conversations_to_read

    return conversations_to_read(solution, beat)


def _beat(solution: Solution, progress: Telling) -> Callable[[], object]:
    """Raises ``Interrupted`` once nobody wants the work any more."""

    def beat() -> None:
        _still_wanted(progress, len(solution.layers), solution.states)

    return beat


def _still_wanted(progress: Telling, turn: int = 0, states: int = 0) -> None:
    """Raises ``Interrupted`` if nobody wants the work any more."""
    from simulator.analysis.budget import Interrupted

    if not progress(turn, states):
        raise Interrupted


def place_of(fault: Diagnostic, written: Written) -> Path | None:
    """The moment, response or wording that a fault stands in; ``None`` where it stands in another file."""
    spans = written.spans
    if fault.span.file != spans.positions.file:
        return None
    return thing_at(written, spans.positions.offsets(fault.span)[0])


def words_of(scenario: Scenario) -> int:
    """How many words a scenario has of its own, without those of the patient's file."""
    texts: list[str] = [words for line in scenario.opening for words in (line.say, *line.shows)]
    for moment in scenario.moments.values():
        texts += [words for one in moment.wordings for words in (one.patient, *one.shows)]
        texts += [one.say for response in moment.responses for one in response.wordings]
    return words_in(texts)


def minutes_to_read(words: int) -> int:
    """How long it takes to read so many words."""
    return minutes_for(words, 0)


def _key(found: Playable, broken: bool) -> str:
    """Whatever could change what is found, and no word that changes nothing; words count as far as a way of playing goes by them."""
    scenario = found.scenario
    parts = [story_digest(scenario), str(scenario.difficulty), str(broken), *sorted(found.broken)]
    parts += [f"{moment}/{answer}" for moment, answer in sorted(found.dead_ends)]
    if not broken:
        from simulator.analysis.policies import policies_in

        parts.append(str(lack_an_answer(scenario.moments.values())))
        going_by_words = [policy for policy in policies_in(scenario.language) if policy.tiers is not None]
        for moment in (*scenario.moments.values(), *scenario.patient.lines.values()):
            told = [str(_without_words(wording)) for wording in moment.wordings]
            parts += [moment.id, str(moment.beyond_repair), str(moment.end), *told]
            parts += [str(policy.tiers(moment)) for policy in going_by_words if policy.tiers is not None]
    return sha256("\n".join(parts).encode()).hexdigest()


def _without_words(wording: Wording) -> Wording:
    opens = tuple((after, "") for after, _ in wording.opens)
    return replace(wording, patient="", shows=(), thinks="", opens=opens, pose=())
