"""The debriefing of a session as values: the course of the alliance, every exchange with its reasons, the scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import Final

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.markers import MARKERS
from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import REACTIONS, Family, ReactionState, family_of
from simulator.messages.message import Day, Message, Sentence
from simulator.messages.sentences import looking_back as say
from simulator.messages.sentences.text import AS_WRITTEN, one_after_another
from simulator.patient.gauges import POINTS_PER_LEVEL, Alliance
from simulator.patient.start import stated
from simulator.patient.state import PatientState
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import SilenceKind
from simulator.scoring import score
from simulator.scoring.competency import Competency, MissedOpportunity, SessionScore
from simulator.scoring.corrections import NO_CORRECTIONS, Corrections
from simulator.scoring.evidence_words import did, did_in, name_of
from simulator.scoring.tag_reading import TagFit, tag_fit
from simulator.services.reasons import reasons_of
from simulator.services.session_words import mode_in_words
from simulator.services.sign_before_leaving import sign_before_leaving
from simulator.session.transcript import Exchange, Transcript
from simulator.session.vocabulary import Tag

SILENCES: Final[Mapping[SilenceKind, Sentence]] = MappingProxyType(
    {
        SilenceKind.EMOTIONAL: say.EMOTIONAL,
        SilenceKind.EXPRESSIVE: say.EXPRESSIVE,
        SilenceKind.REFLECTIVE: say.REFLECTIVE,
        SilenceKind.DISENGAGED: say.DISENGAGED,
        SilenceKind.INTERACTIONAL: say.INTERACTIONAL,
    }
)
"""What kind of silence it was (kinds after Levitt; Frankel et al. 2006), in a few words."""

_HITS: Final = (TagFit.RIGHT, TagFit.CALM, TagFit.LET_BE)
"""How a tag fits that is not told to be wrong."""

_SEEN: Final[Mapping[Tag, Sentence]] = MappingProxyType(
    {
        Tag.WITHDRAWAL: say.A_WITHDRAWAL,
        Tag.DEFERENCE: say.DEFERENCE,
        Tag.CONFRONTATION: say.A_CONFRONTATION,
        Tag.OPENED_UP: say.AN_OPENING,
    }
)
_CHANGES: Final = (
    (say.BOND_UP, say.BOND_DOWN),
    (say.TASK_UP, say.TASK_DOWN),
    (say.GOAL_UP, say.GOAL_DOWN),
)
"""What is said where the bond, the agreement on tasks and that on goals rose or fell."""

_ENDED_WELL: Final = (Verdict.REPAIRED, Verdict.PARTLY, Verdict.TRANSFER)


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """The alliance after a turn (turn 0 is the start), felt and as the patient would state it, 0 to 100 points.

    ``rupture`` is the family of a rupture newly entered at this turn (the opening one included).
    """

    turn: int
    did: Message
    felt: float
    stated: float
    state: ReactionState
    rupture: Family | None
    secondary: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One exchange as the debriefing tells it, in words only; changes of bond, task and goal in shown points.

    ``did`` says what the patient did before the answer, ``came`` what they did after it, ``seen`` what was tagged against
    what there was to see, ``felt`` how the answer changed how it feels. ``tag_hit`` tells whether the tag was right, ``tag_and_answer`` where what was tagged and what was said part; ``silence`` is the kind of silence the patient kept, in words, if any.
    """

    turn: int
    did: Message
    came: Message
    seen: Message | None
    felt: tuple[Message, ...]
    points: Message
    says: str
    shows: tuple[str, ...]
    sign: Message | None
    silence: Message | None
    thinks: str
    state: Message
    family: Family
    markers: tuple[Message, ...]
    tag: Tag | None
    tag_hit: bool
    tag_and_answer: Message | None
    you: str
    move: Message
    move_help: Message
    quality: Message | None
    note: str
    why: tuple[Message, ...]
    change: tuple[int, int, int]
    leads_to: Message
    leads_to_family: Family
    cited_by: tuple[Competency, ...]
    missed: MissedOpportunity | None


@dataclass(frozen=True, slots=True)
class Debriefing:
    """Everything the debriefing shows; ``leaving`` quotes the sign that came before the patient left.

    ``held`` names mode, level, date and run.
    """

    name: str
    held: Message
    ended_well: bool
    headline: Message
    leaving: Message | None
    score: SessionScore
    course: tuple[CoursePoint, ...]
    accounts: tuple[Account, ...]
    parting: str
    parting_thinks: str
    afterwards: str


