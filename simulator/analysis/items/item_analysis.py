"""Which sentences were chosen, point by point: how many came to it, how hard it is, whether it tells people apart.

Everything is said on condition that somebody came to the point: reach is a figure of its own, and nobody who took another
way counts as having failed. What is a better answer, and how likely the learner takes which, is asked of the exact state
in which each person came. The skill that answers are held against is that of the same person in *other* scenarios.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.items.choices import Choices
from simulator.analysis.items.intervals import Between, drawn_to, wilson
from simulator.analysis.items.point_fit import BINS, SKILL_OF_BIN, Numbers, PointFit, fit
from simulator.analysis.skill_grounds import APART

Point = TypeVar("Point", bound=Hashable)
Item = TypeVar("Item", bound=Hashable)

FEWEST: Final = 20
"""Below so many first meetings at a point nothing is said of its answers."""

_WEIGHT: Final = 4.0
"""The learner's expectation of an answer counts as if so many people had been seen."""

_HARDLY: Final = 0.05
_SKILL_SD: Final = 0.5
"""How far the skills of those who take an answer are taken to be from the others', before anything is known."""

_Z: Final = 1.96


class Flag(StrEnum):
    """What an author should look at."""

    BACKWARDS = "backwards"
    """Those who choose well elsewhere take the better answer less often."""
    HARDER = "harder"
    EASIER = "easier"
    """The better answer is taken less, or more, often than the learner expects."""
    DRAWS_SKILLED = "draws-skilled"
    """An answer that costs something is taken by those who choose better elsewhere."""
    HARDLY_TAKEN = "hardly-taken"
    """Hardly anybody takes an answer that was on offer."""


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """An answer at a point: ``taken`` of the times it was ``offered``, drawn to what the learner ``expects``.

    ``price`` are points of repair value that it costs on average where it was on offer; ``skill`` by how much those who
    took it choose better elsewhere than the others (``None`` where nobody or everybody took it).
    """

    item: int
    offered: int
    taken: int
    share: Between
    expects: float
    price: float
    skill: Between | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class PointFigures:
    """A decision point: ``came`` of the first ``meetings``, and what those who came did.

    Of ``telling`` of them the answers on offer differed by enough to tell; so many took a ``better`` one. ``fit`` is
    ``None`` and there are no answers where too few came.
    """

    point: int
    came: int
    meetings: int
    reach: Between
    telling: int
    better: int
    fit: PointFit | None
    answers: tuple[AnswerFigures, ...]
    flags: tuple[Flag, ...]

    @property
    def too_few(self) -> bool:
        """Whether too few came to say more than that."""
        return self.came < FEWEST

    @property
    def flagged(self) -> bool:
        """Whether anything here should be looked at."""
        return bool(self.flags) or any(answer.flags for answer in self.answers)


@dataclass(frozen=True, slots=True, eq=False)
class _Tally:
    """How often each answer was taken, by bin of the skill elsewhere; of these where it told anything, and how often better."""

    taken: Numbers
    telling: Numbers
    better: Numbers


def item_analysis(choices: Choices[Point, Item]) -> tuple[PointFigures, ...]:
    """The figures of every point, in the order of ``choices.points``."""
    tally = _tally(choices)
    of_answer, count = choices.point[choices.offer], len(choices.points)
    came = np.bincount(of_answer, weights=tally.taken.sum(axis=1), minlength=count).astype(np.float64)
    met, good = (_added_up(some, of_answer, count) for some in (tally.telling, tally.better))
    answers = _answers(choices, tally, came)
    found: list[PointFigures] = []
    for point in range(count):
        people, meetings, telling = int(came[point]), int(choices.meetings[point]), int(met[point].sum())
        enough = people >= FEWEST and telling >= FEWEST
        fitted = fit(met[point], good[point], choices.learner[point]) if enough else None
        flags = () if fitted is None else _flags(fitted)
        reach, better = wilson(people, meetings), int(good[point].sum())
        told = answers.get(point, ())
        found.append(PointFigures(point, people, meetings, reach, telling, better, fitted, told, flags))
    return tuple(found)


