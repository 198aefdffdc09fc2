"""A play on the map: begun from wherever one writes, and kept as a planned path."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.planned_paths import keep_path
from simulator.session.errors import ServiceError
from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.proof_visit import ProofVisit


class PlayVisit(QObject):
    """``hand_over`` has what is half written read before it is played."""

    told = Signal(Message)

    def __init__(
        self, canvas: CanvasFace, beside: ProofVisit, disk: FileOnDisk, hand_over: Callable[[], object]
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._beside, self._disk, self._hand_over = canvas, beside, disk, hand_over
        canvas.plan_wanted.connect(self._keep_plan)

    def play(self) -> None:
        """Play from the beginning; from the moment that is chosen it is one press more."""
        self._hand_over()
        self._beside.play_from("")

    def _keep_plan(self, path: str) -> None:
        """Keep a play as a planned path beside the file."""
        try:
            self._canvas.play.say_kept(keep_path(self._disk.place, path))
        except ServiceError as refused:
            self.told.emit(refused.message)
