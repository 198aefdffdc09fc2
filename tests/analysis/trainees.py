"""Trainees who choose as learners of a skill do, and evidence of choices between known worths, for tests."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from math import exp

import numpy as np

from simulator.analysis.choice_evidence import SKILLS, ChoiceEvidence, chances_with_lapses
from simulator.analysis.learner import Worths, chances_of_choices, worths, worths_of_choices
from simulator.analysis.solve import Solution
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.place import Place
from simulator.session.script import SILENT
from simulator.session.transcript import Transcript
from tests.builders import started

HALFWAY = 0.05
"""The half-way learner of choices that are made up."""


def halfway(solution: Solution) -> float:
    """The sensitivity that comes halfway from playing blindly to the best, where more skill never comes to less."""
    blind, best = expected(solution, 0), solution.start.best[0]
    low, high = 0.0, 2.0
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if expected(solution, middle) < (blind + best) / 2 else (low, middle)
    return high


def expected(solution: Solution, sensitivity: float) -> float:
    return float(worths(solution, sensitivity)[0][0])


class Trainee:
    """Plays a solved scenario as the learner of a sensitivity does, and takes anything that is on offer now and then."""

    def __init__(self, solution: Solution, sensitivity: float, dice: random.Random, lapse: float = 0) -> None:
        self._solution, self._sensitivity, self._dice, self._lapse = solution, sensitivity, dice, lapse
        self._ahead = worths(solution, sensitivity)

    def play(self) -> Transcript:
        script = self._solution.script
        session = Session(script.scenario, started(script.scenario, script=script), script)
        while not session.ended:
            sensitivity = 0 if self._dice.random() < self._lapse else self._sensitivity
            chances = chances_of_choices(self._worths(session.place), sensitivity)[0]
            (column,) = self._dice.choices(range(len(chances)), chances.tolist())
            session.act(StaySilent() if column == 0 else Choose(session.place.moment.responses[column - 1].id))
        return session.transcript()

    def _worths(self, place: Place) -> Worths:
        at = self._solution.row(place)
        assert at is not None
        layer, row = self._solution.layers[at[0]], slice(at[1], at[1] + 1)
        after = self._ahead[at[0] + 1] if at[0] + 1 < len(self._ahead) else np.zeros(0, dtype=np.float32)
        return worths_of_choices(layer.next[row], layer.value[row], after)


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
    offered = np.full((len(choices), columns), -np.inf, dtype=np.float32)
    for row, (worth, _) in enumerate(choices):
        offered[row, : len(worth)] = worth
    chances = [chances_with_lapses(offered, HALFWAY * exp(skill)) for skill in SKILLS]
    taken = np.array([taken for _, taken in choices], dtype=np.int64)
    apart = np.array([max(worth) - min(worth) for worth, _ in choices], dtype=np.float64)
    return ChoiceEvidence(scenario, patient, np.stack(chances, axis=1), taken, apart)
