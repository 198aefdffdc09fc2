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
from simulator.analysis.items.point_fit import BINS, Numbers, PointFit, fit
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


def item_analysis(choices: Choices[Point, Item]) -> tuple[PointFigures, ...]:
    """The figures of every point, in the order of ``choices.points``."""
    count = len(choices.points)
    came_by_offer = np.bincount(choices.offer, minlength=len(choices.point))
    came = np.bincount(choices.point, weights=came_by_offer, minlength=count).astype(np.int64)
    cells = (choices.point.astype(np.int64) * BINS)[choices.offer] + choices.bin
    met = np.bincount(cells[choices.tells], minlength=count * BINS).reshape(count, BINS)
    good = np.bincount(cells[choices.tells & choices.better], minlength=count * BINS).reshape(count, BINS)
    answers = _answers(choices, came_by_offer, came)
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


def _flags(found: PointFit) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    if found.gain.high < 0:
        flags.append(Flag.BACKWARDS)
    if found.ease.high < 0:
        flags.append(Flag.HARDER)
    if found.ease.low > 0:
        flags.append(Flag.EASIER)
    return tuple(flags)


def _answers(
    choices: Choices[Point, Item], came_by_offer: NDArray[np.intp], came: NDArray[np.int64]
) -> dict[int, tuple[AnswerFigures, ...]]:
    """The figures of all answers at points to which enough came."""
    items, rest, offers = max(len(choices.items), 1), choices.rest, len(choices.point)
    at_point = choices.point[choices.answer_offer]
    key = at_point.astype(np.int64) * items + choices.answer_item
    size = len(came) * items

    def in_offers(by_offer: Numbers) -> Numbers:
        return np.asarray(np.bincount(key, weights=by_offer[choices.answer_offer], minlength=size))

    offered = in_offers(came_by_offer.astype(np.float64))
    total, squares = (
        in_offers(np.bincount(choices.offer, weights=some, minlength=offers)) for some in (rest, rest * rest)
    )
    expects, price = (np.bincount(key, weights=sums, minlength=size) for sums in (choices.expects, choices.price))
    took_key = (choices.point.astype(np.int64) * items)[choices.offer] + choices.item
    took, of_takers = (np.bincount(took_key, weights=some, minlength=size) for some in (None, rest))
    there = np.flatnonzero((offered > 0) & np.repeat(came >= FEWEST, items))
    shares = drawn_to(took[there].astype(np.float64), offered[there], expects[there] / offered[there], _WEIGHT)
    found: dict[int, list[AnswerFigures]] = {}
    for cell, share in zip(there.tolist(), shares, strict=True):
        of, count, costs = int(offered[cell]), int(took[cell]), float(price[cell] / offered[cell])
        skill = _skill_of_takers(of, count, total[cell], squares[cell], of_takers[cell])
        flags = _answer_flags(of, share, costs, skill)
        answer = AnswerFigures(cell % items, of, count, share, float(expects[cell] / of), costs, skill, flags)
        found.setdefault(cell // items, []).append(answer)
    return {point: tuple(sorted(some, key=lambda one: one.price)) for point, some in found.items()}


def _answer_flags(offered: int, share: Between, price: float, skill: Between | None) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    if price >= APART and skill is not None and skill.low > 0:
        flags.append(Flag.DRAWS_SKILLED)
    if offered >= FEWEST and share.high < _HARDLY:
        flags.append(Flag.HARDLY_TAKEN)
    return tuple(flags)


def _skill_of_takers(offered: int, taken: int, total: float, squares: float, of_takers: float) -> Between | None:
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
