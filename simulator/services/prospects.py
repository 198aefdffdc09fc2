"""What was possible in a scenario, worked out once for each content and difficulty, and kept for the next time."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from simulator.analysis.regret import SessionValue
    from simulator.analysis.solve import Solution
    from simulator.scenario.document import Scenario
    from simulator.session import Script, Session

_KEPT: Final = 3


class Kept(Protocol):
    """Where solutions are kept by name when the program is closed; what cannot be kept is solved again."""

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, if anything."""

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name."""


class Prospects:
    """Solves scenarios on demand; may be asked from several threads, which then share one solution.

    The last few solutions stay in the memory. All are ``kept`` as well, if there is a place for it: what was solved once
    is read from there, for its prices only.
    """

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept = kept
        self._solved: OrderedDict[tuple[str, int], Solution] = OrderedDict()
        self._solving, self._pricing = Lock(), Lock()
        self._stopped = False

    def solution(self, scenario: Scenario, difficulty: int) -> Solution:
        """The prices of a scenario, by the content hash of its files; takes seconds the first time.

        Raises ``Interrupted`` once ``stop`` was called, if it would have to be solved.
        """
        # Late: numpy is not needed before the first conversation.
        from simulator.analysis.solve import solve
        from simulator.session import Script

        key = (scenario.digest, difficulty)
        with self._solving:
            if (known := self._solved.get(key)) is not None:
                self._solved.move_to_end(key)
                return known
            script = Script(scenario, difficulty)
            found = read = self._read(script)
            if found is None:
                found = solve(script, progress=lambda _turn, _states: not self._stopped)
            self._solved[key] = found
            while len(self._solved) > _KEPT:
                self._solved.popitem(last=False)
        # Outside the lock: whoever waits for the solution has it by now.
        if read is None:
            self._keep(found)
        return found

    def worth(self, session: Session) -> SessionValue:
        """What each decision of a session was worth, and the session against what was attainable."""
        from simulator.analysis.regret import value_session

        script = session.script
        solution = self.solution(script.scenario, script.disposition.difficulty)
        with self._pricing:  # a solution numbers the patients it is asked about
            return value_session(solution, session)

    def stop(self) -> None:
        """Let work under way end soon; nothing more is solved."""
        self._stopped = True

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


def _name(script: Script) -> str:
    """What a solution is kept under: whatever could change a price changes it too."""
    from simulator.analysis.fingerprint import prices_fingerprint

    return f"{script.scenario.digest}-{script.disposition.difficulty}-{prices_fingerprint()}"
