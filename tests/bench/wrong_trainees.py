"""How far the skill estimate holds for people who are no learners: reported, not required.

``python -m tests.bench.wrong_trainees [TRAINEES]`` plays generated scenarios with trainees who choose as the learner of
their skill does, but for one thing, and says how often the 95 % interval holds the skill, and how far the estimate is off
on average, after 3 and after 10 first conversations.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.alliance.reactions import Family, family_of
from simulator.analysis.choice_evidence import LAPSE, ChoiceEvidence, evidence_of
from simulator.analysis.foresight import of_a_learner
from simulator.analysis.learner import learner, worths
from simulator.analysis.skill import PRIOR_SD, estimate
from simulator.analysis.solve import Solution
from simulator.session.place import Place
from simulator.session.script import SILENT, Step
from tests.analysis.test_skill_recovery import solutions
from tests.analysis.trainees import Trainee, sensitivity_of

_LATER = (3, 10)
_LIKES_FIRST = 0.2
_LEARNS = 0.1
_WEAKER = 1.0


class NeverSilent(Trainee):
    """Says something whenever anything can be said."""

    def _choice(self, place: Place) -> Step:
        offered = self._script.offered(place)
        steps = [self._script.step(place, choice) for choice in (offered or (SILENT,))]
        (step,) = self._dice.choices(steps, self._foresight.chances_of(steps))
        return step


class LikesFirst(Trainee):
    """Takes the first response on offer one time in five, whatever it is."""

    def _choice(self, place: Place) -> Step:
        offered = self._script.offered(place)
        if offered and self._dice.random() < _LIKES_FIRST:
            return self._script.step(place, offered[0])
        return super()._choice(place)


class WeakInOneFamily(Trainee):
    """Chooses one step of skill worse while the patient withdraws."""

    def __init__(self, solution: Solution, skill: float, dice: random.Random, lapse: float = 0) -> None:
        super().__init__(solution, skill, dice, lapse)
        weaker = sensitivity_of(solution, skill - _WEAKER)
        self._usual = self._foresight
        self._weaker = of_a_learner(solution, learner(weaker, worths(solution, weaker)))

    def _choice(self, place: Place) -> Step:
        withdrawn = family_of(place.patient.reaction) is Family.WITHDRAWAL
        self._foresight = self._weaker if withdrawn else self._usual
        return super()._choice(place)


@dataclass(frozen=True)
class Kind:
    """A kind of trainee: how one is made for a scenario, and how much skill is gained from session to session."""

    name: str
    made: Callable[[Solution, float, random.Random], Trainee]
    gained: float = 0.0


KINDS: Sequence[Kind] = (
    Kind(
        "as the learner does, with its slips (5 %)", lambda solution, skill, dice: Trainee(solution, skill, dice, LAPSE)
    ),
    Kind("slips 10 % of the time", lambda solution, skill, dice: Trainee(solution, skill, dice, 2 * LAPSE)),
    Kind("takes the first response in 20 %", LikesFirst),
    Kind("is never silent", NeverSilent),
    Kind("learns from session to session (held against the mean skill)", Trainee, _LEARNS),
    Kind("is weaker with somebody who withdraws", WeakInOneFamily),
)


def report(kind: Kind, trainees: int) -> str:
    """How often the interval held, and how far off the estimate was, after so many conversations."""
    dice = random.Random(2026)
    skills = [dice.gauss(0, PRIOR_SD) for _ in range(trainees)]
    played: list[Sequence[ChoiceEvidence]] = []
    for number, solution in enumerate(solutions()):
        plays = [kind.made(solution, skill + number * kind.gained, dice).play() for skill in skills]
        played.append(evidence_of(solution, plays).sessions)
    told = []
    for sessions in _LATER:
        true = np.array(skills) + kind.gained * (sessions - 1) / 2
        found = [estimate(some) for some in zip(*played[:sessions], strict=True)]
        held = np.mean([one.low <= skill <= one.high for one, skill in zip(found, true, strict=True)])
        off = np.mean([one.mean for one in found] - true)
        told.append(f"{sessions:>2}: holds {held:.0%}, off by {off:+.2f}")
    return f"{kind.name:<62} {'   '.join(told)}"


def main(trainees: int = 200) -> None:
    """Print a line for each kind."""
    for kind in KINDS:
        print(report(kind, trainees), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
