"""What else is to be known of a moment on the map, in a few words: a silence of some length, and what is remembered or asked."""

from __future__ import annotations

from simulator.messages.message import Listed
from simulator.messages.sentences import canvas as say
from simulator.scenario.story_graph import Card
from simulator.ui.look import Look


def signs_of(card: Card, look: Look) -> str:
    """The signs of a card in words; nothing where it has none."""
    told = []
    if card.quiet:
        told.append(say.QUIET_SIGN(seconds=card.quiet))
    if card.needs:
        told.append(say.NEEDS_SIGN(flags=Listed(card.needs)))
    if card.asks:
        told.append(say.ASKS_SIGN(flags=Listed(card.asks)))
    if card.leaves:
        told.append(say.LEAVES_SIGN(flags=Listed(card.leaves)))
    return " · ".join(map(look.say, told))
