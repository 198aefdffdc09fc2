"""Outcomes as other rules would have given them: one thing changed in what was recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.patient.state import PatientState
from simulator.session.events import Next, Outcome

Changed = Callable[[Outcome], Outcome]


def state_changed(**changes: object) -> Changed:
    """The patient is otherwise afterwards."""

    def changed(outcome: Outcome) -> Outcome:
        state: PatientState = outcome.state._replace(**changes)  # type: ignore[arg-type]
        appraisal = replace(outcome.appraisal, state=state) if outcome.appraisal else None
        return replace(outcome, state=state, appraisal=appraisal)

    return changed


def appraised(**changes: object) -> Changed:
    """It was taken otherwise."""

    def changed(outcome: Outcome) -> Outcome:
        assert outcome.appraisal is not None
        return replace(outcome, appraisal=replace(outcome.appraisal, **changes))  # type: ignore[arg-type]

    return changed


def led(**changes: object) -> Changed:
    """Something else was on the screen then."""

    def changed(outcome: Outcome) -> Outcome:
        assert isinstance(outcome.then, Next)
        return replace(outcome, then=replace(outcome.then, **changes))  # type: ignore[arg-type]

    return changed
