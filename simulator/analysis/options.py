"""What can be chosen in a moment by a patient in a given state, worked out once and for all gauge vectors together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.alliance import ReactionState, is_rupture
from simulator.analysis.lattice import SIZE, Mask, Vectors, at_least, shifted, sums
from simulator.analysis.lattice import alliance as vector_alliance
from simulator.analysis.merging import Merging
from simulator.analysis.questions import NEVER, Questions
from simulator.analysis.space import VERDICTS, Control
from simulator.analysis.value import repair_value
from simulator.patient import Act, PatientState, Rung, verdict
from simulator.patient.reacting import LOWEST_ALLIANCE, gate_threshold, outline
from simulator.scenario.conditions import Condition
from simulator.scenario.document import Ending, Moment
from simulator.session import SILENT, Script
from simulator.session.script import verdict_of

Closing: TypeAlias = tuple[NDArray[np.int8], NDArray[np.int8]]
"""Repair value and verdict number for every gauge vector."""


class _Reaction(NamedTuple):
    """What an act does to a patient, whichever moment offers it."""

    shift: Vectors
    stays: Mask | None
    after: int
    gone: int


_NOBODY: Final = -1


@dataclass(frozen=True, slots=True)
class Branch:
    """A reaction at an open or a closed gate; patients are numbers of ``Options.patients``.

    ``shift`` moves the gauges; ``stays`` tells who then stays (``None``: everybody); who does not becomes ``gone``.
    """

    choice: int
    column: int
    shift: Vectors
    stays: Mask | None
    after: int
    gone: int
    sets: int


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: when it is on offer, where the gate opens (``None``: ``opened`` always plays), and both reactions."""

    asked: Condition | None
    gate: Mask | None
    opened: Branch
    closed: Branch


