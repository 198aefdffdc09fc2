"""The nineteen reaction states a simulated patient can be in, and the families they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.entry import Entry
from simulator.alliance.references import ETHICS_CODES, MANUAL, ON_DROPOUT, STAGES_OF_REPAIR
from simulator.messages.sentences import reaction_states as words


class Family(Code):
    """A group of reaction states that asks for the same kind of answer."""

    ENGAGED = "engaged"
    WITHDRAWAL = "withdrawal"
    DEFERENCE = "deference"
    CONFRONTATION = "confrontation"
    MIXED = "mixed"
    REPAIR = "repair"
    END = "end"


class ReactionState(Code):
    """How the patient is with the therapist right now."""

    ENGAGED = "engaged"
    MINIMAL = "minimal"
    AVOIDING = "avoiding"
    SHUT_DOWN = "shut-down"
    COMPLYING = "complying"
    APPEASING = "appeasing"
    COMPLAINT = "complaint"
    REJECTING = "rejecting"
    PRESSURE = "pressure"
    MIXED = "mixed"
    EXPLORING = "exploring"
    QUALIFIED_ASSERTION = "qualified-assertion"
    BLOCK = "block"
    SELF_ASSERTION = "self-assertion"
    HURT = "hurt"
    VULNERABILITY = "vulnerability"
    REPAIRED = "repaired"
    TRANSFER = "transfer"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class ReactionEntry(Entry):
    """A reaction state with its family and the short code used in the clinical reference."""

    family: Family
    code: str


def _state(state: ReactionState, family: Family, code: str, source: str) -> tuple[ReactionState, ReactionEntry]:
    said = words.STATES[state]
    return state, ReactionEntry(said.label, said.help, source, family, code)


REACTIONS: Final[Mapping[ReactionState, ReactionEntry]] = MappingProxyType(
    dict(
        (
            _state(ReactionState.ENGAGED, Family.ENGAGED, "EN", MANUAL),
            _state(ReactionState.MINIMAL, Family.WITHDRAWAL, "W1", MANUAL),
            _state(ReactionState.AVOIDING, Family.WITHDRAWAL, "W2", MANUAL),
            _state(ReactionState.SHUT_DOWN, Family.WITHDRAWAL, "W3", MANUAL),
            _state(ReactionState.COMPLYING, Family.DEFERENCE, "D1", MANUAL),
            _state(ReactionState.APPEASING, Family.DEFERENCE, "D2", MANUAL),
            _state(ReactionState.COMPLAINT, Family.CONFRONTATION, "C1", MANUAL),
            _state(ReactionState.REJECTING, Family.CONFRONTATION, "C2", MANUAL),
            _state(ReactionState.PRESSURE, Family.CONFRONTATION, "C3", MANUAL),
            _state(ReactionState.MIXED, Family.MIXED, "MX", MANUAL),
            _state(ReactionState.EXPLORING, Family.REPAIR, "EX", STAGES_OF_REPAIR),
            _state(ReactionState.QUALIFIED_ASSERTION, Family.REPAIR, "QA", STAGES_OF_REPAIR),
            _state(ReactionState.BLOCK, Family.REPAIR, "BL", STAGES_OF_REPAIR),
            _state(ReactionState.SELF_ASSERTION, Family.REPAIR, "SA", STAGES_OF_REPAIR),
            _state(ReactionState.HURT, Family.REPAIR, "HU", STAGES_OF_REPAIR),
            _state(ReactionState.VULNERABILITY, Family.REPAIR, "VU", STAGES_OF_REPAIR),
            _state(ReactionState.REPAIRED, Family.REPAIR, "RP", STAGES_OF_REPAIR),
            _state(ReactionState.TRANSFER, Family.END, "FT", ETHICS_CODES),
            _state(ReactionState.LEFT, Family.END, "LV", ON_DROPOUT),
        )
    )
)

RUPTURE_FAMILIES: Final = frozenset({Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION, Family.MIXED})
"""Families in which the alliance is strained and not yet being repaired."""

WORST_RUPTURES: Final = (ReactionState.SHUT_DOWN, ReactionState.PRESSURE)
"""The deepest ruptures: who shuts down, and who puts the therapist under pressure."""

ORIGIN_FAMILIES: Final = (Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION)
"""Families a rupture can come from; they decide which stages its repair goes through."""


def family_of(state: ReactionState) -> Family:
    """The family of a reaction state."""
    return REACTIONS[state].family


def worst_of(origin: Family) -> ReactionState:
    """The deepest rupture that one of this origin comes to."""
    return ReactionState.PRESSURE if origin is Family.CONFRONTATION else ReactionState.SHUT_DOWN


def is_rupture(state: ReactionState) -> bool:
    """Whether collaboration is broken in this state (repair stages do not count)."""
    return REACTIONS[state].family in RUPTURE_FAMILIES
