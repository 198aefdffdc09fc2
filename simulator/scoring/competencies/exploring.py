"""Exploring: the stages of repair that the trainee's questions opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.patient.state import Rung
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did, did_in, move_name
from simulator.scoring.possible import PossibleTurn, can_be_left_undone
from simulator.scoring.reading import after, asks, climbed, new_rung, opens_by_asking, speaks, under_pressure
from simulator.scoring.standings import did_not_come_up, had_time, not_done, not_reached, scored
from simulator.session.transcript import Exchange, Transcript

_NOT_ASKED: Final = 1
_IN_VAIN: Final = 2
_MOST_WITHOUT_MEANING: Final = 4
_DOWN_TO_THE_MEANING: Final = 5


def exploring(transcript: Transcript) -> Finding:
    """How many new stages the questions opened; going back and opening a stage again does not count twice."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if not turns:
        return did_not_come_up(say.NO_RUPTURE())
    asked = [exchange for exchange in turns if asks(exchange)]
    if not asked:
        if not had_time(transcript, turns):
            return not_reached((say.ASKED_NOTHING(), say.NO_TIME()))
        shown = speaks(turns[0], Counts.AGAINST, did(transcript, turns[0]), say.ASKED_NOTHING())
        return not_done((say.ASKED_NOTHING(),), (shown,))
    opened = sum(map(opens_by_asking, asked))
    why = (say.ASKED(count=len(asked)), say.OPENED(count=opened))
    evidence = tuple(_evidence(transcript, x) for x in asked)
    return scored(_score(opened, transcript.end.rungs), why, evidence, rule=(rules.EXPLORING(),))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """What it is worth to open every stage that a question can open; each counts once on a path."""
    pressed = [turn for turn in turns if under_pressure(turn.exchange)]
    asked = [turn.exchange for turn in pressed if asks(turn.exchange)]
    if not asked:
        return _NOT_ASKED if any(map(can_be_left_undone, pressed)) else None
    opened = {new_rung(exchange) for exchange in asked if opens_by_asking(exchange)}
    rungs = max((turn.exchange.appraisal.state.rungs for turn in turns), key=_has_meaning)
    return _score(len(opened), rungs)


def _score(opened: int, rungs: int) -> int:
    if opened >= 2 and _has_meaning(rungs):
        return _DOWN_TO_THE_MEANING
    return min(_IN_VAIN + opened, _MOST_WITHOUT_MEANING)


def _has_meaning(rungs: int) -> bool:
    return bool(rungs & Rung.BLOCK and rungs & Rung.SAID)


def _evidence(transcript: Transcript, exchange: Exchange) -> Evidence:
    before, move = did(transcript, exchange), move_name(exchange.move)
    if opens_by_asking(exchange):
        return speaks(exchange, Counts.FOR, say.OPENED_STEP(move=move), did_in(transcript, after(exchange)))
    if climbed(exchange) and new_rung(exchange) & Rung.REPAIRED:
        return speaks(exchange, Counts.CONTEXT, before, say.LED_TO_REPAIR(move=move))
    if climbed(exchange):
        return speaks(exchange, Counts.CONTEXT, before, say.LED_BACK(move=move))
    return speaks(exchange, Counts.AGAINST, before, say.LED_NO_FURTHER(move=move))
