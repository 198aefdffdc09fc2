"""The choices of first meetings as columns: a row for each first time that somebody came to a decision point in one.

A person has one first meeting with a scenario, and the first time alone counts there, so that the rows of a point are of
as many people. Columns keep a hundred thousand conversations in a few arrays that are counted in one go.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.choice_evidence import SKILLS, ChoiceEvidence
from simulator.analysis.items.rest_score import Rest
from simulator.analysis.skill_grounds import APART

Point = TypeVar("Point", bound=Hashable)
Item = TypeVar("Item", bound=Hashable)

_UNKNOWN: Final = [np.full(len(SKILLS), 0.5)]


@dataclass(frozen=True, slots=True, eq=False)
class Meeting(Generic[Point, Item]):
    """A first meeting: its choices, at which points they were made, and what each column of them stands for.

    ``points`` and ``items`` have an entry for each choice; items are those of staying silent and of the responses, in the
    order of the columns. ``played`` is what was played (a scenario at a level). ``rest`` is how well its person chooses in
    others.
    """

    played: Hashable
    evidence: ChoiceEvidence
    points: Sequence[Point]
    items: Sequence[Sequence[Item]]
    rest: Rest


@dataclass(frozen=True, slots=True, eq=False)
class Choices(Generic[Point, Item]):
    """Columns of choices, and of what was on offer in them.

    Of each choice: the number of its ``point``, how well its person chooses elsewhere (``rest``, with its ``spread``),
    whether what was on offer differed by enough to tell (``tells``), and whether an answer as good as the best was taken
    (``better``). Of each answer on offer: the choice (``at``), the
    ``item``, the learner's ``chance`` of it at the skill elsewhere, its ``price``, and whether it was ``taken``.
    Of each point: how many first ``meetings`` there were with what it belongs to, and how likely the learner takes a better
    answer at each skill of ``SKILLS``, on average over the states of those who came (``learner``).
    """

    points: tuple[Point, ...]
    items: tuple[Item, ...]
    meetings: NDArray[np.int64]
    learner: NDArray[np.float64]
    point: NDArray[np.int32]
    rest: NDArray[np.float32]
    spread: NDArray[np.float32]
    tells: NDArray[np.bool_]
    better: NDArray[np.bool_]
    at: NDArray[np.int32]
    item: NDArray[np.int32]
    chance: NDArray[np.float32]
    price: NDArray[np.float32]
    taken: NDArray[np.bool_]


def choices_of(meetings: Iterable[Meeting[Point, Item]]) -> Choices[Point, Item]:
    """The columns of some first meetings."""
    points: dict[Point, int] = {}
    items: dict[Item, int] = {}
    belongs: dict[Point, Hashable] = {}
    played: dict[Hashable, int] = {}
    rows: list[tuple[int, float, float, bool, bool]] = []
    curves: dict[Point, list[NDArray[np.float64]]] = {}
    offers: list[tuple[int, int, float, float, bool]] = []
    for meeting in meetings:
        played[meeting.played] = played.get(meeting.played, 0) + 1
        evidence, met = meeting.evidence, set[Point]()
        at_rest = _at(evidence, meeting.rest.mean)
        for row, (point, told) in enumerate(zip(meeting.points, meeting.items, strict=True)):
            if point in met:
                continue
            met.add(point)
            belongs.setdefault(point, meeting.played)
            prices = evidence.prices[row]
            best = prices < APART
            taken = int(evidence.taken[row])
            offers += [
                (
                    len(rows),
                    items.setdefault(told[column], len(items)),
                    at_rest[row, column],
                    prices[column],
                    column == taken,
                )
                for column in np.flatnonzero(np.isfinite(prices)).tolist()
            ]
            if evidence.apart[row] >= APART:
                curves.setdefault(point, []).append(evidence.chances[row][:, best].sum(axis=1))
            rows.append(
                (
                    points.setdefault(point, len(points)),
                    *meeting.rest,
                    bool(evidence.apart[row] >= APART),
                    bool(best[taken]),
                )
            )
    counted = np.array([played[belongs[point]] for point in points], dtype=np.int64)
    learner = np.array([np.mean(curves.get(point, _UNKNOWN), axis=0) for point in points]).reshape(-1, len(SKILLS))
    return Choices(tuple(points), tuple(items), counted, learner, *_columns(rows), *_offered(offers))


def _at(evidence: ChoiceEvidence, skill: float) -> NDArray[np.float64]:
    """The chances of all choices (rows) at a skill, between those of its neighbours on the grid."""
    step = float(np.interp(skill, SKILLS, np.arange(len(SKILLS))))
    left = min(int(step), len(SKILLS) - 2)
    return np.asarray((left + 1 - step) * evidence.chances[:, left] + (step - left) * evidence.chances[:, left + 1])


def _columns(
    rows: Sequence[tuple[int, float, float, bool, bool]],
) -> tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_], NDArray[np.bool_]]:
    point, rest, spread, tells, better = zip(*rows, strict=True) if rows else ((),) * 5
    return (
        np.array(point, dtype=np.int32),
        np.array(rest, dtype=np.float32),
        np.array(spread, dtype=np.float32),
        np.array(tells, dtype=np.bool_),
        np.array(better, dtype=np.bool_),
    )


def _offered(
    offers: Sequence[tuple[int, int, float, float, bool]],
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_]]:
    at, item, chance, price, taken = zip(*offers, strict=True) if offers else ((),) * 5
    return (
        np.array(at, dtype=np.int32),
        np.array(item, dtype=np.int32),
        np.array(chance, dtype=np.float32),
        np.array(price, dtype=np.float32),
        np.array(taken, dtype=np.bool_),
    )
