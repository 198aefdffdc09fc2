"""Secondary ruptures: what the next two turns did after an attempt to repair had strained things again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from simulator.alliance.moves import is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message
from simulator.messages.sentences import plan_changes as say
from simulator.messages.sentences import score_rules as rules
from simulator.messages.sentences.competencies import NO_TIME
from simulator.patient.verdicts import Verdict
from simulator.scoring.competency import Counts, Evidence, Finding, Said
from simulator.scoring.evidence_words import did_in
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, after, mean_level, owns, speaks, under_pressure
from simulator.scoring.standings import TURNS_TO_ANSWER, did_not_come_up, left, not_done, not_reached, scored
from simulator.session.transcript import Exchange, Transcript

_NOTHING, _SAME, _LATER, _NEXT, _OWNED = range(1, 6)
_ROUND: Final = 2
"""The most there is where the same attempt led to the same strain a second time."""

_SAYS: Final = {_SAME: say.SAME_AGAIN, _LATER: say.AFTER_DETOUR, _NEXT: say.AT_ONCE, _OWNED: say.OWNED_FAILURE}


class _Case(NamedTuple):
    """An attempt that strained things again, with the answers that followed within two turns, and their level."""

    failed: Exchange
    answers: tuple[Exchange, ...]
    level: int

    @property
    def worse(self) -> bool:
        return _worse(self.answers)

    @property
    def kind(self) -> tuple[object, ...]:
        """What makes two of them the same round."""
        return (self.failed.move, self.failed.before.reaction, after(self.failed))


def secondary_ruptures(transcript: Transcript) -> Finding:
    """The mean over all secondary ruptures that left time for an answer."""
    turns = transcript.exchanges
    came = [(x, turns[i + 1 : i + 1 + TURNS_TO_ANSWER]) for i, x in enumerate(turns) if _strained_again(x)]
    if not came:
        return did_not_come_up(say.NONE_CAME())
    cases = [_Case(x, answers, _level(x, answers)) for x, answers in came if answers]
    cases = [case for case in cases if _judged(transcript, case)]
    if not cases:
        return not_reached((NO_TIME(),))
    why: list[Message] = [_returned(cases)]
    rule: list[Message] = [rules.STRAINED_AGAIN()]
    score = mean_level([case.level for case in cases])
    if len({case.kind for case in cases}) < len(cases):
        score = min(score, _ROUND)
        why.append(say.WENT_ROUND())
        rule.append(rules.WENT_ROUND())
    evidence = tuple(_evidence(transcript, case) for case in cases)
    if any(case.level > _NOTHING or case.worse for case in cases):
        return scored(score, tuple(why), evidence, rule=tuple(rule))
    return not_done(tuple(why), evidence)


def _returned(cases: Sequence[_Case]) -> Message:
    return say.CAME_BACK_TO(returned=sum(case.level >= _LATER for case in cases), count=len(cases))


def _judged(transcript: Transcript, case: _Case) -> bool:
    """Whether there was time for two answers, or the first came back to it already, or the patient left."""
    return len(case.answers) == TURNS_TO_ANSWER or case.level >= _NEXT or left(transcript)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The best level of the answers that can follow a secondary rupture; no mean is higher."""
    failed = {
        (turn.exchange.move, turn.exchange.quality, after(turn.exchange)): turn.exchange
        for turn in turns
        if turn.goes_on and _strained_again(turn.exchange)
    }
    back_in = frozenset(turn.exchange.before.reaction for turn in turns if addresses(turn.exchange))
    owned_in = frozenset(turn.exchange.before.reaction for turn in turns if owns(turn.exchange))
    levels = (
        _best_level(exchange, turn, back_in, owned_in)
        for exchange in failed.values()
        for turn in turns
        if turn.exchange.before.reaction is after(exchange)
    )
    return max((level for level in levels if level is not None), default=None)


def _best_level(
    failed: Exchange, turn: PossibleTurn, back_in: frozenset[ReactionState], owned_in: frozenset[ReactionState]
) -> int | None:
    """The level of a possible next answer, with the best that could be said in the state it leads to."""
    then = after(turn.exchange)
    back, owned = turn.goes_on and then in back_in, turn.goes_on and then in owned_in
    level = _level_of(failed, turn.exchange, back_later=back, owned_later=owned, same_later=turn.goes_on)
    judged = turn.goes_on or level >= _NEXT or turn.closes is Verdict.LEFT
    return level if judged else None


def _strained_again(exchange: Exchange) -> bool:
    """Whether a rupture followed on an attempt to repair: on this answer itself, or on an earlier one."""
    attempt = under_pressure(exchange) and not is_hindering(exchange.move)
    return exchange.appraisal.secondary or (exchange.appraisal.rupture and attempt)


def _same(failed: Exchange, answer: Exchange) -> bool:
    """Whether an answer says what failed once more; owning it better is another answer."""
    return answer.move is failed.move and (answer.quality or 0) <= (failed.quality or 0)


def _level(failed: Exchange, answers: tuple[Exchange, ...]) -> int:
    rest = [exchange for exchange in answers[1:] if not _same(failed, exchange)]
    return _level_of(
        failed,
        answers[0],
        back_later=any(map(addresses, rest)),
        owned_later=any(map(owns, rest)),
        same_later=len(rest) < len(answers) - 1,
    )


def _level_of(failed: Exchange, first: Exchange, *, back_later: bool, owned_later: bool, same_later: bool) -> int:
    """The level of a next answer, by what the one after it did (or could do)."""
    if _same(failed, first):
        return _NOTHING if first.appraisal.rupture else _SAME
    if addresses(first):
        return _OWNED if owns(first) or owned_later else _NEXT
    if back_later:
        return _NEXT if owned_later else _LATER
    return _SAME if same_later else _NOTHING


def _worse(answers: tuple[Exchange, ...]) -> bool:
    return any(is_hindering(exchange.appraisal.played) or exchange.appraisal.rupture for exchange in answers)


def _evidence(transcript: Transcript, case: _Case) -> Evidence:
    counts = Counts.FOR if case.level >= _NEXT else Counts.CONTEXT if case.level == _LATER else Counts.AGAINST
    happened: Said = (did_in(transcript, after(case.failed)), say.STRAINED_AGAIN(turn=case.failed.turn))
    nothing = say.STRAINED_FURTHER if case.worse else say.NOT_COME_BACK
    return speaks(case.answers[0], counts, *happened, _SAYS.get(case.level, nothing)())
