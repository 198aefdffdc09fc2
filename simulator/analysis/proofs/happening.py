"""What never happens on any path, and conditions that never make a difference."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Final

import numpy as np

from simulator.alliance.reactions import ReactionState
from simulator.analysis.patient_codes import REACTIONS
from simulator.analysis.proofs.proved import Proved
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import proof_parts as say
from simulator.scenario.checks.paths import states_of
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import Moment

_UNREACHED = ("501", "502")
_SETTLED = ("523",)

_HARDLY: Final = 1 / 1_000
_RAREST: Final = 1_000_000
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
            yield from _idle(proved, say.OF_MOMENT(moment=moment.id), "moments", moment.id, "when")
        for column, response in enumerate(moment.responses, 1):
            if response.when is not None and proved.always_holds(moment, column):
                place = ("moments", moment.id, "responses", response.id, "when")
                yield from _idle(proved, say.OF_RESPONSE(response=response.id, moment=moment.id), *place)


def hardly_ever_met(proved: Proved) -> Iterator[Diagnostic]:
    """Moments that come on some path, and that fewer than one in 1,000 sessions of any way of playing meet."""
    rare = [
        say.RARELY(moment=moment.id, chance=_chance(met))
        for moment in proved.scenario.moments.values()
        if (met := proved.most_visits(moment)) < _HARDLY and proved.happens(moment)
    ]
    if rare:
        more = [say.MORE(count=len(rare) - _NAMED)] if len(rare) > _NAMED else []
        yield PROOFS["614"].at(proved.spans.key("moments"), moments=Listed((*rare[:_NAMED], *more), any_of=True))


def _chance(visits: float) -> Message:
    """The chance that a session meets a moment, by how often it does on average."""
    for of_all in (10_000, _RAREST):
        if visits * of_all >= 1:
            return say.AT_MOST_IN(times=ceil(visits * of_all), sessions=of_all)
    return say.FEWER_THAN(sessions=_RAREST)


def _idle(proved: Proved, place: Message, *path: str) -> Iterator[Diagnostic]:
    span = proved.spans.value(*path)
    if not proved.has_told(span, *_SETTLED):
        yield PROOFS["604"].at(span, place=place)


def _why(proved: Proved, moment: Moment) -> Message:
    if proved.never_holds(moment, 0):
        return say.NEVER_HOLDS()
    if moment.end is None and not _states(proved) & set(states_of(moment.reaction)):
        return say.NEVER_IN_STATE(reaction=moment.reaction)
    if any(moment.id == response.then for m in proved.scenario.moments.values() for response in m.responses):
        return say.THEN_NOT_REACHED()
    return say.OTHERS_FIRST()


def _states(proved: Proved) -> set[ReactionState]:
    """The states the patient is in on some path while the session goes on."""
    solution = proved.solution
    reactions = solution.options.people.reactions.array
    return {REACTIONS[number] for layer in solution.layers for number in np.unique(reactions[layer.patients]).tolist()}
