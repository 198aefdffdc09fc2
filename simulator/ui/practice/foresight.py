"""Works out what is possible in the scenario at hand before anybody asks, so that its debriefing has it at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario
    from simulator.services.practice import Practice
    from simulator.ui.background import Background

_SETTLED_MS = 500
"""After so long a page is drawn, and whoever only passed through is gone."""


class Foresight(QObject):
    """It begins once the page stands, so that no click waits for it.

    One is worked out at a time, to its end, so that looking through many briefings keeps nothing else waiting; then the
    one asked for last.
    """

    def __init__(self, practice: Practice, parent: QObject) -> None:
        super().__init__(parent)
        self._practice = practice
        self._working = False
        self._next: tuple[Scenario, int] | None = None
        self._before: Callable[[], object] = lambda: None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._begin)

    def foresee(self, scenario: Scenario, difficulty: int, before: Callable[[], object]) -> None:
        """Work a scenario out soon; ``before`` is done on the window's thread before it begins."""
        self._next, self._before = (scenario, difficulty), before
        if not self._working:
            self._settled.start()

    @cached_property
    def _background(self) -> Background[None]:
        from simulator.ui.background import Background

        return Background(self)

    def _begin(self) -> None:
        self._before()
        self._work_on()

    def _work_on(self) -> None:
        asked, self._next = self._next, None
        self._working = asked is not None
        if asked is not None:
            # Nobody waits for it yet: whoever does asks again, and hears of what went wrong.
            self._background.ask(
                lambda: self._practice.foresee(*asked), lambda _done: self._work_on(), lambda _fault: self._work_on()
            )
