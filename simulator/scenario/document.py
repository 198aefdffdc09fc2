"""A scenario as the program knows it once its files were read: moments, responses, the patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from simulator.alliance import Code, Family, Marker, Move, ReactionState
from simulator.patient import NO_CHANGE, Alliance, Cause, Change, Fit, ReactionGrid
from simulator.scenario.conditions import Condition

BANK_PREFIX: Final = "~"
"""Ids of lines from the patient's own line bank begin with this; no moment of an author can."""

DEFAULT_TURNS: Final = 12
"""How many turns the trainee has where a scenario does not say."""


class Ending(Code):
    """How a session can end, as an author writes it."""

    REPAIRED = "repaired"
    PARTLY = "partly"
    UNRESOLVED = "unresolved"
    LEFT = "left"
    TRANSFER = "transfer"


class Goodbye(Code):
    """What the patient's parting words depend on when the time is up."""

    REPAIRED = "repaired"
    PARTLY = "partly"
    UNRESOLVED = "unresolved"
    QUIET = "quiet"
    LEFT = "left"
    TRANSFER = "transfer"


class SilenceKind(Code):
    """What kind of silence it is (after Levitt's pauses; Frankel et al. 2006)."""

    EMOTIONAL = "emotional"
    EXPRESSIVE = "expressive"
    REFLECTIVE = "reflective"
    DISENGAGED = "disengaged"
    INTERACTIONAL = "interactional"


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence as a line of dialogue: its kind, how long it lasts (seconds), and what follows if nobody speaks.

    ``because`` says why that follows although the graph would lead elsewhere.
    """

    kind: SilenceKind
    seconds: int
    then: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """One sentence the trainee can choose, with the move it makes and what the debriefing says about it.

    ``quality`` (0-4) is set for ``own_contribution`` only. ``change`` is the author's own effect on the gauges, in
    stored levels. ``then`` names the moment that follows instead of the graph's choice.
    """

    id: str
    say: str
    move: Move
    quality: int | None = None
    also: tuple[Move, ...] = ()
    debrief: str = ""
    then: str | None = None
    because: str = ""
    when: Condition | None = None
    change: Change = NO_CHANGE
    sets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing the patient does, and what the trainee may answer.

    ``reaction`` is the state (or the whole family) the moment belongs to. A moment with ``end`` has no responses.
    ``beyond_repair`` says that the author means it where the rupture can no longer be repaired from here on.
    Lines from the patient's own bank are moments too; their ids begin with ``~``.
    """

    id: str
    reaction: ReactionState | Family
    patient: str = ""
    shows: tuple[str, ...] = ()
    thinks: str = ""
    markers: tuple[Marker, ...] = ()
    masked: bool = False
    silence: Silence | None = None
    when: Condition | None = None
    once: bool = False
    end: Ending | None = None
    afterwards: str = ""
    responses: tuple[Response, ...] = ()
    beyond_repair: bool = False

    @property
    def from_bank(self) -> bool:
        """Whether the line comes from the patient's line bank and not from the scenario."""
        return self.id.startswith(BANK_PREFIX)


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """A line spoken before the trainee's first turn; ``you`` tells whether the therapist spoke it."""

    you: bool
    say: str
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Patient:
    """A person who can be met in several scenarios.

    ``lines`` holds, for each reaction state, what the person says where no moment of the scenario fits; each is a
    moment that carries the person's responses for that state.
    """

    id: str
    name: str
    age: int
    pronouns: str
    work: str
    about: str
    history: str
    seeks: str
    portrait: str
    style: Family
    fit: Fit
    alliance: Alliance
    grid: ReactionGrid
    lines: Mapping[ReactionState, tuple[Moment, ...]]
    goodbyes: Mapping[Goodbye, str]

    @property
    def first_name(self) -> str:
        """The name the person is called by in the conversation."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario ready to be played: its texts, its patient, and its moments in file order.

    ``sources`` holds the text of every file it was made of, by path below the scenario root; ``digest`` is the SHA-256
    of them all and pins a session to exactly this content.
    """

    id: str
    title: str
    language: str
    about: str
    objectives: tuple[str, ...]
    difficulty: int
    cause: Cause
    content_notes: tuple[str, ...]
    turns: int
    flags: tuple[str, ...]
    opening: tuple[OpeningLine, ...]
    patient: Patient
    origin: Family
    start: str
    moments: Mapping[str, Moment]
    path: str
    sources: Mapping[str, str]
    digest: str

    def every_moment(self) -> Iterator[Moment]:
        """All moments: the scenario's own, and the patient's lines."""
        yield from self.moments.values()
        for lines in self.patient.lines.values():
            yield from lines
