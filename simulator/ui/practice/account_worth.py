"""What one sentence was worth, on the card of its exchange: what it cost or helped, and what was still possible."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from simulator.analysis.decision_values import DecisionValue
from simulator.analysis.paths import Way
from simulator.messages.message import Message
from simulator.messages.sentences import worth as say
from simulator.services.worth_words import heading, judged, otherwise, quoted, still_open
from simulator.ui.look import Look
from simulator.ui.practice.judgement_mark import judgement_pixmap
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.steady import SteadyLabel
from simulator.ui.widgets.text import text_label

_LONGEST_JUDGED = (say.HELPED_A_LOT(), say.HERE_HELPED())
_LONGEST_HEADING = (say.HEADING_BETTER(after=88, best=88), say.NO_WHOLE_REPAIR_ANY_MORE(turns=88))
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
        self._judged = SteadyLabel(self._in_a_row(_LONGEST_JUDGED))
        self._heading = SteadyLabel(self._in_a_row(_LONGEST_HEADING), "small")
        self._judged.setText(look.say(say.WORKING()))
        words.addWidget(self._judged)
        words.addWidget(self._heading)
        box.addLayout(words, 1)

    def show_worth(self, decision: DecisionValue, told_as: Message | None) -> None:
        """Show what a decision was worth, where the hour was heading, and what the proof says of it."""
        self._judged.setText(self._in_a_row((judged(decision), told_as)))
        told = (heading(decision), still_open(decision), otherwise(decision))
        self._heading.setText(self._in_a_row(told))
        size = round(_MARK * self._look.scale)
        self._mark.setPixmap(judgement_pixmap(decision.judgement, self._look, size, self.devicePixelRatioF()))

    def _in_a_row(self, messages: tuple[Message | None, ...]) -> str:
        return " ".join(self._look.say(message) for message in messages if message is not None)


class StillPossible(QFrame):
    """The best words for a moment, and the shortest repair that was open after the words that were chosen."""

    def __init__(self, decision: DecisionValue, look: Look, *, opened: bool) -> None:
        super().__init__()
        self.setProperty("kind", "aside")
        box = column(self, margin=12, spacing=4)
        box.addWidget(text_label(look.say(say.POSSIBLE_HERE()), "small"))
        box.addWidget(text_label(look.say(quoted(decision.best, decision.best_words)), "body"))
        self.way = _Way(decision.way, look, opened=opened) if decision.way else None
        if self.way is not None:
            box.addSpacing(6)
            box.addWidget(self.way)


class _Way(QWidget):
    """The responses of a way in order behind a button."""

    def __init__(self, way: Way, look: Look, *, opened: bool) -> None:
        super().__init__()
        self._look = look
        box = column(self, spacing=4)
        head = row(spacing=6)
        head.addWidget(text_label(look.say(say.SHORTEST_WAY()), "small"), 1)
        self.button = Button("", "link")
        self.button.clicked.connect(self._turn_over)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self.steps = _steps(way, look)
        box.addWidget(self.steps)
        self._show(opened)

    def _turn_over(self) -> None:
        self._show(self.steps.isHidden())

    def _show(self, opened: bool) -> None:
        self.steps.setVisible(opened)
        verb = say.HIDE_WAY() if opened else say.SHOW_WAY()
        self.button.setText(self._look.say(verb))
        self.button.setAccessibleName(self._look.say(say.SHOW_WHAT(verb=verb, what=say.SHORTEST_WAY())))


def _steps(way: Way, look: Look) -> QWidget:
    """The responses of a way in order, one a line."""
    holder = QWidget()
    box = column(holder, spacing=4)
    for number, step in enumerate(way, 1):
        said = quoted(step.response, step.response.say if step.response else "")
        line = row(spacing=8)
        line.addWidget(text_label(f"{number}.", "quiet", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text_label(look.say(said), "body"), 1)
        box.addLayout(line)
    return holder
