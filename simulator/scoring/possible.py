"""A turn as it can come about in a scenario: what the highest possible score of a competency is worked out from."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.alliance.markers import Marker
from simulator.patient.state import Cause
from simulator.patient.verdicts import Verdict
from simulator.session.transcript import Exchange


@dataclass(frozen=True, slots=True)
class PossibleTurn:
    """One turn that can come about on some path, taken at its best: more than any single path may bring together.

    ``exchange`` is the turn without a tag, on one of the paths that meet in it and as early as any brings it. What could
    be better on another path is as good there: the felt alliance after it (the sum of its gauges), how far each gauge
    rises, what was owned, what was tried. Its gauges before the turn mean nothing. ``markers`` are all that any of the
    moment's wordings shows, ``cause`` is that of the scenario. ``closes`` is what the session comes
    to if it closes with this turn, ``None`` if it goes on. ``strained_for`` counts the turns that the rupture has lasted
    at least, this one included (0 outside a rupture). ``pressed_since`` are the fewest and the most turns since the first
    one under pressure (0 in that turn itself, -1 where there was none). ``gained`` is the least and the most by which the
    sum of the gauges can have changed since the session began, in levels.
    """

    exchange: Exchange
    markers: frozenset[Marker]
    cause: Cause
    closes: Verdict | None
    strained_for: int
    pressed_since: tuple[int, int]
    gained: tuple[int, int]

    @property
    def goes_on(self) -> bool:
        """Whether another turn follows."""
        return self.closes is None


def can_be_left_undone(turn: PossibleTurn) -> bool:
    """Whether it can be said of what this turn calls for that it was not done: another turn follows, or nobody is left."""
    return turn.goes_on or turn.closes is Verdict.LEFT
