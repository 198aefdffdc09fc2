"""What the lines and shapes of the course chart mean; goes on in the next row where one is full."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from simulator.alliance.reactions import Family
from simulator.analysis.judgements import Judgement
from simulator.messages.sentences import looking_back as top
from simulator.messages.sentences import worth as say
from simulator.ui.look import Look
from simulator.ui.looking_back.judgement_mark import JudgementMark
from simulator.ui.theme import Role
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import clear, column, row
from simulator.ui.widgets.text import text_label

_LINE = (26, 12)
_APART = 16


class ChartLegend(QWidget):
    """One row for the alliance with the ruptures there were, one for the judgements, and whose hour the lower line tells of."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        box = column(self, spacing=10)
        self._alliance = FlowLayout(spacing=_APART)
        box.addLayout(self._alliance)
        self.judgements = QWidget()
        below = column(self.judgements, spacing=6)
        marks = FlowLayout(spacing=_APART)
        below.addLayout(marks)
        below.addWidget(self._heading())
        for judgement in Judgement:
            marks.addWidget(JudgementMark(look, judgement))
        # The place is kept, so that what stands below never jumps.
        policy = self.judgements.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setHeightForWidth(True)
        self.judgements.setSizePolicy(policy)
        box.addWidget(self.judgements)

    def show_families(self, families: Iterable[Family]) -> None:
        """Show the lines of the alliance, and the shapes of these families."""
        clear(self._alliance)
        self._alliance.addWidget(self._line(self._look.say(top.FELT()), Role.ACCENT, Qt.PenStyle.SolidLine, 2.4))
        self._alliance.addWidget(self._line(self._look.say(top.STATED()), Role.DEFERENCE, Qt.PenStyle.DashLine, 1.6))
        for family in families:
            self._alliance.addWidget(FamilyMark(self._look, family, wrap=False))

    def _heading(self) -> QWidget:
        """What the curve stands for; its assumption is never left out."""
        holder = QWidget()
        box = row(holder, spacing=6)
        sample = QLabel()
        sample.setPixmap(self._stroke(Role.QUIET_INK, Qt.PenStyle.DotLine, 1.8))
        box.addWidget(sample, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(text_label(self._look.say(say.CURVE_FOR_WHOM()), "small"), 1)
        return holder

    def _line(self, word: str, role: Role, style: Qt.PenStyle, width: float) -> QWidget:
        holder = QWidget()
        box = row(holder, spacing=6)
        sample = QLabel()
        sample.setPixmap(self._stroke(role, style, width))
        box.addWidget(sample)
        box.addWidget(text_label(word, "small", wrap=False))
        return holder

    def _stroke(self, role: Role, style: Qt.PenStyle, width: float) -> QPixmap:
        ratio = self.devicePixelRatioF()
        across, high = _LINE
        picture = QPixmap(round(across * ratio), round(high * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        painter.setPen(QPen(QColor(self._look.theme.colour(role)), width, style))
        painter.drawLine(1, high // 2, across - 1, high // 2)
        painter.end()
        return picture
