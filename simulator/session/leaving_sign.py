"""The sign of leaving as a stage direction, where the patient has no words of their own for it (rule 13)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from simulator.alliance.reactions import family_of
from simulator.messages.message import Message
from simulator.messages.sentences.leaving import SIGNS_OF_LEAVING
from simulator.patient.leaving import gives_sign
from simulator.patient.state import PatientState

if TYPE_CHECKING:
    from simulator.session.wording_choice import Telling

SEEN_OF_LEAVING: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "withdrawal": {"gaze": "aside", "lean": "forward"},
        "deference": {"gaze": "aside"},
        "confrontation": {"gaze": "you", "stands": "half"},
    }
)
"""What a portrait shows of each sign, by the family of the state in which it is seen."""


def sign_beside(telling: Telling, patient: PatientState) -> Message | None:
    """What is seen of a patient who is about to leave, beside words that do not say so; ``None`` where nothing is."""
    if not gives_sign(patient) or telling.may_say_leaving:
        return None
    return SIGNS_OF_LEAVING[family_of(patient.reaction)]()


def pose_beside(telling: Telling, patient: PatientState) -> tuple[tuple[str, str], ...]:
    """The parts of the portrait's pose: those of the words, and over them what the sign beside them shows."""
    if sign_beside(telling, patient) is None:
        return telling.pose
    return tuple(sorted({**dict(telling.pose), **SEEN_OF_LEAVING[family_of(patient.reaction)]}.items()))
