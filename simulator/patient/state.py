"""Everything the patient carries from one turn to the next, and what never changes about the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.gauges import Alliance

Dwelt: TypeAlias = tuple[int, int, int]
"""How many turns ended in the first, second and third state of a family of rupture."""

NOWHERE_YET: Final[Dwelt] = (0, 0, 0)

RUPTURE_CAP: Final = 6
"""Ruptures are counted up to here; beyond it nothing in the rules can differ."""


class Fit(Code):
    """Whether this therapist can give what the patient needs."""

    GOOD = "good"
    POOR = "poor"


class Cause(Code):
    """What the therapist contributed to the rupture (never the patient's identity)."""

    TONE = "tone"
    LOAD = "load"
    GOAL = "goal"
    CAUTION = "caution"
    PACE = "pace"
    DISMISSAL = "dismissal"
    ABSENCE = "absence"
    ASSUMPTION = "assumption"
    BLAME = "blame"
    ADVICE = "advice"
    WITHHOLDING = "withholding"
    MIX_UP = "mix-up"
    UNCLEAR_TASK = "unclear-task"
    FRAME = "frame"


class Rung:
    """Stages of repair that were visited in this episode, as bits of a whole number.

    Plain numbers: the solver asks for them so often that an ``IntFlag`` took a third of its time.
    """

    NONE: Final = 0
    EXPLORING: Final = 1
    HALF_SAID: Final = 2
    """Qualified assertion, or hurt."""
    BLOCK: Final = 4
    SAID: Final = 8
    """Self-assertion, or vulnerability."""
    REPAIRED: Final = 16


class Past:
    """What happened earlier in the episode and still matters to how the patient reacts, as bits of a whole number."""

    NONE: Final = 0
    ATTEMPTED: Final = 1
    """A facilitative move was made at some time: later ruptures are secondary."""
    GUARD_RESPECTED: Final = 2
    """The fear was explored or the protection validated: no late slip."""
    SLIPPED: Final = 4
    """The late slip has happened; it happens once."""
    ADJUSTED: Final = 8
    """An adjustment of task, goal or frame was tried: a transfer can be a good ending."""
    INVITED: Final = 16
    """The last move was an invitation: waiting leaves room for an answer."""
    PAID_RENEGOTIATE: Final = 32
    PAID_SUPPORT: Final = 64
    PAID_RATIONALE: Final = 128
    TRIED: Final = 256
    """A facilitative move was made since the last new rupture: the first-attempt rule is used up."""
    HINDERED: Final = 512
    """A hindering move was made in this hour; the first one is forgiven at level 1."""
    SIGNED: Final = 1024
    """A sign of leaving was given since the last stage of repair: the next cause to leave is followed."""
    LEAVING: Final = 2048
    """The sign of leaving is on the screen now: a hindering answer is the last one."""
    PARTED: Final = 4096
    """The hour has come to a polite end, before its time."""


PAID: Final = Past.PAID_RENEGOTIATE | Past.PAID_SUPPORT | Past.PAID_RATIONALE
"""Bonuses that pay once for each visit of a state."""


@dataclass(frozen=True, slots=True)
class Disposition:
    """What is fixed for a session: the person's habits, the fit, the cause and the difficulty (1 to 3)."""

    style: Family
    fit: Fit
    cause: Cause
    difficulty: int


class PatientState(NamedTuple):
    """How the patient is with the therapist, and what of the episode so far still counts.

    ``owned`` is the best quality (0-4) of owning the contribution so far; ``origin`` the family of the last rupture
    state entered; ``streak`` how often ``last_move`` was played in a row in this state (capped at 2). ``dwelt`` counts the
    turns that ended in the first, second and third state of the family the patient is in, since that family was entered
    (0, 0, 0 outside a rupture; capped where nothing depends on more). ``rungs`` and ``past`` are bits of ``Rung`` and ``Past``.
    """

    reaction: ReactionState
    alliance: Alliance
    origin: Family
    ruptures: int = 0
    owned: int = 0
    rungs: int = Rung.NONE
    past: int = Past.NONE
    last_move: Move | None = None
    streak: int = 0
    dwelt: Dwelt = NOWHERE_YET

    @property
    def deep(self) -> bool:
        """Whether the block was reached and something was said plainly: what makes a repair deep."""
        return bool(self.rungs & Rung.BLOCK and self.rungs & Rung.SAID)
