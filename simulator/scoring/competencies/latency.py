"""Latency: the turns from a rupture's first marker to the first answer that turns to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did
from simulator.scoring.possible import PossibleTurn, can_be_left_undone
from simulator.scoring.reading import addresses, in_rupture, mean_level, speaks, stretches
from simulator.scoring.standings import did_not_come_up, had_time, not_done, not_reached, scored
from simulator.session.transcript import Exchange, Transcript

_NEVER: Final = 1
_SLOWEST: Final = 2
_BY_TURNS: Final = {1: 5, 2: 4, 3: 3}
_IN_TIME: Final = 2
"""The answer up to which turning to a rupture speaks in favour."""

_Rupture = tuple[Exchange, ...]


def latency(transcript: Transcript) -> Finding:
    """How soon the trainee's words turned to each rupture, on average; one that the hour cut off is passed over."""
    ruptures = stretches(transcript)
    if not ruptures:
        return did_not_come_up(say.NO_RUPTURE())
    answered = [r for r in ruptures if _turns(r) is not None or had_time(transcript, r)]
    if not answered:
        return not_reached((say.TAKEN_UP(taken=0, count=len(ruptures)), say.NO_TIME()))
    levels = [_level_after(_turns(rupture)) for rupture in answered]
    taken_up = sum(_turns(rupture) is not None for rupture in answered)
    late = sum((_turns(rupture) or 0) > _IN_TIME for rupture in answered)
    why = (say.TAKEN_UP(taken=taken_up, count=len(answered)), *((say.TAKEN_UP_LATE(count=late),) if late else ()))
    evidence = tuple(_evidence(transcript, rupture) for rupture in answered)
    if not taken_up:
        return not_done(why, evidence)
    return scored(mean_level(levels), why, evidence, rule=(rules.LATENCY(),))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The level of the soonest answer that can turn to a rupture; no mean is higher."""
    strained = [turn for turn in turns if in_rupture(turn.exchange)]
    levels = [_level_after(turn.strained_for) for turn in strained if addresses(turn.exchange)]
    levels += [_NEVER for turn in strained if can_be_left_undone(turn)]
    return max(levels, default=None)


def _turns(rupture: _Rupture) -> int | None:
    return next((number for number, exchange in enumerate(rupture, 1) if addresses(exchange)), None)


def _level_after(turns: int | None) -> int:
    return _NEVER if turns is None else _BY_TURNS.get(turns, _SLOWEST)


def _evidence(transcript: Transcript, rupture: _Rupture) -> Evidence:
    first, turns = rupture[0], _turns(rupture)
    if turns is None:
        return speaks(first, Counts.AGAINST, did(transcript, first), say.NEVER_TURNED(count=len(rupture)))
    if turns == 1:
        return speaks(first, Counts.FOR, did(transcript, first), say.TURNED_AT_ONCE())
    told = say.TURNED_LATER(turn=first.turn, count=turns - 1)
    if turns <= _IN_TIME:
        return speaks(rupture[turns - 1], Counts.FOR, told)
    return speaks(rupture[turns - 1], Counts.AGAINST, told, say.TOO_LATE())
