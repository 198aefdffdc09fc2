"""Stepping by hand: what a patient would do in a state, with some gauges, after a move; one step after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, REACTIONS, Family, ReactionState, family_of
from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.grid import GRID_STATES, ReactionGrid
from simulator.patient.reacting import Appraisal, react
from simulator.patient.reasons import reason_messages
from simulator.patient.start import begin
from simulator.patient.state import Cause, Disposition, Fit, PatientState


@dataclass(frozen=True, slots=True)
class Step:
    """One move and what came of it."""

    before: PatientState
    act: Act
    appraisal: Appraisal

    @property
    def after(self) -> PatientState:
        """How the patient is then."""
        return self.appraisal.state


class Stepping:
    """A patient without a scenario: nothing is scripted, and every step can be taken back."""

    def __init__(
        self,
        grid: ReactionGrid,
        state: ReactionState,
        alliance: Alliance,
        *,
        style: Family,
        fit: Fit = Fit.GOOD,
        difficulty: int = 2,
    ) -> None:
        self._grid = grid
        self._disposition = Disposition(style, fit, Cause.TONE, difficulty)
        origin = family_of(state)
        self._start = begin(state, alliance, origin if origin in ORIGIN_FAMILIES else style)
        self.steps: list[Step] = []

    @property
    def now(self) -> PatientState:
        """How the patient is now."""
        return self.steps[-1].after if self.steps else self._start

    @property
    def over(self) -> bool:
        """Whether the patient has gone, so that nothing more can be said."""
        return self.now.reaction not in GRID_STATES

    def step(self, move: Move, quality: int | None = None) -> Step:
        """Do one thing more."""
        act = Act(move, quality if move is Move.OWN_CONTRIBUTION else None)
        done = Step(self.now, act, react(self.now, act, self._disposition, self._grid))
        self.steps.append(done)
        return done

    def undo(self) -> None:
        """Take the last step back."""
        if self.steps:
            self.steps.pop()

    def told(self, step: Step) -> Iterator[Message]:
        """A step in words: where it leads, what it does to the alliance as it is felt, and why."""
        before, after = step.before, step.after
        label = REACTIONS[after.reaction].label()
        sentence = say.STAYS if before.reaction is after.reaction else say.STEPS_TO
        yield sentence(move=MOVES[step.act.move].label(), state=label)
        was, now = before.alliance.points, after.alliance.points
        yield say.GAUGES_NOW(bond=_moved(was[0], now[0]), task=_moved(was[1], now[1]), goal=_moved(was[2], now[2]))
        yield from reason_messages(step.appraisal.why, step.appraisal.played, before.reaction, self._grid)


def _moved(was: int, now: int) -> Message | str:
    return str(now) if was == now else say.WAS(now=str(now), was=str(was))
