"""Ways of playing that know nothing of the patient and win all the same, with the moments that let them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.alliance.reactions import ReactionState
from simulator.analysis.policies import BLIND, RANDOM, Outcome, policies_in
from simulator.analysis.policy_gains import policy_gains
from simulator.analysis.proofs.proved import Proved
from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import proof_parts as say
from simulator.messages.sentences.proof import OWN_LINES
from simulator.messages.sentences.text import QUOTED
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

_ADVICE: Final[Mapping[str, Sentence]] = {
    "longest": say.SHORTEN,
    "first": say.REORDER,
    "warmest": say.WARM_WORDS,
}


def smells(outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Blind policies whose median beats the median of random play by ``MARGIN``: the scenario gives itself away."""
    floor = outcomes[RANDOM].quantile(0.5) + MARGIN
    return tuple(name for name in BLIND if name in outcomes and outcomes[name].quantile(0.5) >= floor)


def blind_policy_wins(proved: Proved) -> Iterator[Diagnostic]:
    """Policies that do not look at the patient, and do better than random play by a margin."""
    policies = {policy.name: policy for policy in policies_in(proved.scenario.language)}
    for name in smells(proved.outcomes):
        gains = policy_gains(proved.solution, policies[name], proved.beat)
        most = _giving_most(gains)
        yield PROOFS["610"].at(
            _span(proved, most),
            policy=policies[name].title(),
            median=proved.outcomes[name].quantile(0.5),
            random=proved.outcomes[RANDOM].quantile(0.5),
            moments=_told(most, gains),
            advice=_ADVICE.get(name, say.DEPEND)(),
        )


def _giving_most(gains: Mapping[str, float]) -> list[str]:
    """The moments that give something away, and at least one of them, from the one that gives most."""
    ranked = sorted(gains, key=lambda moment: -gains[moment])
    return [moment for moment in ranked if gains[moment] >= _GAINED] or ranked[:1]


def _span(proved: Proved, most: list[str]) -> Span:
    """The scenario's own moment that gives most away."""
    own = [moment for moment in most if moment in proved.scenario.moments]
    return proved.spans.key("moments", own[0]) if own else proved.spans.key("moments")


def _told(most: list[str], gains: Mapping[str, float]) -> Listed:
    """The moments that give most away, with the points, and how many more do."""
    named = [say.GIVES(moment=_moment(moment), points=f"{gains[moment]:+.0f}") for moment in most[:_NAMED]]
    more = len(most) - _NAMED
    return Listed((*named, say.MORE(count=more)) if more > 0 else tuple(named))


def _moment(moment: str) -> Message:
    if not moment.startswith(BANK_PREFIX):
        return QUOTED(words=moment)
    return OWN_LINES(state=ReactionState(moment.removeprefix(BANK_PREFIX)))
