"""What to practise next: what has not come up for somebody yet or was met least often, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import not_yet_met as say
from simulator.messages.sentences import review
from simulator.services.assigning import Assignable
from simulator.services.not_yet_met import FEW, NotYetMet
from simulator.services.to_practise import ENOUGH
from simulator.ui.look import Look
from simulator.ui.review.not_yet_lines import NotYetLines
from simulator.ui.review.return_page import ReturnPage
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, row, scrolling, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.titled import add_head

_WIDEST = 860


class NotYetPage(ReturnPage):
    """``assigned`` tells scenarios and to whom (``None``: everybody), ``person_wanted`` whose conversations to show."""

    assigned = Signal(object, object)
    person_wanted = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: list[NotYetLines] = []
        self.people: list[Button] = []
        self._scenarios: tuple[Assignable, ...] = ()
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        self.back = add_head(box, look.say(say.TITLE()), look.say(review.BACK_TO_GROUP()))
        self.back.clicked.connect(self.closed)
        box.addWidget(text_label(look.say(say.LEAD(few=FEW, enough=ENOUGH)), "quiet"))
        self.all = Button(look.say(say.ASSIGN_ALL()), "plain")
        self.all.clicked.connect(lambda: self.assigned.emit(self._scenarios, None))
        box.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._cards = column(spacing=12)
        box.addLayout(self._cards)
        self._nobody = text_label(look.say(say.NOBODY()), "body")
        box.addWidget(self._nobody)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.TITLE())))

    @property
    def way_back(self) -> Message:
        """From what was opened here."""
        return say.BACK()

    def show_everybody(self, found: Sequence[NotYetMet]) -> None:
        """Show everybody."""
        clear(self._cards)
        self.lines, self.people = [], []
        for one in found:
            self._cards.addWidget(self._card(one))
        self._scenarios = tuple(dict.fromkeys(each for one in found for each in one.scenarios))
        self.all.setVisible(len(self._scenarios) > 1)
        self._nobody.setVisible(not found)
        tab_in_reading_order(self._inside)

    def _card(self, found: NotYetMet) -> Card:
        look, card = self._look, Card(margin=18, spacing=8)
        head = row(spacing=10)
        head.addWidget(text_label(found.person.name, "heading"), 1)
        named = look.say(review.PERSON_NAMED(name=found.person.name))
        button = Button(look.say(say.CONVERSATIONS()), "link", name=named)
        button.clicked.connect(lambda: self.person_wanted.emit(found.person))
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        lines = NotYetLines(found, look)
        lines.assigned.connect(self.assigned)
        card.body.addWidget(lines)
        self.lines.append(lines)
        self.people.append(button)
        return card
