"""What happened in a session, step by step: what the trainee did and what the patient did in answer. Facts, for ever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.patient.reacting import Appraisal
from simulator.patient.state import PatientState
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Goodbye
from simulator.session.ids import PersonId, SessionId
from simulator.session.vocabulary import By, Met, Mode, Tag

NOT_RECORDED: Final = 0
"""The edition of a session whose outcomes were never stored and cannot be had any more."""


@dataclass(frozen=True, slots=True)
class Next:
    """What is on the screen after a step: a moment in a wording, and what is remembered of the past.

    ``opens`` names the opening that stands before it, if one does. ``seen`` and ``visits`` (how often, capped) name only moments that something in the scenario asks about.
    """

    moment: str
    wording: str
    turn: int
    seen: tuple[str, ...] = ()
    visits: tuple[tuple[str, int], ...] = ()
    flags: tuple[str, ...] = ()
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a session came to its end: in an ending of the scenario, with parting words, or (neither) by being stopped."""

    verdict: Verdict
    moment: str | None = None
    goodbye: Goodbye | None = None
    wording: str | None = None
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step led to: the patient's state, and what is on the screen then, or the end.

    ``appraisal`` is how the patient took what was said (``None`` at the start and where the session was stopped);
    ``scripted`` tells that the author named what follows.
    """

    state: PatientState
    then: Next | Ended
    appraisal: Appraisal | None = None
    scripted: bool = False


Offer: TypeAlias = tuple[tuple[str, str], ...]
"""Responses in the order in which they were shown, each with its wording."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fork comes from: a session, its step, and the link before that step."""

    session: SessionId
    step: int
    head: str


@dataclass(frozen=True, slots=True)
class Started:
    """A session began: who, with what, by which rules, and what is on the screen first.

    ``texts`` is the SHA-256 of the scenario's files, ``edition`` the edition of the rules and ``rules`` what a battery of
    reactions gave under them; ``seed`` decides the order of offers; ``day`` is the local date (``YYYY-MM-DD``).
    """

    session: SessionId
    trainee: PersonId
    scenario: str
    title: str
    language: str
    texts: str
    attune: str
    edition: int
    rules: str
    mode: Mode
    difficulty: int
    seed: int
    day: str
    met: tuple[Met, ...]
    origin: Origin | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Tagged:
    """The trainee said what the patient just did; it may come more than once in a turn, and the last one counts.

    An ``afterthought`` does not: it was given in Learn, after the first tag of the turn had been answered.
    """

    tag: Tag
    afterthought: bool = False

    def counts_after(self, before: Tag | None) -> Tag:
        """The tag that counts in a turn from now on, where ``before`` did so far."""
        return before if self.afterthought and before is not None else self.tag


@dataclass(frozen=True, slots=True)
class Chose:
    """The trainee said a response in one of its wordings, out of what was on offer."""

    response: str
    said: str
    offered: Offer
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class StayedSilent:
    """The trainee stayed with the silence until it led on; ``ran_out`` tells that its time was over."""

    ran_out: bool
    offered: Offer
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Stopped:
    """The session was ended before it came to its own end, by the trainee or, after an update, by the program."""

    by: By
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Unfamiliar:
    """Something that a newer program logged; kept, and passed over."""

    kind: str


SessionEvent: TypeAlias = Started | Tagged | Chose | StayedSilent | Stopped | Unfamiliar


@dataclass(frozen=True, slots=True)
class Timing:
    """When a step was made (UTC, ms since 1970) and the active time (ms) since the line stood on the screen.

    Active time leaves out pauses, hidden windows and the time in which the program was closed. ``None``: not recorded.
    """

    at_ms: int | None
    spent_ms: int | None = None


def ended_by(event: SessionEvent) -> Ended | None:
    """How an event ended its session, if it did."""
    if isinstance(event, Tagged | Unfamiliar) or event.outcome is None:
        return None
    return event.outcome.then if isinstance(event.outcome.then, Ended) else None


def answer_steps(events: Iterable[SessionEvent]) -> tuple[int, ...]:
    """The steps of a session that were answers, a turn each, in order."""
    return tuple(step for step, event in enumerate(events) if isinstance(event, Chose | StayedSilent))