class Options:
    """The choices of a scenario at one difficulty; moments and patients go by numbers."""

    def __init__(self, script: Script) -> None:
        self.script = script
        bank = (line for lines in script.scenario.patient.lines.values() for line in lines)
        self.moments: Final = (*script.scenario.moments.values(), *bank)
        self.moment_numbers: Final = {m.id: i for i, m in enumerate(self.moments)}
        self.columns: Final = 1 + max(len(m.responses) for m in self.moments)
        self.patients: Final[list[PatientState]] = []
        self._merging = Merging(script)
        self._questions = Questions(script.memory)
        self._numbers: dict[PatientState, int] = {}
        self._later: dict[tuple[int, int], int] = {}
        self._acts: dict[Act, int] = {}
        self._reactions: dict[tuple[int, int, bool], _Reaction] = {}
        self._options: dict[tuple[int, int], tuple[Option, ...]] = {}
        self._followers: dict[tuple[int, int, ReactionState, int, int], tuple[tuple[int, Condition | None], ...]] = {}
        self._closings: dict[tuple[Ending | None, ReactionState, Rung, int], Closing] = {}

    def patient(self, state: PatientState) -> int:
        """The number of a patient's state, gauges and all that cannot matter left out."""
        merged = self._merging.merged(state)
        known = self._numbers.get(merged)
        if known is None:
            known = self._numbers[merged] = len(self.patients)
            self.patients.append(merged)
        return known

    def later(self, patient: int, turn: int) -> int:
        """The number of a patient's state at a turn, without what the turns that are left cannot bring to bear."""
        turns_left = self.script.scenario.turns - turn + 1
        key = (patient, turns_left)
        known = self._later.get(key)
        if known is None:
            shortened = self._merging.shortened(self.patients[patient], turns_left)
            known = self._later[key] = self.patient(shortened)
        return known

    def of(self, moment: int, patient: int) -> tuple[Option, ...]:
        """Every choice in a moment, staying silent first."""
        known = self._options.get((moment, patient))
        if known is None:
            played = self.moments[moment]
            known = self._options[moment, patient] = tuple(
                self._option(played, self.patients[patient], choice) for choice in range(SILENT, len(played.responses))
            )
        return known

    def followers(
        self, moment: int, branch: Branch, patient: int, turn: int, past: int
    ) -> tuple[tuple[int, Condition | None], ...]:
        """Moments that can follow, in the order in which they are asked; the last has no condition."""
        reaction = self.patients[patient].reaction
        key = (moment, branch.choice, reaction, turn, past)
        known = self._followers.get(key)
        if known is None:
            known = self._followers[key] = self._asked(self.moments[moment], branch.choice, reaction, turn, past)
        return known

    def holds(self, asked: Condition, vectors: Vectors, control: Control, turn: int) -> Mask:
        """For which of these vectors a condition on a control's moment holds."""
        moment = self.moments[control.moment].id
        return self._questions.holds(asked, vectors, self.patients[control.patient], turn, control.past, moment)

    def end_of(self, moment: int) -> Ending | None:
        """The scripted ending of a moment, if it is one."""
        return self.moments[moment].end

    def after_visit(self, past: int, moment: int) -> int:
        """What is remembered once a moment is played."""
        return self.script.memory.after_visit(past, self.moments[moment].id)

    def closing(self, end: Ending | None, patient: int) -> Closing:
        """Repair value and verdict of a closing; they depend on a few fields and on the sum of the gauges."""
        state = self.patients[patient]
        key = (end, state.reaction, state.rungs, state.owned)
        known = self._closings.get(key)
        if known is None:
            known = self._closings[key] = _closing(end, state)
        return known

    def _option(self, moment: Moment, state: PatientState, choice: int) -> Option:
        asked = None if choice == SILENT else moment.responses[choice].when
        threshold = gate_threshold(state, self.script.act(moment, choice), self.script.disposition)
        if not threshold:
            branch = self._branch(moment, state, choice, opened=threshold is not None)
            return Option(asked, None, branch, branch)
        opened, closed = (self._branch(moment, state, choice, opened=o) for o in (True, False))
        return Option(asked, at_least(threshold), opened, closed)

    def _branch(self, moment: Moment, state: PatientState, choice: int, *, opened: bool) -> Branch:
        reaction = self._reaction(state, self.script.act(moment, choice), opened=opened)
        sets = 0 if choice == SILENT else self.script.memory.after_flags(0, moment.responses[choice].sets)
        return Branch(choice, choice + 1, reaction.shift, reaction.stays, reaction.after, reaction.gone, sets)

    def _reaction(self, state: PatientState, act: Act, *, opened: bool) -> _Reaction:
        """The reaction to an act, worked out once however many moments offer it."""
        key = (self.patient(state), self._acts.setdefault(act, len(self._acts)), opened)
        known = self._reactions.get(key)
        if known is None:
            drawn = outline(state, act, opened, self.script.disposition, self.script.scenario.patient.grid)
            leaves = drawn.worn or is_rupture(drawn.state.reaction)
            known = self._reactions[key] = _Reaction(
                shifted(drawn.moved, drawn.entered),
                (NEVER if drawn.worn else at_least(LOWEST_ALLIANCE)) if leaves else None,
                self.patient(drawn.state),
                self.patient(replace(drawn.state, reaction=ReactionState.LEFT)) if leaves else _NOBODY,
            )
        return known

    def _asked(
        self, moment: Moment, choice: int, reaction: ReactionState, turn: int, past: int
    ) -> tuple[tuple[int, Condition | None], ...]:
        target = self.script.target(moment, choice)
        asked: list[tuple[int, Condition | None]] = []
        for candidate in self.script.followers(moment.id, reaction, target, turn, past):
            free = candidate is target or candidate.from_bank
            asked.append((self.moment_numbers[candidate.id], None if free else candidate.when))
            if asked[-1][1] is None:
                break
        return tuple(asked)


def _closing(end: Ending | None, state: PatientState) -> Closing:
    values, verdicts = (np.zeros(SIZE, dtype=np.int8) for _ in range(2))
    for vectors in sums():
        felt = replace(state, alliance=vector_alliance(vectors[0]))
        reached = verdict_of(end, felt) if end else verdict(felt)
        values[vectors] = repair_value(reached, felt)
        verdicts[vectors] = VERDICTS.index(reached)
    return values, verdicts
