"""Somebody with what they have handed in, and the ways from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Day
from simulator.messages.sentences import looking_back, skill_course
from simulator.messages.sentences import review as say
from simulator.services.belief_words import in_short
from simulator.services.session_words import came_to, mode_in_words
from simulator.ui.look import Look
from simulator.ui.review.delete_question import DeleteQuestion
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, column, row
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.review_shelf import ReviewedPerson


class PersonCard(Card):
    """A line for each conversation: read from its beginning, or from what it showed."""

    chosen = Signal(object, object)
    """A person and a conversation of theirs."""
    scores_wanted = Signal(object, object)
    """What a conversation of a person showed."""
    course_wanted = Signal(object)
    deleted = Signal(object)

    def __init__(self, person: ReviewedPerson, look: Look, *, named: bool = True) -> None:
        super().__init__(margin=18, spacing=8)
        self.person = person
        self._look = look
        if named:
            self.body.addWidget(text_label(person.name, "heading"))
        self.buttons: list[Button] = []
        self.scores_buttons: list[Button] = []
        for found in person.sessions:
            self.body.addWidget(self._line(found))
        course_named = skill_course.LINK_NAMED(name=person.name)
        self.course_button = Button(look.say(skill_course.LINK()), "link", name=look.say(course_named))
        self.course_button.clicked.connect(lambda: self.course_wanted.emit(person))
        self.body.addWidget(self.course_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.deleting = DeleteQuestion(look, say.DELETE_PERSON(name=person.name), say.DELETE_ASK(name=person.name))
        self.deleting.agreed.connect(lambda: self.deleted.emit(person))
        self.body.addWidget(self.deleting)

    def _line(self, found: HandedIn) -> QWidget:
        look, started = self._look, found.stored.started
        holder = QWidget()
        line = row(holder, spacing=10)
        words = column(spacing=2)
        told = say.LINE(title=started.title, outcome=came_to(found.stored.header))
        words.addWidget(text_label(look.say(told), "body"))
        met = looking_back.MET_BEFORE() if started.met else looking_back.FIRST_MEETING()
        held = looking_back.HELD(
            mode=mode_in_words(started.mode), level=started.difficulty, day=Day(started.day), run=met
        )
        words.addWidget(text_label(look.say(say.HOW(held=held, belief=in_short(found.belief))), "small"))
        line.addLayout(words, 1)
        title, name, day = started.title, self.person.name, Day(started.day)
        named = say.READ_NAMED(title=title, name=name, day=day)
        read = Button(look.say(say.READ()), "plain", name=look.say(named))
        read.clicked.connect(lambda: self.chosen.emit(self.person, found))
        named = say.SCORES_NAMED(title=title, name=name, day=day)
        scores = Button(look.say(say.SCORES()), "plain", name=look.say(named))
        scores.clicked.connect(lambda: self.scores_wanted.emit(self.person, found))
        self.buttons.append(read)
        self.scores_buttons.append(scores)
        line.addWidget(read)
        line.addWidget(scores)
        return holder
