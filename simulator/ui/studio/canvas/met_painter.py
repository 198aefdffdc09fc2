"""Paints on a canvas how often its cards are met; what was worked out for another text is taken off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.analysis.budget import Interrupted
from simulator.messages.message import Message
from simulator.messages.sentences import canvas as say
from simulator.scenario.read import Reading
from simulator.services.canvas_visits import LearnerPainting, visits_of
from simulator.services.examine import Examiner
from simulator.services.group_paths import GroupPaths
from simulator.ui.background import Background, report
from simulator.ui.studio.canvas.canvas_scene import CanvasScene

if TYPE_CHECKING:
    from simulator.analysis.card_visits import CardVisits


class MetPainter(QObject):
    """Works behind the window; only what was asked for last is painted."""

    told = Signal(Message)
    """What is being done, and what is painted."""

    ended = Signal()
    """Nothing is painted any more."""

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._examiner = Examiner()
        self._work: Background[CardVisits | Message] = Background(self)
        self._wanted = 0
        self._painted = False
        self._ways = False

    def paint(self, reading: Reading) -> None:
        """Work out how often each card is met in a file as it reads now, and paint it."""
        self._take_off_ways()
        self._wanted += 1
        ticket = self._wanted
        self.told.emit(say.TRYING())
        self._painted = True
        self._work.ask(
            lambda: visits_of(reading, self._examiner, lambda: ticket == self._wanted), self._show, self._failed
        )

    def paint_group(self, paths: GroupPaths) -> None:
        """Paint the ways that a group took."""
        self.stop()
        self._painted = self._ways = True
        pale = self._scene.paint_met(paths)
        self._scene.edges.mark_played(paths.steps)
        self.told.emit(say.GROUP_PAINTED(count=paths.meetings, pale=pale))

    def stop(self) -> None:
        """Paint nothing, and let work under way end."""
        self._wanted += 1
        self._work.forget()
        self._take_off_ways()
        if self._painted:
            self._painted = False
            self._scene.paint_met(None)
            self.ended.emit()

    def _take_off_ways(self) -> None:
        if self._ways:
            self._ways = False
            self._scene.edges.mark_played(())

    def _show(self, found: CardVisits | Message) -> None:
        if isinstance(found, Message):
            self.stop()
            self.told.emit(found)
            return
        pale = self._scene.paint_met(LearnerPainting(found))
        if found.exact:
            self.told.emit(say.MET_EXACT(count=pale))
            return
        from simulator.analysis.card_visits import SAMPLED

        self.told.emit(say.MET_FROM_SAMPLE(plays=SAMPLED, count=pale))

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, Interrupted):
            report(fault)
