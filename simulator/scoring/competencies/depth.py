"""Depth: the deepest stage of repair that was reached."""

from __future__ import annotations

from typing import Final

from simulator.alliance import ReactionState
from simulator.patient import Rung
from simulator.scoring.competency import Counts, Finding
from simulator.scoring.reading import after, new_rung, not_observed, speaks, under_pressure
from simulator.scoring.words import DID, did, name_of
from simulator.session import Transcript

_LEVELS: Final = ((Rung.SAID, 4), (Rung.BLOCK, 4), (Rung.HALF_SAID, 3), (Rung.EXPLORING, 2))


def depth(transcript: Transcript) -> Finding:
    """The deepest stage, where the highest score needs a repair that came from there."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if not turns:
        return not_observed("There was no rupture to repair.")
    reached = [exchange for exchange in transcript.exchanges if new_rung(exchange)]
    if not reached:
        says = f"{did(transcript, turns[0])}; from there no stage of repair was reached."
        return Finding(1, "No stage of repair was reached.", (speaks(turns[0], says, Counts.AGAINST),))
    rungs = transcript.end.rungs
    deep = any(
        after(exchange) is ReactionState.REPAIRED and exchange.appraisal.state.deep for exchange in transcript.exchanges
    )
    score = 5 if deep else next((level for rung, level in _LEVELS if rungs & rung), 1)
    name = name_of(transcript)
    evidence = tuple(speaks(exchange, f"{name} {DID[after(exchange)]}.", Counts.FOR) for exchange in reached)
    deepest = max(reached, key=lambda exchange: new_rung(exchange) & ~Rung.REPAIRED)
    why = f"The deepest stage: {name} {DID[after(deepest)]}, after turn {deepest.turn}."
    return Finding(score, why, evidence)
