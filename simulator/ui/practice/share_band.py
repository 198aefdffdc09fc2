"""The headline figure of a session: its share of what was attainable, with a place kept until it is worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simulator.analysis.regret import SessionValue
from simulator.services.worth_words import NO_WORTH, WORKING, figure, share_in_words, where_it_turned
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.steady import SteadyLabel
from simulator.ui.widgets.text import text_label

_LONGEST_SHARE = (
    "of what was attainable: 88 of 88 points of repair value "
    "(how it ended, the felt alliance, what you owned, how far you came)."
)
_LONGEST_TURN = "It turned at turn 88: misattuned, 88 of 88 points lost, the repair 8 turns further away. Before that, 8 turns had been lost on the way."


class ShareBand(QWidget):
    """A figure with what it means beside it."""

    def __init__(self) -> None:
        super().__init__()
        box = row(self, spacing=20)
        self.figure = text_label(wrap=False)
        self.figure.setProperty("type", "display")
        box.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=2)
        self.share = SteadyLabel(self.tr(_LONGEST_SHARE))
        self.turn = SteadyLabel(self.tr(_LONGEST_TURN))
        words.addWidget(self.share)
        words.addWidget(self.turn)
        box.addLayout(words, 1)

    def show_waiting(self) -> None:
        """The figure is being worked out; its place is kept."""
        self.figure.ensurePolished()
        self.figure.setMinimumWidth(self.figure.fontMetrics().horizontalAdvance("88 %"))
        self._show("… %", self.tr(WORKING), "")

    def show_worth(self, worth: SessionValue) -> None:
        """Show the share, what it is a share of, and where it turned."""
        self._show(figure(worth), share_in_words(worth), where_it_turned(worth))

    def show_no_worth(self) -> None:
        """There is no figure, and why."""
        self._show("", self.tr(NO_WORTH), "")

    def _show(self, figure_: str, share: str, turn: str) -> None:
        self.figure.setText(figure_)
        self.figure.setVisible(bool(figure_))
        self.share.setText(share)
        self.turn.setText(turn)
