"""How often each card of a map is met, and what its answers cost: worked out for the file as it is, saved or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.messages.message import Message
from simulator.messages.sentences import canvas as say
from simulator.scenario.playable_draft import playable
from simulator.scenario.read import Reading
from simulator.services.examine import Examiner
from simulator.session.script import Script

if TYPE_CHECKING:
    from simulator.analysis.card_visits import CardVisits

_ALWAYS_FROM = 0.995


def visits_of(reading: Reading, examiner: Examiner, wanted: Callable[[], bool]) -> CardVisits | Message:
    """Try everything in a file as it reads now, or why that cannot be; takes seconds. Raises ``Interrupted``."""
    from simulator.analysis.budget import Interrupted
    from simulator.analysis.card_visits import card_visits

    found = playable(reading)
    if isinstance(found, Message):
        return found

    def beat() -> None:
        if not wanted():
            raise Interrupted

    return card_visits(examiner.solve(Script(found.scenario), lambda _turn, _states: wanted()), beat)


def often(visits: CardVisits, card: str) -> Message:
    """How often a card is met, in 100 conversations."""
    careless = _in_hundred(visits.careless.get(card, 0.0))
    if not visits.exact:
        return say.MET_SAMPLED(careless=careless)
    return say.MET(halfway=_in_hundred(visits.halfway.get(card, 0.0)), careless=careless)


def hardly_ever(visits: CardVisits, card: str) -> bool:
    """Whether nobody comes to a card in some hundreds of conversations, whichever way they play."""
    return max(visits.halfway.get(card, 0.0), visits.careless.get(card, 0.0)) < 1 - _ALWAYS_FROM


def _in_hundred(times: float) -> str:
    """How often in 100 conversations, in figures that can be told apart where it is rare."""
    found = 100 * times
    return "0" if found == 0 else "<1" if found < 0.5 else f"{found:.0f}"
