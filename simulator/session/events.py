"""What a trainee did, step by step: the facts that a session is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.alliance import Code


class Mode(Code):
    """How much help a session gives: gauges and reasons in Learn; none, and the tag first, in Practise."""

    LEARN = "learn"
    PRACTISE = "practise"


class Tag(Code):
    """What the trainee says to have just seen; nothing is an answer too."""

    NOTHING = "nothing"
    WITHDRAWAL = "withdrawal"
    DEFERENCE = "deference"
    CONFRONTATION = "confrontation"


@dataclass(frozen=True, slots=True)
class Started:
    """A session began: who, which scenario (pinned by the SHA-256 of its texts), how, and when.

    ``at_ms`` is UTC in milliseconds since 1970; ``seed`` decides the order in which responses are shown.
    """

    trainee: str
    scenario: str
    digest: str
    mode: Mode
    difficulty: int
    seed: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """The trainee tagged what the patient just did, ``after_ms`` milliseconds after it was shown."""

    tag: Tag
    after_ms: int


@dataclass(frozen=True, slots=True)
class Chose:
    """The trainee said a response, ``after_ms`` milliseconds after the patient's line was shown."""

    response: str
    after_ms: int


@dataclass(frozen=True, slots=True)
class StayedSilent:
    """The trainee stayed with the silence for ``after_ms`` milliseconds, until it led on."""

    after_ms: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """The trainee ended the session before it came to its own end."""

    after_ms: int


Action: TypeAlias = Tagged | Chose | StayedSilent | Stopped
"""What a trainee can do once a session has started."""

SessionEvent: TypeAlias = Started | Action
