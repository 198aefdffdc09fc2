"""How often each card of a map is met, and what its answers cost: worked out for the file as it is, saved or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

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


class Painting(Protocol):
    """What is painted on a map: how often each card is met, and what answers cost."""

    def often(self, card: str) -> float:
        """How often a conversation comes to a card; a bar is full at 1."""

    def words(self, card: str) -> Message:
        """The same in words."""

    def pale(self, card: str) -> bool:
        """Whether a card steps back, because next to nobody comes to it."""

    def price(self, moment: str, response: str) -> int | None:
        """What an answer costs, in hundredths of a point of repair value, where that is painted."""


@dataclass(frozen=True, slots=True)
class LearnerPainting:
    """How often learners meet each card."""

    visits: CardVisits

    def often(self, card: str) -> float:
        """How often the half-way learner comes to a card; answering at random, where nothing is known of them."""
        return (self.visits.halfway if self.visits.exact else self.visits.careless).get(card, 0.0)

    def words(self, card: str) -> Message:
        """How often a card is met, in 100 conversations."""
        careless = _in_hundred(self.visits.careless.get(card, 0.0))
        if not self.visits.exact:
            return say.MET_SAMPLED(careless=careless)
        return say.MET(halfway=_in_hundred(self.visits.halfway.get(card, 0.0)), careless=careless)

    def pale(self, card: str) -> bool:
        """Whether nobody comes to a card in some hundreds of conversations, whichever way they play."""
        return max(self.visits.halfway.get(card, 0.0), self.visits.careless.get(card, 0.0)) < 1 - _ALWAYS_FROM

    def price(self, moment: str, response: str) -> int | None:
        """What an answer costs on average."""
        return self.visits.prices.get((moment, response))


def _in_hundred(times: float) -> str:
    """How often in 100 conversations, in figures that can be told apart where it is rare."""
    found = 100 * times
    return "0" if found == 0 else "<1" if found < 0.5 else f"{found:.0f}"
