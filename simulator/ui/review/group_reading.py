"""Reading what a group chose, in the background: the newest question wins, and whoever leaves stops it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from simulator.analysis.budget import Interrupted
from simulator.messages.message import Message
from simulator.messages.sentences.skill_course import WORKING_OF
from simulator.services.examine import Examiner
from simulator.services.group_evidence import EvidenceReader, GroupEvidence
from simulator.services.kept_results import Kept
from simulator.services.review_shelf import ReviewedPerson
from simulator.ui.background import Background, report
from simulator.ui.review.progress import Progress


class GroupReading(QObject):
    """What was tried once is known as long as the desk is there, and is ``kept`` for the next start."""

    def __init__(self, parent: QObject, kept: Kept) -> None:
        super().__init__(parent)
        self._reader = EvidenceReader(Examiner(), kept)
        self._work: Background[GroupEvidence] = Background(self)
        self._reading: Progress | None = None

    @property
    def working(self) -> bool:
        """Whether something is being tried."""
        return self._reading is not None

    def ask(
        self,
        people: Sequence[ReviewedPerson],
        done: Callable[[GroupEvidence], None],
        progressed: Callable[[Message], None],
    ) -> None:
        """Read what these people chose; what was asked before goes unheard."""
        self.stop()
        reading = self._reading = Progress(self)
        reading.progressed.connect(progressed)

        def trying(done: int, all_: int) -> bool:
            return reading.say(WORKING_OF(number=min(done + 1, all_), all=all_))

        def ended(found: GroupEvidence) -> None:
            self._reading = None
            done(found)

        self._work.ask(lambda: self._reader.read(people, trying), ended, self._failed)

    def stop(self) -> None:
        """Let work under way end soon, and its result go unheard."""
        self._work.forget()
        if self._reading is not None:
            self._reading.stop()
            self._reading.progressed.disconnect()
            self._reading = None

    def _failed(self, fault: Exception) -> None:
        self._reading = None
        if not isinstance(fault, Interrupted):
            report(fault)
