"""What a card of the library tells and offers."""

from __future__ import annotations

from typing import Final

from simulator.ui.widgets.buttons import Button
from tests.ui.stage import Stage

TITLE: Final = "The wait"


def facts(stage: Stage, title: str = TITLE) -> str:
    """The line of a card that tells how far one has come."""
    return stage.card(title)._facts.text()


def buttons(stage: Stage, title: str = TITLE) -> list[str]:
    """What can be done on a card, from left to right."""
    card = stage.card(title)
    shown = [w for w in stage.shown() if isinstance(w, Button) and card.isAncestorOf(w)]
    return [b.text() for b in sorted(shown, key=lambda b: b.x())]
