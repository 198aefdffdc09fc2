"""The twenty-four therapist moves: what a sentence does to the alliance, whatever its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code, Entry


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
    example: str
    timing: str


_STRATEGY = "3RS resolution strategies (Eubanks, Muran & Safran 2015); wording ours"
_DESIGN = "Our design, after Safran & Muran 2000"
_REVIEW = "Ackerman & Hilsenroth 2001; O'Keeffe, Martin & Midgley 2020"
_CONSENSUS = "Clinical consensus; no effect size found"
_I, _E, _H = MoveKind.IMMEDIATE, MoveKind.EXPLORATORY, MoveKind.HINDERING


def _move(kind: MoveKind, label: str, source: str, help_: str, example: str, timing: str) -> MoveEntry:
    return MoveEntry(label, help_, source, kind, example, timing)


MOVES: Final[Mapping[Move, MoveEntry]] = MappingProxyType(
    {
        Move.NOTICE_SHIFT: _move(
            _E, "Notice the shift", _STRATEGY, "Names an observable change now, tentatively.",
            "Something got quieter after I spoke. Did you feel it too?",
            "Opens withdrawal and deference, though a first naming often draws denial. With a complaint it can sound "
            "like dodging the content.",
        ),
        Move.EXPLORE_EXPERIENCE: _move(
            _E, "Explore the experience", _STRATEGY, "Open, specific curiosity about this moment or about you.",
            "What was it like to hear that from me?",
            "Core in every rupture. Repeated without owning anything it becomes an interrogation.",
        ),
        Move.HOLD_SILENCE: _move(
            _E, "Hold the silence", _DESIGN, "Waits, attentive, after an invitation.",
            "(stays with them, unhurried)",
            "Makes room during repair. Without an invitation before it, it mirrors the freeze, alarms, or stonewalls.",
        ),
        Move.OWN_CONTRIBUTION: _move(
            _E, "Own your contribution", _STRATEGY, "Says what you did and its likely effect.",
            "I sounded annoyed about the concert, and that may have made it unsafe to go on.",
            "The best first move in withdrawal and confrontation. In deference with thin trust the patient hurries to "
            "comfort you. Too long or too sorry, it is an over-apology.",
        ),
        Move.DISCLOSE_EXPERIENCE: _move(
            _E, "Disclose your experience", _STRATEGY, "A brief feeling of your own, offered for joint use.",
            "I notice I’m working hard to persuade you; I wonder what you notice.",
            "Deepens repair. Early in deference the patient takes care of you; under attack it can sound like a reproach.",
        ),
        Move.VALIDATE_FEELING: _move(
            _E, "Validate the feeling", _DESIGN, "Says why the reaction makes sense.",
            "Of course that stung.",
            "Strong with complaints and in repair. In deference it is empty if it validates the facade.",
        ),
        Move.VALIDATE_PROTECTION: _move(
            _E, "Validate the protection", _STRATEGY, "Respects the guard.",
            "You don’t have to trust me with it today.",
            "Opens a shut-down patient and one who is afraid to say it. Do not use it to drop the topic.",
        ),
        Move.EXPLORE_FEAR: _move(
            _E, "Explore the fear", _DESIGN, "Curious about the cost of speaking.",
            "What might I do if you told me I’d missed it?",
            "Key at half a complaint, and where the patient is afraid to say it. With a complaint it ignores the content and escalates.",
        ),
        Move.INVITE_DISSENT: _move(
            _E, "Invite dissent", _STRATEGY, "Makes a no welcome, without asking to be agreed with.",
            "Which part of this plan would you cross out?",
            "Key in deference. A plain “please disagree with me” gets obeyed: another form of compliance.",
        ),
        Move.SUPPORT_ASSERTION: _move(
            _E, "Support the assertion", _DESIGN, "Takes a request or a no seriously and acts on it.",
            "You want less advice. Good, let’s do that now.",
            "Belongs to assertion. Praising the person for being brave can patronise.",
        ),
        Move.CLARIFY_MISUNDERSTANDING: _move(
            _I, "Clarify a misunderstanding", _STRATEGY, "Corrects a factual mix-up.",
            "I paused because the sound dropped.",
            "Fine when the cause is a mix-up and after hearing the person. Earlier it is a defence.",
        ),
        Move.GIVE_RATIONALE: _move(
            _I, "Give a rationale", _STRATEGY, "Explains why a task is there.",
            "The log shows us when it gets heavier.",
            "Answers complaints about tasks, and fits engaged work. In withdrawal and deference it produces compliance.",
        ),
        Move.RENEGOTIATE: _move(
            _I, "Renegotiate", _STRATEGY, "Changes task, goal, pace or frame together.",
            "Shall we halve it, or drop it?",
            "Fits assertion and complaint. Before exploring a withdrawal it gets “whatever you think”.",
        ),
        Move.REFOCUS: _move(
            _I, "Refocus", _STRATEGY, "Returns gently to the agreed thread.",
            "Before that story, you’d paused.",
            "Fits a mild detour in a good alliance. During repair it abandons the moment.",
        ),
        Move.LINK_PATTERN: _move(
            _E, "Link to a pattern", _STRATEGY, "A tentative link to us before, or to others.",
            "Is this a bit like with your brother?",
            "After repair, or where the patient is afraid to say it. Early it is heard as blame, confirms shame, or is eagerly agreed to.",
        ),
        Move.DISCUSS_FIT: _move(
            _I, "Discuss the fit", "APA 10.10; ACA A.11; Swift et al. 2018",
            "Open talk about fit, a change, another therapist.",
            "Let’s decide together what would tell us.",
            "After the complaint is explored. First thing, it is heard as being thrown out.",
        ),
        Move.CHECK_REPAIR: _move(
            _E, "Check the repair", _DESIGN, "Asks how it sits and leaves the door open.",
            "How is it between us now?",
            "When something was said plainly or repaired. Earlier it asks for “all fine”.",
        ),
        Move.DEFEND_JUSTIFY: _move(
            _H, "Defend or justify", _REVIEW, "Explains self, intent, facts.",
            "I didn’t mean it that way.",
            "Never opens. A complaint escalates, a withdrawn patient shuts.",
        ),
        Move.REASSURE_EARLY: _move(
            _H, "Reassure early", _CONSENSUS, "Soothes before hearing.",
            "I’m sure it’ll be fine.",
            "Feels kind, and ends the talk.",
        ),
        Move.BLAME_INTERPRET: _move(
            _H, "Blame or interpret", _REVIEW, "Puts it in the patient’s pathology; interpretation as counter-attack.",
            "Perhaps you always push people away.",
            "Worst under attack, where the patient is afraid to say it, and in vulnerability.",
        ),
        Move.PRESS_ON: _move(
            _H, "Press on", _REVIEW, "Continues a task or questioning past a no.",
            "Let’s just finish the form.",
            "A deferring patient complies, a confronting one hardens.",
        ),
        Move.RETREAT: _move(
            _H, "Retreat", _REVIEW, "The therapist withdraws: new topic, flat, few words.",
            "Okay. How was the weekend?",
            "Relief on both sides, and the rupture is frozen.",
        ),
        Move.OVER_APOLOGISE: _move(
            _H, "Over-apologise", _CONSENSUS, "Sorry beyond measure, or asks to be forgiven.",
            "I’m terrible, I feel awful.",
            "The patient becomes the caretaker; anger turns to guilt.",
        ),
        Move.SEEK_AGREEMENT: _move(
            _H, "Seek agreement", _CONSENSUS, "Takes or fishes for a yes.",
            "So we agree?",
            "Locks deference in; a false calm.",
        ),
    }
)  # fmt: skip

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
