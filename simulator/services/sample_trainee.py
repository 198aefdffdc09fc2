"""Somebody who is played by the program: how well they choose and see grows from week to week."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.scoring.tag_reading import right_tag
from simulator.session.actions import Choose, GiveTag, StaySilent
from simulator.session.engine import Session
from simulator.session.script import SILENT
from simulator.session.vocabulary import Tag

if TYPE_CHECKING:
    from simulator.analysis.foresight import Foresight
    from simulator.analysis.solve import Solution
    from simulator.session.events import Started
    from simulator.session.script import Script

_STEP: Final = 0.25
"""Skills are played in such steps: one look through a scenario serves all who are about as good."""
_LOWEST, _HIGHEST = -2.5, 2.0
_SEES_HALF_AT: Final = -0.75
"""The skill at which every second sign is seen."""
_PASSED_OVER: Final = 0.6
"""Of the signs that are not seen, how many are taken for nothing; the others are taken for something else."""


@dataclass(frozen=True, slots=True)
class SampleTrainee:
    """A trainee: ``start`` is the skill in the first week, ``growth`` what is gained until the last (as ``analysis.skill``).

    ``begins`` is the week of the first conversation, ``often`` the chance of one in each later week, ``released`` whether
    moments may be used in the group.
    """

    number: int
    name: str
    start: float
    growth: float
    begins: int
    often: float
    released: bool

    def skill(self, share: float) -> float:
        """How well they choose when this share (0-1) of the weeks is over."""
        grown = self.start + self.growth * share
        return min(_HIGHEST, max(_LOWEST, round(grown / _STEP) * _STEP))


def trainees(names: tuple[str, ...], weeks: int, dice: random.Random) -> Iterator[SampleTrainee]:
    """A group: most begin below the half-way learner and come near or beyond; some hold few conversations."""
    for number, name in enumerate(names):
        yield SampleTrainee(
            number,
            name,
            dice.gauss(-1.3, 0.6),
            dice.gauss(1.5, 0.5),
            dice.randrange(min(2, weeks)),
            dice.choice((0.3, 0.45, 0.6)),
            dice.random() < 0.75,
        )


class Playable:
    """A solved scenario with learners of every skill, each worked out once."""

    def __init__(self, script: Script, solution: Solution) -> None:
        from simulator.analysis.learner import Links

        self.script = script
        self._solution = solution
        self._links = Links(solution.layers)
        self._known: dict[float, Foresight] = {}

    def foresight(self, skill: float) -> Foresight:
        """What a learner of a skill weighs."""
        from simulator.analysis.foresight import Foresight

        if skill not in self._known:
            assert self._solution.halfway is not None, "only what was solved exactly is played"
            sensitivity = self._solution.halfway.sensitivity * math.exp(skill)
            self._known[skill] = Foresight(self._solution, self._links.worths(sensitivity), sensitivity)
        return self._known[skill]


def converse(played: Playable, started: Callable[[Script], Started], skill: float, dice: random.Random) -> Session:
    """One whole conversation of a trainee of a skill."""
    script, ahead = played.script, played.foresight(skill)
    session = Session(script.scenario, started(script), script)
    while not session.ended:
        session.act(GiveTag(_seen(session, skill, dice)))
        place = session.place
        offered = (SILENT, *script.offered(place))
        (choice,) = dice.choices(offered, ahead.chances_of([script.step(place, each) for each in offered]))
        session.act(StaySilent() if choice == SILENT else Choose(place.moment.responses[choice].id))
    return session


def _seen(session: Session, skill: float, dice: random.Random) -> Tag:
    """What the trainee says to have seen: the sign that was there the more often, the better they are."""
    exchange = session.consider(StaySilent()).exchange
    assert exchange is not None, "staying silent completes an exchange"
    if dice.random() < 1 / (1 + math.exp(_SEES_HALF_AT - skill)):
        return right_tag(exchange)
    return Tag.NOTHING if dice.random() < _PASSED_OVER else dice.choice(tuple(Tag))
