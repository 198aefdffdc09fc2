"""What was found when everything in a scenario was tried: what should be mended, and what is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from simulator.services.studio import Finding, Proof
from simulator.ui.look import Look
from simulator.ui.studio.fault_card import FaultCard
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.studio.repair_card import RepairCard
from simulator.ui.studio.scores_card import ScoresCard
from simulator.ui.studio.sections import READABLE, MomentsSection, WaysSection, told
from simulator.ui.studio.words import NOTHING, counted, headline, possible, to_mend
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card as Surface
from simulator.ui.widgets.layouts import clear, column, row, scrolling
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from simulator.analysis.whole import Analysis
    from simulator.scenario.library import Card

_ONE_COLUMN_BELOW = 980
READ_ANEW = "Reads the file anew, as it is on the disk now."


class ProofPage(QWidget):
    """One scenario; while everything is tried it says how far that is."""

    again = Signal()
    stopped = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[FaultCard] = []
        inside = QWidget()
        self._box = column(inside, spacing=8)
        self._box.setContentsMargins(36, 24, 36, 32)
        self._box.addLayout(self._head())
        self._box.addWidget(self._working_part())
        self._box.addWidget(self._finding_part())
        self._box.addStretch(1)
        self._scroll: QScrollArea = scrolling(inside, self.tr("What was found"))
        column(self).addWidget(self._scroll)

    def show_working(self, card: Card) -> None:
        """Say that everything in a scenario is being tried."""
        self._name(card.title, card.path)
        self._headline.setText(self.tr("Trying everything in “{0}” …").format(card.title))
        self.progress.setText(self.tr("Reading the file."))
        self._show_part(working=True)
        self.stop_button.setFocus()

    def show_progress(self, turn: int, states: int) -> None:
        """Say how far it is."""
        self.progress.setText(self.tr("Turn {0}, {1} so far.").format(turn, counted(states, "state")))

    def show_proof(self, proof: Proof, findings: tuple[Finding, ...]) -> None:
        """Show what was found."""
        self._name(proof.title, proof.card.path)
        self._headline.setText(headline(proof))
        # Whoever hears the page is on this button when the finding comes.
        self.again_button.setAccessibleDescription(f"{headline(proof)} {self.tr(READ_ANEW)}")
        analysis = proof.analysis
        self._possible.setVisible(analysis is not None)
        self._possible.setText(possible(analysis) if analysis else "")
        self._show_findings(proof, findings)
        proved = analysis is not None and analysis.exact
        self._proved.setVisible(proved)
        if analysis is not None and proved:
            self._show_analysis(analysis)
        self._show_part(working=False)
        self._scroll.verticalScrollBar().setValue(0)
        self.again_button.setFocus()

    def faults(self) -> list[FaultCard]:
        """The kinds of faults in the order in which they are shown."""
        return list(self._cards)

    def _head(self) -> QBoxLayout:
        box = column(spacing=6)
        across = row(spacing=10)
        self._file = text_label("", "quiet")
        across.addWidget(self._file, 1)
        self.back_button = Button(self.tr("Back to the shelf"), "quiet")
        self.back_button.clicked.connect(self.closed)
        self.again_button = Button(self.tr("Try again"), "plain", hint=self.tr(READ_ANEW))
        self.again_button.clicked.connect(self.again)
        for button in (self.back_button, self.again_button):
            # Their place is kept, so that nothing jumps when the finding comes.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            across.addWidget(button)
        box.addLayout(across)
        self._headline = text_label("", "title")
        box.addWidget(self._headline)
        return box

    def _working_part(self) -> QWidget:
        self._working = QWidget()
        box = column(self._working, spacing=14)
        self.progress = text_label("", "body")
        box.addWidget(self.progress)
        box.addWidget(told(self.tr("A scenario of usual size takes a few seconds, a large one a minute."), self._look))
        self.stop_button = Button(self.tr("Stop"), "primary")
        self.stop_button.clicked.connect(self.stopped)
        box.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        return self._working

    def _finding_part(self) -> QWidget:
        self._finding = QWidget()
        box = column(self._finding, spacing=32)
        top = column(spacing=10)
        self._possible = Paragraph("", round(READABLE * self._look.scale))
        top.addWidget(self._possible)
        top.addSpacing(14)
        across = row(spacing=12)
        across.addWidget(text_label(self.tr("What should be mended"), "heading", wrap=False))
        self._count = text_label("", "quiet")
        across.addWidget(self._count, 1)
        top.addLayout(across)
        self._faults = column(spacing=12)
        top.addLayout(self._faults)
        box.addLayout(top)
        box.addWidget(self._proved_part())
        return self._finding

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

    def _name(self, title: str, path: str) -> None:
        self._file.setText(f"{title} · {path}")

    def _show_part(self, *, working: bool) -> None:
        self._working.setVisible(working)
        self._finding.setVisible(not working)
        self.back_button.setVisible(not working)
        self.again_button.setVisible(not working)

    def _show_findings(self, proof: Proof, findings: tuple[Finding, ...]) -> None:
        clear(self._faults)
        self._cards = [FaultCard(finding, self._look) for finding in findings]
        for card in self._cards:
            self._faults.addWidget(card)
        self._count.setText(to_mend(proof) if findings else "")
        if not findings:
            nothing = Surface(margin=20)
            nothing.body.addWidget(MarkedWord(self._look, Mark.CLEAN, self.tr(NOTHING), "body"))
            self._faults.addWidget(nothing)
        self._arrange()

    def _show_analysis(self, analysis: Analysis) -> None:
        self.ways.show_analysis(analysis)
        self.repair.show_analysis(analysis)
        self.scores.show_analysis(analysis)
        self.moments.show_analysis(analysis)

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
