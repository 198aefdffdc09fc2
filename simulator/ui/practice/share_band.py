"""The headline figure of a session: its share of what was attainable, with a place kept until it is worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message
from simulator.messages.sentences import worth as say
from simulator.services.worth_words import played, share, share_of_what, turns_that_matter
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.steady import SteadyLabel
from simulator.ui.widgets.text import text_label


class ShareBand(QWidget):
    """A figure with what it means beside it, how the session was played, and the turns that matter."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        box = row(self, spacing=20)
        self.figure = text_label(wrap=False)
        self.figure.setProperty("type", "display")
        box.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=2)
        self.share = SteadyLabel(look.say(say.ALMOST_ALL(reached=88, attainable=88)))
        self.played = SteadyLabel(look.say(say.PLAYED_WELL()))
        self.turns = SteadyLabel(self._in_a_row(say.AGAIN_SOMETHING(turn=88), say.HELPED_MOST(turn=88)))
        for label in (self.share, self.played, self.turns):
            words.addWidget(label)
        box.addLayout(words, 1)

    def show_waiting(self) -> None:
        """The figure is being worked out; its place is kept."""
        self.figure.ensurePolished()
        self.figure.setMinimumWidth(self.figure.fontMetrics().horizontalAdvance("88 %"))
        self._show("… %", self._look.say(say.WORKING()))

    def show_worth(self, worth: SessionValue) -> None:
        """Show the share, what it is a share of, how it was played, and the turns that matter."""
        figure, how = share(worth), played(worth)
        self._show(
            self._look.say(figure) if figure else "",
            self._look.say(share_of_what(worth)),
            self._look.say(how) if how else "",
            self._in_a_row(*turns_that_matter(worth)),
        )

    def show_no_worth(self) -> None:
        """There is no figure, and why."""
        self._show("", self._look.say(say.NO_WORTH()))

    def _in_a_row(self, *messages: Message) -> str:
        return " ".join(map(self._look.say, messages))

    def _show(self, figure: str, of_what: str, how: str = "", turns: str = "") -> None:
        self.figure.setText(figure)
        self.figure.setVisible(bool(figure))
        self.share.setText(of_what)
        self.played.setText(how)
        self.turns.setText(turns)
