"""Depth: the deepest stage of repair that was reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.reactions import ReactionState
from simulator.patient.state import Rung
from simulator.scoring.competency import Counts, Finding
from simulator.scoring.evidence_words import DID, did, name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import after, new_rung, not_observed, speaks, under_pressure
from simulator.session.transcript import Exchange, Transcript

_NOWHERE: Final = 1
_REPAIRED_DEEPLY: Final = 5
_LEVELS: Final = ((Rung.SAID, 4), (Rung.BLOCK, 4), (Rung.HALF_SAID, 3), (Rung.EXPLORING, 2))


def depth(transcript: Transcript) -> Finding:
    """The deepest stage, where the highest score needs a repair that came from there."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if not turns:
        return not_observed("There was no rupture to repair.")
    reached = [exchange for exchange in transcript.exchanges if new_rung(exchange)]
    if not reached:
        says = f"{did(transcript, turns[0])}; from there no stage of repair was reached."
        return Finding(_NOWHERE, "No stage of repair was reached.", (speaks(turns[0], says, Counts.AGAINST),))
    score = max(_level(exchange) for exchange in transcript.exchanges)
    name = name_of(transcript)
    evidence = tuple(speaks(exchange, f"{name} {DID[after(exchange)]}.", Counts.FOR) for exchange in reached)
    deepest = max(reached, key=lambda exchange: new_rung(exchange) & ~Rung.REPAIRED)
    why = f"The deepest stage: {name} {DID[after(deepest)]}, after turn {deepest.turn}."
    return Finding(score, why, evidence)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The deepest stage that can be reached, where there can be a rupture to repair."""
    if not any(under_pressure(turn.exchange) for turn in turns):
        return None
    return max(_level(turn.exchange) for turn in turns)


def _level(exchange: Exchange) -> int:
    """The level of the deepest stage by the end of a turn; stages that were reached stay reached."""
    state = exchange.appraisal.state
    if state.reaction is ReactionState.REPAIRED and state.deep:
        return _REPAIRED_DEEPLY
    return next((level for rung, level in _LEVELS if state.rungs & rung), _NOWHERE)
