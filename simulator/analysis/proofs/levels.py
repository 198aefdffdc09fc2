"""Levels of a scenario that do not differ in anything that can happen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simulator.analysis.learner_play import careless_outcome, learner_outcome
from simulator.analysis.policies import Outcome
from simulator.analysis.proofs.proved import Proved
from simulator.analysis.solve import Solution
from simulator.messages.message import Listed
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS

_ROUNDING = 1e-9
_COMPARED = 2
"""The level whose half-way learner plays all of them."""


def levels_alike(proved: Proved) -> Iterator[Diagnostic]:
    """Levels at which every ending and repair value has the same chance, for careless play and for a learner alike."""
    levels = {solution.script.disposition.difficulty: solution for solution in proved.every_level}
    if not all(solution.exact for solution in levels.values()):
        return
    careless = {level: careless_outcome(solution, proved.beat) for level, solution in sorted(levels.items())}
    groups = _alike(careless)
    if not groups:
        return
    learner = levels[_COMPARED].halfway
    assert learner is not None
    for group in groups:
        learning = {level: _learned(levels[level], learner.sensitivity, proved) for level in group}
        for alike in _alike(learning):
            yield PROOFS["624"].at(proved.spans.key("difficulty"), levels=Listed(tuple(alike)))


def _learned(solution: Solution, sensitivity: float, proved: Proved) -> Outcome:
    return learner_outcome(solution, sensitivity, proved.beat)


def _alike(outcomes: dict[int, Outcome]) -> list[list[int]]:
    """The levels by what comes of them, where several are the same."""
    groups: list[list[int]] = []
    for level, outcome in outcomes.items():
        same = next((group for group in groups if _same(outcomes[group[0]], outcome)), None)
        if same is None:
            groups.append([level])
        else:
            same.append(level)
    return [group for group in groups if len(group) > 1]


def _same(one: Outcome, other: Outcome) -> bool:
    return all(
        np.allclose(mine, others, rtol=0, atol=_ROUNDING)
        for mine, others in (
            (list(one.verdicts.values()), list(other.verdicts.values())),
            (one.values, other.values),
        )
    )
