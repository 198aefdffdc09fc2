"""The parts of a proof with tables in them: how it can end, and what every moment and response comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from simulator.analysis.scenario_analysis import Analysis
from simulator.messages.message import Message
from simulator.messages.sentences import proof as say
from simulator.patient.verdicts import Verdict
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, mark_shape
from simulator.ui.studio.tables import (
    moment_columns,
    moment_rows,
    response_columns,
    response_rows,
    way_columns,
    way_rows,
)
from simulator.ui.studio.words import fairness
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import clear, column, row
from simulator.ui.widgets.sorted_table import OrderBox, SortedTable
from simulator.ui.widgets.text import Paragraph, text_label

READABLE = 820
"""Pixels of width beyond which a paragraph is tiring to read."""
_LINES = 26


def told(message: Message, look: Look) -> Paragraph:
    """A quiet paragraph of a readable width."""
    return Paragraph(look.say(message), round(READABLE * look.scale), "quiet")


class WaysSection(QWidget):
    """What each way of playing comes to, and whether one wins that does not look at the patient."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._box = column(self, spacing=10)
        self.stops: tuple[QWidget, ...] = ()

    def show_analysis(self, analysis: Analysis) -> None:
        """Show what the ways of playing come to in a scenario, for the endings that are within reach."""
        clear(self._box)
        endings = [verdict for verdict in Verdict if verdict in analysis.start.endings]
        rows = way_rows(analysis)
        look = self._look
        self.table = SortedTable(look.say(say.WAYS()), way_columns(endings, look.words), look)
        self.order = OrderBox(self.table, look.say(say.ORDER_OF_WAYS()), look.say(say.BLIND_FIRST()))
        self._box.addLayout(_head(look, say.HOW_IT_ENDS(), self.order))
        self._box.addWidget(told(say.WAYS_LEAD(), look))
        self._box.addWidget(self.table)
        self._box.addWidget(_marked(look, any(one.wins for one in rows), fairness(analysis)))
        self.table.show_rows(rows)
        self.stops = (self.order, self.table)


class MomentsSection(QWidget):
    """How often random play comes to every moment, and what every response costs where it is on offer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._analysis: Analysis | None = None
        box = column(self, spacing=10)
        box.addWidget(text_label(look.say(say.MOMENTS_AND_RESPONSES()), "heading"))
        box.addWidget(told(say.MOMENTS_LEAD(), look))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        box.addLayout(self._columns)
        self._columns.addLayout(self._moments(look), 3)
        self._columns.addLayout(self._responses(look), 5)
        self.stops = (self.moments_order, self.moments, self.all_button, self.responses_order, self.responses)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show the moments and responses of a scenario."""
        self._analysis = analysis
        self.moments.show_rows(moment_rows(analysis))
        self.moments.order_by(-1)
        self.responses.order_by(-1)
        self._show_responses()

    def stack(self, stacked: bool) -> None:
        """Put the responses below the moments, or beside them."""
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _moments(self, look: Look) -> QBoxLayout:
        box = column(spacing=8)
        self.moments = SortedTable(look.say(say.MOMENTS()), moment_columns(look.words), look, most_high=_LINES)
        self.moments_order = OrderBox(self.moments, look.say(say.ORDER_OF_MOMENTS()), look.say(say.AS_IN_FILE()))
        self.moments.selectionModel().selectionChanged.connect(self._show_responses)
        box.addLayout(_head(look, None, self.moments_order))
        box.addWidget(self.moments)
        box.addStretch(1)
        return box

    def _responses(self, look: Look) -> QBoxLayout:
        box = column(spacing=8)
        self.responses = SortedTable(look.say(say.RESPONSES()), response_columns(look.words), look, most_high=_LINES)
        self.responses_order = OrderBox(self.responses, look.say(say.ORDER_OF_RESPONSES()), look.say(say.AS_IN_FILE()))
        self.all_button = Button(look.say(say.ALL_RESPONSES()), "link")
        self.all_button.clicked.connect(self._choose_none)
        box.addLayout(_head(look, None, self.responses_order, self.all_button))
        box.addWidget(self.responses)
        box.addStretch(1)
        return box

    def _choose_none(self) -> None:
        self.moments.setFocus()
        self.moments.clearSelection()

    def _show_responses(self) -> None:
        if self._analysis is None:
            return
        chosen = self.moments.current()
        self.all_button.setVisible(chosen is not None)
        self.responses.show_rows(response_rows([chosen] if chosen else moment_rows(self._analysis)))


def _head(look: Look, title: Message | None, order: OrderBox, *beside: QWidget) -> QHBoxLayout:
    head = row(spacing=10)
    if title is not None:
        head.addWidget(text_label(look.say(title), "heading"), 1)
    else:
        for widget in beside:
            head.addWidget(widget)
        head.addStretch(1)
    head.addWidget(text_label(look.say(say.ORDER()), "small-quiet", wrap=False))
    head.addWidget(order)
    return head


def _marked(look: Look, wins: bool, message: Message) -> QWidget:
    holder = QWidget()
    box = row(holder, spacing=8)
    box.addWidget(mark_shape(look, Mark.WARNING if wins else Mark.CLEAN), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(text_label(look.say(message), "body"), 1)
    return holder
