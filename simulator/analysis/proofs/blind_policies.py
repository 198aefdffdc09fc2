"""Scoring smells: ways of playing that know nothing of the patient and win all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.analysis.policies import BLIND, POLICIES, Outcome
from simulator.analysis.proofs.proved import Proved
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS

MARGIN: Final = 15
"""Points of repair value by which a blind policy's median must beat the random median to be a smell."""

_ADVICE: Final[Mapping[str, str]] = {
    "longest": "Shorten some of the best responses, or give the others as much to say.",
    "first": "Change the order of the responses in the file.",
    "warmest": "Give some of the hindering responses warm words, as they have in life.",
}
_OTHERWISE: Final = "Let what helps depend on where the patient is."


def smells(outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Blind policies whose median beats the median of random play by ``MARGIN``: the scenario gives itself away."""
    floor = outcomes["random"].quantile(0.5) + MARGIN
    return tuple(name for name in BLIND if name in outcomes and outcomes[name].quantile(0.5) >= floor)


def blind_policy_wins(proved: Proved) -> Iterator[Diagnostic]:
    """Policies that do not look at the patient, and do better than random play by a margin."""
    for name in smells(proved.outcomes):
        help_ = POLICIES[name].help
        yield PROOFS["610"].at(
            proved.spans.key("moments"),
            policy=help_[0].upper() + help_[1:],
            median=proved.outcomes[name].quantile(0.5),
            random=proved.outcomes["random"].quantile(0.5),
            advice=_ADVICE.get(name, _OTHERWISE),
        )
