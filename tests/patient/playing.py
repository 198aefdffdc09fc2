"""Plays moves on the bare reaction graph, without a scenario."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.reacting import Appraisal, react
from simulator.patient.start import begin
from simulator.patient.state import Cause, Disposition, Fit, Past, PatientState
from tests.grids import base_grid

Policy = Callable[[PatientState], Act]

STARTS = (
    (ReactionState.MINIMAL, Family.WITHDRAWAL),
    (ReactionState.COMPLYING, Family.DEFERENCE),
    (ReactionState.COMPLAINT, Family.CONFRONTATION),
)
ALLIANCES = (40, 50, 65)
_OVER = (ReactionState.REPAIRED, ReactionState.LEFT, ReactionState.TRANSFER)


@dataclass
class Bench:
    """A patient on the bench: acts go in, appraisals come out."""

    state: PatientState
    disposition: Disposition

    def act(self, move: Move, quality: int | None = None) -> Appraisal:
        return self.take(Act(move, quality))

    def take(self, act: Act) -> Appraisal:
        appraisal = react(self.state, act, self.disposition, base_grid())
        self.state = appraisal.state
        return appraisal

    def wait(self, *, asked: bool = False) -> Appraisal:
        return self.take(Act(Move.HOLD_SILENCE, asked=asked))

    def own(self, quality: int = 4) -> Appraisal:
        return self.act(Move.OWN_CONTRIBUTION, quality)


def bench(
    reaction: ReactionState = ReactionState.MINIMAL,
    *,
    points: int = 50,
    style: Family = Family.WITHDRAWAL,
    origin: Family | None = None,
    fit: Fit = Fit.GOOD,
    cause: Cause = Cause.TONE,
    difficulty: int = 1,
    hindered: bool = True,
) -> Bench:
    """A patient at the start; unless told otherwise the first hindering move of the hour lies behind (rule 16)."""
    alliance = Alliance.of_points(points, points, points)
    state = begin(reaction, alliance, origin or style)
    if hindered:
        state = state._replace(past=state.past | Past.HINDERED)
    return Bench(state, Disposition(style, fit, cause, difficulty))


def set_state(table: Bench, **changes: object) -> Bench:
    table.state = table.state._replace(**changes)  # type: ignore[arg-type]
    return table


def run(
    start: tuple[ReactionState, Family], points: int, policy: Policy, turns: int = 12, level: int = 2
) -> tuple[PatientState, int]:
    """Play a policy until it is over; gives the last state and the turns used."""
    table = bench(start[0], points=points, style=start[1], difficulty=level, hindered=False)
    for turn in range(turns):
        if table.state.reaction in _OVER or table.state.past & Past.PARTED:
            return table.state, turn
        act = policy(table.state)
        table.act(act.move, act.quality)
    return table.state, turns
