"""What never happens on any path, and conditions that never make a difference."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.alliance import ReactionState
from simulator.analysis.proofs.proved import Proved
from simulator.scenario.checks.paths import states_of
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import Moment

_UNREACHED = ("501", "502")
_SETTLED = ("523",)


def moment_never_comes(proved: Proved) -> Iterator[Diagnostic]:
    """Moments that no path comes to, although the story checks could not see it."""
    for moment in proved.scenario.moments.values():
        span = proved.spans.key("moments", moment.id)
        if not proved.has_told(span, *_UNREACHED) and not proved.comes(moment):
            yield PROOFS["602"].at(span, moment=moment.id, why=_why(proved, moment))


def response_never_offered(proved: Proved) -> Iterator[Diagnostic]:
    """Responses whose condition holds on no path that comes to their moment."""
    for moment in proved.scenario.moments.values():
        for column, response in enumerate(moment.responses, 1):
            if response.when is None or not proved.comes(moment):
                continue
            span = proved.spans.value("moments", moment.id, "responses", response.id, "when")
            if proved.never_holds(moment, column) and not proved.has_told(span, *_SETTLED):
                yield PROOFS["603"].at(span, response=response.id, moment=moment.id)


def condition_always_holds(proved: Proved) -> Iterator[Diagnostic]:
    """Conditions that fail on no path, wherever they are asked."""
    for moment in proved.scenario.moments.values():
        if moment.when is not None and proved.always_holds(moment, 0):
            yield from _idle(proved, f"of “{moment.id}”", "moments", moment.id, "when")
        for column, response in enumerate(moment.responses, 1):
            if response.when is not None and proved.always_holds(moment, column):
                place = ("moments", moment.id, "responses", response.id, "when")
                yield from _idle(proved, f"of “{response.id}” in “{moment.id}”", *place)


def _idle(proved: Proved, place: str, *path: str) -> Iterator[Diagnostic]:
    span = proved.spans.value(*path)
    if not proved.has_told(span, *_SETTLED):
        yield PROOFS["604"].at(span, place=place)


def _why(proved: Proved, moment: Moment) -> str:
    if proved.never_holds(moment, 0):
        return "its “when:” holds on no path"
    if moment.end is None and not _states(proved) & set(states_of(moment.reaction)):
        return f"the patient never comes to “{moment.reaction}”"
    if any(moment.id == response.then for m in proved.scenario.moments.values() for response in m.responses):
        return "no path leads to the “then:” that names it"
    return "other moments always come first"


def _states(proved: Proved) -> set[ReactionState]:
    """The states the patient is in on some path while the session goes on."""
    solution = proved.solution
    patients = {patient for layer in solution.layers for patient in layer.patients.tolist()}
    return {solution.options.patients[patient].reaction for patient in patients}
