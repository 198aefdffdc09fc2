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
from simulator.ui.review.one_at_a_time import OneAtATime
from simulator.ui.review.progress import Progress


class GroupReading(OneAtATime):
    """What was tried once is known as long as the desk is there, and is ``kept`` for the next start."""

    expected = Interrupted

    def __init__(self, parent: QObject, kept: Kept) -> None:
        super().__init__(parent)
        self._reader = EvidenceReader(Examiner(), kept)

    def ask(
        self,
        people: Sequence[ReviewedPerson],
        done: Callable[[GroupEvidence], None],
        progressed: Callable[[Message], None],
    ) -> None:
        """Read what these people chose; what was asked before goes unheard."""

        def read(reading: Progress) -> GroupEvidence:
            def trying(done: int, all_: int) -> bool:
                return reading.say(WORKING_OF(number=min(done + 1, all_), all=all_))

            return self._reader.read(people, trying)

        self.read_telling(read, done, progressed)
