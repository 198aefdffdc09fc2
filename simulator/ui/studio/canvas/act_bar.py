"""What can be done with the card that the keyboard is on, with the words of that card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import canvas as say
from simulator.scenario.story_graph import Card, CardKind
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.text import text_label

ACTS: Final[tuple[tuple[str, Sentence, Sentence], ...]] = (
    ("open", say.OPEN, say.OPEN_HINT),
    ("play", say.PLAY, say.PLAY_HINT),
    ("moment", say.ADD_MOMENT, say.ADD_MOMENT_HINT),
    ("answer", say.ADD_ANSWER, say.ADD_ANSWER_HINT),
    ("lead", say.LEAD, say.LEAD_HINT),
    ("duplicate", say.DUPLICATE, say.DUPLICATE_HINT),
    ("delete", say.TAKE_AWAY, say.TAKE_AWAY_HINT),
)
"""Everything that can be done with a card: its name here, what it is called, and the key that does it."""

_ANYWHERE: Final = ("moment",)
_LARGE: Final = 1.6
"""From this text size on the words of a card take no more room than they need."""

_RARE: Final = ("lead", "duplicate", "delete")


class ActBar(Flow):
    """A strip above the canvas; its words stand below it, where they may need more room for one card than for another."""

    acted = Signal(str)
    """Something is to be done with the chosen cards, by its name in ``ACTS``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = text_label("", "small")
        self.words.setMinimumHeight(round(40 if look.scale < _LARGE else 20 * look.scale))
        self.buttons: dict[str, Button] = {}
        for name, called, hint in ACTS:
            button = Button(look.say(called()), "plain", hint=look.say(hint()))
            button.clicked.connect(lambda _on=False, name=name: self.acted.emit(name))
            self.items.addWidget(button)
            self.buttons[name] = button

    @property
    def rare(self) -> Sequence[QWidget]:
        """What is needed less often than the rest; each has a key."""
        return [self.buttons[name] for name in _RARE]

    def show_card(self, card: Card | None, words: str) -> None:
        """Say what the card is, and offer what can be done with it."""
        self.words.setText(words)
        own = card is not None and card.kind in (CardKind.MOMENT, CardKind.ENDING)
        for name, button in self.buttons.items():
            possible = own and (card is not None and (card.kind is CardKind.MOMENT or name not in ("answer", "lead")))
            button.setEnabled(possible or name in _ANYWHERE or (name == "play" and card is not None))
