"""Depth: the deepest stage of repair that was reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.patient.state import Rung
from simulator.scoring.competency import Counts, Finding
from simulator.scoring.evidence_words import did, did_in
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import after, new_rung, speaks, under_pressure
from simulator.scoring.standings import did_not_come_up, scored
from simulator.session.transcript import Exchange, Transcript

_NOWHERE: Final = 1
_REPAIRED_DEEPLY: Final = 5
_LEVELS: Final = ((Rung.SAID, 4), (Rung.BLOCK, 4), (Rung.HALF_SAID, 3), (Rung.EXPLORING, 2), (Rung.REPAIRED, 2))
"""A repair that an author's hand brings about without any stage before it is as deep as looking at what happened."""


def depth(transcript: Transcript) -> Finding:
    """The deepest stage, where the highest score needs a repair that came from there."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if not turns:
        return did_not_come_up(say.NO_RUPTURE())
    reached = [exchange for exchange in transcript.exchanges if new_rung(exchange)]
    if not reached:
        shown = speaks(turns[0], Counts.AGAINST, did(transcript, turns[0]), say.NO_STAGE())
        return scored(_NOWHERE, (say.NO_STAGE(),), (shown,), rule=(rules.DEPTH(),))
    score = max(_level(exchange) for exchange in transcript.exchanges)
    evidence = tuple(speaks(x, Counts.FOR, did_in(transcript, after(x))) for x in reached)
    deepest = max(reached, key=lambda exchange: new_rung(exchange) & ~Rung.REPAIRED)
    why = (say.DEEPEST(turn=deepest.turn), did_in(transcript, after(deepest)))
    return scored(score, why, evidence, rule=(rules.DEPTH(),))


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
