"""One person: what they have handed in, and what has not come up for them yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import not_yet_met as say
from simulator.messages.sentences import review
from simulator.services.not_yet_met import FEW, NotYetMet
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.to_practise import ENOUGH
from simulator.ui.look import Look
from simulator.ui.review.not_yet_lines import NotYetLines
from simulator.ui.review.person_card import PersonCard
from simulator.ui.review.return_page import ReturnPage
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, row, scrolling, to_top, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_WIDEST = 1_000


class PersonPage(ReturnPage):
    """What they have handed in can be read from its beginning, or from what it showed."""

    chosen = Signal(object, object)
    scores_wanted = Signal(object, object)
    course_wanted = Signal(object)
    deleted = Signal(object)
    assigned = Signal(object, object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.card: PersonCard | None = None
        self.not_yet: NotYetLines | None = None
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        head = row(spacing=10)
        self._title = text_label("", "title")
        head.addWidget(self._title, 1)
        self.back = Button(look.say(review.BACK()), "quiet")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self._cards = column(spacing=12)
        box.addLayout(self._cards)
        self._not_yet = Card(margin=18, spacing=8)
        box.addWidget(self._not_yet)
        box.addStretch(1)
        self._scroll = scrolling(self._inside, look.say(review.OF_PERSON()))
        column(self).addWidget(self._scroll)

    @property
    def way_back(self) -> Message | None:
        """By whose page it is, once it is somebody's."""
        return review.BACK_TO_PERSON(name=self.card.person.name) if self.card is not None else None

    def show_person(self, person: ReviewedPerson, back: str) -> None:
        """Show what somebody has handed in; ``back`` says where one comes back to."""
        self._title.setText(person.name)
        self.back.show_words(back)
        clear(self._cards)
        card = self.card = PersonCard(person, self._look, named=False)
        card.chosen.connect(self.chosen)
        card.scores_wanted.connect(self.scores_wanted)
        card.course_wanted.connect(self.course_wanted)
        card.deleted.connect(self.deleted)
        self._cards.addWidget(card)
        self.not_yet = None
        self._begin_not_yet()
        self._not_yet.body.addWidget(text_label(self._look.say(say.WORKING()), "quiet"))
        tab_in_reading_order(self._inside)
        to_top(self._scroll)
        self.back.setFocus()

    def show_not_yet(self, found: NotYetMet) -> None:
        """Show what has not come up for them, and what they could practise next."""
        self._begin_not_yet()
        self._not_yet.body.addWidget(text_label(self._look.say(say.WHAT_IT_TELLS(few=FEW, enough=ENOUGH)), "quiet"))
        self.not_yet = NotYetLines(found, self._look)
        self.not_yet.assigned.connect(self.assigned)
        self._not_yet.body.addWidget(self.not_yet)
        tab_in_reading_order(self._inside)

    def _begin_not_yet(self) -> None:
        clear(self._not_yet.body)
        self._not_yet.body.addWidget(text_label(self._look.say(say.OF_PERSON()), "heading"))