def _tally(choices: Choices[Point, Item]) -> _Tally:
    """One look at every choice."""
    how = choices.tells.astype(np.int64) + (choices.tells & choices.better)
    key = (choices.answer.astype(np.int64) * BINS + choices.bin) * 3 + how
    counts = np.bincount(key, minlength=len(choices.item) * BINS * 3).reshape(-1, BINS, 3).astype(np.float64)
    return _Tally(counts.sum(axis=2), counts[:, :, 1:].sum(axis=2), counts[:, :, 2])


def _added_up(rows: Numbers, group: NDArray[np.int32], count: int) -> Numbers:
    """Rows added up by the number of their group."""
    sums = np.zeros((count, rows.shape[1]))
    np.add.at(sums, group, rows)
    return sums


def _flags(found: PointFit) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    if found.gain.high < 0:
        flags.append(Flag.BACKWARDS)
    if found.ease.high < 0:
        flags.append(Flag.HARDER)
    if found.ease.low > 0:
        flags.append(Flag.EASIER)
    return tuple(flags)


def _answers(choices: Choices[Point, Item], tally: _Tally, came: Numbers) -> dict[int, tuple[AnswerFigures, ...]]:
    """The figures of all answers at points to which enough came; of several offers together."""
    items, offers = max(len(choices.items), 1), len(choices.point)
    skills = np.stack([np.ones(BINS), SKILL_OF_BIN, SKILL_OF_BIN**2], axis=1)
    takers = tally.taken @ skills
    everybody = _added_up(takers, choices.offer, offers)[choices.offer]
    key = choices.point[choices.offer].astype(np.int64) * items + choices.item
    there, cell = np.unique(key, return_inverse=True)
    figures = np.column_stack([takers, everybody, choices.expects, choices.price])
    found: dict[int, list[AnswerFigures]] = {}
    kept = [
        (int(place), row)
        for place, row in zip(there, _added_up(figures, cell.astype(np.int32), len(there)), strict=True)
        if came[place // items] >= FEWEST
    ]
    taken, offered, expects = (np.array([row[column] for _, row in kept]) for column in (0, 3, 6))
    shares = drawn_to(taken, offered, expects / np.maximum(offered, 1), _WEIGHT)
    for (place, row), share in zip(kept, shares, strict=True):
        count, of_takers, _, of, total, squares, expected, price = row.tolist()
        skill = _skill_of_takers(of, count, total, squares, of_takers)
        flags = _answer_flags(int(of), share, price / of, skill)
        answer = AnswerFigures(place % items, int(of), int(count), share, expected / of, price / of, skill, flags)
        found.setdefault(place // items, []).append(answer)
    return {point: tuple(sorted(some, key=lambda one: one.price)) for point, some in found.items()}


def _answer_flags(offered: int, share: Between, price: float, skill: Between | None) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    if price >= APART and skill is not None and skill.low > 0:
        flags.append(Flag.DRAWS_SKILLED)
    if offered >= FEWEST and share.high < _HARDLY:
        flags.append(Flag.HARDLY_TAKEN)
    return tuple(flags)


def _skill_of_takers(offered: float, taken: float, total: float, squares: float, of_takers: float) -> Between | None:
    """By how much those who took an answer choose better elsewhere, drawn towards not at all."""
    others = offered - taken
    if not taken or not others:
        return None
    apart = of_takers / taken - (total - of_takers) / others
    variance = max(squares / offered - (total / offered) ** 2, 1e-6)
    error = variance * (1 / taken + 1 / others)
    kept = _SKILL_SD**2 / (_SKILL_SD**2 + error)
    half = _Z * sqrt(kept * error)
    return Between(kept * apart, kept * apart - half, kept * apart + half)
