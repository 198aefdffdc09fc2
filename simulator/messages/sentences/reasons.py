"""The rules that had a part in a patient’s reaction, as sentences: by the code that a session’s log holds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence

_RULES = (
    Sentence(
        "reason/owned-not",
        "It leaves the doubt with the patient, so it is heard as soothing.",
    ),
    Sentence(
        "reason/owned-vaguely",
        "Nothing specific is owned, so it is heard as sympathy.",
    ),
    Sentence(
        "reason/owned-vaguely-now",
        "Nothing specific is owned this time, so it is heard as sympathy.",
    ),
    Sentence(
        "reason/too-often",
        "From the third time running on, the same thing is heard as pressing on.",
    ),
    Sentence(
        "reason/silent-too-often",
        "From the third time running on, silence is heard as stepping back.",
    ),
    Sentence(
        "reason/gate-open-owned",
        "It is let in because you had owned your part specifically.",
    ),
    Sentence(
        "reason/gate-open-trust",
        "It is let in because there is trust enough for it.",
    ),
    Sentence(
        "reason/harmless-owned",
        "It does no harm, because you had owned your part specifically.",
    ),
    Sentence(
        "reason/harmless-trust",
        "It does no harm, because there is trust enough for it.",
    ),
    Sentence(
        "reason/gate-closed",
        "It is not taken in yet: you have not named your part, and there is too little trust for it.",
    ),
    Sentence(
        "reason/gate-closed-still",
        "It is not taken in yet: you have only just named your part, and there is too little trust so far.",
    ),
    Sentence(
        "reason/gate-closed-first",
        "It is not taken in yet: a first attempt often strains things before it helps.",
    ),
    Sentence(
        "reason/eased-only",
        "It goes no further yet: you have not named your part, and there is too little trust to bear more.",
    ),
    Sentence(
        "reason/eased-only-first",
        "It goes no further yet: a first attempt is rarely let in at once.",
    ),
    Sentence(
        "reason/invited",
        "There was an invitation before the silence, so waiting makes room.",
    ),
    Sentence(
        "reason/uninvited",
        "There was no invitation before the silence, so waiting feels like distance.",
    ),
    Sentence(
        "reason/uninvited-holds",
        "There was no invitation before the silence, so nothing comes of the waiting.",
    ),
    Sentence(
        "reason/cause-remedied",
        "It mends what actually caused the strain, and you had owned your part before.",
    ),
    Sentence(
        "reason/parting-too-soon",
        "Parting is not agreed yet: explore first, and try an adjustment.",
    ),
    Sentence(
        "reason/late-slip",
        "Close to repair the old pattern comes back: the fear of speaking was never looked at.",
    ),
    Sentence(
        "reason/secondary",
        "It strained again: an attempt to repair can do that.",
    ),
    Sentence(
        "reason/strained-again",
        "It strained again, after an attempt to repair.",
    ),
    Sentence(
        "reason/dropped-out",
        "There is too little left of the alliance to stay for.",
    ),
    Sentence(
        "reason/worn-out",
        "There were too many ruptures in this hour for the patient to stay for another.",
    ),
    Sentence(
        "reason/unanswered",
        "A question was waiting for an answer, and the silence left it unanswered.",
    ),
    Sentence(
        "reason/forgiven",
        "At level 1 the first answer of the hour that hinders costs something of how it feels to the patient, and by itself moves nobody further away.",
    ),
    Sentence(
        "reason/unowned",
        "Nothing is repaired yet: your part in it was not owned.",
    ),
    Sentence(
        "reason/stuck",
        "It has come back to this too often with nothing in between that led out of it: it goes one step deeper.",
    ),
    Sentence(
        "reason/circled",
        "It has stayed at its deepest for too long.",
    ),
    Sentence(
        "reason/sign-given",
        "Nobody leaves here without a sign, and this is the sign: what is said next decides.",
    ),
    Sentence(
        "reason/sign-heard",
        "It came after a sign of leaving and did no harm, so the patient stays for now.",
    ),
    Sentence(
        "reason/sign-passed",
        "It came after a sign of leaving and strained things again, and that decides it.",
    ),
    Sentence(
        "reason/repair-holds",
        "You work together again, and that holds.",
    ),
    Sentence(
        "reason/script",
        "The scenario decides what follows here.",
    ),
)

RULES: Final[Mapping[str, Sentence]] = MappingProxyType({rule.id.removeprefix("reason/"): rule for rule in _RULES})
"""What each rule says when it had a part in a reaction."""
