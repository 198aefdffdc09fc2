"""What can be proved of a solved scenario: where a rupture is lost, which endings exist, which blind policies win."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.alliance import is_rupture
from simulator.analysis.policies import BLIND, Outcome
from simulator.analysis.solve import FAR, Solution
from simulator.patient import Verdict
from simulator.session import SILENT

MARGIN: Final = 15
"""Points of repair value by which a blind policy's median must beat the random median to be a smell."""

SILENCE: Final = "silence"
"""Stands for staying silent in a path."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The earliest rupture that can no longer be repaired in the turns that are left, and one way into it.

    ``turn`` is the trainee's turn at which it is met, ``share`` the part of that turn's rupture states that are lost,
    ``path`` the responses that lead there, ``moment`` where it is.
    """

    turn: int
    share: float
    moment: str
    path: tuple[str, ...]


def first_lost(solution: Solution) -> Lost | None:
    """The earliest rupture from which no repaired ending can be reached any more; ``None`` if there is none."""
    options = solution.expander.options
    for index, (layer, solved) in enumerate(zip(solution.layers, solution.solved, strict=True)):
        strained = [is_rupture(options.patients[control.patient].reaction) for control in layer.controls]
        in_rupture = np.repeat(strained, np.diff(layer.offsets))
        lost = np.flatnonzero(in_rupture & (solved.turns >= FAR))
        if len(lost):
            row = int(lost[0])
            control = list(layer.controls)[int(np.searchsorted(layer.offsets, row, side="right")) - 1]
            moment = options.moments[control.moment].id
            return Lost(index + 1, len(lost) / int(in_rupture.sum()), moment, path_to(solution, index, row))
    return None


def path_to(solution: Solution, index: int, row: int) -> tuple[str, ...]:
    """Responses (or ``SILENCE``) that lead from the start to a state of a layer."""
    path: list[str] = []
    while index:
        index -= 1
        layer = solution.layers[index]
        before, column = (int(n) for n in np.argwhere(layer.next == row)[0])
        control = list(layer.controls)[int(np.searchsorted(layer.offsets, before, side="right")) - 1]
        moment = solution.expander.options.moments[control.moment]
        choice = column - 1
        path.append(SILENCE if choice == SILENT else moment.responses[choice].id)
        row = before
    return tuple(reversed(path))


def missing_endings(solution: Solution) -> tuple[Verdict, ...]:
    """Verdicts that no path reaches, of those that every scenario should know: repaired, unresolved, and some loss."""
    endings = solution.start.endings
    missing = [v for v in (Verdict.REPAIRED, Verdict.UNRESOLVED) if v not in endings]
    if not endings & {Verdict.LEFT, Verdict.QUIET_DROP_OUT}:
        missing.append(Verdict.LEFT)
    return tuple(missing)


def smells(outcomes: Mapping[str, Outcome]) -> Sequence[str]:
    """Blind policies whose median beats the median of random play by ``MARGIN``: the scenario gives itself away."""
    floor = outcomes["random"].quantile(0.5) + MARGIN
    return [name for name in BLIND if name in outcomes and outcomes[name].quantile(0.5) >= floor]
