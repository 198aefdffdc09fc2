"""Examines scenarios: reads and checks them, tries everything in them, and prices what was played; for every command and desk."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from simulator.messages.sentences.practice import CANNOT_BE_PLAYED, OTHER_TEXTS_KEPT
from simulator.services.kept_results import Kept
from simulator.services.play_lengths import PlayLengths
from simulator.session.errors import ServiceError

if TYPE_CHECKING:
    from simulator.analysis.budget import Budget
    from simulator.analysis.scenario_analysis import Analysis, Early
    from simulator.analysis.session_value import SessionValue
    from simulator.analysis.solve import Solution
    from simulator.scenario.checking import Checked
    from simulator.scenario.diagnostics.diagnostic import Diagnostic
    from simulator.scenario.document import Scenario
    from simulator.scenario.files import ScenarioFiles
    from simulator.session.engine import Session
    from simulator.session.script import Script

Telling: TypeAlias = Callable[[int, int], bool]
"""Hears the turn that is being tried and the states so far; answers false if the work should end."""

_KEPT: Final = 3
_PINNED: Final = 8
_BETWEEN_WORDS_S: Final = 0.03
"""Seconds between two questions whether the work is still wanted, and two words on how far it is."""


class Examined(NamedTuple):
    """What is known of a scenario once it was read, checked and, if it can be played, tried in every way.

    ``analysis`` is ``None`` where a fault keeps it from being played. ``diagnostics`` holds everything worth mending, in
    the order in which it was found.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    analysis: Analysis | None


