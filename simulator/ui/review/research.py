"""What is folded under *Research* on the first pages of the desk."""

from __future__ import annotations

from PySide6.QtCore import Signal

from simulator.messages.sentences import agreement as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.fold import Fold


class Research(Fold):
    """One button for each thing that is for whoever studies how far these numbers can be trusted."""

    agreement_wanted = Signal()
    rating_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look.say(say.RESEARCH()), look.say(say.HIDE_RESEARCH()), name=look.say(say.RESEARCH()))
        self.ways = FlowLayout(spacing=10)
        self.agreement = Button(look.say(say.TITLE()), "plain")
        self.agreement.clicked.connect(self.agreement_wanted)
        self.rate = Button(look.say(say.RATE()), "plain")
        self.rate.clicked.connect(self.rating_wanted)
        for button in (self.agreement, self.rate):
            self.ways.addWidget(button)
        self.body.addLayout(self.ways)
