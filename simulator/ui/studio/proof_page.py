"""What was found when everything in a scenario was tried: what should be mended, and what is proved."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from simulator.messages.sentences import studio as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.services.studio import Finding, Proof
from simulator.ui.look import Look
from simulator.ui.studio.fare_card import FareCard
from simulator.ui.studio.fault_card import FaultCard
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.studio.page_head import PageHead
from simulator.ui.studio.repair_card import RepairCard
from simulator.ui.studio.scores_card import ScoresCard
from simulator.ui.studio.sections import READABLE, MomentsSection, WaysSection
from simulator.ui.studio.words import headline, possible, to_mend
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card as Surface
from simulator.ui.widgets.layouts import clear, column, row, scrolling
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from simulator.analysis.scenario_analysis import Analysis

_ONE_COLUMN_BELOW = 980


class ProofPage(QWidget):
    """One scenario, as it was when everything in it was tried."""

    again = Signal()
    closed = Signal()
    place_wanted = Signal(Diagnostic)
    """Somebody wants to mend something where it stands."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[FaultCard] = []
        inside = QWidget()
        box = column(inside, spacing=8)
        box.setContentsMargins(36, 24, 36, 32)
        self.head = PageHead(look)
        self.head.again.connect(self.again)
        self.head.back.connect(self.closed)
        box.addWidget(self.head)
        box.addWidget(self._finding_part())
        box.addStretch(1)
        self._scroll: QScrollArea = scrolling(inside, look.say(say.FOUND_REGION()))
        column(self).addWidget(self._scroll)

    def show_proof(self, proof: Proof, findings: tuple[Finding, ...]) -> None:
        """Show what was found."""
        analysis = proof.analysis
        self._possible.setVisible(analysis is not None)
        self._possible.setText(self._look.say(possible(analysis)) if analysis else "")
        self._show_findings(proof, findings)
        learning = None if analysis is None else analysis.learning
        self.fare.setVisible(learning is not None)
        if analysis is not None and learning is not None:
            self.fare.show_fare(analysis, learning)
        proved = analysis is not None and analysis.exact
        self._proved.setVisible(proved)
        if analysis is not None and proved:
            self._show_analysis(analysis)
        self._lead_keyboard()
        self._scroll.verticalScrollBar().setValue(0)
        self.head.show_words(proof.title, proof.card.path, self._look.say(headline(proof)), done=True)

    def faults(self) -> list[FaultCard]:
        """The kinds of faults in the order in which they are shown."""
        return list(self._cards)

    def _finding_part(self) -> QWidget:
        finding = QWidget()
        box = column(finding, spacing=32)
        top = column(spacing=10)
        self.fare = FareCard(self._look)
        top.addWidget(self.fare)
        top.addSpacing(8)
        self._possible = Paragraph("", round(READABLE * self._look.scale))
        top.addWidget(self._possible)
        top.addSpacing(14)
        across = row(spacing=12)
        across.addWidget(text_label(self._look.say(say.TO_MEND()), "heading", wrap=False))
        self._count = text_label("", "quiet")
        across.addWidget(self._count, 1)
        top.addLayout(across)
        self._faults = column(spacing=12)
        top.addLayout(self._faults)
        box.addLayout(top)
        box.addWidget(self._proved_part())
        return finding

    def _proved_part(self) -> QWidget:
        self._proved = QWidget()
        box = column(self._proved, spacing=32)
        self.ways = WaysSection(self._look)
        box.addWidget(self.ways)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(24)
        self.repair = RepairCard(self._look)
        self.scores = ScoresCard(self._look)
        self._pair.addWidget(self.repair, 3, Qt.AlignmentFlag.AlignTop)
        self._pair.addWidget(self.scores, 2, Qt.AlignmentFlag.AlignTop)
        box.addLayout(self._pair)
        self.moments = MomentsSection(self._look)
        box.addWidget(self.moments)
        return self._proved

    def _show_findings(self, proof: Proof, findings: tuple[Finding, ...]) -> None:
        clear(self._faults)
        self._cards = [FaultCard(finding, self._look) for finding in findings]
        for card in self._cards:
            card.place_wanted.connect(self.place_wanted)
            self._faults.addWidget(card)
        self._count.setText(self._look.say(to_mend(proof)) if findings else "")
        if not findings:
            nothing = Surface(margin=20)
            nothing.body.addWidget(MarkedWord(self._look, Mark.CLEAN, self._look.say(say.NOTHING()), "body"))
            self._faults.addWidget(nothing)
        self._arrange()

    def _show_analysis(self, analysis: Analysis) -> None:
        self.ways.show_analysis(analysis)
        self.repair.show_analysis(analysis)
        self.scores.show_analysis(analysis)
        self.moments.show_analysis(analysis)

    def _lead_keyboard(self) -> None:
        """Lead the keyboard through the page in the order in which it is read, whatever was made when."""
        stops: list[QWidget] = [self.head.back_button, self.head.again_button]
        for card in self._cards:
            stops += card.findChildren(Button)
        for before, after in pairwise([*stops, *self.ways.stops, *self.moments.stops]):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow to read."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < _ONE_COLUMN_BELOW * (0.5 + 0.5 * self._look.scale)
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self.moments.stack(stacked)
        for card in self._cards:
            card.stack(stacked)