class Examiner:
    """Everything that can be asked of a scenario; may be asked from several threads, which then share one solution.

    The last few solutions stay in the memory. All are ``kept`` as well, if there is a place for it: what was solved once
    is read from there, for its prices only. ``budget`` is what one solution may cost, in seconds of ``clock`` too. A
    solution that the budget has cut says so itself (``Solution.exact``), and is not kept. Whoever watches is asked every
    few hundredths of a second of ``steady``.
    """

    def __init__(
        self,
        kept: Kept | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        budget: Budget | None = None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kept = kept
        self.lengths = PlayLengths(kept)
        self._clock = clock
        self._budget = budget
        self._steady = steady
        self._solved: OrderedDict[tuple[str, int], Solution] = OrderedDict()
        self._solving = Lock()
        self._stopped = False

    def prove(
        self,
        checked: Checked,
        progress: Telling,
        *,
        told: tuple[Diagnostic, ...] = (),
        difficulty: int | None = None,
        skill: float | None = None,
        early: Early = lambda _solution, _hardness, _halfway: None,
    ) -> Examined:
        """Try everything in a scenario that was read and checked; takes seconds.

        ``told`` are more faults that were found in it, ``early`` hears of the solution first. Raises
        ``Interrupted`` if ``progress`` answers false, or after ``stop``.
        """
        from simulator.scenario.diagnostics.diagnostic import errors_in

        diagnostics = tuple(dict.fromkeys((*checked.diagnostics, *told)))
        scenario = checked.scenario
        if scenario is None or errors_in(diagnostics):
            return Examined(scenario, diagnostics, None)
        # Late: numpy is not needed before something is tried.
        from simulator.analysis.policies import SKILL
        from simulator.analysis.scenario_analysis import analyse

        found = analyse(
            scenario,
            checked.spans,
            diagnostics,
            difficulty=difficulty,
            budget=self._budget,
            skill=SKILL if skill is None else skill,
            clock=self._clock,
            progress=self._now_and_then(progress),
            early=early,
        )
        if found.minutes is not None:
            self.lengths.note(scenario.digest, found.difficulty, found.minutes)
        return Examined(scenario, (*diagnostics, *found.diagnostics), found)

    def foresee(self, scenario: Scenario, difficulty: int) -> None:
        """Work out what a debriefing will need, and how long a conversation lasts; takes seconds the first time."""
        solution = self.solution(scenario, difficulty)
        if self.lengths.of(scenario.digest, difficulty) is None:
            from simulator.analysis.play_length import simulated_minutes
            from simulator.session.script import Script

            minutes = simulated_minutes(solution, Script(scenario, difficulty))
            if minutes is not None:
                self.lengths.note(scenario.digest, difficulty, minutes)

    def solution(self, scenario: Scenario, difficulty: int) -> Solution:
        """The prices of a scenario, by the content hash of its files; takes seconds the first time.

        Raises ``Interrupted`` once ``stop`` was called, if it would have to be solved.
        """
        from simulator.session.script import Script

        key = (scenario.digest, difficulty)
        with self._solving:
            if (known := self._solved.get(key)) is not None:
                self._solved.move_to_end(key)
                return known
            script = Script(scenario, difficulty)
            found = read = self._read(script)
            if found is None:
                found = self.solve(script)
            self._solved[key] = found
            while len(self._solved) > _KEPT:
                self._solved.popitem(last=False)
        # Outside the lock: whoever waits for the solution has it by now.
        if read is None and found.exact:
            self._keep(found)
        return found

    def solve(self, script: Script, progress: Telling = lambda _turn, _states: True) -> Solution:
        """Try everything that can happen, with what every choice leads to; never read from what was kept.

        Raises ``Interrupted`` if ``progress`` answers false, or after ``stop``.
        """
        from simulator.analysis.budget import USUAL
        from simulator.analysis.solve import solve

        return solve(script, self._budget or USUAL, clock=self._clock, progress=self._now_and_then(progress))

    def worth(self, session: Session) -> SessionValue:
        """What each decision of a session was worth, and the session against what was attainable."""
        from simulator.analysis.session_value import value_session

        script = session.script
        return value_session(self.solution(script.scenario, script.disposition.difficulty), session)

    def stop(self) -> None:
        """Let work under way end within a tenth of a second; nothing more is solved."""
        self._stopped = True

    def _now_and_then(self, progress: Telling) -> Telling:
        """Asks only as often as a person could see; whoever works asks thousands of times in a second."""
        next_word = 0.0

        def told(turn: int, states: int) -> bool:
            nonlocal next_word
            now = self._steady()
            if self._stopped:
                return False
            if now < next_word:
                return True
            next_word = now + _BETWEEN_WORDS_S
            return progress(turn, states)

        return told

    def _read(self, script: Script) -> Solution | None:
        from simulator.analysis.solution_archive import unpacked

        if self._kept is None:
            return None
        data = self._kept.get(_name(script))
        return None if data is None else unpacked(script, data)

    def _keep(self, solution: Solution) -> None:
        from simulator.analysis.solution_archive import packed

        if self._kept is not None:
            self._kept.put(_name(solution.script), packed(solution))


class PinnedScenarios:
    """The scenarios of stored sessions, from the texts pinned with them; the last few (``kept``) are not read again."""

    def __init__(self, kept: int = _PINNED) -> None:
        self._kept = kept
        self._read: OrderedDict[tuple[str, str], Scenario] = OrderedDict()

    def scenario(self, path: str, sources: Mapping[str, str], digest: str) -> Scenario:
        """The scenario at a path of the texts; raises ``ServiceError`` where they cannot be read or have another digest."""
        from simulator.scenario.hashes import digest_of

        key = (path, digest_of(dict(sources)))
        found = self._read.pop(key, None) or _as_pinned(sources, path)
        if found.digest != digest:
            raise ServiceError(OTHER_TEXTS_KEPT())
        self._read[key] = found
        while len(self._read) > self._kept:
            self._read.popitem(last=False)
        return found


def _as_pinned(sources: Mapping[str, str], path: str) -> Scenario:
    from simulator.scenario.files import PinnedFiles
    from simulator.scenario.sidecars import translated_as_pinned

    files = PinnedFiles(sources)
    return translated_as_pinned(files, playable(files, path), sources)


def playable(files: ScenarioFiles, path: str) -> Scenario:
    """The scenario at a path; raises ``ServiceError`` with the first fault if it cannot be played."""
    from simulator.scenario.read import read_scenario

    reading = read_scenario(files, path)
    if reading.scenario is None:
        first = next(d for d in reading.diagnostics if d.severity == "error")
        at = first.span
        raise ServiceError(CANNOT_BE_PLAYED(path=path, file=at.file, line=at.line, why=first.message))
    return reading.scenario


def _name(script: Script) -> str:
    """What a solution is kept under: whatever could change a price changes it too, and no word that changes none."""
    from simulator.analysis.fingerprint import prices_fingerprint

    return f"{script.story}-{script.disposition.difficulty}-{prices_fingerprint()}"
