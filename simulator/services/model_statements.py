"""What might be said where nothing on offer helps: one statement of our own for each reaction state."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import model_statements as say

MODELS: Final[Mapping[ReactionState, Sentence]] = MappingProxyType(
    {
        ReactionState.ENGAGED: say.ENGAGED,
        ReactionState.MINIMAL: say.MINIMAL,
        ReactionState.AVOIDING: say.AVOIDING,
        ReactionState.SHUT_DOWN: say.SHUT_DOWN,
        ReactionState.COMPLYING: say.COMPLYING,
        ReactionState.APPEASING: say.APPEASING,
        ReactionState.COMPLAINT: say.COMPLAINT,
        ReactionState.REJECTING: say.REJECTING,
        ReactionState.PRESSURE: say.PRESSURE,
        ReactionState.MIXED: say.MIXED,
        ReactionState.EXPLORING: say.EXPLORING,
        ReactionState.QUALIFIED_ASSERTION: say.QUALIFIED_ASSERTION,
        ReactionState.BLOCK: say.BLOCK,
        ReactionState.SELF_ASSERTION: say.SELF_ASSERTION,
        ReactionState.HURT: say.HURT,
        ReactionState.VULNERABILITY: say.VULNERABILITY,
        ReactionState.REPAIRED: say.REPAIRED,
    }
)
"""Every state in which somebody can be answered; after leaving or an agreed transfer nobody is."""


def model_statement(state: ReactionState) -> Message:
    """Something that might help somebody in this state."""
    return MODELS[state]()
