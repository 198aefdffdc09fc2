"""What a score is made of: competencies, how each stands, evidence turn by turn, and the whole score of a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from simulator.alliance.codes import Code
from simulator.alliance.entry import Entry
from simulator.messages.message import Message, Sentence

Said: TypeAlias = tuple[Message, ...]
"""Whole sentences, to be read one after the other."""


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


class Standing(Code):
    """What kind of answer a session gives about a competency.

    A number stands for what was done (``SCORED``), or is a 1 because it was called for and not done. Without a number: only
    counted (noticing, where there is too little for a number), not reached (the hour ended before there were two turns to
    answer), or it did not come up.
    """

    SCORED = "scored"
    NOT_DONE = "not-done"
    COUNTED = "counted"
    NOT_REACHED = "not-reached"
    DID_NOT_COME_UP = "did-not-come-up"


class Counts(Code):
    """Which way a turn speaks for a competency."""

    FOR = "for"
    AGAINST = "against"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class CompetencyEntry(Entry):
    """A competency with its five behavioural anchors, the weakest first."""

    anchors: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one turn shows, in sentences that are true of it, and which way it counts."""

    turn: int
    says: Said
    counts: Counts


class Signs(NamedTuple):
    """The signs of a rupture that came, and how many of them were seen; ``None`` where that was not asked."""

    came: int
    seen: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a session shows of one competency; ``score`` is 1 to 5, or ``None`` where its standing gives no number.

    ``rule`` says from where on it is this number and no other.
    """

    standing: Standing
    score: int | None
    why: Said
    evidence: tuple[Evidence, ...] = ()
    signs: Signs | None = None
    rule: Said = ()


@dataclass(frozen=True, slots=True)
class CompetencyScore:
    """A finding with its competency and the anchor that goes with the score (both ends are 1 and 5), if there is one."""

    competency: Competency
    standing: Standing
    score: int | None
    anchor: Message | None
    why: Said
    evidence: tuple[Evidence, ...]
    signs: Signs | None = None
    rule: Said = ()

    @property
    def turns(self) -> Mapping[int, Counts]:
        """The turns that it is read from, each with what it counts as: against where anything in it does, else for."""
        found: dict[int, Counts] = {}
        for one in self.evidence:
            found[one.turn] = min(found.get(one.turn, one.counts), one.counts, key=_HEAVIEST.index)
        return found


_HEAVIEST: Final = (Counts.AGAINST, Counts.FOR, Counts.CONTEXT)


@dataclass(frozen=True, slots=True)
class Resolution:
    """How far working together came back, 1 to 5, in our own words; not a score of any published instrument."""

    level: int
    label: Message
    sentence: Said


@dataclass(frozen=True, slots=True)
class MissedOpportunity:
    """A turn in which more was possible, with the words on offer that the patient would have received best."""

    turn: int
    what: Said
    model: str
    response_id: str | None


@dataclass(frozen=True, slots=True)
class FalseRepair:
    """A turn in which the patient's stated agreement was taken for agreement."""

    turn: int
    what: Said


class Parting(Code):
    """Which way what was tagged and what was said part."""

    SEEN_NOT_TAKEN_UP = "seen-not-taken-up"
    ANSWERED_UNSEEN = "answered-unseen"


@dataclass(frozen=True, slots=True)
class TagAgainstAnswer:
    """A turn in which what was tagged and what was said part: seen and not taken up, or answered well on a wrong tag."""

    turn: int
    kind: Parting
    what: Message


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
    tag_against_answer: tuple[TagAgainstAnswer, ...]
