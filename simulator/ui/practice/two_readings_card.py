"""Two readings of a conversation side by side: the trainee's from before the debriefing, and the program's."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message
from simulator.messages.sentences import own_reading as say
from simulator.services.debriefing import Debriefing
from simulator.services.own_reading import OwnReading, pull_in_words
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import Card, clear
from simulator.ui.widgets.text import TextType, text_label

_TOP: Final = Qt.AlignmentFlag.AlignTop


class TwoReadingsCard(Card):
    """Three questions, each with both answers; no difference between them is worked out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told: Debriefing | None = None
        self._reading: OwnReading | None = None
        self._worth: SessionValue | None = None
        self.body.addWidget(text_label(look.say(say.TWO_READINGS()), "heading"))
        self.body.addWidget(text_label(look.say(say.TWO_LEAD()), "small"))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        for column_ in (0, 1):
            self._grid.setColumnStretch(column_, 1)
        self.body.addWidget(holder)
        self.hide()

    def show_session(self, told: Debriefing) -> None:
        """Another conversation; nothing is known of either reading yet."""
        self._told, self._reading, self._worth = told, None, None
        self.hide()

    def show_reading(self, reading: OwnReading | None) -> None:
        """The trainee's reading, if a question was answered."""
        self._reading = reading
        self._fill()

    def show_worth(self, worth: SessionValue) -> None:
        """The program's reading."""
        self._worth = worth
        self._fill()

    def _fill(self) -> None:
        told, reading = self._told, self._reading
        self.setVisible(told is not None and reading is not None)
        if told is None or reading is None:
            return
        clear(self._grid)
        self._add(0, say.YOURS(), say.OURS(), "small-quiet")
        worth = self._worth
        known = worth is not None and worth.exact
        lost = worth.worst.turn if worth is not None and worth.worst is not None else None
        helped = worth.best.turn if worth is not None and worth.best is not None else None
        rows = (
            (say.LOST(name=told.name), self._turn(reading.lost), self._ours(lost, say.NONE_LOST(), known=known)),
            (say.HELPED(), self._turn(reading.helped), self._ours(helped, say.NONE_HELPED(), known=known)),
            (say.PULL(), pull_in_words(reading) or say.LEFT_OPEN(), say.ONLY_YOU()),
        )
        for number, (question, own, ours) in enumerate(rows):
            self._grid.addWidget(text_label(self._look.say(question), "heading"), 2 * number + 1, 0, 1, 2)
            self._add(2 * number + 2, own, ours, "body")

    def _add(self, line: int, own: Message, ours: Message, type_: TextType) -> None:
        self._grid.addWidget(text_label(self._look.say(own), type_), line, 0, _TOP)
        self._grid.addWidget(text_label(self._look.say(ours), type_), line, 1, _TOP)

    def _ours(self, turn: int | None, none: Message, *, known: bool) -> Message:
        if not known:
            return say.NOT_WORKED_OUT()
        return none if turn is None else self._turn(turn)

    def _turn(self, turn: int | None) -> Message:
        accounts = self._told.accounts if self._told is not None else ()
        found = next((account for account in accounts if account.turn == turn), None)
        if found is None:
            return say.LEFT_OPEN()
        return say.TURN(turn=found.turn, words=found.you) if found.you else say.TURN_SILENT(turn=found.turn)
