"""A visit to somebody's course: from wherever their name stands, and back to there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.services.group_evidence import GroupEvidence
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.skill_course import SkillCourse, skill_course
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.review.course_page import CoursePage
from simulator.ui.review.group_reading import GroupReading


class CourseVisit(QObject):
    """``turn_to`` shows a page of the desk, ``reading`` reads what the group chose."""

    closed = Signal()

    def __init__(
        self,
        parent: QObject,
        look: Look,
        reading: GroupReading,
        turn_to: Callable[[QWidget], None],
        today: date,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._turn_to = turn_to
        self._today = today
        self._counting: Background[SkillCourse] = Background(self)
        self.page = CoursePage(look)
        self.page.closed.connect(self._leave)
        self.page.stopped.connect(self._leave)

    def show(self, people: Sequence[ReviewedPerson], person: ReviewedPerson, back: str) -> None:
        """Work out the course of somebody among these people, and show it; ``back`` says where one comes back to."""
        self.page.show_working(person, back)
        self._turn_to(self.page)
        self.page.back.setFocus()

        def done(found: GroupEvidence) -> None:
            self._counting.ask(lambda: skill_course(found, person.key, self._today), self.page.show_course)

        self._counting.forget()
        self._reading.ask(people, done, self.page.show_progress)

    def _leave(self) -> None:
        self._reading.stop()
        self._counting.forget()
        self.closed.emit()
