"""What was said and what it did: a session as exchanges, ready to be read, scored and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from simulator.alliance import Move
from simulator.patient import Appraisal, PatientState, Verdict
from simulator.scenario.document import Moment, Response, Scenario
from simulator.session.events import Started, Tag


class Exchange(NamedTuple):
    """One turn: what the patient did, what the trainee saw in it and answered, and how the patient took it.

    ``response`` is ``None`` where the trainee stayed silent. ``before`` is the patient's state while the moment was on
    the screen; the state afterwards is ``appraisal.state``. Times are milliseconds after the moment was shown. (A tuple
    with names: one is made at every step, in a third of the time of a frozen dataclass.)
    """

    turn: int
    moment: Moment
    before: PatientState
    response: Response | None
    appraisal: Appraisal
    tag: Tag | None
    tag_ms: int
    after_ms: int

    @property
    def move(self) -> Move:
        """The move that was made; staying silent is one."""
        return self.response.move if self.response else Move.HOLD_SILENCE

    @property
    def quality(self) -> int | None:
        """Quality (0-4) of owning the contribution, where that was the move."""
        return self.response.quality if self.response else None


@dataclass(frozen=True, slots=True)
class Closing:
    """How the session came to its end: the last moment or parting words, and the verdict.

    ``stopped`` tells that the trainee ended it; then there are no words of the patient.
    """

    verdict: Verdict
    state: PatientState
    moment: Moment | None
    says: str
    afterwards: str
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole session, or one still going on (then ``closing`` is ``None``)."""

    scenario: Scenario
    started: Started
    begin: PatientState
    exchanges: tuple[Exchange, ...]
    closing: Closing | None

    @property
    def end(self) -> PatientState:
        """The patient's last known state."""
        if self.closing:
            return self.closing.state
        return self.exchanges[-1].appraisal.state if self.exchanges else self.begin
