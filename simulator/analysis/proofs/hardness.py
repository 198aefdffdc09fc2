"""Scenarios that are far too easy or far too hard for somebody who is learning, beside the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.hardness import Hardness, repaired_at_least, repaired_at_most, repaired_by_chance
from simulator.analysis.policies import RANDOM
from simulator.analysis.proof_figures import percent
from simulator.analysis.proofs.proved import Proved
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS


def far_too_easy(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios that take far less skill to come half of the way than the shipped ones."""
    yield from _told(proved, Hardness.FAR_EASIER, "622")


def far_too_hard(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios that take far more skill; where nothing repairs, that is told instead."""
    yield from _told(proved, Hardness.FAR_HARDER, "623")


def rarely_repaired(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios in which answering at random ends repaired far less often than in the shipped ones."""
    if proved.hardness is Hardness.RARELY_REPAIRED:
        level = proved.solution.script.disposition.difficulty
        yield PROOFS["625"].at(
            proved.spans.key("moments"),
            level=level,
            share=percent(repaired_by_chance(proved.outcomes[RANDOM])),
            least=percent(repaired_at_least(level)),
            most=percent(repaired_at_most(level)),
        )


def _told(proved: Proved, hardness: Hardness, code: str) -> Iterator[Diagnostic]:
    if proved.hardness is hardness and proved.can_be_repaired:
        yield PROOFS[code].at(proved.spans.key("moments"), level=proved.solution.script.disposition.difficulty)
