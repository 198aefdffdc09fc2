"""Trainees who choose as learners of a skill do, and evidence of choices between known worths, for tests."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from math import exp

import numpy as np

from simulator.analysis.choice_evidence import SKILLS, ChoiceEvidence, chances_with_lapses
from simulator.analysis.foresight import of_a_learner
from simulator.analysis.learner import learner, worths
from simulator.analysis.solve import Solution
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.place import Place
from simulator.session.script import SILENT, Step
from simulator.session.transcript import Transcript
from tests.builders import started

HALFWAY = 0.05
"""The half-way learner of choices that are made up."""


def sensitivity_of(solution: Solution, skill: float) -> float:
    """How strongly a point of repair value draws the choices of a learner of this skill."""
    assert solution.halfway is not None
    return solution.halfway.sensitivity * exp(skill)


def expected(solution: Solution, sensitivity: float) -> float:
    return float(worths(solution, sensitivity)[0][0])


class Trainee:
    """Plays a solved scenario as the learner of a skill does, and takes anything that is on offer now and then."""

    def __init__(self, solution: Solution, skill: float, dice: random.Random, lapse: float = 0) -> None:
        self._script, self._dice, self._lapse = solution.script, dice, lapse
        sensitivity = sensitivity_of(solution, skill)
        self._foresight = of_a_learner(solution, learner(sensitivity, worths(solution, sensitivity)))

    def play(self) -> Transcript:
        session = Session(self._script.scenario, started(self._script.scenario, script=self._script), self._script)
        while not session.ended:
            response = self._choice(session.place).response
            session.act(StaySilent() if response is None else Choose(response.id))
        return session.transcript()

    def _choice(self, place: Place) -> Step:
        steps = [self._script.step(place, choice) for choice in (SILENT, *self._script.offered(place))]
        if self._dice.random() < self._lapse:
            return self._dice.choice(steps)
        (step,) = self._dice.choices(steps, self._foresight.chances_of(steps))
        return step


def plays(solution: Solution, choices: Iterable[int]) -> Transcript:
    """A session in which these choices are made (``SILENT`` or positions of responses), until its end or the last."""
    script = solution.script
    session = Session(script.scenario, started(script.scenario, script=script), script)
    for choice in choices:
        if session.ended:
            break
        session.act(StaySilent() if choice == SILENT else Choose(session.place.moment.responses[choice].id))
    return session.transcript()


def made_up(
    choices: Sequence[tuple[Sequence[float], int]], scenario: str = "made-up", patient: str = "kim"
) -> ChoiceEvidence:
    """Evidence of choices between these worths (repair values, the same at every skill), and which was taken."""
    columns = max((len(worth) for worth, _ in choices), default=1)
    offered = np.full((len(choices), columns), -np.inf)
    for row, (worth, _) in enumerate(choices):
        offered[row, : len(worth)] = worth
    chances = [chances_with_lapses(offered, HALFWAY * exp(skill)) for skill in SKILLS]
    taken = np.array([taken for _, taken in choices], dtype=np.int64)
    prices = offered.max(axis=1, keepdims=True, initial=-np.inf) - offered
    return ChoiceEvidence(scenario, patient, np.stack(chances, axis=1), taken, prices)
