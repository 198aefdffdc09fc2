"""Both courses side by side: what was said, what came of it, how it felt, how it ended; and what could come next."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import another_try as say
from simulator.services.comparing_tries import Comparison, Course, Felt, Turn
from simulator.services.practice import ShelfItem
from simulator.ui.look import Look
from simulator.ui.practice.comparison_chart import ComparisonChart
from simulator.ui.practice.exchange_words import add_patient, add_you
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, row, scrolling
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_ONE_COLUMN_BELOW: Final = 820
_WIDTH: Final = 1080
_FELT: Final = {Felt.CLOSER: say.CLOSER, Felt.AS_BEFORE: say.AS_BEFORE, Felt.APART: say.APART}


class ComparisonPage(QWidget):
    """Another try beside the conversation that it came from; no figure says which was better."""

    looked_back = Signal()
    once_more = Signal()
    closed = Signal()
    chosen = Signal(ShelfItem)
    """The same kind of moment is to be met with someone else."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pairs: list[QBoxLayout] = []
        self._offered: ShelfItem | None = None
        self._inside = QWidget()
        self._inside.setMaximumWidth(round(_WIDTH * (0.5 + 0.5 * look.scale)))
        self._box = column(self._inside, spacing=16)
        self._box.setContentsMargins(36, 24, 36, 32)
        holder = QWidget()
        centred = row(holder)
        centred.addStretch(1)
        centred.addWidget(self._inside, 100)
        centred.addStretch(1)
        self._scroll: QScrollArea = scrolling(holder, look.say(say.COMPARISON()))
        column(self).addWidget(self._scroll)
        self._heads()
        self._courses = column(spacing=14)
        self._box.addLayout(self._courses)
        self._feet()
        self._box.addStretch(1)

    def show_comparison(self, told: Comparison, offer: ShelfItem | None) -> None:
        """Show two courses, and the scenario in which the same kind of moment is met with someone else."""
        look, name = self._look, told.scenario.patient.first_name
        self._where.setText(f"{told.scenario.title} · {told.scenario.patient.name}")
        self._title.setText(look.say(say.TWO_WAYS(turn=told.turn)))
        self._show_place(told, name)
        self._felt.setText(look.say(say.HOW_IT_FELT(name=name)))
        self.chart.show_courses(name, told.before.points, told.now.points, told.turn)
        clear(self._courses)
        self._pairs = []
        self._courses.addLayout(self._pair(self._head(say.FIRST_TIME), self._head(say.THIS_TRY)))
        shorter = min(len(told.before.turns), len(told.now.turns))
        for number, (before, now) in enumerate(zip_longest(told.before.turns, told.now.turns)):
            cells = (self._turn(one, name) if one else self._over(said=number == shorter) for one in (before, now))
            self._courses.addLayout(self._pair(*cells))
        self._courses.addLayout(self._pair(self._end(told.before), self._end(told.now)))
        self.again_button.show_words(look.say(say.ONCE_MORE(turn=told.turn)))
        self._show_offer(offer)
        self._turn_pairs()
        self._scroll.verticalScrollBar().setValue(0)
        tab_in_reading_order(self._inside)
        self.look_back_button.setFocus()

    def _heads(self) -> None:
        head = row(spacing=10)
        self._where = text_label("", "quiet")
        head.addWidget(self._where, 1)
        self.library_button = Button(self._look.say(say.LIBRARY()), "quiet")
        self.library_button.clicked.connect(self.closed)
        head.addWidget(self.library_button)
        self._box.addLayout(head)
        self._title = text_label("", "title")
        self._box.addWidget(self._title)
        self._box.addWidget(text_label(self._look.say(say.SAME_UNTIL()), "quiet"))
        self._place = column(spacing=6)
        card = Card(margin=20)
        card.body.addLayout(self._place)
        self._box.addWidget(card)
        curves = Card(margin=16)
        self._felt = text_label("", "heading")
        curves.body.addWidget(self._felt)
        self.chart = ComparisonChart(self._look)
        curves.body.addWidget(self.chart)
        self._box.addWidget(curves)

    def _feet(self) -> None:
        look = self._look
        buttons = row(spacing=10)
        self.look_back_button = Button(look.say(say.LOOK_BACK()), "primary")
        self.look_back_button.clicked.connect(self.looked_back)
        self.again_button = Button("", "plain")
        self.again_button.clicked.connect(self.once_more)
        buttons.addWidget(self.look_back_button)
        buttons.addWidget(self.again_button)
        buttons.addStretch(1)
        self._box.addLayout(buttons)
        self.offer = Card(margin=16)
        self.offer.body.addWidget(text_label(look.say(say.SOMEONE_ELSE()), "heading"))
        self._who = text_label("", "body")
        self.offer.body.addWidget(self._who)
        self.offer_button = Button("", "plain")
        self.offer_button.clicked.connect(self._take_offer)
        line = row()
        line.addWidget(self.offer_button)
        line.addStretch(1)
        self.offer.body.addLayout(line)
        self._box.addWidget(self.offer)

    def _show_place(self, told: Comparison, name: str) -> None:
        """What stood on the screen where both part, and what somebody would have said of themselves."""
        look, telling, sign = self._look, told.here.telling, told.here.sign
        clear(self._place)
        shows = (*telling.shows, look.say(sign)) if sign else telling.shows
        add_patient(self._place, look, name, telling.patient, shows)
        if told.own.empty:
            return
        self._place.addSpacing(6)
        self._place.addWidget(text_label(look.say(say.IN_OWN_WORDS()), "small"))
        if told.own.text:
            self._place.addWidget(text_label(told.own.text, "body"))
        if told.own.aloud:
            self._place.addWidget(text_label(look.say(say.SAID_ALOUD()), "quiet"))

    def _show_offer(self, offer: ShelfItem | None) -> None:
        self._offered = offer
        self.offer.setVisible(offer is not None)
        if offer is not None:
            card = offer.card
            self._who.setText(self._look.say(say.SOMEONE_ELSE_IS(name=card.patient_name, title=card.title)))
            self.offer_button.show_words(self._look.say(say.SIT_WITH(name=card.patient_name)))

    def _take_offer(self) -> None:
        if self._offered is not None:
            self.chosen.emit(self._offered)

    def _head(self, sentence: Sentence) -> QWidget:
        return text_label(self._look.say(sentence()), "heading")

    def _over(self, *, said: bool) -> QWidget:
        """A place kept free where the other one went on longer; said once, where it begins."""
        return text_label(self._look.say(say.ENDED_HERE()) if said else "", "quiet")

    def _turn(self, told: Turn, name: str) -> QWidget:
        """A turn of one of the courses."""
        look, frame = self._look, _Cell()
        frame.body.addWidget(text_label(look.say(say.TURN(turn=told.turn)), "small"))
        add_you(frame.body, look, told.you)
        shows = (*told.shows, look.say(told.sign)) if told.sign else told.shows
        if told.says or shows:
            add_patient(frame.body, look, name, told.says, shows)
        if told.thinks:
            frame.body.addWidget(text_label(look.say(say.THOUGHT(name=name, thought=told.thinks)), "body"))
        frame.body.addWidget(text_label(look.say(_FELT[told.felt]()), "quiet"))
        frame.body.addStretch(1)
        return frame

    def _end(self, told: Course) -> QWidget:
        frame = _Cell()
        frame.body.addWidget(text_label(self._look.say(say.AT_THE_END()), "small"))
        frame.body.addWidget(text_label(self._look.say(told.came_to), "heading"))
        if told.afterwards:
            frame.body.addWidget(text_label(told.afterwards, "body"))
        frame.body.addStretch(1)
        return frame

    def _pair(self, one: QWidget, other: QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(16)
        for cell in (one, other):
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            pair.addWidget(cell, 1)
        self._pairs.append(pair)
        return pair

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where two would be too narrow to read."""
        super().resizeEvent(event)
        self._turn_pairs()

    def _turn_pairs(self) -> None:
        narrow = self.width() < _ONE_COLUMN_BELOW * (0.5 + 0.5 * self._look.scale)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(down if narrow else across)


class _Cell(QFrame):
    """One of two cards beside each other, both as high as the higher one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = column(self, margin=16, spacing=6)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
