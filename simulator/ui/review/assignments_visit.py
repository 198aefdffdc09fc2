"""What the page of assignments at the Review desk stands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from simulator.handin.assignment import SUFFIX, write_assignment
from simulator.messages.message import Message
from simulator.messages.sentences import assignments as say
from simulator.services.assigning import Assignable, Assigning
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.reviewing import Review
from simulator.session.errors import ServiceError
from simulator.session.vocabulary import Mode
from simulator.ui.look import Look
from simulator.ui.review.assignments_page import AssignmentsPage
from simulator.ui.saving_files import Wanted, save_where_wanted

_LONGEST: Final = 80


class AssignmentsVisit(QObject):
    """``scenarios`` gives what can be asked for."""

    refused = Signal(object)
    """What cannot be done (``ServiceError``)."""

    def __init__(
        self, review: Review, scenarios: Callable[[], Iterable[Assignable]], look: Look, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._scenarios = scenarios
        self._assigning = Assigning(review)
        self._look = look
        self._shelf = Shelf()
        self._person: ReviewedPerson | None = None
        """For whom the next one is made; nothing: for everybody."""
        self.page = AssignmentsPage(look, lambda: review.today)
        self.page.made.connect(self._make)

    def show_shelf(self, shelf: Shelf, chosen: Sequence[Assignable] = (), person: ReviewedPerson | None = None) -> None:
        """Show assignments with what was handed in for them; a new one begins with what was chosen for whom."""
        self._shelf = shelf
        self._person = person
        self.page.offer(self._scenarios())
        self._show_states()
        if chosen:
            self.page.choose(chosen)
        self.page.name(None if person is None else person.name)

    def _show_states(self) -> None:
        try:
            self.page.show_states(self._assigning.states(self._shelf))
        except ServiceError as refusal:
            self.refused.emit(refusal)

    def _make(self, title: str, by: str, scenarios: Iterable[str], mode: Mode, due: str, pseudonyms: bool) -> None:
        page, person = self.page, self._person

        def content() -> bytes:
            whose = None if person is None else person.key
            make = self._assigning.make
            return write_assignment(make(title, by, scenarios, mode, due, pseudonyms=pseudonyms, made_for=whose))

        called = title if person is None else f"{title} - {person.name}"
        wanted = Wanted(say.WHERE_ONE(), file_name(called) + SUFFIX, say.KIND(pattern=f"*{SUFFIX}"))
        told = save_where_wanted(wanted, page.ask_where, page, self._look, content, self._made)
        if told is not None:
            self._show_states()
            page.tell(told)

    def _made(self, path: Path) -> Message:
        """What came of it; the next one begins with nothing chosen, for everybody."""
        person, self._person = self._person, None
        self.page.begin_anew()
        return say.MADE(path=str(path)) if person is None else say.MADE_FOR(path=str(path), name=person.name)


def file_name(words: str) -> str:
    """Words as the name of a file, without what some computers refuse in one."""
    return " ".join(re.sub(r'[\x00-\x1f<>:"/\\|?*.]', " ", words).split())[:_LONGEST] or "assignment"
