"""What never happens on any path, and conditions that never make a difference."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Final

import numpy as np

from simulator.alliance.reactions import ReactionState
from simulator.analysis.patient_codes import REACTIONS
from simulator.analysis.proofs.proved import Proved
from simulator.scenario.checks.paths import states_of
from simulator.scenario.checks.text_comparison import listed
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import Moment

_UNREACHED = ("501", "502")
_SETTLED = ("523",)

_HARDLY: Final = 1 / 1_000
_NAMED: Final = 8
"""Moments that are named in one sentence at most."""


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


def hardly_ever_met(proved: Proved) -> Iterator[Diagnostic]:
    """Moments that come on some path, and that fewer than one in 1,000 sessions of any way of playing meet."""
    rare = [
        f"“{moment.id}” ({_chance(met)})"
        for moment in proved.scenario.moments.values()
        if (met := proved.most_visits(moment)) < _HARDLY and proved.happens(moment)
    ]
    if rare:
        more = [f"{len(rare) - _NAMED} more"] if len(rare) > _NAMED else []
        yield PROOFS["614"].at(proved.spans.key("moments"), moments=listed([*rare[:_NAMED], *more], "or"))


def _chance(visits: float) -> str:
    """The chance that a session meets a moment, by how often it does on average."""
    for of_all in (10_000, 1_000_000):
        if visits * of_all >= 1:
            return f"at most {ceil(visits * of_all)} in {of_all:,}"
    return "fewer than 1 in 1,000,000"


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
    reactions = solution.options.people.reactions.array
    return {REACTIONS[number] for layer in solution.layers for number in np.unique(reactions[layer.patients]).tolist()}
