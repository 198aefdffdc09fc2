"""Which competencies a scenario can show, and which scores it can give; what cannot be repaired is told as that alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.analysis.proofs.proved import Proved
from simulator.scenario.checks.text_comparison import listed, quoted
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES

_TOP: Final = 5

ADVICE: Final[Mapping[Competency, str]] = {
    Competency.NOTICING: "show markers that can be seen",
    Competency.LATENCY: "let a rupture come up, and offer answers that turn to it",
    Competency.OWN_ROLE: "offer “own_contribution” of quality 4 early in a rupture",
    Competency.EXPLORING: "offer questions that open a stage of repair, down to the fear of speaking and beyond",
    Competency.VALIDATING: "offer validating of the feeling and of the guard where there is one",
    Competency.NON_DEFENSIVENESS: "let the strain last for two turns or more, and offer answers that do not defend",
    Competency.FLEXIBILITY: "offer “renegotiate” or “support_assertion” once the need was said",
    Competency.DEPTH: "let the repair go through the fear of speaking to something said plainly",
    Competency.SECONDARY_RUPTURES: "let an attempt to repair strain things again, with turns left to come back to it",
    Competency.OUTCOME: "let every side of the alliance rise on the way to a deep repair",
}
"""What opens the way to the best score of each competency."""


def competency_cannot_show(proved: Proved) -> Iterator[Diagnostic]:
    """Competencies that no path gives an opportunity for."""
    unseen = [earning.competency for earning in proved.earnings if earning.highest is None]
    if unseen and proved.can_be_repaired:
        yield PROOFS["608"].at(
            proved.spans.key("objectives"),
            competencies=quoted(map(_label, unseen), "or"),
            they="it" if len(unseen) == 1 else "they",
            get="gets" if len(unseen) == 1 else "get",
            advice=_advice(unseen),
        )


def score_out_of_reach(proved: Proved) -> Iterator[Diagnostic]:
    """Competencies in which no path can earn the best score."""
    most = {earning.competency: earning.highest for earning in proved.earnings}
    short = [competency for competency, highest in most.items() if highest is not None and highest < _TOP]
    if short and proved.can_be_repaired:
        named = listed([f"“{_label(competency)}” (at most {most[competency]} of 5)" for competency in short], "and")
        yield PROOFS["609"].at(proved.spans.key("objectives"), competencies=named, advice=_advice(short))


def _advice(competencies: list[Competency]) -> str:
    return "; ".join(ADVICE[competency] for competency in competencies)


def _label(competency: Competency) -> str:
    return COMPETENCIES[competency].label
