"""The twenty-four therapist moves: what a sentence does to the alliance, whatever its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.entry import Entry
from simulator.alliance.references import CONSENSUS, ON_TRANSFER, OUR_DESIGN, REVIEWS, STRATEGIES
from simulator.messages.message import Sentence
from simulator.messages.sentences import moves as words


class Move(Code):
    """What the therapist does with a response."""

    NOTICE_SHIFT = "notice_shift"
    EXPLORE_EXPERIENCE = "explore_experience"
    HOLD_SILENCE = "hold_silence"
    OWN_CONTRIBUTION = "own_contribution"
    DISCLOSE_EXPERIENCE = "disclose_experience"
    VALIDATE_FEELING = "validate_feeling"
    VALIDATE_PROTECTION = "validate_protection"
    EXPLORE_FEAR = "explore_fear"
    INVITE_DISSENT = "invite_dissent"
    SUPPORT_ASSERTION = "support_assertion"
    CLARIFY_MISUNDERSTANDING = "clarify_misunderstanding"
    GIVE_RATIONALE = "give_rationale"
    RENEGOTIATE = "renegotiate"
    REFOCUS = "refocus"
    LINK_PATTERN = "link_pattern"
    DISCUSS_FIT = "discuss_fit"
    CHECK_REPAIR = "check_repair"
    DEFEND_JUSTIFY = "defend_justify"
    REASSURE_EARLY = "reassure_early"
    BLAME_INTERPRET = "blame_interpret"
    PRESS_ON = "press_on"
    RETREAT = "retreat"
    OVER_APOLOGISE = "over_apologise"
    SEEK_AGREEMENT = "seek_agreement"


class MoveKind(Code):
    """Whether a move gets work going, opens the rupture, or stands in the way."""

    IMMEDIATE = "immediate"
    EXPLORATORY = "exploratory"
    HINDERING = "hindering"


@dataclass(frozen=True, slots=True)
class MoveEntry(Entry):
    """A move with its kind, an invented example and when it works or backfires."""

    kind: MoveKind
    example: Sentence
    timing: Sentence


_I, _E, _H = MoveKind.IMMEDIATE, MoveKind.EXPLORATORY, MoveKind.HINDERING


def _move(move: Move, kind: MoveKind, source: str) -> tuple[Move, MoveEntry]:
    said = words.MOVES[move]
    return move, MoveEntry(said.label, said.help, source, kind, said.example, said.timing)


MOVES: Final[Mapping[Move, MoveEntry]] = MappingProxyType(
    dict(
        (
            _move(Move.NOTICE_SHIFT, _E, STRATEGIES),
            _move(Move.EXPLORE_EXPERIENCE, _E, STRATEGIES),
            _move(Move.HOLD_SILENCE, _E, OUR_DESIGN),
            _move(Move.OWN_CONTRIBUTION, _E, STRATEGIES),
            _move(Move.DISCLOSE_EXPERIENCE, _E, STRATEGIES),
            _move(Move.VALIDATE_FEELING, _E, OUR_DESIGN),
            _move(Move.VALIDATE_PROTECTION, _E, STRATEGIES),
            _move(Move.EXPLORE_FEAR, _E, OUR_DESIGN),
            _move(Move.INVITE_DISSENT, _E, STRATEGIES),
            _move(Move.SUPPORT_ASSERTION, _E, OUR_DESIGN),
            _move(Move.CLARIFY_MISUNDERSTANDING, _I, STRATEGIES),
            _move(Move.GIVE_RATIONALE, _I, STRATEGIES),
            _move(Move.RENEGOTIATE, _I, STRATEGIES),
            _move(Move.REFOCUS, _I, STRATEGIES),
            _move(Move.LINK_PATTERN, _E, STRATEGIES),
            _move(Move.DISCUSS_FIT, _I, ON_TRANSFER),
            _move(Move.CHECK_REPAIR, _E, OUR_DESIGN),
            _move(Move.DEFEND_JUSTIFY, _H, REVIEWS),
            _move(Move.REASSURE_EARLY, _H, CONSENSUS),
            _move(Move.BLAME_INTERPRET, _H, REVIEWS),
            _move(Move.PRESS_ON, _H, REVIEWS),
            _move(Move.RETREAT, _H, REVIEWS),
            _move(Move.OVER_APOLOGISE, _H, CONSENSUS),
            _move(Move.SEEK_AGREEMENT, _H, CONSENSUS),
        )
    )
)

INVITATIONS: Final = frozenset(
    {
        Move.NOTICE_SHIFT,
        Move.EXPLORE_EXPERIENCE,
        Move.OWN_CONTRIBUTION,
        Move.VALIDATE_FEELING,
        Move.VALIDATE_PROTECTION,
        Move.EXPLORE_FEAR,
        Move.INVITE_DISSENT,
    }
)
"""Moves after which waiting in silence leaves room for an answer."""

EXPLORING: Final = frozenset({Move.EXPLORE_EXPERIENCE, Move.EXPLORE_FEAR, Move.INVITE_DISSENT})
"""Moves that ask about the rupture and what lies behind it."""


def is_hindering(move: Move) -> bool:
    """Whether a move stands in the way of repair, however kindly it is meant."""
    return MOVES[move].kind is MoveKind.HINDERING
