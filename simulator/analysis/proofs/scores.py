"""Which competencies a scenario can show, and which scores it can give; what cannot be repaired is told as that alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Final

from simulator.analysis.proofs.proved import Proved
from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import proof_parts as say
from simulator.scenario.checks.naming import quoted
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES

_TOP: Final = 5

ADVICE: Final[Mapping[Competency, Sentence]] = {
    Competency.NOTICING: say.NOTICING,
    Competency.LATENCY: say.LATENCY,
    Competency.OWN_ROLE: say.OWN_ROLE,
    Competency.EXPLORING: say.EXPLORING,
    Competency.VALIDATING: say.VALIDATING,
    Competency.NON_DEFENSIVENESS: say.NON_DEFENSIVENESS,
    Competency.FLEXIBILITY: say.FLEXIBILITY,
    Competency.DEPTH: say.DEPTH,
    Competency.SECONDARY_RUPTURES: say.SECONDARY_RUPTURES,
    Competency.OUTCOME: say.OUTCOME,
}
"""What opens the way to the best score of each competency."""


def competency_cannot_show(proved: Proved) -> Iterator[Diagnostic]:
    """Competencies that no path gives an opportunity for."""
    unseen = [earning.competency for earning in proved.earnings if earning.highest is None]
    if unseen and proved.can_be_repaired:
        yield PROOFS["608"].at(
            proved.spans.key("objectives"),
            competencies=quoted(map(_label, unseen), any_of=True),
            count=len(unseen),
            advice=_advice(unseen),
        )


def score_out_of_reach(proved: Proved) -> Iterator[Diagnostic]:
    """Competencies in which no path can earn the best score."""
    most = {earning.competency: earning.highest for earning in proved.earnings}
    short = [competency for competency, highest in most.items() if highest is not None and highest < _TOP]
    if short and proved.can_be_repaired:
        named = Listed(tuple(_at_most(competency, most[competency]) for competency in short))
        yield PROOFS["609"].at(proved.spans.key("objectives"), competencies=named, advice=_advice(short))


def _at_most(competency: Competency, most: int | None) -> Message:
    return say.AT_MOST_OF_TOP(competency=_label(competency), most=most or 0, top=_TOP)


def _advice(competencies: list[Competency]) -> Message:
    told = (ADVICE[competency]() for competency in competencies)
    return reduce(lambda first, following: say.AND_THEN(first=first, next=following), told)


def _label(competency: Competency) -> Message:
    return COMPETENCIES[competency].label()
