"""Ways of playing that know nothing of the patient and win all the same, with the moments that let them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.alliance.reactions import ReactionState
from simulator.analysis.policies import BLIND, RANDOM, Outcome, Policy, length, policies_in
from simulator.analysis.policy_gains import policy_gains
from simulator.analysis.proofs.proved import Proved
from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import proof_parts as say
from simulator.messages.sentences.proof import OWN_LINES
from simulator.messages.sentences.text import QUOTED
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import BANK_PREFIX, Moment, Response
from simulator.scenario.span import Span
from simulator.scenario.to_write import lack_an_answer
from simulator.session.script import SILENT

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
    """Policies that do not look at the patient, and do better than random play by a margin.

    As long as an answer is still to be written nothing is told: what is not there has no length, and no warmth.
    """
    if lack_an_answer(proved.scenario.moments.values()):
        return
    policies = {policy.name: policy for policy in policies_in(proved.scenario.language)}
    for name in smells(proved.outcomes):
        gains = policy_gains(proved.solution, policies[name], proved.beat)
        most = _giving_most(proved, gains)
        yield PROOFS["610"].at(
            _span(proved, policies[name], most),
            policy=policies[name].title(),
            median=proved.outcomes[name].quantile(0.5),
            random=proved.outcomes[RANDOM].quantile(0.5),
            moments=_told(proved, policies[name], most, gains),
            advice=_ADVICE.get(name, say.DEPEND)(),
        )


def _giving_most(proved: Proved, gains: Mapping[str, float]) -> list[str]:
    """The moments that give something away, and at least one of them: the author's own first, from the one that gives most."""
    ranked = sorted(gains, key=lambda moment: -gains[moment])
    giving = [moment for moment in ranked if gains[moment] >= _GAINED] or ranked[:1]
    return sorted(giving, key=lambda moment: moment not in proved.scenario.moments)


def _taken(policy: Policy, moment: Moment) -> tuple[Response, ...]:
    """The answers of a moment of which a way of playing takes one before all others; none where it prefers none."""
    first = policy.tiers(moment)[0] if policy.tiers is not None and moment.responses else ()
    taken = tuple(moment.responses[number] for number in first if number != SILENT)
    return taken if len(taken) < len(moment.responses) else ()


def _span(proved: Proved, policy: Policy, most: list[str]) -> Span:
    """What is said in the answer that gives most away of all in the scenario's own moments."""
    own = [moment for moment in most if moment in proved.scenario.moments]
    if not own:
        return proved.spans.key("moments")
    taken = _taken(policy, proved.scenario.moments[own[0]])
    if not taken:
        return proved.spans.key("moments", own[0])
    return proved.spans.value("moments", own[0], "responses", taken[0].id, "say")


def _told(proved: Proved, policy: Policy, most: list[str], gains: Mapping[str, float]) -> Listed:
    """The moments that give most away, and how many more do: the answers of one's own by their lengths where these do it."""
    named: list[Message] = []
    for id_ in most[:_NAMED]:
        moment = proved.scenario.moments.get(id_)
        long = _by_length(policy, moment) if moment is not None and policy.name == "longest" else None
        named.append(long or say.GIVES(moment=_moment(id_), points=f"{gains[id_]:+.0f}"))
    more = len(most) - _NAMED
    return Listed((*named, say.MORE(count=more)) if more > 0 else tuple(named))


def _by_length(policy: Policy, moment: Moment) -> Message | None:
    """How long the longest answer of a moment is, and the longest of the others."""
    taken = _taken(policy, moment)
    if not taken:
        return None
    others = max(length(response) for response in moment.responses if response not in taken)
    return say.GIVES_BY_LENGTH(answer=taken[0].id, moment=moment.id, letters=length(taken[0]), others=others)


def _moment(moment: str) -> Message:
    if not moment.startswith(BANK_PREFIX):
        return QUOTED(words=moment)
    return OWN_LINES(state=ReactionState(moment.removeprefix(BANK_PREFIX)))
