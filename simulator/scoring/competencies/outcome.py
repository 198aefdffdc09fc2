"""Outcome: how the felt alliance changed, whatever was said, and how the session ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Listed, Message, Sentence, Value
from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.patient.gauges import POINTS_PER_LEVEL
from simulator.patient.start import verdict
from simulator.patient.state import Past, Rung
from simulator.patient.verdicts import Verdict
from simulator.scoring.competency import Counts, Evidence, Finding, Said
from simulator.scoring.evidence_words import name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import in_order, speaks, under_pressure
from simulator.scoring.standings import did_not_come_up, not_reached, scored
from simulator.session.transcript import Closing, Exchange, Transcript

_Steps: TypeAlias = tuple[int, int, int]

_GAUGES: Final = ("bond", "task", "goal")
_UNCHANGED: Final = 3
"""What it is where nothing was lost and nothing was repaired; more takes a repair or a sound parting."""

_FALLS_TOLD: Final = 3
"""So many turns are named that took most."""

_WARM_ENOUGH: Final = 45
"""Felt alliance below which a friendly ending is not a good one: where a deferring patient quietly stays away."""

_ENDED: Final[Mapping[Verdict, Sentence]] = {
    Verdict.REPAIRED: say.ENDED_DEEP,
    Verdict.PARTLY: say.ENDED_PARTLY,
    Verdict.UNRESOLVED: say.ENDED_UNRESOLVED,
    Verdict.QUIET_DROP_OUT: say.ENDED_QUIETLY,
    Verdict.LEFT: say.ENDED_LEFT,
    Verdict.TRANSFER: say.ENDED_TRANSFER,
}


@dataclass(frozen=True, slots=True)
class _Change:
    """How much each gauge moved over the session, in stored levels."""

    steps: _Steps

    @property
    def net(self) -> int:
        return sum(self.steps)

    @property
    def ups(self) -> int:
        return sum(step > 0 for step in self.steps)

    @property
    def all_down(self) -> bool:
        return all(step < 0 for step in self.steps)


def outcome(transcript: Transcript) -> Finding:
    """What the session came to, by the felt gauges and the end state."""
    closing = transcript.closing
    if closing is None:
        return not_reached((say.NOT_OVER(),))
    if not transcript.exchanges:
        return did_not_come_up(say.NOTHING_SAID())
    change = _change(transcript)
    if not change.net and not any(under_pressure(exchange) for exchange in transcript.exchanges):
        return did_not_come_up(say.NOTHING_CHANGED())
    felt, ended = say.AS_FELT(**_points(change.steps)), _ended(transcript, closing)
    why = (felt, *_fell_at(transcript.exchanges), ended)
    return scored(_score(closing, change), why, _evidence(transcript, felt, ended), rule=_rule(closing, change))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The best that a session can come to; it can be ended after every turn."""
    if not any(under_pressure(turn.exchange) or turn.gained != (0, 0) for turn in turns):
        return None
    changes = [turn.exchange.appraisal.change for turn in turns]
    rising = sum(
        any(step > 0 for step in steps) for steps in zip(*((c.bond, c.task, c.goal) for c in changes), strict=True)
    )
    return max(_best_end(turn, rising) for turn in turns)


def _best_end(turn: PossibleTurn, rising: int) -> int:
    """The score of ending with a turn, where so many of the gauges can rise at all."""
    state, (_, most) = turn.exchange.appraisal.state, turn.gained
    closing = Closing(turn.closes or verdict(state), state)
    return _score(closing, _best_change(most, rising))


def _best_change(net: int, rising: int) -> _Change:
    """Of all changes with this sum the one in which as many gauges rise as can."""
    steps = [1] * rising + [0] * (len(_GAUGES) - rising)
    rest = net - rising
    # What is left over goes to a gauge that rises, what is lacking to the one that comes last.
    steps[0 if rest > 0 else -1] += rest
    return _Change((steps[0], steps[1], steps[2]))


def _change(transcript: Transcript) -> _Change:
    begin, end = transcript.begin.alliance, transcript.end.alliance
    return _Change((end.bond - begin.bond, end.task - begin.task, end.goal - begin.goal))


def _score(closing: Closing, change: _Change) -> int:
    base = _base(change)
    repaired = closing.state.reaction is ReactionState.REPAIRED
    match closing.verdict:
        case Verdict.LEFT:
            return 1
        case Verdict.QUIET_DROP_OUT:
            return min(base, 2)
        case Verdict.TRANSFER:
            return _parting(closing, change)
        case Verdict.REPAIRED if repaired:
            return _cool(closing, 5 if change.ups == 3 else 4 if change.net > 0 else 3)
        case Verdict.PARTLY if repaired:
            return _cool(closing, 4 if change.ups >= 2 and change.net > 0 else 3)
        case _:
            return min(base, 3)


