"""What one sentence was worth, on the card of its exchange: the judgement, and what was still possible."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from simulator.analysis.paths import Way
from simulator.analysis.regret import DecisionValue
from simulator.services.worth_words import SILENCE, WORKING, capitalised, judged, still_open
from simulator.ui.look import Look
from simulator.ui.practice.judgement_mark import judgement_pixmap
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.steady import SteadyLabel
from simulator.ui.widgets.text import text_label

_LONGEST_JUDGED = "Missed opportunity, 88 of 88 points lost, the repair 8 turns further away."
_LONGEST_OPEN = "After it the shortest whole repair was 88 turns away."
_STILL_OPEN = "The shortest repair still open after your answer"
_MARK = 18
_LINE = 22
"""Height of a line of body text, so that the shape stands beside the first line of its words."""


class WorthLine(QWidget):
    """The judgement on a sentence as shape and words; its place is kept while that is being worked out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        box = row(self, spacing=8)
        self._mark = QLabel()
        self._mark.setFixedSize(round(_MARK * look.scale), round(_LINE * look.scale))
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        self._judged = SteadyLabel(self.tr(_LONGEST_JUDGED))
        self._open = SteadyLabel(self.tr(_LONGEST_OPEN), "small")
        self._judged.setText(self.tr(WORKING))
        words.addWidget(self._judged)
        words.addWidget(self._open)
        box.addLayout(words, 1)

    def show_worth(self, decision: DecisionValue, *, turning: bool) -> None:
        """Show what a decision was worth; without a judgement only the bound that is known."""
        turned = self.tr(" It turned here.") if turning else ""
        self._judged.setText(f"{capitalised(judged(decision))}.{turned}")
        if decision.judgement is None:
            return
        size = round(_MARK * self._look.scale)
        self._mark.setPixmap(judgement_pixmap(decision.judgement, self._look, size, self.devicePixelRatioF()))
        self._open.setText(still_open(decision))


class StillPossible(QFrame):
    """The best words for a moment, and the shortest repair that was open after the words that were chosen."""

    def __init__(self, decision: DecisionValue, *, opened: bool) -> None:
        super().__init__()
        self.setProperty("kind", "aside")
        box = column(self, margin=12, spacing=4)
        box.addWidget(text_label(self.tr("What was still possible here"), "small"))
        best = f"“{decision.best_words}”" if decision.best else self.tr(SILENCE)
        box.addWidget(text_label(best, "body"))
        self.way = _Way(decision.way, opened=opened) if decision.way else None
        if self.way is not None:
            box.addSpacing(6)
            box.addWidget(self.way)


class _Way(QWidget):
    """The responses of a way in order behind a button."""

    def __init__(self, way: Way, *, opened: bool) -> None:
        super().__init__()
        box = column(self, spacing=4)
        head = row(spacing=6)
        head.addWidget(text_label(self.tr(_STILL_OPEN), "small"), 1)
        self.button = Button("", "link")
        self.button.clicked.connect(self._turn_over)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self.steps = _steps(way)
        box.addWidget(self.steps)
        self._show(opened)

    def _turn_over(self) -> None:
        self._show(self.steps.isHidden())

    def _show(self, opened: bool) -> None:
        self.steps.setVisible(opened)
        word = self.tr("Hide") if opened else self.tr("Show")
        self.button.setText(word)
        self.button.setAccessibleName(f"{word}: {self.tr(_STILL_OPEN)}")


def _steps(way: Way) -> QWidget:
    """The responses of a way in order, one a line."""
    holder = QWidget()
    box = column(holder, spacing=4)
    for number, step in enumerate(way, 1):
        said = f"“{step.response.say}”" if step.response else SILENCE
        line = row(spacing=8)
        line.addWidget(text_label(f"{number}.", "quiet", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text_label(said, "body"), 1)
        box.addLayout(line)
    return holder
