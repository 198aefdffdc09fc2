"""Every sentence of which somebody has proposed that it is something else: what waits for a second name first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import corrections as say
from simulator.messages.sentences import review
from simulator.services.correction_remarks import CodeCorrection, CorrectionState
from simulator.services.correction_words import STATES, from_to
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, row, scrolling, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import selectable, text_label

_WIDEST = 860
_ORDER = tuple(CorrectionState)


class CorrectionsPage(QWidget):
    """A card for each correction; ``chosen`` gives the sentence that somebody wants to look at."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: list[Button] = []
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        head = row(spacing=10)
        head.addWidget(text_label(look.say(say.ALL_TITLE()), "title"), 1)
        self.back = Button(look.say(review.BACK()), "quiet")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self.told = text_label("", "body")
        box.addWidget(self.told)
        self._cards = column(spacing=12)
        box.addLayout(self._cards)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.ALL_TITLE())))

    def show_corrections(self, found: tuple[CodeCorrection, ...]) -> None:
        """Show all corrections, the newest first among those that have come as far."""
        waiting = sum(one.state is CorrectionState.PROPOSED for one in found)
        self.told.setText(self._look.say(say.ALL_WAIT(count=waiting) if found else say.ALL_NONE()))
        clear(self._cards)
        self.buttons = []
        newest = found[::-1]
        for one in sorted(newest, key=lambda each: _ORDER.index(each.state)):
            self._cards.addWidget(self._card(one))
        tab_in_reading_order(self._inside)
        self.back.setFocus()

    def _card(self, one: CodeCorrection) -> Card:
        look, card = self._look, Card(margin=18, spacing=8)
        head = row(spacing=10)
        head.addWidget(selectable(text_label(one.sentence.words, "body")), 1)
        state = text_label(look.say(STATES[one.state]()), "quiet", wrap=False)
        head.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        told = say.ALL_LINE(title=one.sentence.title, change=from_to(one), name=one.proposed.name)
        card.body.addWidget(text_label(look.say(told), "small"))
        button = Button(look.say(say.LOOK()), "link", name=look.say(say.LOOK_NAMED(words=one.sentence.words)))
        button.clicked.connect(lambda: self.chosen.emit(one.sentence))
        self.buttons.append(button)
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
