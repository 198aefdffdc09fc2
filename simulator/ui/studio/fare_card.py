"""How someone fares who chooses well about half the time: the first thing that is said of a scenario, and how hard it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from simulator.analysis.hardness import Hardness
from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.policies import LEARNER
from simulator.analysis.proof_figures import percent
from simulator.analysis.scenario_analysis import Analysis
from simulator.analysis.value import GOOD_ENDINGS
from simulator.messages.message import Rounded
from simulator.messages.sentences import learning as say
from simulator.patient.verdicts import Verdict
from simulator.services.hardness_words import HARDNESS_WORDS
from simulator.services.verdict_words import VERDICT_HEADINGS
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.theme import Role, blended
from simulator.ui.widgets.layouts import Card, clear
from simulator.ui.widgets.text import text_label

_HIGH, _LEAST_WIDE, _MOST_WIDE = 10, 80, 420
_AMISS = (Hardness.CARELESS_PAYS, Hardness.FAR_EASIER, Hardness.RARELY_REPAIRED, Hardness.FAR_HARDER)


class ShareBar(QWidget):
    """A share of all sessions as the filled part of a bar; its words stand beside it."""

    def __init__(self, look: Look, share: float, role: Role) -> None:
        super().__init__()
        self._look, self._share, self._role = look, share, role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(round(_MOST_WIDE * look.scale))

    def sizeHint(self) -> QSize:
        """As wide as there is room, and as high as a line of small letters."""
        return QSize(round(_LEAST_WIDE * self._look.scale), round(_HIGH * self._look.scale))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 Qt's signature
        """Draw the groove, and the share in it."""
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = blended(theme.surface, theme.control_edge, 0.3)
        for wide, colour in ((1.0, groove), (self._share, theme.colour(self._role))):
            painter.setBrush(QColor(colour))
            filled = self.width() * wide
            left = self.width() - filled if self.isRightToLeft() else 0.0
            painter.drawRoundedRect(QRectF(left, 0, filled, self.height()), 3, 3)
        painter.end()


class FareCard(Card):
    """The endings with their chances, the points, and how hard the scenario is beside the shipped ones."""

    def __init__(self, look: Look, *, margin: int = 20) -> None:
        super().__init__(margin=margin, spacing=10)
        self._look = look
        self.body.addWidget(text_label(look.words.say(say.HALFWAY_TITLE()), "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 2)
        self.body.addLayout(self._grid)
        self._points = text_label("", "body")
        self.body.addWidget(self._points)
        self._hard = QGridLayout()
        self.body.addLayout(self._hard)

    def show_fare(self, analysis: Analysis, learning: LearningCurve) -> None:
        """Show how the half-way learner's sessions end, and how hard that is to better."""
        clear(self._grid)
        verdicts = analysis.outcomes[LEARNER].verdicts
        for line, verdict in enumerate(v for v in Verdict if v in analysis.start.endings):
            self._show_ending(line, verdict, verdicts[verdict])
        earned, careless = Rounded(learning.expected), Rounded(learning.careless)
        told = say.EXPECTED(expected=earned, careless=careless, best=learning.best)
        self._points.setText(self._look.words.say(told))
        clear(self._hard)
        mark = Mark.WARNING if analysis.hardness in _AMISS else Mark.CLEAN
        words = self._look.words.say(HARDNESS_WORDS[analysis.hardness]())
        self._hard.addWidget(MarkedWord(self._look, mark, words, "body", wrap=True), 0, 0)

    def _show_ending(self, line: int, verdict: Verdict, share: float) -> None:
        role = Role.REPAIR if verdict in GOOD_ENDINGS else Role.END
        heading = self._look.say(VERDICT_HEADINGS[verdict]())
        self._grid.addWidget(text_label(heading, "body", wrap=False), line, 0)
        self._grid.addWidget(ShareBar(self._look, share, role), line, 1, Qt.AlignmentFlag.AlignVCenter)
        told = text_label(self._look.say(percent(share)), "body", wrap=False)
        self._grid.addWidget(told, line, 2, Qt.AlignmentFlag.AlignRight)
