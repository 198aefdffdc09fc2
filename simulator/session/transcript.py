"""What was said and what it did: a session as exchanges, ready to be read, scored and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from simulator.alliance.moves import Move
from simulator.messages.message import Message
from simulator.patient.reacting import Appraisal
from simulator.patient.state import PatientState
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import BANK_PREFIX, FIRST_WORDING, Goodbye, Moment, Response, Scenario
from simulator.scenario.former_ids import current, current_moment
from simulator.session.events import Offer, Started
from simulator.session.leaving_sign import sign_beside
from simulator.session.place import Place
from simulator.session.vocabulary import Tag
from simulator.session.wording_choice import Telling, named_among, telling_named


class Exchange(NamedTuple):
    """One turn: what the patient did, what the trainee saw in it and answered, and how the patient took it.

    ``telling`` is the moment in the words in which it was told. ``response`` is ``None`` where the trainee stayed silent,
    ``said`` the id of its wording, ``offered`` everything that was on offer (empty where that was not logged). ``before`` is the patient's state while the moment was on the screen; the state
    afterwards is ``appraisal.state``. ``place`` is there where the session was played by the rules of today: what else was
    possible can be asked of it. ``scripted`` tells that the author named what follows. (A tuple with names: one is made at
    every step, in a third of the time of a frozen dataclass.)
    """

    turn: int
    moment: Moment
    telling: Telling
    before: PatientState
    response: Response | None
    appraisal: Appraisal
    tag: Tag | None
    said: str = FIRST_WORDING
    offered: Offer = ()
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

    @property
    def words(self) -> str:
        """What the trainee said; empty where nothing was."""
        return "" if self.response is None else said_in(self.response, self.said)

    @property
    def sign(self) -> Message | None:
        """The stage direction of who was about to leave and had no words for it."""
        return sign_beside(self.telling, self.before)

    def words_of(self, response: Response) -> str:
        """A response in the words in which it was on offer here."""
        return said_in(response, next((wording for id_, wording in self.offered if id_ == response.id), FIRST_WORDING))


def said_in(response: Response, wording: str) -> str:
    """A response in one of its wordings; in its first where there is none of this name any more."""
    found = current(response.wordings, wording)
    return response.say if found is None else found.say


@dataclass(frozen=True, slots=True)
class Closing:
    """How the session came to its end: in an ending of the scenario (``moment``), or with parting words, and the verdict.

    ``telling`` holds the words of either. ``stopped`` tells that it was ended before; then there are no words.
    """

    verdict: Verdict
    state: PatientState
    moment: Moment | None = None
    goodbye: Goodbye | None = None
    telling: Telling | None = None
    stopped: bool = False

    @property
    def says(self) -> str:
        """The patient's last words; empty where there are none."""
        return self.telling.patient if self.telling else ""

    @property
    def shows(self) -> tuple[str, ...]:
        """What can be seen at the end."""
        return self.telling.shows if self.telling else ()

    @property
    def pose(self) -> tuple[tuple[str, str], ...]:
        """The parts of the portrait's pose that are named at the end."""
        return self.telling.wording.pose if self.telling else ()

    @property
    def thinks(self) -> str:
        """What the patient does not say at the end."""
        return self.telling.thinks if self.telling else ""

    @property
    def afterwards(self) -> str:
        """What happened then, if the author says so."""
        return self.moment.afterwards if self.moment else ""


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


def moment_named(scenario: Scenario, moment: str) -> Moment | None:
    """The moment that a log names, also by a name it had before; ``None`` if the scenario has none."""
    lines = scenario.patient.lines
    if moment.startswith(BANK_PREFIX):
        return next((line for line in lines.values() if line.id == moment), None)
    return current_moment(scenario.moments, moment)


def told_as_logged(scenario: Scenario, moment: Moment, wording: str, opens: str) -> Telling | None:
    """The words in which a log says that a moment was told; ``None`` if there are none of this name."""
    return telling_named(moment, wording, opens, scenario.patient.lines.values())


def words_of_parting(scenario: Scenario, goodbye: Goodbye, wording: str, opens: str) -> Telling | None:
    """The parting words that a log names; ``None`` if there are none of this name."""
    return named_among(scenario.patient.goodbyes[goodbye], wording, opens)