def _base(change: _Change) -> int:
    if change.all_down:
        return 1
    return 2 if change.net < 0 or not change.ups else _UNCHANGED


def _cool(closing: Closing, score: int) -> int:
    """A repair with little felt alliance left is worth one point less."""
    return score if closing.state.alliance.at_least(_WARM_ENOUGH) else max(3, score - 1)


def _rule(closing: Closing, change: _Change) -> Said:
    """Which part of the rubric applied, and what the next number would have taken."""
    repaired = closing.state.reaction is ReactionState.REPAIRED
    match closing.verdict:
        case Verdict.LEFT:
            return (rules.LEFT(),)
        case Verdict.QUIET_DROP_OUT:
            return (_base_rule(change), rules.AT_MOST_TWO()) if _base(change) < _UNCHANGED else (rules.AT_MOST_TWO(),)
        case Verdict.TRANSFER:
            return (rules.PARTING(),)
        case Verdict.REPAIRED if repaired:
            found = rules.DEEP(rose=change.ups)
        case Verdict.PARTLY if repaired:
            found = rules.PARTLY(rose=change.ups)
        case _:
            return (_base_rule(change),)
    warm = closing.state.alliance.at_least(_WARM_ENOUGH)
    return (found,) if warm else (found, rules.COOL(least=_WARM_ENOUGH))


def _base_rule(change: _Change) -> Message:
    if change.all_down:
        return rules.ALL_FELL()
    if change.net < 0:
        return rules.FELL_TOGETHER(points=-change.net * POINTS_PER_LEVEL)
    return rules.NO_LESS() if change.ups else rules.NONE_ROSE()


def _parting(closing: Closing, change: _Change) -> int:
    """A parting is sound after exploring and a tried adjustment, and well made if the part was owned and heard."""
    state = closing.state
    if not (state.past & Past.ADJUSTED and state.rungs & Rung.EXPLORING):
        return 2
    if change.net < 0:
        return 3
    return 5 if state.owned >= 3 and state.rungs & Rung.HALF_SAID else 4


def _ended(transcript: Transcript, closing: Closing) -> Message:
    if closing.stopped:
        return say.YOU_STOPPED()
    sentence = _ENDED[closing.verdict]
    return sentence(name=name_of(transcript)) if sentence.names else sentence()


def _evidence(transcript: Transcript, felt: Message, ended: Message) -> tuple[Evidence, ...]:
    turns = transcript.exchanges
    gain, loss = max(turns, key=_felt), min(turns, key=_felt)
    evidence = []
    if _felt(gain) > 0:
        evidence.append(speaks(gain, Counts.FOR, say.ROSE_MOST(**_points(_steps(gain)))))
    if _felt(loss) < 0:
        evidence.append(speaks(loss, Counts.AGAINST, say.FELL_MOST(**_points(_steps(loss)))))
    evidence.append(speaks(turns[-1], Counts.CONTEXT, felt, ended))
    return in_order(evidence)


def _falls(turns: Sequence[Exchange]) -> list[Exchange]:
    """The turns in which it fell, those first that took most."""
    return sorted((turn for turn in turns if _felt(turn) < 0), key=_felt)


def _fell_at(turns: Sequence[Exchange]) -> Said:
    """What the whole change is made of, and the turns that took most of it."""
    falls = _falls(turns)
    if not falls:
        return ()
    lost = -sum(map(_felt, falls)) * POINTS_PER_LEVEL
    won = sum(max(0, _felt(turn)) for turn in turns) * POINTS_PER_LEVEL
    most = sorted(falls[:_FALLS_TOLD], key=lambda turn: turn.turn)
    named = Listed(tuple(say.AT_TURN(turn=turn.turn, points=_signed(_felt(turn) * POINTS_PER_LEVEL)) for turn in most))
    return (say.FELL_AT(lost=lost, won=won, count=len(falls), turns=named),)


def _steps(exchange: Exchange) -> _Steps:
    before, then = exchange.before.alliance, exchange.appraisal.state.alliance
    return (then.bond - before.bond, then.task - before.task, then.goal - before.goal)


def _felt(exchange: Exchange) -> int:
    return sum(_steps(exchange))


def _points(steps: _Steps) -> dict[str, Value]:
    """Changes of the gauges in points, each with its sign."""
    return {name: _signed(step * POINTS_PER_LEVEL) for name, step in zip(_GAUGES, steps, strict=True)}


def _signed(points: int) -> str:
    return f"{points:+d}".replace("-", "−") if points else "0"
