"""Flexibility: changing task, goal, pace or frame when the time for it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.alliance.moves import Move
from simulator.messages.sentences import plan_changes as say
from simulator.messages.sentences import score_rules as rules
from simulator.messages.sentences.competencies import NO_TIME
from simulator.scoring.competency import Counts, Evidence, Finding, Said
from simulator.scoring.evidence_words import did, name_of
from simulator.scoring.plan_change import (
    CAUSES,
    Change,
    asked_here,
    calls_for_change,
    changes_in,
    finds_the_need,
    given_by_silence,
    is_change,
    most_of,
)
from simulator.scoring.possible import PossibleTurn, can_be_left_undone
from simulator.scoring.reading import addresses, asks, in_order, speaks, under_pressure
from simulator.scoring.standings import did_not_come_up, had_time, not_done, not_reached, scored
from simulator.session.transcript import Exchange, Transcript

_OFTEN: Final = 3
_INSISTED: Final = 1
_YIELDED: Final = 2


def flexibility(transcript: Transcript) -> Finding:
    """The best timing of a change; pressing on past a no takes points away."""
    changes = changes_in(transcript)
    pressed = [exchange for exchange in transcript.exchanges if _presses_on(exchange)]
    evidence = in_order(_evidence(transcript, changes, pressed))
    if changes:
        level, why, rule = _best(transcript, changes)
        if pressed:
            level = max(_INSISTED, level - (2 if len(pressed) >= _OFTEN else 1))
            why = (*why, say.INSISTED_TOO())
            rule = (*rule, rules.PRESSED_ON(count=len(pressed)))
        return scored(level, why, evidence, rule=rule)
    if pressed:
        return scored(_INSISTED, (say.INSISTED(),), evidence, rule=(rules.PRESSED_ONLY(),))
    return _unchanged(transcript)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """What the best timed change is worth that can come about, or else what is left where nothing can be changed."""
    called = [turn for turn in turns if calls_for_change(turn.exchange, turn.markers, turn.cause)]
    levels = [_YIELDED for turn in called if given_by_silence(turn.exchange)]
    levels += [_INSISTED for turn in called if can_be_left_undone(turn)]
    levels += [_INSISTED for turn in turns if _presses_on(turn.exchange)]
    heard = any(addresses(turn.exchange) for turn in turns)
    explored = any(finds_the_need(turn.exchange) for turn in turns)
    levels += [most_of(turn, heard=heard, explored=explored) for turn in turns if is_change(turn.exchange)]
    return max(levels, default=None)


def _best(transcript: Transcript, changes: Sequence[Change]) -> tuple[int, Said, Said]:
    best = max(changes, key=lambda change: change.level)
    # Agreeing to every demand is not working it out.
    if len(changes) >= _OFTEN and not any(map(asks, transcript.exchanges)):
        return _YIELDED, (say.ONLY_YIELDED(),), (rules.FLEXIBILITY(), rules.ONLY_YIELDED())
    return best.level, (best.says,), (rules.FLEXIBILITY(),)


def _unchanged(transcript: Transcript) -> Finding:
    """Nothing was changed: a fault only where a change was called for, and there was time."""
    cause = transcript.scenario.cause
    called = [x for x in transcript.exchanges if calls_for_change(x, frozenset(x.telling.markers), cause)]
    if not called:
        return did_not_come_up(say.NOT_CALLED_FOR())
    given = [exchange for exchange in called if given_by_silence(exchange)]
    if given:
        told = say.GIVEN_BY_SILENCE()
        shown = tuple(speaks(x, Counts.AGAINST, did(transcript, x), told) for x in given)
        return scored(_YIELDED, (told,), shown, rule=(rules.BY_SILENCE(),))
    if not had_time(transcript, called):
        return not_reached((say.NOT_CHANGED(), NO_TIME()))
    return not_done((say.NOT_CHANGED(),), tuple(_left_as_it_was(transcript, called)))


def _left_as_it_was(transcript: Transcript, called: list[Exchange]) -> Iterator[Evidence]:
    """Each turn in which it was asked for; where it never was in words, the cause, told at the first."""
    asked = [exchange for exchange in called if asked_here(exchange, frozenset(exchange.telling.markers))]
    for exchange in asked:
        yield speaks(exchange, Counts.AGAINST, did(transcript, exchange), say.NOT_CHANGED_HERE())
    if not asked:
        sentence = CAUSES[transcript.scenario.cause]
        told = sentence(name=name_of(transcript)) if sentence.names else sentence()
        yield speaks(called[0], Counts.AGAINST, did(transcript, called[0]), told)


def _presses_on(exchange: Exchange) -> bool:
    return exchange.move is Move.PRESS_ON and under_pressure(exchange)


def _evidence(transcript: Transcript, changes: Sequence[Change], pressed: Sequence[Exchange]) -> Iterator[Evidence]:
    for change in changes:
        counts = Counts.FOR if change.level > _YIELDED and not change.gave_in else Counts.AGAINST
        yield speaks(change.exchange, counts, did(transcript, change.exchange), change.says)
    for exchange in pressed:
        yield speaks(exchange, Counts.AGAINST, did(transcript, exchange), say.INSISTED_HERE())
