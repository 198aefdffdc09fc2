"""A scenario as the program knows it once its files were read: moments, responses, the patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.alliance.said_classes import SaidClass, ShownClass, asks, classes_of
from simulator.patient.gauges import NO_CHANGE, Alliance, Change
from simulator.patient.grid import ReactionGrid
from simulator.patient.state import Cause, Fit
from simulator.scenario.conditions import Condition

BANK_PREFIX: Final = "~"
"""Ids of lines from the patient's own line bank begin with this; no moment of an author can."""

FIRST_WORDING: Final = "first"
"""The wording of a text that stands directly at its moment or response."""

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
    """A silence as a line of dialogue: its kind, and how long it lasts (seconds)."""

    kind: SilenceKind
    seconds: int


@dataclass(frozen=True, slots=True)
class After:
    """What words presuppose: a class of saying, a move, or an answer given in a moment, just said; or what the patient shows.

    Where ``moment`` is given, ``response`` is the id of what was said there, ``silence`` for staying silent, or ``any``.
    """

    said: SaidClass | Move | ShownClass | None = None
    moment: str = ""
    response: str = ""

    def __str__(self) -> str:
        return f"{self.moment}/{self.response}" if self.said is None else str(self.said)


LEAVING: Final = After(ShownClass.LEAVING)
"""Stands in an ``after:`` for the sign that the patient is about to leave."""

ANY_RESPONSE: Final = "any"
"""Stands in an ``after:`` for whatever was said in a moment."""

STAYED_SILENT: Final = "silence"
"""Stands in an ``after:`` for having stayed silent in a moment."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a moment is told: what is said, seen and thought. Nothing in it decides what a choice does.

    ``after`` says what it presupposes; a wording without fits any occasion. ``opens`` are short first sentences that take
    up what was just said. ``again`` is written for coming back to the moment; ``wordless`` may be shown any number of
    times. ``levels`` are the levels at which it is told (all, where empty). ``pose`` names parts of the portrait's pose.
    """

    id: str = FIRST_WORDING
    patient: str = ""
    shows: tuple[str, ...] = ()
    thinks: str = ""
    markers: tuple[Marker, ...] = ()
    masked: bool = False
    silence: Silence | None = None
    after: tuple[After, ...] = ()
    opens: tuple[tuple[After, str], ...] = ()
    again: bool = False
    wordless: bool = False
    levels: tuple[int, ...] = ()
    pose: tuple[tuple[str, str], ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseWording:
    """One way of saying a response; ``after`` and ``again`` as with the wordings of a moment."""

    id: str
    say: str
    after: tuple[After, ...] = ()
    again: bool = False
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """One sentence the trainee can choose, with the move it makes and what the debriefing says about it.

    ``say`` is its first wording; ``others`` ask the same thing in other words. ``quality`` (0-4) is set for
    ``own_contribution`` only. ``source`` is ``say`` in the source's language, where this is a translation. ``change`` is the author's own effect on the gauges, in stored levels. ``then`` names the
    moment that follows instead of the graph's choice.
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
    others: tuple[ResponseWording, ...] = ()
    after: tuple[After, ...] = ()
    formerly: tuple[str, ...] = ()
    source: str = ""

    @property
    def in_source(self) -> str:
        """Its first wording in the language in which the scenario was written."""
        return self.source or self.say

    @property
    def wordings(self) -> tuple[ResponseWording, ...]:
        """Every way of saying it, the first one first."""
        return (ResponseWording(FIRST_WORDING, self.say, self.after), *self.others)

    @property
    def classes(self) -> frozenset[SaidClass]:
        """What saying it amounts to, by its moves, its quality, and whether it asks, in the source."""
        found = classes_of(self.move, self.quality) | frozenset[SaidClass]().union(*map(classes_of, self.also))
        return found | {SaidClass.QUESTION} if asks(self.in_source) else found


class Returns(Code):
    """In which words a moment comes back within a session."""

    ANEW = "anew"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing the patient does, told in one or more wordings, and what the trainee may answer.

    ``reaction`` is the state (or the whole family) the moment belongs to. A moment with ``end`` has no responses.
    ``asks`` says whether the patient asks or requests something (``None`` where nothing is said of it). ``wish`` says that
    the patient says a plain wish to change to another therapist; ``wished``, with an ending called transfer, that it ends so
    because the patient repeated that wish. ``silent_then`` names the moment that follows where the trainee stays silent. ``hooks`` are words of every wording that the responses hang on. ``returns`` says whether it may
    come back in words that do not know of the first time. ``beyond_repair`` says that the author means it where the
    rupture can no longer be repaired from here on. ``former_responses`` were on offer in an older form of the text: they
    are found by name, and never offered.

    What a patient does in a reaction state where no moment of the scenario fits is a moment too; its id is the state's
    name behind ``~``.
    """

    id: str
    reaction: ReactionState | Family
    wordings: tuple[Wording, ...]
    responses: tuple[Response, ...] = ()
    when: Condition | None = None
    once: bool = False
    end: Ending | None = None
    afterwards: str = ""
    beyond_repair: bool = False
    asks: bool | None = None
    silent_then: str | None = None
    silent_because: str = ""
    hooks: tuple[str, ...] = ()
    returns: Returns = Returns.ANEW
    former_responses: tuple[Response, ...] = ()
    formerly: tuple[str, ...] = ()
    wish: bool = False
    wished: bool = False

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that its ``when:`` and those of its responses ask."""
        return tuple(when for when in (self.when, *(response.when for response in self.responses)) if when is not None)

    @property
    def from_bank(self) -> bool:
        """Whether the line comes from the patient's line bank and not from the scenario."""
        return self.id.startswith(BANK_PREFIX)

    @property
    def first(self) -> Wording:
        """The wording that stands first: what is told where nothing speaks for another."""
        return self.wordings[0]


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """A line spoken before the trainee's first turn; ``you`` tells whether the therapist spoke it."""

    you: bool
    say: str
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Patient:
    """A person who can be met in several scenarios.

    ``lines`` holds, for each reaction state, what the person does where no moment of the scenario fits: a moment in as
    many wordings as were written. ``goodbyes`` are the parting words when the time is up.
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
    lines: Mapping[ReactionState, Moment]
    goodbyes: Mapping[Goodbye, tuple[Wording, ...]]

    @property
    def first_name(self) -> str:
        """The name the person is called by in the conversation."""
        return self.name.split()[0]


_MORE_TURNS_AT_FIRST: Final = 3


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario ready to be played: its texts, its patient, and its moments in file order.

    ``sources`` holds the text of every file it was made of, by path below the scenario root; ``digest`` is the SHA-256
    of them all and pins a session to exactly this content. ``about`` is what happened as the therapist would remember it,
    ``skill`` what is practised without the answer (empty where the author left it out).
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
    skill: str = ""

    def turns_at(self, level: int) -> int:
        """How many turns the trainee has at a level: at level 1 three more than the scenario plans (rule 16)."""
        return self.turns + _MORE_TURNS_AT_FIRST if level == 1 else self.turns

    def every_moment(self) -> Iterator[Moment]:
        """All moments: the scenario's own, and those of the patient's line bank."""
        yield from self.moments.values()
        yield from self.patient.lines.values()
