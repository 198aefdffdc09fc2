"""The nineteen reaction states a simulated patient can be in, and the families they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code, Entry


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


def _state(code: str, family: Family, label: str, help_: str, source: str) -> ReactionEntry:
    return ReactionEntry(label, help_, source, family, code)


_MANUAL = "Eubanks, Muran & Safran 2015"
_STAGES = "Safran & Muran 1996, 2000"

REACTIONS: Final[Mapping[ReactionState, ReactionEntry]] = MappingProxyType(
    {
        ReactionState.ENGAGED: _state(
            "EN", Family.ENGAGED, "Engaged", "Works with you; says what is on the mind, also when it is a no.", _MANUAL
        ),
        ReactionState.MINIMAL: _state(
            "W1", Family.WITHDRAWAL, "Says little", "Goes quiet, or answers so thinly that an invitation dies.", _MANUAL
        ),
        ReactionState.AVOIDING: _state(
            "W2", Family.WITHDRAWAL, "Avoiding", "Leads away: a story, a theory, a laugh that does not fit.", _MANUAL
        ),
        ReactionState.SHUT_DOWN: _state(
            "W3",
            Family.WITHDRAWAL,
            "Shut down",
            "Denies that anything is wrong, or turns it against the self.",
            _MANUAL,
        ),
        ReactionState.COMPLYING: _state(
            "D1",
            Family.DEFERENCE,
            "Says yes without meaning it",
            "Says yes and does not mean it; agreement takes the place of work.",
            _MANUAL,
        ),
        ReactionState.APPEASING: _state(
            "D2",
            Family.DEFERENCE,
            "Looks after you",
            "Looks after you: praises, thanks, soothes, to keep the peace.",
            _MANUAL,
        ),
        ReactionState.COMPLAINT: _state(
            "C1", Family.CONFRONTATION, "Complaint", "Says that something about you or the work is wrong.", _MANUAL
        ),
        ReactionState.REJECTING: _state(
            "C2",
            Family.CONFRONTATION,
            "Turns it down",
            "Refuses what you offer, or defends against felt blame.",
            _MANUAL,
        ),
        ReactionState.PRESSURE: _state(
            "C3", Family.CONFRONTATION, "Demands", "Demands, tests or gives an ultimatum.", _MANUAL
        ),
        ReactionState.MIXED: _state(
            "MX",
            Family.MIXED,
            "Mixed",
            "Moves against and away at once: a barb in thanks, a complaint taken back.",
            _MANUAL,
        ),
        ReactionState.EXPLORING: _state(
            "EX",
            Family.REPAIR,
            "Exploring",
            "Steps out of the struggle and looks with you at what just happened.",
            _STAGES,
        ),
        ReactionState.QUALIFIED_ASSERTION: _state(
            "QA", Family.REPAIR, "Half a complaint", "Hints at a complaint and takes half of it back.", _STAGES
        ),
        ReactionState.BLOCK: _state(
            "BL",
            Family.REPAIR,
            "Afraid to say it",
            "Speaks of the fear of speaking, or guards the need behind it.",
            _STAGES,
        ),
        ReactionState.SELF_ASSERTION: _state(
            "SA", Family.REPAIR, "Self-assertion", "Says plainly what is wanted or not wanted.", _STAGES
        ),
        ReactionState.HURT: _state("HU", Family.REPAIR, "Hurt", "Shows the disappointment under the anger.", _STAGES),
        ReactionState.VULNERABILITY: _state(
            "VU", Family.REPAIR, "Vulnerability", "Lets the wish to be cared about be seen.", _STAGES
        ),
        ReactionState.REPAIRED: _state(
            "RP",
            Family.REPAIR,
            "Works with you again",
            "What came between you no longer stands in the way. How deep the repair went shows at the end.",
            _STAGES,
        ),
        ReactionState.TRANSFER: _state(
            "FT",
            Family.END,
            "Agreed transfer",
            "You agree together on a therapist who fits better.",
            "APA 10.10; ACA A.11",
        ),
        ReactionState.LEFT: _state(
            "LV", Family.END, "Left", "The patient leaves the treatment.", "Sharf, Primavera & Diener 2010"
        ),
    }
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
