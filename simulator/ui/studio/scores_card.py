"""The scores that can be earned in each competency: earned by some play, excluded by a proof, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from simulator.analysis.earnings import SCORES, Earning
from simulator.analysis.scenario_analysis import Analysis
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import proof as say
from simulator.scoring.rubric import COMPETENCIES
from simulator.ui.look import Look
from simulator.ui.theme import Role
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.text import text_label

_CELL, _APART = 26, 5


class Earned(Enum):
    """What is known of a score."""

    EARNED = auto()
    OPEN = auto()
    EXCLUDED = auto()


_LEGEND: Final[Mapping[Earned, Sentence]] = MappingProxyType(
    {Earned.EARNED: say.EARNED, Earned.OPEN: say.OPEN, Earned.EXCLUDED: say.EXCLUDED}
)
_SCORES: Final[Mapping[Earned, Sentence]] = MappingProxyType(
    {Earned.EARNED: say.EARNED_SCORES, Earned.OPEN: say.OPEN_SCORES, Earned.EXCLUDED: say.EXCLUDED_SCORES}
)


def earned(earning: Earning, score: int) -> Earned:
    """What is known of a score of a competency."""
    if score in earning.earned:
        return Earned.EARNED
    return Earned.EXCLUDED if score in earning.excluded else Earned.OPEN


class ScoreScale(QWidget):
    """Scores as cells: filled where earned, empty where open, struck out where excluded."""

    def __init__(self, look: Look, cells: tuple[tuple[str, Earned], ...], name: str) -> None:
        super().__init__()
        self._look = look
        self._cells = cells
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A cell for each score."""
        count = len(self._cells)
        return QSize(round((count * (_CELL + _APART) - _APART) * self._look.scale), round(_CELL * self._look.scale))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 Qt's signature
        """Draw the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, step = _CELL * self._look.scale, (_CELL + _APART) * self._look.scale
        for number, (text, state) in enumerate(self._cells):
            self._draw(painter, QRectF(number * step, 0, size, size).adjusted(1, 1, -1, -1), text, state)
        painter.end()

    def _draw(self, painter: QPainter, cell: QRectF, text: str, state: Earned) -> None:
        theme = self._look.theme
        edge = QColor(theme.accent if state is Earned.EARNED else theme.control_edge)
        style = Qt.PenStyle.SolidLine if state is Earned.EARNED else Qt.PenStyle.DotLine
        painter.setPen(Qt.PenStyle.NoPen if state is Earned.EXCLUDED else QPen(edge, theme.edge, style))
        painter.setBrush(QColor(theme.tint(Role.ACCENT)) if state is Earned.EARNED else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell, 6, 6)
        painter.setPen(QColor(theme.ink if state is Earned.EARNED else theme.quiet_ink))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
        if state is Earned.EXCLUDED:
            painter.setPen(QPen(QColor(theme.quiet_ink), 1.5 * self._look.scale))
            aside = cell.width() * 0.22
            painter.drawLine(cell.bottomLeft() + QPointF(aside, -aside), cell.topRight() + QPointF(-aside, aside))


class ScoresCard(Card):
    """Ten competencies with what can be earned in each."""

    def __init__(self, look: Look) -> None:
        super().__init__(margin=20, spacing=10)
        self._look = look
        self.body.addWidget(text_label(look.say(say.SCORES()), "heading"))
        legend = QWidget()
        marks = FlowLayout(legend, spacing=16)
        for state in Earned:
            marks.addWidget(self._sample(state))
        self.body.addWidget(legend)
        self.body.addSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show what a scenario lets a trainee earn."""
        clear(self._grid)
        for line, earning in enumerate(analysis.earnings):
            self._grid.addWidget(self._competency(earning), line, 0)
            if earning.highest is None:
                continue
            cells = tuple((str(score), earned(earning, score)) for score in sorted(SCORES))
            self._grid.addWidget(ScoreScale(self._look, cells, in_words(earning, self._look)), line, 1)

    def _competency(self, earning: Earning) -> QWidget:
        holder = QWidget()
        box = column(holder, spacing=0)
        box.addWidget(text_label(self._look.say(COMPETENCIES[earning.competency].label()), "body"))
        if earning.highest is None:
            box.addWidget(text_label(self._look.say(say.NOT_REACHED()), "small-quiet"))
        elif earning.highest < max(SCORES):
            box.addWidget(text_label(self._look.say(say.AT_MOST(score=earning.highest)), "small-quiet"))
        return holder

    def _sample(self, state: Earned) -> QWidget:
        holder = QWidget()
        box = row(holder, spacing=6)
        words = self._look.say(_LEGEND[state]())
        box.addWidget(ScoreScale(self._look, (("3", state),), words))
        box.addWidget(text_label(words, "small", wrap=False))
        return holder


def in_words(earning: Earning, look: Look) -> str:
    """What can be earned in a competency, for a screen reader."""
    told = "; ".join(map(look.say, _told(earning)))
    return look.say(say.SCORES_OF(competency=COMPETENCIES[earning.competency].label(), told=told))


def _told(earning: Earning) -> Iterator[Message]:
    for state, sentence in _SCORES.items():
        scores = [str(score) for score in sorted(SCORES) if earned(earning, score) is state]
        if scores:
            yield sentence(scores=", ".join(scores))
