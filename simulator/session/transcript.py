"""What was said and what it did: a session as exchanges, ready to be read, scored and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from simulator.alliance import Move, ReactionState
from simulator.patient import Appraisal, PatientState, Verdict
from simulator.scenario.document import BANK_PREFIX, Goodbye, Moment, Response, Scenario
from simulator.session.events import FIRST_WORDING, Started, Tag
from simulator.session.place import Place


class Exchange(NamedTuple):
    """One turn: what the patient did, what the trainee saw in it and answered, and how the patient took it.

    ``response`` is ``None`` where the trainee stayed silent. ``before`` is the patient's state while the moment was on
    the screen; the state afterwards is ``appraisal.state``. ``place`` is there where the session was played by the rules
    of today: what else was possible can be asked of it. ``scripted`` tells that the author named what follows. (A tuple with names: one is made at every step, in a third of the
    time of a frozen dataclass.)
    """

    turn: int
    moment: Moment
    before: PatientState
    response: Response | None
    appraisal: Appraisal
    tag: Tag | None
    place: Place | None = None
    scripted: bool = False

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

    ``stopped`` tells that it was ended before; then there are no words of the patient.
    """

    verdict: Verdict
    state: PatientState
    moment: Moment | None
    says: str
    afterwards: str
    goodbye: Goodbye | None = None
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


def names_told(moment: Moment) -> tuple[str, str]:
    """The ids of a moment and of its wording, as a log names them: ``~complying`` and ``can-do`` for a line of the bank."""
    if moment.from_bank:
        name, _, line = moment.id.partition("/")
        return name, line or FIRST_WORDING
    return moment.id, FIRST_WORDING


def moment_told(scenario: Scenario, moment: str, wording: str) -> Moment | None:
    """The moment that a log names; ``None`` if the scenario has none of these ids."""
    if not moment.startswith(BANK_PREFIX):
        return scenario.moments.get(moment)
    states = (state for state in ReactionState if f"{BANK_PREFIX}{state}" == moment)
    lines = (line for state in states for line in scenario.patient.lines.get(state, ()))
    return next((line for line in lines if names_told(line) == (moment, wording)), None)
