"""What a score is made of: competencies, evidence turn by turn, and the whole score of a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.alliance.codes import Code, Entry
from simulator.messages.message import Message


class Competency(Code):
    """One of the ten things that a session can show."""

    NOTICING = "noticing"
    LATENCY = "latency"
    OWN_ROLE = "own-role"
    EXPLORING = "exploring"
    VALIDATING = "validating"
    NON_DEFENSIVENESS = "non-defensiveness"
    FLEXIBILITY = "flexibility"
    DEPTH = "depth"
    SECONDARY_RUPTURES = "secondary-ruptures"
    OUTCOME = "outcome"


class Counts(Code):
    """Which way a turn speaks for a competency."""

    FOR = "for"
    AGAINST = "against"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class CompetencyEntry(Entry):
    """A competency with its five behavioural anchors, the weakest first."""

    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one turn shows, in a sentence, and which way it counts."""

    turn: int
    says: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Finding:
    """What a session shows of one competency; ``score`` is 1 to 5, or ``None`` where there was no opportunity."""

    score: int | None
    why: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CompetencyScore:
    """A finding with its competency and the anchor that goes with the score (both ends are 1 and 5)."""

    competency: Competency
    score: int | None
    anchor: str
    why: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """How far working together came back, 1 to 5, in our own words; not a score of any published instrument."""

    level: int
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MissedOpportunity:
    """A turn in which more was possible, with the words on offer that the patient would have received best."""

    turn: int
    what: str
    model: str
    response_id: str | None


@dataclass(frozen=True, slots=True)
class FalseRepair:
    """A turn in which the patient's stated agreement was taken for agreement."""

    turn: int
    what: str


@dataclass(frozen=True, slots=True)
class SessionScore:
    """The profile of a session; ``resolution`` is ``None`` where nothing had to be resolved yet, or nothing was done.

    ``headline`` says what it came to, ``own_part`` what had gone wrong and what was done with the own part in it.
    """

    competencies: Mapping[Competency, CompetencyScore]
    resolution: Resolution | None
    headline: Message
    own_part: tuple[Message, ...]
    missed: tuple[MissedOpportunity, ...]
    false_repairs: tuple[FalseRepair, ...]
