"""The parts of a proof with tables in them: how it can end, and what every moment and response comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from simulator.analysis.scenario_analysis import Analysis
from simulator.patient.verdicts import Verdict
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, mark_shape
from simulator.ui.studio.tables import (
    MOMENT_COLUMNS,
    RESPONSE_COLUMNS,
    moment_rows,
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


def told(text: str, look: Look) -> Paragraph:
    """A quiet paragraph of a readable width."""
    return Paragraph(text, round(READABLE * look.scale), "quiet")


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
        self.table = SortedTable(self.tr("Ways of playing"), way_columns(endings), self._look)
        self.order = OrderBox(self.table, self.tr("Order of the ways of playing"), self.tr("Blind ways first"))
        self._box.addLayout(_head(self.tr("How it can end"), self.order))
        self._box.addWidget(
            told(
                self.tr(
                    "How often each ending comes for every way of playing, and the points of repair value (0 to 100) it "
                    "earns: worked out exactly, not sampled. A blind way does not look at the patient, and should not win."
                ),
                self._look,
            )
        )
        self._box.addWidget(self.table)
        self._box.addWidget(
            _marked(self._look, any(one.wins for one in rows), self._look.words.say(fairness(analysis)))
        )
        self.table.show_rows(rows)
        self.stops = (self.order, self.table)


class MomentsSection(QWidget):
    """How often random play comes to every moment, and what every response costs where it is on offer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._analysis: Analysis | None = None
        box = column(self, spacing=10)
        box.addWidget(text_label(self.tr("Moments and responses"), "heading"))
        box.addWidget(
            told(
                self.tr(
                    "How often a session comes to each moment when responses are taken at random. What a response costs is "
                    "the points of repair value that it loses against the best one on offer; responses that are equally good all "
                    "count as the best. Choose a moment to see only its responses."
                ),
                look,
            )
        )
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
        self.moments = SortedTable(self.tr("Moments"), MOMENT_COLUMNS, look, most_high=_LINES)
        self.moments_order = OrderBox(self.moments, self.tr("Order of the moments"), self.tr("As in the file"))
        self.moments.selectionModel().selectionChanged.connect(self._show_responses)
        box.addLayout(_head("", self.moments_order))
        box.addWidget(self.moments)
        box.addStretch(1)
        return box

    def _responses(self, look: Look) -> QBoxLayout:
        box = column(spacing=8)
        self.responses = SortedTable(self.tr("Responses"), RESPONSE_COLUMNS, look, most_high=_LINES)
        self.responses_order = OrderBox(self.responses, self.tr("Order of the responses"), self.tr("As in the file"))
        self.all_button = Button(self.tr("Show all responses"), "link")
        self.all_button.clicked.connect(self._choose_none)
        box.addLayout(_head("", self.responses_order, self.all_button))
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


def _head(title: str, order: OrderBox, *beside: QWidget) -> QHBoxLayout:
    head = row(spacing=10)
    if title:
        head.addWidget(text_label(title, "heading"), 1)
    else:
        for widget in beside:
            head.addWidget(widget)
        head.addStretch(1)
    head.addWidget(text_label("Order", "small-quiet", wrap=False))
    head.addWidget(order)
    return head


def _marked(look: Look, wins: bool, sentence: str) -> QWidget:
    holder = QWidget()
    box = row(holder, spacing=8)
    box.addWidget(mark_shape(look, Mark.WARNING if wins else Mark.CLEAN), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(text_label(sentence, "body"), 1)
    return holder
