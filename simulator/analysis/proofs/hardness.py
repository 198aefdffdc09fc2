"""Scenarios that are far too easy or far too hard for somebody who is learning, beside the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.hardness import Hardness
from simulator.analysis.proofs.proved import Proved
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS

_PAYS = (
    "Whoever answers at random comes to {careless:.0f} of the {best} points that are attainable, so careless play pays."
)
_EASY = "Someone who hardly chooses at all is half of the way from answering at random to the best answers."


def far_too_easy(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios in which careless play pays, or hardly any skill is needed to come half of the way."""
    fare = proved.fare
    why = {Hardness.CARELESS_PAYS: _PAYS, Hardness.FAR_EASIER: _EASY}.get(fare.hardness) if fare.hardness else None
    if why and proved.can_be_repaired:
        yield PROOFS["622"].at(
            proved.spans.key("moments"),
            why=why.format(careless=fare.careless, best=fare.best),
            level=proved.solution.script.disposition.difficulty,
        )


def far_too_hard(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios in which much more skill is needed to come half of the way than in the shipped ones."""
    if proved.fare.hardness is Hardness.FAR_HARDER and proved.can_be_repaired:
        yield PROOFS["623"].at(proved.spans.key("moments"), level=proved.solution.script.disposition.difficulty)
