"""Ways of playing that know nothing of the patient and win all the same, with the moments that let them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.analysis.policies import BLIND, Outcome, policies_in
from simulator.analysis.policy_gains import policy_gains
from simulator.analysis.proofs.proved import Proved
from simulator.scenario.checks.text_comparison import listed
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import BANK_PREFIX
from simulator.scenario.span import Span

MARGIN: Final = 15
"""Points of repair value by which a blind policy's median must beat the random median to be a smell."""

_NAMED: Final = 3
"""Moments that are named in one sentence at most."""

_GAINED: Final = 1.0
"""Points that a moment must give away to be named."""

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
    policies = {policy.name: policy for policy in policies_in(proved.scenario.language)}
    for name in smells(proved.outcomes):
        gains = policy_gains(proved.solution, policies[name], proved.beat)
        most = _giving_most(gains)
        yield PROOFS["610"].at(
            _span(proved, most),
            policy=str(policies[name].title()),
            median=proved.outcomes[name].quantile(0.5),
            random=proved.outcomes["random"].quantile(0.5),
            moments=_told(most, gains),
            advice=_ADVICE.get(name, _OTHERWISE),
        )


def _giving_most(gains: Mapping[str, float]) -> list[str]:
    """The moments that give something away, and at least one of them, from the one that gives most."""
    ranked = sorted(gains, key=lambda moment: -gains[moment])
    return [moment for moment in ranked if gains[moment] >= _GAINED] or ranked[:1]


def _span(proved: Proved, most: list[str]) -> Span:
    """The scenario's own moment that gives most away."""
    own = [moment for moment in most if moment in proved.scenario.moments]
    return proved.spans.key("moments", own[0]) if own else proved.spans.key("moments")


def _told(most: list[str], gains: Mapping[str, float]) -> str:
    """The moments that give most away, with the points, and how many more do."""
    named = [f"{_moment(moment)} ({gains[moment]:+.0f} points)" for moment in most[:_NAMED]]
    more = len(most) - _NAMED
    return listed([*named, f"{more} more"] if more > 0 else named, "and")


def _moment(moment: str) -> str:
    if not moment.startswith(BANK_PREFIX):
        return f"“{moment}”"
    return f"the patient’s own lines for “{moment.removeprefix(BANK_PREFIX)}”"
