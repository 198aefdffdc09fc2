"""The debriefing of a session as values: the course of the alliance, every exchange with its reasons, the scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.markers import MARKERS
from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import REACTIONS, Family, ReactionState, family_of
from simulator.messages.message import Message
from simulator.patient.gauges import POINTS_PER_LEVEL, Alliance
from simulator.patient.grid import ReactionGrid
from simulator.patient.start import stated
from simulator.patient.state import PatientState
from simulator.scenario.document import SilenceKind
from simulator.scoring import score
from simulator.scoring.competency import Competency, MissedOpportunity, SessionScore
from simulator.scoring.tag_reading import TagFit, tag_fit
from simulator.services.reasons import reasons_of
from simulator.services.sign_before_leaving import sign_before_leaving
from simulator.session.transcript import Exchange, Transcript
from simulator.session.vocabulary import Tag

SILENCES: Final[Mapping[SilenceKind, str]] = MappingProxyType(
    {
        SilenceKind.EMOTIONAL: "an emotional silence: a feeling is there, and takes its time",
        SilenceKind.EXPRESSIVE: "an expressive silence: looking for the words",
        SilenceKind.REFLECTIVE: "a reflective silence: thinking, with you",
        SilenceKind.DISENGAGED: "a disengaged silence: away from what just happened",
        SilenceKind.INTERACTIONAL: "an interactional silence: about what is between you",
    }
)
"""What kind of silence it was (kinds after Levitt; Frankel et al. 2006), in a few words."""

_HITS: Final = (TagFit.RIGHT, TagFit.CALM, TagFit.LET_BE)
"""How a tag fits that is not told to be wrong."""


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """The alliance after a turn (turn 0 is the start), felt and as the patient would state it, 0 to 100 points.

    ``rupture`` is the family of a rupture newly entered at this turn (the opening one included).
    """

    turn: int
    felt: float
    stated: float
    state: ReactionState
    rupture: Family | None
    secondary: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One exchange as the debriefing tells it, in words only; changes of bond, task and goal in shown points.

    ``tag_hit`` tells whether the tag was right, ``tag_and_answer`` where what was tagged and what was said part; ``silence`` is the kind of silence the patient kept, in words, or empty.
    """

    turn: int
    says: str
    shows: tuple[str, ...]
    sign: Message | None
    silence: str
    thinks: str
    state: str
    family: Family
    markers: tuple[str, ...]
    tag: Tag | None
    tag_hit: bool
    tag_and_answer: Message | None
    you: str
    move: str
    move_help: str
    quality: str
    note: str
    why: tuple[Message, ...]
    change: tuple[int, int, int]
    leads_to: str
    leads_to_family: Family
    cited_by: tuple[Competency, ...]
    missed: MissedOpportunity | None


@dataclass(frozen=True, slots=True)
class Debriefing:
    """Everything the debriefing shows; ``leaving`` quotes the sign that came before the patient left."""

    headline: Message
    leaving: Message | None
    score: SessionScore
    course: tuple[CoursePoint, ...]
    accounts: tuple[Account, ...]
    parting: str
    parting_thinks: str
    afterwards: str


def debrief(transcript: Transcript) -> Debriefing:
    """The debriefing of a session (or of what there is of it so far)."""
    scores = score(transcript)
    missed = {m.turn: m for m in scores.missed}
    parted = {p.turn: p.what for p in scores.tag_against_answer}
    cited: dict[int, list[Competency]] = {}
    for name, competency in scores.competencies.items():
        for turn in dict.fromkeys(e.turn for e in competency.evidence):
            cited.setdefault(turn, []).append(name)
    closing, grid = transcript.closing, transcript.scenario.patient.grid
    return Debriefing(
        scores.headline,
        sign_before_leaving(transcript),
        scores,
        course(transcript),
        tuple(
            _account(x, tuple(cited.get(x.turn, ())), missed.get(x.turn), parted.get(x.turn), grid)
            for x in transcript.exchanges
        ),
        closing.says if closing else "",
        closing.thinks if closing else "",
        closing.afterwards if closing else "",
    )


def course(transcript: Transcript) -> tuple[CoursePoint, ...]:
    """The alliance over time, one point for the start and one after each turn."""
    begin = transcript.begin
    opening = family_of(begin.reaction) if begin.ruptures else None
    points = [_point(0, begin, opening, secondary=False)]
    for exchange in transcript.exchanges:
        appraisal = exchange.appraisal
        family = family_of(appraisal.state.reaction) if appraisal.rupture else None
        points.append(_point(exchange.turn, appraisal.state, family, secondary=appraisal.secondary))
    return tuple(points)


def _point(turn: int, state: PatientState, rupture: Family | None, *, secondary: bool) -> CoursePoint:
    return CoursePoint(turn, state.alliance.mean_points, stated(state).mean_points, state.reaction, rupture, secondary)


def _account(
    exchange: Exchange,
    cited: tuple[Competency, ...],
    missed: MissedOpportunity | None,
    parted: Message | None,
    grid: ReactionGrid,
) -> Account:
    told, response, appraisal = exchange.telling, exchange.response, exchange.appraisal
    move = exchange.move
    before, after = exchange.before.reaction, appraisal.state.reaction
    return Account(
        turn=exchange.turn,
        says=told.patient,
        shows=told.shows,
        sign=exchange.sign,
        silence=SILENCES[told.silence.kind] if told.silence else "",
        thinks=told.thinks,
        state=REACTIONS[before].label,
        family=family_of(before),
        markers=tuple(MARKERS[m].label for m in told.markers),
        tag=exchange.tag,
        tag_hit=tag_fit(exchange) in _HITS,
        tag_and_answer=parted,
        you=exchange.words,
        move=MOVES[move].label,
        move_help=f"{MOVES[move].help} {MOVES[move].timing}",
        quality=_quality(move, exchange.quality),
        note=response.debrief if response else "",
        why=reasons_of(exchange, grid),
        change=_points_between(exchange.before.alliance, appraisal.state.alliance),
        leads_to=REACTIONS[after].label,
        leads_to_family=family_of(after),
        cited_by=cited,
        missed=missed,
    )


def _quality(move: Move, quality: int | None) -> str:
    if move is not Move.OWN_CONTRIBUTION or quality is None:
        return ""
    return f"{OWN_CONTRIBUTION[quality].label} ({quality} of 4)"


def _points_between(before: Alliance, after: Alliance) -> tuple[int, int, int]:
    return (
        (after.bond - before.bond) * POINTS_PER_LEVEL,
        (after.task - before.task) * POINTS_PER_LEVEL,
        (after.goal - before.goal) * POINTS_PER_LEVEL,
    )