def debrief(transcript: Transcript, corrections: Corrections = NO_CORRECTIONS) -> Debriefing:
    """The debriefing of a session (or of what there is of it so far), its scores under what was corrected."""
    scores = score(transcript, corrections)
    missed = {m.turn: m for m in scores.missed}
    parted = {p.turn: p.what for p in scores.tag_against_answer}
    cited: dict[int, list[Competency]] = {}
    for name, competency in scores.competencies.items():
        for turn in dict.fromkeys(e.turn for e in competency.evidence):
            cited.setdefault(turn, []).append(name)
    closing = transcript.closing
    return Debriefing(
        name_of(transcript),
        _held(transcript),
        closing is not None and not closing.stopped and closing.verdict in _ENDED_WELL,
        scores.headline,
        sign_before_leaving(transcript),
        scores,
        course(transcript),
        tuple(
            _account(transcript, x, tuple(cited.get(x.turn, ())), missed.get(x.turn), parted.get(x.turn))
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
    points = [_point(transcript, 0, begin, opening, secondary=False)]
    for exchange in transcript.exchanges:
        appraisal = exchange.appraisal
        family = family_of(appraisal.state.reaction) if appraisal.rupture else None
        points.append(_point(transcript, exchange.turn, appraisal.state, family, secondary=appraisal.secondary))
    return tuple(points)


def _point(
    transcript: Transcript, turn: int, state: PatientState, rupture: Family | None, *, secondary: bool
) -> CoursePoint:
    felt, said = state.alliance.mean_points, stated(state).mean_points
    return CoursePoint(turn, did_in(transcript, state.reaction), felt, said, state.reaction, rupture, secondary)


def _held(transcript: Transcript) -> Message:
    """The mode, the level, the date, and whether it was a first meeting."""
    begun = transcript.started
    met = say.MET_BEFORE() if begun.met else say.FIRST_MEETING()
    run = met if begun.origin is None else say.ANOTHER_TRY_OF_ONE()
    return say.HELD(mode=mode_in_words(begun.mode), level=begun.difficulty, day=Day(begun.day), run=run)


def _account(
    transcript: Transcript,
    exchange: Exchange,
    cited: tuple[Competency, ...],
    missed: MissedOpportunity | None,
    parted: Message | None,
) -> Account:
    told, response, appraisal = exchange.telling, exchange.response, exchange.appraisal
    move, grid = exchange.move, transcript.scenario.patient.grid
    before, after = exchange.before.reaction, appraisal.state.reaction
    change, name = _points_between(exchange.before.alliance, appraisal.state.alliance), name_of(transcript)
    return Account(
        turn=exchange.turn,
        did=did(transcript, exchange),
        came=did_in(transcript, after),
        seen=_seen(transcript, exchange),
        felt=_felt(name, change),
        points=_in_points(name, change),
        says=told.patient,
        shows=told.shows,
        sign=exchange.sign,
        silence=SILENCES[told.silence.kind]() if told.silence else None,
        thinks=told.thinks,
        state=REACTIONS[before].label(),
        family=family_of(before),
        markers=tuple(MARKERS[m].label() for m in told.markers),
        tag=exchange.tag,
        tag_hit=tag_fit(exchange) in _HITS,
        tag_and_answer=parted,
        you=exchange.words,
        move=MOVES[move].label(),
        move_help=one_after_another((MOVES[move].help(), MOVES[move].timing())),
        quality=_quality(move, exchange.quality),
        note=response.debrief if response else "",
        why=reasons_of(exchange, grid),
        change=change,
        leads_to=REACTIONS[after].label(),
        leads_to_family=family_of(after),
        cited_by=cited,
        missed=missed,
    )


def _seen(transcript: Transcript, exchange: Exchange) -> Message | None:
    """What was tagged, and what there was to see."""
    fit, tag = tag_fit(exchange), exchange.tag
    if tag is None:
        return None
    if tag is Tag.NOTHING:
        if fit is TagFit.CALM:
            return say.SAW_NOTHING_RIGHT()
        sentence = say.LET_OPENING_BE if fit is TagFit.LET_BE else say.SAW_NOTHING
        return sentence(did=did(transcript, exchange))
    what = _SEEN[tag]()
    return (
        say.SAW_RIGHT(what=what) if fit is TagFit.RIGHT else say.SAW_OTHERWISE(what=what, did=did(transcript, exchange))
    )


def _felt(name: str, change: tuple[int, int, int]) -> tuple[Message, ...]:
    """How an answer changed how it feels to the patient, in words."""
    told = (
        (up if points > 0 else down)(name=name) for points, (up, down) in zip(change, _CHANGES, strict=True) if points
    )
    return tuple(told) or (say.FELT_THE_SAME(name=name),)


def _in_points(name: str, change: tuple[int, int, int]) -> Message:
    bond, task, goal = map(_signed, change)
    return say.POINTS(name=name, bond=bond, task=task, goal=goal)


def _signed(points: int) -> Message:
    if not points:
        return say.NO_POINTS()
    return say.POINTS_UP(points=points) if points > 0 else say.POINTS_DOWN(points=-points)


def _quality(move: Move, quality: int | None) -> Message | None:
    if move is not Move.OWN_CONTRIBUTION or quality is None:
        return None
    return say.QUALITY(label=OWN_CONTRIBUTION[quality].label(), quality=quality, best=len(OWN_CONTRIBUTION) - 1)


def directions(shows: tuple[str, ...], sign: Message | None) -> Message | None:
    """What could be seen, as one phrase; ``None`` where nothing could."""
    seen: list[Message] = [AS_WRITTEN(words=words) for words in shows]
    if sign is not None:
        seen.append(sign)
    if not seen:
        return None
    return say.SHOWN(shows=reduce(lambda first, following: say.AND_SHOWN(first=first, next=following), seen))


def _points_between(before: Alliance, after: Alliance) -> tuple[int, int, int]:
    return (
        (after.bond - before.bond) * POINTS_PER_LEVEL,
        (after.task - before.task) * POINTS_PER_LEVEL,
        (after.goal - before.goal) * POINTS_PER_LEVEL,
    )
