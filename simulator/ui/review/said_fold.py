"""The sentences that were said in a moment, folded: each with the way to what it counts as, for everybody who said it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import corrections
from simulator.messages.sentences import this_group as say
from simulator.services.this_group import SaidThere
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label


class SaidFold(Fold):
    """``chosen`` gives the sentence (``SaidThere``)."""

    chosen = Signal(object)

    def __init__(self, said: Sequence[SaidThere], look: Look) -> None:
        super().__init__(look.say(say.CORRECT_SAID()), look.say(corrections.HIDE()), name=look.say(say.CORRECT_SAID()))
        self._look = look
        self.links = [self._link(one) for one in said]

    def _link(self, one: SaidThere) -> Button:
        holder = QWidget()
        line = row(holder, spacing=8)
        line.addWidget(text_label(one.words, "body"), 1)
        named = self._look.say(corrections.CORRECT_SAID_NAMED(words=one.words))
        link = Button(self._look.say(corrections.CORRECT()), "link", name=named)
        link.clicked.connect(lambda: self.chosen.emit(one))
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(holder)
        return link
