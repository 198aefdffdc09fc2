"""The way through earlier conversations: their list, handing one in, and the assignments that ask for them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import window
from simulator.messages.sentences.assignments import NO_SCENARIO, TITLE
from simulator.services.practice import Practice
from simulator.session.errors import ServiceError
from simulator.ui.data_care import DataCare
from simulator.ui.look import Look
from simulator.ui.practice.earlier_page import EarlierPage
from simulator.ui.store_door import StoreDoor

if TYPE_CHECKING:
    from simulator.handin.assignment import Assignment
    from simulator.session.store import SessionHeader
    from simulator.ui.practice.assignments_page import AssignmentsPage
    from simulator.ui.practice.hand_in_page import HandInPage


class EarlierVisit(QObject):
    """``name`` is under which conversations are handed in."""

    page_made = Signal(QWidget)
    page_wanted = Signal(QWidget, object)
    """A page is to be shown, and is called like this (``Message``)."""
    chosen = Signal(str)
    """A conversation, by its id."""
    begun = Signal(object, object)
    """A conversation of an assignment is to be begun (``Assignment``, ``Scenario``)."""
    failed = Signal(object)
    """What cannot be done (``ServiceError``)."""
    closed = Signal()
    refused = Signal(str)
    announced = Signal(str)

    def __init__(
        self, practice: Practice, door: StoreDoor, look: Look, care: DataCare, name: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._practice, self._door, self._look, self._care, self._name = practice, door, look, care, name

    @cached_property
    def page(self) -> EarlierPage:
        """The page of earlier conversations."""
        page = EarlierPage(self._look, self._practice, self._door)
        page.chosen.connect(self.chosen)
        page.handed_in.connect(self.show_hand_in)
        page.assignments_wanted.connect(self.show_assignments)
        page.closed.connect(self.closed)
        page.refused.connect(self.refused)
        self.page_made.emit(page)
        return page

    @cached_property
    def hand_in(self) -> HandInPage:
        """The page on which a conversation is handed in."""
        from simulator.ui.practice.hand_in_page import HandInPage

        page = HandInPage(self._look, self._practice, self._door, self._care, self._name)
        page.closed.connect(lambda: self.page_wanted.emit(self.page, window.AT_EARLIER()))
        page.refused.connect(self.refused)
        page.announced.connect(self.announced)
        self.page_made.emit(page)
        return page

    @cached_property
    def assignments(self) -> AssignmentsPage:
        """The page of assignments."""
        from simulator.ui.practice.assignments_page import AssignmentsPage

        page = AssignmentsPage(self._look, self._practice, self._door, self._care, self._name)
        page.begun.connect(self._begin_assigned)
        page.closed.connect(self.show)
        page.refused.connect(self.refused)
        page.announced.connect(self.announced)
        self.page_made.emit(page)
        return page

    def show(self, scenario: str = "") -> None:
        """Show the trainee's earlier conversations, those of one scenario first where one is named."""
        self.page.show_sessions(scenario)
        self.page_wanted.emit(self.page, window.AT_EARLIER())

    def show_hand_in(self, header: SessionHeader) -> None:
        """Show what of a conversation would be handed in."""
        self.hand_in.show_session(header)
        self.page_wanted.emit(self.hand_in, window.AT_HAND_IN(title=header.title))

    def show_assignments(self, path: Path | None = None) -> None:
        """Show the assignments that were accepted, and what one in a file asks."""
        if path is None:
            self.assignments.show_all()
        else:
            self.assignments.open_path(path)
        self.page_wanted.emit(self.assignments, TITLE())

    def _begin_assigned(self, assignment: Assignment, scenario: str) -> None:
        """Begin a conversation of an assignment: with its words, in its mode."""
        card = next((item.card for item in self._practice.shelf().items if item.card.id == scenario), None)
        try:
            if card is None:
                raise ServiceError(NO_SCENARIO(scenario=scenario))
            opened = self._practice.open(card)
        except ServiceError as refusal:
            self.failed.emit(refusal)
            return
        self.begun.emit(assignment, opened)
