"""Reading a transcript: what a turn showed, whether an answer turned to it, and where the ruptures lie."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.alliance.markers import MARKERS, Marker
from simulator.alliance.moves import EXPLORING, Move, is_hindering
from simulator.alliance.reactions import Family, ReactionState, family_of, is_rupture
from simulator.alliance.said_classes import SaidClass
from simulator.messages.message import Message
from simulator.patient.reasons import Direction, direction
from simulator.patient.state import Past, Rung
from simulator.scoring.competency import Counts, Evidence
from simulator.session.transcript import Exchange, Transcript

_AWAY: Final = frozenset({Family.WITHDRAWAL, Family.DEFERENCE})

_ADDRESSING: Final = frozenset(
    {
        Move.NOTICE_SHIFT,
        Move.EXPLORE_EXPERIENCE,
        Move.OWN_CONTRIBUTION,
        Move.DISCLOSE_EXPERIENCE,
        Move.VALIDATE_FEELING,
        Move.VALIDATE_PROTECTION,
        Move.EXPLORE_FEAR,
        Move.INVITE_DISSENT,
    }
)
_PASSES_BY: Final = frozenset({Move.CLARIFY_MISUNDERSTANDING, Move.GIVE_RATIONALE, Move.REFOCUS, Move.DISCUSS_FIT})
"""Explaining, changing the subject and referral: while a rupture is open they do not turn to it, wherever they lead."""

_SPECIFIC: Final = 3


def families_shown(exchange: Exchange) -> frozenset[Family]:
    """The families of rupture that a turn's markers show; a tag of any of them is right, none means nothing to see."""
    state = exchange.before.reaction
    shown = frozenset(_family_shown(marker, state) for marker in exchange.telling.markers)
    if shown and state is ReactionState.MIXED and len(shown) == 1:
        # A mixed rupture moves against and away at once, also where its author named one marker only.
        return shown | (_AWAY if Family.CONFRONTATION in shown else {Family.CONFRONTATION})
    return shown


def _family_shown(marker: Marker, state: ReactionState) -> Family:
    if marker is Marker.SPLIT and family_of(state) is Family.DEFERENCE:
        return Family.DEFERENCE
    return MARKERS[marker].family


def in_rupture(exchange: Exchange) -> bool:
    """Whether collaboration was broken while the trainee answered."""
    return is_rupture(exchange.before.reaction)


def under_pressure(exchange: Exchange) -> bool:
    """Whether the trainee answered in a rupture or in a stage of repair that was not yet the repair itself."""
    return in_rupture(exchange) or in_repair(exchange)


def in_repair(exchange: Exchange) -> bool:
    """Whether the trainee answered in a stage of repair that was not yet the repair itself."""
    reaction = exchange.before.reaction
    return family_of(reaction) is Family.REPAIR and reaction is not ReactionState.REPAIRED


def after(exchange: Exchange) -> ReactionState:
    """The state the answer led to."""
    return exchange.appraisal.state.reaction


def climbed(exchange: Exchange) -> bool:
    """Whether the answer led to a stage of repair (or an agreed parting) that is nearer to repair than before."""
    reached = after(exchange)
    arrived = reached is ReactionState.TRANSFER or family_of(reached) is Family.REPAIR
    return arrived and direction(exchange.before.reaction, reached) is Direction.OPENS


def slipped(exchange: Exchange) -> bool:
    """Whether the answer led further away from repair."""
    return direction(exchange.before.reaction, after(exchange)) is Direction.SLIPS


def also(exchange: Exchange) -> tuple[Move, ...]:
    """What the answer did beside its move."""
    return exchange.response.also if exchange.response else ()


def addresses(exchange: Exchange) -> bool:
    """Whether the answer turned to the rupture, as it was heard; waiting counts after an invitation, a side code too."""
    played = exchange.appraisal.played
    if is_hindering(played):
        return False
    if climbed(exchange) and not (played in _PASSES_BY and in_rupture(exchange)):
        return True
    if played is Move.HOLD_SILENCE:
        return bool(exchange.before.past & Past.INVITED)
    family = family_of(exchange.before.reaction)
    return any(_turns_to(move, family) for move in (played, *also(exchange)))


def _turns_to(move: Move, family: Family) -> bool:
    if move is Move.VALIDATE_FEELING and family is Family.DEFERENCE:
        return False  # it validates the facade
    if move is Move.EXPLORE_FEAR and family is Family.CONFRONTATION:
        return False  # it passes over the complaint
    return move in _ADDRESSING


def asks(exchange: Exchange) -> bool:
    """Whether the answer asked about it: a question is one in whatever response it stands, unless it is heard as hindering."""
    if exchange.response is None:
        return False
    if not EXPLORING.isdisjoint((exchange.move, *also(exchange))):
        return True
    return SaidClass.QUESTION in exchange.response.classes and not is_hindering(exchange.appraisal.played)


def opens_by_asking(exchange: Exchange) -> bool:
    """Whether a question opened a stage for the first time; being repaired is no stage that a question opens."""
    return asks(exchange) and climbed(exchange) and bool(new_rung(exchange) & ~Rung.REPAIRED)


def owns(exchange: Exchange) -> bool:
    """Whether the answer names the therapist's own specific part, and was heard so."""
    return exchange.appraisal.played is Move.OWN_CONTRIBUTION and (exchange.quality or 0) >= _SPECIFIC


def stretches(transcript: Transcript) -> tuple[tuple[Exchange, ...], ...]:
    """The ruptures of a session: each a run of turns in which collaboration was broken."""
    runs: list[list[Exchange]] = []
    open_run = False
    for exchange in transcript.exchanges:
        if in_rupture(exchange):
            if open_run:
                runs[-1].append(exchange)
            else:
                runs.append([exchange])
        open_run = in_rupture(exchange)
    return tuple(tuple(run) for run in runs)


def first_episode(transcript: Transcript) -> tuple[Exchange, ...]:
    """The turns under pressure until the first repair, agreed parting or leaving."""
    ends = (ReactionState.REPAIRED, ReactionState.TRANSFER, ReactionState.LEFT)
    turns: list[Exchange] = []
    for exchange in transcript.exchanges:
        if under_pressure(exchange):
            turns.append(exchange)
        if after(exchange) in ends:
            break
    return tuple(turns)


def new_rung(exchange: Exchange) -> int:
    """The stage of repair that the answer reached for the first time, if any."""
    return exchange.appraisal.state.rungs & ~exchange.before.rungs


def speaks(exchange: Exchange, counts: Counts, *says: Message) -> Evidence:
    """Evidence from one turn."""
    return Evidence(exchange.turn, says, counts)


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence by turn; within a turn as it was found."""
    return tuple(sorted(evidence, key=lambda item: item.turn))


def mean_level(levels: list[int]) -> int:
    """The mean of some levels as a level; a half is rounded down."""
    return (2 * sum(levels) + len(levels) - 1) // (2 * len(levels))
