"""The choices of first meetings as columns: a row for each first time that somebody came to a decision point in one.

A person has one first meeting with a scenario, and the first time alone counts there, so that the rows of a point are of
as many people. Columns keep a hundred thousand conversations in a few arrays that are counted in one go; what is asked of
the learner is added up while they are made.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.choice_evidence import SKILLS, ChoiceEvidence
from simulator.analysis.items.point_fit import bin_of
from simulator.analysis.items.rest_score import Rest
from simulator.analysis.skill_grounds import APART

Point = TypeVar("Point", bound=Hashable)
Item = TypeVar("Item", bound=Hashable)

_UNKNOWN: Final = np.full(len(SKILLS), 0.5)


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
    """Columns of choices, with what was on offer in them.

    Of each choice: the number of the ``answer`` that was taken, how well its person chooses elsewhere (a ``bin`` of
    ``point_fit.py``), whether what was on offer differed by enough to tell (``tells``), and whether an answer as good as the
    best was taken (``better``).

    An answer is an ``item`` in an ``offer``: all that could be answered at a ``point`` (by offer) together. Of each answer
    the learner's chances of it at the skills elsewhere and its prices, added up over all choices in which it could be taken
    (``expects``, ``price``). Of each point: how many first ``meetings`` there were
    with what it belongs to, and how likely the learner takes a better answer at each skill of ``SKILLS``, on average over
    the states of those who came (``learner``).
    """

    points: tuple[Point, ...]
    items: tuple[Item, ...]
    meetings: NDArray[np.int64]
    learner: NDArray[np.float64]
    answer: NDArray[np.int32]
    bin: NDArray[np.int16]
    tells: NDArray[np.bool_]
    better: NDArray[np.bool_]
    offer: NDArray[np.int32]
    item: NDArray[np.int32]
    point: NDArray[np.int32]
    expects: NDArray[np.float64]
    price: NDArray[np.float64]


def choices_of(meetings: Iterable[Meeting[Point, Item]]) -> Choices[Point, Item]:
    """The columns of some first meetings."""
    gathered: _Gathered[Point, Item] = _Gathered()
    for meeting in meetings:
        gathered.add(meeting)
    return gathered.columns()


@dataclass(slots=True)
class _Gathered(Generic[Point, Item]):
    """Columns that are being made; whatever has a number has that of its place in a dictionary."""

    points: dict[Point, int] = field(default_factory=dict)
    items: dict[Item, int] = field(default_factory=dict)
    offers: dict[tuple[int, tuple[int, ...]], int] = field(default_factory=dict)
    sums: list[NDArray[np.float64]] = field(default_factory=list)
    belongs: dict[int, Hashable] = field(default_factory=dict)
    played: dict[Hashable, int] = field(default_factory=dict)
    curves: dict[int, tuple[NDArray[np.float64], int]] = field(default_factory=dict)
    rows: list[tuple[tuple[int, int], int, bool, bool]] = field(default_factory=list)

    def add(self, meeting: Meeting[Point, Item]) -> None:
        """Take a meeting in."""
        self.played[meeting.played] = self.played.get(meeting.played, 0) + 1
        at_rest, met = _at(meeting.evidence, meeting.rest.mean), set[Point]()
        for row, point in enumerate(meeting.points):
            if point not in met:
                met.add(point)
                number = self.points.setdefault(point, len(self.points))
                self.belongs.setdefault(number, meeting.played)
                self._add(meeting, row, number, at_rest[row])

    def _add(self, meeting: Meeting[Point, Item], row: int, point: int, chances: NDArray[np.float64]) -> None:
        evidence = meeting.evidence
        prices = evidence.prices[row]
        on_offer = np.flatnonzero(np.isfinite(prices))
        told = meeting.items[row]
        numbers = tuple(self.items.setdefault(told[column], len(self.items)) for column in on_offer.tolist())
        offer = self.offers.setdefault((point, numbers), len(self.offers))
        if offer == len(self.sums):
            self.sums.append(np.zeros((2, len(numbers))))
        self.sums[offer] += chances[on_offer], prices[on_offer]
        best, tells = prices < APART, bool(evidence.apart[row] >= APART)
        if tells:
            curve, count = self.curves.get(point, (np.zeros(len(SKILLS)), 0))
            self.curves[point] = curve + evidence.chances[row][:, best].sum(axis=1), count + 1
        taken = int(evidence.taken[row])
        self.rows.append(((offer, self.items[told[taken]]), bin_of(meeting.rest), tells, bool(best[taken])))

    def columns(self) -> Choices[Point, Item]:
        """What was gathered."""
        taken, bins, tells, better = zip(*self.rows, strict=True) if self.rows else ((),) * 4
        answers = [(number, item) for (_, items), number in self.offers.items() for item in items]
        number_of = {answer: number for number, answer in enumerate(answers)}
        offer, item = zip(*answers, strict=True) if answers else ((), ())
        expects, price = np.concatenate([np.zeros((2, 0)), *self.sums], axis=1)
        curves = [self.curves.get(point, (_UNKNOWN, 1)) for point in self.belongs]
        return Choices(
            tuple(self.points),
            tuple(self.items),
            np.array([self.played[belongs] for belongs in self.belongs.values()], dtype=np.int64),
            np.array([curve / count for curve, count in curves]).reshape(-1, len(SKILLS)),
            np.array([number_of[answer] for answer in taken], dtype=np.int32),
            np.array(bins, dtype=np.int16),
            np.array(tells, dtype=np.bool_),
            np.array(better, dtype=np.bool_),
            np.array(offer, dtype=np.int32),
            np.array(item, dtype=np.int32),
            np.array([point for point, _ in self.offers], dtype=np.int32),
            expects,
            price,
        )


def _at(evidence: ChoiceEvidence, skill: float) -> NDArray[np.float64]:
    """The chances of all choices (rows) at a skill, between those of its neighbours on the grid."""
    step = float(np.interp(skill, SKILLS, np.arange(len(SKILLS))))
    left = min(int(step), len(SKILLS) - 2)
    return np.asarray((left + 1 - step) * evidence.chances[:, left] + (step - left) * evidence.chances[:, left + 1])
