"""Exploring: the stages of repair that the trainee's questions opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.moves import Move
from simulator.patient.state import Rung
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import DID, counted, did, move_name, name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import after, climbed, new_rung, not_observed, speaks, under_pressure
from simulator.session.transcript import Exchange, Transcript

_NOT_ASKED: Final = 1
_QUESTIONS: Final = frozenset({Move.EXPLORE_EXPERIENCE, Move.EXPLORE_FEAR, Move.INVITE_DISSENT})


def exploring(transcript: Transcript) -> Finding:
    """How many new stages the questions opened; going back and opening a stage again does not count twice."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if not turns:
        return not_observed("There was no rupture to ask about.")
    asked = [exchange for exchange in turns if exchange.move in _QUESTIONS]
    if not asked:
        says = f"{did(transcript, turns[0])}; no question was asked about it, then or later."
        return Finding(_NOT_ASKED, "Nothing was asked.", (speaks(turns[0], says, Counts.AGAINST),))
    opened = [exchange for exchange in asked if _opens(exchange)]
    score = _score(len(opened), _has_meaning(transcript.end.rungs))
    why = f"{counted(len(asked), 'question', 'questions')}, {counted(len(opened), 'new stage', 'new stages')} opened."
    return Finding(score, why, tuple(_evidence(transcript, exchange) for exchange in asked))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """What it is worth to open every stage that a question can open; each counts once on a path."""
    pressed = [turn.exchange for turn in turns if under_pressure(turn.exchange)]
    if not pressed:
        return None
    asked = [exchange for exchange in pressed if exchange.move in _QUESTIONS]
    if not asked:
        return _NOT_ASKED
    opened = {new_rung(exchange) for exchange in asked if _opens(exchange)}
    return _score(len(opened), any(_has_meaning(turn.exchange.appraisal.state.rungs) for turn in turns))


def _score(opened: int, meaning: bool) -> int:
    return 5 if opened >= 2 and meaning else min(2 + opened, 4)


def _opens(exchange: Exchange) -> bool:
    return climbed(exchange) and bool(new_rung(exchange))


def _has_meaning(rungs: Rung) -> bool:
    return bool(rungs & Rung.BLOCK and rungs & Rung.SAID)


def _evidence(transcript: Transcript, exchange: Exchange) -> Evidence:
    name, asked = name_of(transcript), move_name(exchange.move)
    if _opens(exchange):
        return speaks(exchange, f"After {asked}, {name} {DID[after(exchange)]}.", Counts.FOR)
    if climbed(exchange):
        return speaks(exchange, f"{asked} led back to where {name} had been before.", Counts.CONTEXT)
    return speaks(exchange, f"{did(transcript, exchange)}; {asked} led no further here.", Counts.AGAINST)
