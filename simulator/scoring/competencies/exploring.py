"""Exploring: the stages of repair that the trainee's questions opened."""

from __future__ import annotations

from typing import Final

from simulator.alliance import Move
from simulator.patient import Rung
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.reading import after, climbed, new_rung, not_observed, speaks, under_pressure
from simulator.scoring.words import DID, counted, did, move_name, name_of
from simulator.session import Exchange, Transcript

_QUESTIONS: Final = frozenset({Move.EXPLORE_EXPERIENCE, Move.EXPLORE_FEAR, Move.INVITE_DISSENT})


def exploring(transcript: Transcript) -> Finding:
    """How many new stages the questions opened; going back and opening a stage again does not count twice."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if not turns:
        return not_observed("There was no rupture to ask about.")
    asked = [exchange for exchange in turns if exchange.move in _QUESTIONS]
    if not asked:
        says = f"{did(transcript, turns[0])}; no question was asked about it, then or later."
        return Finding(1, "Nothing was asked.", (speaks(turns[0], says, Counts.AGAINST),))
    opened = [exchange for exchange in asked if climbed(exchange) and new_rung(exchange)]
    rungs = transcript.end.rungs
    meaning = bool(rungs & Rung.BLOCK and rungs & Rung.SAID)
    score = 5 if len(opened) >= 2 and meaning else min(2 + len(opened), 4)
    why = f"{counted(len(asked), 'question', 'questions')}, {counted(len(opened), 'new stage', 'new stages')} opened."
    return Finding(score, why, tuple(_evidence(transcript, exchange) for exchange in asked))


def _evidence(transcript: Transcript, exchange: Exchange) -> Evidence:
    name, asked = name_of(transcript), move_name(exchange.move)
    if climbed(exchange) and new_rung(exchange):
        return speaks(exchange, f"After {asked}, {name} {DID[after(exchange)]}.", Counts.FOR)
    if climbed(exchange):
        return speaks(exchange, f"{asked} led back to where {name} had been before.", Counts.CONTEXT)
    return speaks(exchange, f"{did(transcript, exchange)}; {asked} led no further here.", Counts.AGAINST)
