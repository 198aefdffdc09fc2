"""The plain truth about small scenarios: every play through the real engine, place by place, nothing merged."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from operator import mul

from simulator.analysis.value import GOOD_ENDINGS, WHOLE_REPAIRS, value_of
from simulator.patient.verdicts import Verdict
from simulator.session.place import Place
from simulator.session.script import SILENT, Script


@dataclass(frozen=True)
class Truth:
    """What can come of a place: extremes of the repair value, turns to a repaired and to a wholly repaired ending, the endings."""

    best: int
    worst: int
    turns: int | None
    whole: int | None
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
            turns, whole = (None if n is None else n + 1 for n in (further.turns, further.whole))
            return Truth(further.best, further.worst, turns, whole, further.endings)
        assert standing.closing is not None
        value, verdict = value_of(standing.closing), standing.closing.verdict
        turns, whole = (1 if verdict in good else None for good in (GOOD_ENDINGS, WHOLE_REPAIRS))
        return Truth(value, value, turns, whole, frozenset({verdict}))

    of(script.start())
    return places


def choices(script: Script, place: Place) -> tuple[int, ...]:
    """Everything a trainee can do at a place."""
    return (SILENT, *script.offered(place))


def _joined(choices_: list[Truth]) -> Truth:
    turns = [choice.turns for choice in choices_ if choice.turns is not None]
    wholes = [choice.whole for choice in choices_ if choice.whole is not None]
    return Truth(
        max(choice.best for choice in choices_),
        min(choice.worst for choice in choices_),
        min(turns, default=None),
        min(wholes, default=None),
        frozenset().union(*(choice.endings for choice in choices_)),
    )


def learned(script: Script, sensitivity: float) -> dict[Place, float]:
    """The repair value to be expected at every place that can be reached, if a learner of a sensitivity goes on from there."""
    known: dict[int, float] = {}
    places: dict[Place, float] = {}

    def of(place: Place) -> float:
        if place.number not in known:
            worths = [after(place, choice) for choice in choices(script, place)]
            weights = [exp(sensitivity * (worth - max(worths))) for worth in worths]
            known[place.number] = sum(map(mul, weights, worths)) / sum(weights)
            places[place] = known[place.number]
        return known[place.number]

    def after(place: Place, choice: int) -> float:
        standing = script.step(place, choice).after
        if standing.place is not None:
            return of(standing.place)
        assert standing.closing is not None
        return value_of(standing.closing)

    of(script.start())
    return places
