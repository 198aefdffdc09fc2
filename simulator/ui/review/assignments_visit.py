"""What the page of assignments at the Review desk stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from simulator.handin.assignment import SUFFIX, write_assignment
from simulator.messages.sentences import assignments as say
from simulator.services.assigning import Assignable, Assigning
from simulator.services.review_shelf import Shelf
from simulator.services.reviewing import Review
from simulator.session.errors import ServiceError
from simulator.session.vocabulary import Mode
from simulator.ui.look import Look
from simulator.ui.review.assignments_page import AssignmentsPage
from simulator.ui.saving_files import Wanted, save_where_wanted


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
        self.page = AssignmentsPage(look, lambda: review.today)
        self.page.made.connect(self._make)

    def show_shelf(self, shelf: Shelf, chosen: Sequence[Assignable] = ()) -> None:
        """Show assignments with what was handed in for them; a new one begins with what was chosen."""
        self._shelf = shelf
        self.page.offer(self._scenarios())
        self._show_states()
        if chosen:
            self.page.choose(chosen)

    def _show_states(self) -> None:
        try:
            self.page.show_states(self._assigning.states(self._shelf))
        except ServiceError as refusal:
            self.refused.emit(refusal)

    def _make(self, title: str, by: str, scenarios: Iterable[str], mode: Mode, due: str, pseudonyms: bool) -> None:
        def content() -> bytes:
            return write_assignment(self._assigning.make(title, by, scenarios, mode, due, pseudonyms=pseudonyms))

        page = self.page
        wanted = Wanted(say.WHERE_ONE(), f"assignment{SUFFIX}", say.KIND(pattern=f"*{SUFFIX}"))
        told = save_where_wanted(
            wanted, page.ask_where, page, self._look, content, lambda path: say.MADE(path=str(path))
        )
        if told is not None:
            page.tell(told)
            self._show_states()
