"""The words that findings share: what a patient did, how often, at which turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.session.transcript import Exchange, Transcript

DID: Final[Mapping[ReactionState, str]] = {
    ReactionState.ENGAGED: "worked with you",
    ReactionState.MINIMAL: "went quiet",
    ReactionState.AVOIDING: "led away from it",
    ReactionState.SHUT_DOWN: "shut down",
    ReactionState.COMPLYING: "said yes without meaning it",
    ReactionState.APPEASING: "looked after you",
    ReactionState.COMPLAINT: "complained",
    ReactionState.REJECTING: "refused",
    ReactionState.PRESSURE: "put you under pressure",
    ReactionState.MIXED: "moved against you and away at once",
    ReactionState.EXPLORING: "looked with you at what had happened",
    ReactionState.QUALIFIED_ASSERTION: "half said what was wrong",
    ReactionState.BLOCK: "touched on what is hard to say",
    ReactionState.SELF_ASSERTION: "said plainly what was wanted",
    ReactionState.HURT: "let the hurt be seen",
    ReactionState.VULNERABILITY: "let the wish to be cared about be seen",
    ReactionState.REPAIRED: "worked with you again",
    ReactionState.TRANSFER: "agreed on a change with you",
    ReactionState.LEFT: "left",
}
"""What the patient did in a state, to be read after the name."""

MOVED: Final[Mapping[Family, str]] = {
    Family.WITHDRAWAL: "withdrew",
    Family.DEFERENCE: "deferred",
    Family.CONFRONTATION: "confronted you",
}
"""A family of rupture as something done."""


def name_of(transcript: Transcript) -> str:
    """What the patient is called."""
    return transcript.scenario.patient.first_name


def did(transcript: Transcript, exchange: Exchange) -> str:
    """What the patient did in a turn, as a clause: "Ines went quiet"."""
    return f"{name_of(transcript)} {DID[exchange.before.reaction]}"


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many}"


def move_name(move: Move) -> str:
    """A move's name in quotes."""
    return f"“{MOVES[move].label}”"
