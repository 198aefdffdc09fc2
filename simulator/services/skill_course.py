"""How well somebody chooses, from one first conversation to the next, in the only form in which it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Day, Message
from simulator.messages.sentences import skill_course as say

if TYPE_CHECKING:
    from simulator.analysis.skill_difference import Interval
    from simulator.analysis.skill_grounds import SkillGrounds
    from simulator.analysis.skill_points import SkillPoints
    from simulator.services.group_evidence import FirstConversation, GroupEvidence, PersonEvidence

MONTH: Final = timedelta(days=30)

OTHERS: Final = 3
"""So many others must have a number of their own before anybody is held against them."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """What could be told after some first conversations; ``points`` is ``None`` where it is not yet."""

    grounds: SkillGrounds
    points: SkillPoints | None
    fits: bool = True


@dataclass(frozen=True, slots=True)
class CourseStep:
    """A first conversation, and what could be told after it."""

    first: FirstConversation
    so_far: SoFar


@dataclass(frozen=True, slots=True)
class SkillCourse:
    """Somebody's course: what is told now, step by step, and in which sentences."""

    evidence: PersonEvidence
    steps: tuple[CourseStep, ...]
    told: tuple[Message, ...]

    @property
    def now(self) -> SoFar | None:
        """What can be told now; ``None`` without a first conversation."""
        return self.steps[-1].so_far if self.steps else None


def skill_course(group: GroupEvidence, key: bytes, today: date) -> SkillCourse:
    """The course of somebody of the group, by their key; ``LookupError`` where there is no such person."""
    mine = group.of(key)
    if mine is None:
        raise LookupError("Nobody of this key has handed anything in.")
    steps = tuple(CourseStep(mine.first[n], so_far(mine.first[: n + 1])) for n in range(len(mine.first)))
    now = steps[-1].so_far if steps else None
    comparisons = () if now is None else tuple(_comparisons(group, mine, now, today))
    return SkillCourse(mine, steps, (*_told(now), *comparisons, *_beside(mine)))


def so_far(first: Sequence[FirstConversation]) -> SoFar:
    """What can be told after some first conversations."""
    from simulator.analysis.choice_fit import OFF, choice_fit
    from simulator.analysis.shipped_curves import shipped_shelf
    from simulator.analysis.skill import estimate
    from simulator.analysis.skill_grounds import grounds_of
    from simulator.analysis.skill_points import skill_points

    sessions = [one.evidence for one in first]
    grounds = grounds_of(sessions)
    if grounds.missing:
        return SoFar(grounds, None)
    skill = estimate(sessions)
    fit = choice_fit([(session, skill.mean) for session in sessions])
    return SoFar(grounds, skill_points(skill, shipped_shelf()), fit is None or fit >= OFF)


def not_yet(grounds: SkillGrounds) -> Message:
    """What is missing first before anything may be told."""
    from simulator.analysis.skill_grounds import CHOICES, MEETINGS, PATIENTS

    if grounds.meetings < MEETINGS:
        return say.NOT_YET_MEETINGS(found=grounds.meetings, needed=MEETINGS)
    if grounds.patients < PATIENTS:
        return say.NOT_YET_PATIENTS(found=grounds.patients, needed=PATIENTS)
    return say.NOT_YET_CHOICES(found=grounds.choices, needed=CHOICES)


def after(step: CourseStep, count: int) -> Message:
    """What could be told after a conversation, the so-many-th."""
    points = step.so_far.points
    if points is None:
        return not_yet(step.so_far.grounds)
    if points.at_least:
        return say.AFTER_AT_LEAST(count=count, low=points.low)
    return say.AFTER(count=count, points=points.points, low=points.low, high=points.high)


def _told(now: SoFar | None) -> Iterator[Message]:
    if now is None:
        yield say.NOTHING()
        return
    points, grounds = now.points, now.grounds
    if points is None:
        yield not_yet(grounds)
        return
    if points.at_least:
        yield say.CHOOSING_AT_LEAST(low=points.low)
    else:
        yield say.CHOOSING(points=points.points, low=points.low, high=points.high)
    patients, choices = say.PATIENTS(count=grounds.patients), say.CHOICES(count=grounds.choices)
    yield say.FROM(count=grounds.meetings, patients=patients, choices=choices)
    yield say.SCALE()
    yield say.NOT_OWN_WORDS()
    if not now.fits:
        yield say.NO_FIT()


def _comparisons(group: GroupEvidence, mine: PersonEvidence, now: SoFar, today: date) -> Iterator[Message]:
    """The number held against those of others and of a month ago, where there is enough of either."""
    if now.points is None:
        return
    others = _with_others(group, mine, now)
    month = _with_last_month(mine, today)
    if others is None and month is None:
        yield say.TOO_FEW()
        return
    yield others if others is not None else say.TOO_FEW_OTHERS()
    yield month if month is not None else say.TOO_FEW_MONTH()


def _with_others(group: GroupEvidence, mine: PersonEvidence, now: SoFar) -> Message | None:
    from simulator.analysis.skill_difference import difference, mean_of

    found = (so_far(one.first).points for one in group.people if one.person.key != mine.person.key)
    others = [points for points in found if points is not None]
    if len(others) < OTHERS or now.points is None:
        return None
    together = mean_of(others)
    verdict = _verdict(difference(now.points, together))
    return say.OTHERS(count=len(others), points=round(together.points), verdict=verdict)


def _with_last_month(mine: PersonEvidence, today: date) -> Message | None:
    from simulator.analysis.skill_difference import difference

    since = (today - MONTH).isoformat()
    late = so_far([one for one in mine.first if one.found.stored.started.day >= since]).points
    early = so_far([one for one in mine.first if one.found.stored.started.day < since]).points
    if late is None or early is None:
        return None
    verdict = _verdict(difference(late, early))
    return say.MONTH(day=Day(since), now=late.points, before=early.points, verdict=verdict)


def _verdict(between: Interval) -> Message:
    """Whether two numbers are different, which they are only where the interval of the difference leaves out 0."""
    low, high = round(between.low), round(between.high)
    if between.is_none or not low * high > 0:
        return say.NOT_DIFFERENT(low=low, high=high)
    return say.HIGHER(low=low, high=high) if low > 0 else say.LOWER(low=-high, high=-low)


def _beside(mine: PersonEvidence) -> Iterator[Message]:
    if mine.older:
        yield say.OLDER(count=len(mine.older))
    if mine.untried:
        yield say.NOT_WORKED_OUT(count=len(mine.untried))
    if mine.others:
        yield say.OTHER_CONVERSATIONS(count=mine.others)
