"""What was possible in a scenario, worked out once for each content and difficulty and kept while the program runs."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.analysis.regret import SessionValue
    from simulator.analysis.solve import Solution
    from simulator.scenario.document import Scenario
    from simulator.session import Session

_KEPT: Final = 3


class Prospects:
    """Solves scenarios on demand; may be asked from several threads, which then share one solution."""

    def __init__(self) -> None:
        self._solved: OrderedDict[tuple[str, int], Solution] = OrderedDict()
        self._solving = Lock()
        self._stopped = False

    def solution(self, scenario: Scenario, difficulty: int) -> Solution:
        """The solution of a scenario, by the content hash of its files; takes seconds the first time.

        Raises ``Interrupted`` once ``stop`` was called.
        """
        # Late: numpy is not needed before the first conversation.
        from simulator.analysis.solve import solve
        from simulator.session import Script

        key = (scenario.digest, difficulty)
        with self._solving:
            if key not in self._solved:
                found = solve(Script(scenario, difficulty), progress=lambda _turn, _states: not self._stopped)
                self._solved[key] = found
                while len(self._solved) > _KEPT:
                    self._solved.popitem(last=False)
            self._solved.move_to_end(key)
            return self._solved[key]

    def worth(self, session: Session) -> SessionValue:
        """What each decision of a session was worth, and the session against what was attainable."""
        from simulator.analysis.regret import value_session

        script = session.script
        return value_session(self.solution(script.scenario, script.disposition.difficulty), session)

    def stop(self) -> None:
        """Let work under way end soon; nothing can be asked any more."""
        self._stopped = True
