"""What answers were worth, as messages: for the top of the debriefing, its chart and its exchanges, and for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.analysis.decision_values import DecisionValue, Lost
from simulator.analysis.judgements import WORST_FROM, Help, Judgement, judge
from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import worth as say
from simulator.scenario.document import Response
from simulator.services.judgement_words import cost_of

_HELPED: Final[Mapping[Help, Sentence]] = MappingProxyType({Help.SOME: say.HELPED, Help.LOT: say.HELPED_A_LOT})
_PLAYED: Final[Mapping[Judgement, Sentence]] = MappingProxyType(
    {
        Judgement.AS_GOOD: say.PLAYED_WELL,
        Judgement.LITTLE: say.PLAYED_A_LITTLE,
        Judgement.SOME: say.PLAYED_SOMETHING,
        Judgement.LOT: say.PLAYED_A_LOT,
    }
)
_AGAIN: Final[Mapping[Judgement, Sentence]] = MappingProxyType(
    {Judgement.LITTLE: say.AGAIN_LITTLE, Judgement.SOME: say.AGAIN_SOMETHING, Judgement.LOT: say.AGAIN_A_LOT}
)

_OTHERWISE: Final[Mapping[tuple[bool, bool], Sentence]] = MappingProxyType(
    {
        (False, False): say.FEWER_TURNS,
        (True, False): say.FEWER_TURNS_FELT,
        (False, True): say.FEWER_TURNS_REMEMBERED,
        (True, True): say.FEWER_TURNS_FELT_REMEMBERED,
    }
)
"""Whether the patient has changed since, and what is remembered."""

_ALMOST_ALL: Final = 95
"""Per cent of the attainable, unrounded, from which a session came to almost all of it."""


def judged(decision: DecisionValue) -> Message:
    """What an answer cost, or how it helped; of one that hinders it is never said that it was as good as any."""
    if decision.none_helped:
        return say.NONE_HELPED()
    if not decision.recommendable and decision.judgement is Judgement.AS_GOOD:
        return say.ANOTHER_HELPS()
    return cost_of(decision.price) if decision.helped is None else _HELPED[decision.helped]()


def heading(decision: DecisionValue) -> Message:
    """Where the hour was heading: against the best answer where this one cost something, else against what was before."""
    after = in_points(decision.after_chosen)
    if decision.judgement is Judgement.AS_GOOD:
        sentence = say.HEADING_END if decision.ended else say.HEADING
        return sentence(before=in_points(decision.before), after=after)
    sentence = say.HEADING_BETTER_END if decision.ended else say.HEADING_BETTER
    return sentence(best=in_points(decision.after_best), after=after)


def still_open(decision: DecisionValue) -> Message:
    """The proof: which repair could still be reached after an answer, and how far away it was."""
    turns, whole = decision.turns_to_repair, decision.turns_to_whole
    if turns is None:
        return _none_open(decision)
    if whole is None:
        if not turns:
            return say.ENDED_PARTLY()
        return (say.PARTIAL_REPAIR if decision.lost is None else say.NO_WHOLE_REPAIR_ANY_MORE)(turns=turns)
    return say.WHOLE_REPAIR(turns=whole) if whole else say.ENDED_WELL()


def _none_open(decision: DecisionValue) -> Message:
    if decision.lost is not Lost.ANY:
        return say.NO_REPAIR_FROM_HERE()
    if decision.ended:
        return say.ENDED_TOO_SOON()
    # A cheap answer took away the last way to a repair: it was all but gone before.
    cheap = decision.judgement in (Judgement.AS_GOOD, Judgement.LITTLE)
    return say.NO_REPAIR_ANY_MORE_LATE() if cheap else say.NO_REPAIR_ANY_MORE()


def otherwise(decision: DecisionValue) -> Message | None:
    """What has changed since an equal answer that was judged otherwise; ``None`` where there was none."""
    before = decision.otherwise
    if before is None:
        return None
    return _OTHERWISE[before.patient, before.remembered](turn=before.turn)


def better_words(decision: DecisionValue) -> Message | None:
    """An answer on offer that would have led further, quoted; ``None`` where there was none."""
    advice = decision.advice
    return None if advice is None else quoted(advice.response, advice.words)


def quoted(response: Response | None, words: str) -> Message:
    """What was or could be said, in quotation marks, or that nothing was."""
    return say.SILENCE() if response is None else say.QUOTED(words=words)


def share(worth: SessionValue) -> Message | None:
    """The headline figure: the share of what could be reached, rounded down; ``None`` while the session goes on."""
    if worth.share is None:
        return None
    return (say.SHARE if worth.exact else say.SHARE_AT_MOST)(share=worth.share)


def share_of_what(worth: SessionValue) -> Message:
    """What the figure is a share of."""
    reached, attainable = worth.reached, worth.attainable
    if reached is None:
        return say.GOES_ON(attainable=attainable)
    if not worth.exact:
        return say.OF_AT_LEAST(reached=reached, attainable=max(attainable, reached))
    if reached >= attainable:
        return say.ALL(attainable=attainable)
    almost = 100 * reached >= _ALMOST_ALL * attainable
    return (say.ALMOST_ALL if almost else say.OF_ALL)(reached=reached, attainable=attainable)


def played(worth: SessionValue) -> Message | None:
    """How it was played: what an answer cost on average, in words; ``None`` before anything was said."""
    mean = worth.mean_price
    if mean is None:
        return None
    if all(decision.judgement is Judgement.AS_GOOD for decision in worth.decisions):
        return say.PLAYED_BEST()
    return _PLAYED[judge(mean)]()


def turns_that_matter(worth: SessionValue) -> tuple[Message, ...]:
    """The turn to say again and the one that helped most; that none cost much; or that stopping cost most."""
    if not worth.exact:
        return (say.BOUNDS(),)
    if not worth.decisions:
        return ()
    helped = () if worth.best is None else (say.HELPED_MOST(turn=worth.best.turn),)
    return (_to_say_again(worth), *helped)


def _to_say_again(worth: SessionValue) -> Message:
    worst = worth.worst
    if worth.reached is not None and worth.stopping > (worst.price if worst else WORST_FROM):
        return say.STOPPING_COST(heading=in_points(worth.heading[-1]), reached=worth.reached)
    return say.NONE_COST_MUCH() if worst is None else _AGAIN[worst.judgement](turn=worst.turn)


def in_points(hundredths: int) -> int:
    """Hundredths of a point as whole points, as they are told."""
    return (hundredths + 50) // 100
