"""The plain truth about small scenarios: every play through the real engine, place by place, nothing merged."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.analysis.value import GOOD_ENDINGS, value_of
from simulator.patient import Verdict
from simulator.session import SILENT, Place, Script


@dataclass(frozen=True)
class Truth:
    """What can come of a place: extremes of the repair value, turns to a repaired ending, and the endings."""

    best: int
    worst: int
    turns: int | None
    endings: frozenset[Verdict]


def truths(script: Script) -> dict[Place, Truth]:
    """What can come of every place that a scenario can reach."""
    known: dict[int, Truth] = {}
    places: dict[Place, Truth] = {}

    def of(place: Place) -> Truth:
        if place.number not in known:
            known[place.number] = places[place] = _joined([after(place, c) for c in choices(script, place)])
        return known[place.number]

    def after(place: Place, choice: int) -> Truth:
        standing = script.step(place, choice).after
        if standing.place is not None:
            further = of(standing.place)
            turns = None if further.turns is None else further.turns + 1
            return Truth(further.best, further.worst, turns, further.endings)
        assert standing.closing is not None
        value, verdict = value_of(standing.closing), standing.closing.verdict
        return Truth(value, value, 1 if verdict in GOOD_ENDINGS else None, frozenset({verdict}))

    of(script.start())
    return places


def choices(script: Script, place: Place) -> tuple[int, ...]:
    """Everything a trainee can do at a place."""
    return (SILENT, *script.offered(place))


def _joined(choices_: list[Truth]) -> Truth:
    turns = [choice.turns for choice in choices_ if choice.turns is not None]
    return Truth(
        max(choice.best for choice in choices_),
        min(choice.worst for choice in choices_),
        min(turns, default=None),
        frozenset().union(*(choice.endings for choice in choices_)),
    )
