"""What the therapist does in one turn, as the patient meets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.gauges import NO_CHANGE, Change

_OWNING_AS_HEARD: Final[Mapping[int | None, Move]] = MappingProxyType(
    {2: Move.VALIDATE_FEELING, 3: Move.OWN_CONTRIBUTION, 4: Move.OWN_CONTRIBUTION}
)


@dataclass(frozen=True, slots=True)
class Act:
    """What the therapist just did: a move, with its quality (0-4) where the own contribution was named.

    ``scripted`` is the state (or family) in which an author's ``then:`` wants the patient; ``change`` the author's own
    effect on the gauges. ``asked`` tells that the patient had put a plain question that waits for an answer.
    """

    move: Move
    quality: int | None = None
    scripted: ReactionState | Family | None = None
    change: Change = NO_CHANGE
    asked: bool = False

    @property
    def owning(self) -> int:
        """How well it names the own contribution, 0 to 4; 0 also where it does something else."""
        return self.quality or 0

    @property
    def leaves_unanswered(self) -> bool:
        """Whether this is silence where an answer is waited for (rule 12): no attempt to help, and no invitation."""
        return self.asked and self.move is Move.HOLD_SILENCE

    @property
    def facilitative(self) -> bool:
        """Whether it is meant to help."""
        return not is_hindering(self.move) and not self.leaves_unanswered


def repeated(move: Move) -> Move:
    """The move as the patient hears it for the third time running (rule 3); a hindering one stays what it is."""
    if is_hindering(move):
        return move
    return Move.RETREAT if move is Move.HOLD_SILENCE else Move.PRESS_ON


def as_heard(move: Move, quality: int | None) -> Move:
    """The move as the patient hears it when it is no repetition (rule 1): owning that says too little plays as something else."""
    if move is not Move.OWN_CONTRIBUTION:
        return move
    return _OWNING_AS_HEARD.get(quality, Move.REASSURE_EARLY)
