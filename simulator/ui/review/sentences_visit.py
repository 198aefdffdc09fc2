"""A visit to which sentences were chosen: worked out in the background whenever somebody comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.services.group_evidence import GroupEvidence
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.sentences_chosen import SentencesChosen, sentences_chosen
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.review.group_reading import GroupReading
from simulator.ui.review.sentences_page import SentencesPage


class SentencesVisit(QObject):
    """``turn_to`` shows a page of the desk, ``reading`` reads what the group chose."""

    closed = Signal()
    studio_wanted = Signal(object)
    sentence_wanted = Signal(str)

    def __init__(self, parent: QObject, look: Look, reading: GroupReading, turn_to: Callable[[QWidget], None]) -> None:
        super().__init__(parent)
        self._reading = reading
        self._turn_to = turn_to
        self._counting: Background[SentencesChosen] = Background(self)
        self.page = SentencesPage(look)
        self.page.closed.connect(self._leave)
        self.page.stopped.connect(self._leave)
        self.page.studio_wanted.connect(self.studio_wanted)
        self.page.sentence_wanted.connect(self.sentence_wanted)

    def show(self, people: Sequence[ReviewedPerson], back: str) -> None:
        """Work out what these people chose, and show it; ``back`` says where one comes back to."""
        self.page.back.show_words(back)
        self.page.show_working()
        self._turn_to(self.page)
        self.page.back.setFocus()
        self._counting.forget()

        def done(found: GroupEvidence) -> None:
            self._counting.ask(lambda: sentences_chosen(found), self.page.show_found)

        self._reading.ask(people, done, self.page.show_progress)

    def _leave(self) -> None:
        self._reading.stop()
        self._counting.forget()
        self.closed.emit()
