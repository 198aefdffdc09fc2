"""Somebody's course: how well they choose among the answers on offer, and the conversations that say so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Day, Message
from simulator.messages.sentences import looking_back, review
from simulator.messages.sentences import skill_course as say
from simulator.services.handed_in import HandedIn
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.session_words import mode_in_words
from simulator.services.skill_course import CourseStep, SkillCourse, SoFar, after
from simulator.ui.look import Look
from simulator.ui.review.interval_bar import IntervalBar
from simulator.ui.review.return_page import ReturnPage
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, row, scrolling, to_top, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_WIDEST = 860


class CoursePage(ReturnPage):
    """``chosen`` tells a person and a conversation of theirs that somebody wants to read."""

    chosen = Signal(object, object)
    closed = Signal()
    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.read_buttons: list[Button] = []
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        head = row(spacing=10)
        self._title = text_label("", "title")
        head.addWidget(self._title, 1)
        self.back = Button("", "quiet")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self.working = QWidget()
        waiting = row(self.working, spacing=12)
        self.how_far = text_label("", "body")
        waiting.addWidget(self.how_far, 1)
        self.stop = Button(look.say(say.STOP()), "plain")
        self.stop.clicked.connect(self.stopped)
        waiting.addWidget(self.stop)
        box.addWidget(self.working)
        self._found = column(spacing=14)
        box.addLayout(self._found)
        box.addStretch(1)
        self._scroll = scrolling(self._inside, look.say(say.REGION()))
        column(self).addWidget(self._scroll)

    @property
    def way_back(self) -> Message:
        """From what was opened here."""
        return say.BACK_TO_COURSE()

    def show_working(self, person: ReviewedPerson, back: str) -> None:
        """Say of whom it is, and that it is being worked out."""
        self._title.setText(self._look.say(say.TITLE(name=person.name)))
        self.back.show_words(back)
        clear(self._found)
        self.read_buttons = []
        self.how_far.setText(self._look.say(say.WORKING()))
        self.working.show()
        to_top(self._scroll)

    def show_progress(self, how_far: Message) -> None:
        """Say which scenario is being tried."""
        self.how_far.setText(self._look.say(how_far))

    def show_course(self, course: SkillCourse) -> None:
        """Show what was found."""
        self.working.hide()
        clear(self._found)
        self.read_buttons = []
        self._found.addWidget(self._summary(course))
        person = course.evidence.person
        if course.steps:
            self._found.addWidget(text_label(self._look.say(say.BEHIND()), "heading"))
            if any(step.so_far.points is not None for step in course.steps):
                self._found.addWidget(text_label(self._look.say(say.BEHIND_LEAD()), "quiet"))
            for number, step in enumerate(course.steps, 1):
                self._found.addWidget(self._step(person, step, number))
        self._list_beside(person, course.evidence.older)
        tab_in_reading_order(self._inside)

    def _summary(self, course: SkillCourse) -> Card:
        card = Card(margin=18, spacing=8)
        first, *others = course.told
        card.body.addWidget(text_label(self._look.say(first), "heading"))
        bar = None if course.now is None else self._bar(course.now)
        if bar is not None:
            card.body.addWidget(bar)
        if others:
            card.body.addWidget(text_label(" ".join(map(self._look.say, others)), "body"))
        return card

    def _step(self, person: ReviewedPerson, step: CourseStep, number: int) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=12)
        words = column(spacing=4)
        words.addWidget(text_label(self._look.say(after(step, number)), "body"))
        bar = self._bar(step.so_far)
        if bar is not None:
            words.addWidget(bar)
        words.addWidget(text_label(self._held(step.first.found), "small"))
        line.addLayout(words, 1)
        line.addWidget(self._read(person, step.first.found), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _list_beside(self, person: ReviewedPerson, older: Sequence[HandedIn]) -> None:
        if not older:
            return
        self._found.addWidget(text_label(self._look.say(say.OLDER_TITLE()), "heading"))
        self._found.addWidget(text_label(self._look.say(say.OLDER_LEAD()), "quiet"))
        for found in older:
            holder = QWidget()
            line = row(holder, spacing=12)
            line.addWidget(text_label(self._held(found), "body"), 1)
            line.addWidget(self._read(person, found))
            self._found.addWidget(holder)

    def _held(self, found: HandedIn) -> str:
        started, look = found.stored.started, self._look
        held = looking_back.HELD(
            mode=mode_in_words(started.mode),
            level=started.difficulty,
            day=Day(started.day),
            run=looking_back.FIRST_MEETING(),
        )
        return look.say(review.HOW(held=started.title, belief=look.say(held)))

    def _read(self, person: ReviewedPerson, found: HandedIn) -> Button:
        started = found.stored.started
        named = review.READ_NAMED(title=started.title, name=person.name, day=Day(started.day))
        button = Button(self._look.say(review.READ()), "plain", name=self._look.say(named))
        button.clicked.connect(lambda: self.chosen.emit(person, found))
        self.read_buttons.append(button)
        return button

    def _bar(self, so_far: SoFar) -> IntervalBar | None:
        points = so_far.points
        if points is None:
            return None
        return IntervalBar(self._look, None if points.at_least else points.points, points.low, points.high)
