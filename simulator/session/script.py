"""How one turn leads to the next: script and reaction graph together, as a pure and remembered function.

A place is everything that decides what can happen from now on; a step is what one choice does there. Both are finite,
so a script keeps every step it has worked out: replays, bots and the solver meet the same places again and again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.alliance.said_classes import SaidClass, classes_of
from simulator.messages.message import Listed
from simulator.messages.sentences.session import NOT_ON_OFFER
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.grid import FIRST_OF_FAMILY
from simulator.patient.reacting import Appraisal, react
from simulator.patient.start import begin, parts_well, verdict
from simulator.patient.state import Disposition, Past, PatientState
from simulator.patient.verdicts import Verdict
from simulator.scenario.conditions import holds
from simulator.scenario.document import Ending, Goodbye, Moment, Response, Scenario
from simulator.scenario.hashes import story_digest
from simulator.session.errors import ServiceError
from simulator.session.events import Ended, Next, Outcome
from simulator.session.memory import Memory
from simulator.session.place import Place
from simulator.session.transcript import Closing, moment_named
from simulator.session.vocabulary import Tag
from simulator.session.wording_choice import Telling

SILENT: Final = -1
"""The choice of staying silent; other choices are positions of responses in the moment."""

_REMEMBERED_STEPS: Final = 500_000
Seen: TypeAlias = tuple[str, ...]
Visits: TypeAlias = tuple[tuple[str, int], ...]
Flags: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a session stands: a place and the tag given there, or the closing."""

    place: Place | None
    closing: Closing | None = None
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What one choice does: the patient's appraisal, and where the session stands after it.

    ``scripted`` tells that an author's ``then:`` named what follows.
    """

    response: Response | None
    appraisal: Appraisal
    after: Standing
    scripted: bool


@dataclass(frozen=True, slots=True)
class _Facts:
    """The session so far, as conditions ask about it."""

    memory: Memory
    remembered: int
    patient: PatientState
    turn: int
    moment: str
    level: int
    just: frozenset[SaidClass] = frozenset()

    @property
    def alliance(self) -> Alliance:
        return self.patient.alliance

    @property
    def reaction(self) -> ReactionState:
        return self.patient.reaction

    @property
    def ruptures(self) -> int:
        return self.patient.ruptures

    @property
    def owned(self) -> int:
        return self.patient.owned

    @property
    def visits(self) -> int:
        return self.memory.visits(self.remembered, self.moment)

    def seen(self, moment: str) -> bool:
        return self.memory.seen(self.remembered, moment)

    def flag(self, name: str) -> bool:
        return self.memory.flag(self.remembered, name)


class Script:
    """A scenario at one difficulty, ready to be stepped through."""

    def __init__(self, scenario: Scenario, difficulty: int | None = None) -> None:
        person = scenario.patient
        self.scenario = scenario
        self.disposition = Disposition(
            person.style, person.fit, scenario.cause, scenario.difficulty if difficulty is None else difficulty
        )
        self.turns = scenario.turns_at(self.disposition.difficulty)
        self.memory = Memory.of(scenario)
        self._by_state = _moments_by_state(scenario)
        self._places: dict[tuple[str, PatientState, int, int], Place] = {}
        self._steps: dict[tuple[int, int], Step] = {}
        self._chosen: dict[tuple[int, str], Step] = {}
        self._remembered: dict[int, tuple[Seen, Visits, Flags]] = {}
        self._offers: dict[int, dict[str, int]] = {}

    @cached_property
    def story(self) -> str:
        """The hash of what happens in the scenario, whatever its words."""
        return story_digest(self.scenario)

    def start(self) -> Place:
        """The place before the trainee's first turn."""
        return self._first

    @cached_property
    def _first(self) -> Place:
        scenario = self.scenario
        moment = scenario.moments[scenario.start]
        reaction = _state_of(moment)
        patient = begin(reaction, scenario.patient.alliance, scenario.origin)
        return self._place(moment, patient, 1, self.memory.after_visit(0, moment.id))

    def place_of(self, outcome: Outcome) -> Place | None:
        """The place that a logged outcome led to; ``None`` if it led to an end, or to nothing in this scenario."""
        match outcome.then:
            case Next(moment, _, turn, seen, visits, flags):
                found = moment_named(self.scenario, moment)
                remembered = self.memory.remembered(seen, dict(visits), flags)
                return (
                    None if found is None or remembered is None else self._place(found, outcome.state, turn, remembered)
                )
            case _:
                return None

    def like(self, place: Place) -> Place:
        """The place of this script that is what a place of another script of the same scenario is."""
        return self._place(place.moment, place.patient, place.turn, place.remembered)

    def next(self, place: Place, telling: Telling) -> Next:
        """A place as it is logged, with the words in which its moment is told."""
        known = self._remembered.get(place.number)
        if known is None:
            memory, remembered = self.memory, place.remembered
            known = memory.all_seen(remembered), memory.all_visits(remembered), memory.all_flags(remembered)
            self._remembered[place.number] = known
        return Next(place.moment.id, telling.wording.id, place.turn, *known, telling.opens)

    def offered(self, place: Place) -> tuple[int, ...]:
        """Positions of the responses on offer here, in file order; silence is always possible besides."""
        return tuple(self.positions(place).values())

    def positions(self, place: Place) -> Mapping[str, int]:
        """The responses on offer here by their ids, in file order, with their positions in the moment."""
        known = self._offers.get(place.number)
        if known is None:
            facts = self._facts(place.patient, place.turn, place.remembered, place.moment.id, frozenset())
            offer = ((i, r) for i, r in enumerate(place.moment.responses) if r.when is None or holds(r.when, facts))
            known = self._offers[place.number] = {response.id: position for position, response in offer}
        return known

    def step(self, place: Place, choice: int) -> Step:
        """What a choice (``SILENT`` or a position in the moment's responses) does at a place of this script."""
        key = (place.number, choice)
        known = self._steps.get(key)
        if known is None:
            if len(self._steps) >= _REMEMBERED_STEPS:
                self._steps.clear()
            known = self._steps[key] = self._work_out(place, choice)
        return known

    def step_of(self, place: Place, response: str) -> Step:
        """What choosing a response by its id does; raises ``ServiceError`` where it is not on offer."""
        key = (place.number, response)
        known = self._chosen.get(key)
        if known is None:
            positions = self.positions(place)
            if response not in positions:
                told = NOT_ON_OFFER(response=response, moment=place.moment.id, offered=Listed(tuple(positions)))
                raise ServiceError(told)
            if len(self._chosen) >= _REMEMBERED_STEPS:
                self._chosen.clear()
            known = self._chosen[key] = self.step(place, positions[response])
        return known

    def _work_out(self, place: Place, choice: int) -> Step:
        moment = place.moment
        response = None if choice == SILENT else moment.responses[choice]
        appraisal = react(place.patient, self.act(moment, choice), self.disposition, self.scenario.patient.grid)
        remembered = self.memory.after_flags(place.remembered, response.sets) if response else place.remembered
        if appraisal.state.past & Past.PARTED:
            return Step(response, appraisal, Standing(None, self._hour_is_over(appraisal.state)), scripted=False)
        target = self.target(moment, choice)
        just = classes_of(Move.HOLD_SILENCE) if response is None else response.classes
        following = self._following(place, appraisal.state, target, remembered, just)
        scripted = following is target
        if following.end is not None:
            return Step(response, appraisal, Standing(None, scripted_closing(following, appraisal.state)), scripted)
        if place.turn >= self.turns:
            return Step(response, appraisal, Standing(None, self._hour_is_over(appraisal.state)), scripted=False)
        remembered = self.memory.after_visit(remembered, following.id)
        after = Standing(self._place(following, appraisal.state, place.turn + 1, remembered))
        return Step(response, appraisal, after, scripted)

    def followers(
        self, moment: str, reaction: ReactionState, target: Moment | None, remembered: int
    ) -> Iterator[Moment]:
        """Moments that can follow ``moment`` when the patient is in ``reaction``, in the order in which they are asked.

        The first whose ``when`` holds follows; the last one always does. ``target`` is where a script wants to go;
        ``remembered`` is what is remembered after the move.
        """
        if target and _can_follow(target, reaction):
            yield target
            return
        for candidate in self._by_state[reaction]:
            if candidate.id == moment or (candidate.once and self.memory.seen(remembered, candidate.id)):
                continue
            yield candidate
        yield self.scenario.patient.lines[reaction]

    def moments_of(self, reaction: ReactionState) -> tuple[Moment, ...]:
        """The scenario's moments that belong to a reaction state or its family, in file order."""
        return self._by_state[reaction]

    def target(self, moment: Moment, choice: int) -> Moment | None:
        """The moment that a script names for a choice, if any."""
        then = moment.silent_then if choice == SILENT else moment.responses[choice].then
        return self.scenario.moments[then] if then else None

    def act(self, moment: Moment, choice: int) -> Act:
        """What a choice does, as the patient will take it."""
        target = self.target(moment, choice)
        scripted = target.reaction if target else None
        if choice == SILENT:
            return Act(Move.HOLD_SILENCE, None, scripted, asked=moment.asks is True)
        response = moment.responses[choice]
        return Act(response.move, response.quality, scripted, response.change, moment.asks is True)

    def _following(
        self, place: Place, patient: PatientState, target: Moment | None, remembered: int, just: frozenset[SaidClass]
    ) -> Moment:
        for moment in self.followers(place.moment.id, patient.reaction, target, remembered):
            if moment is target or moment.from_bank or moment.when is None:
                return moment
            if holds(moment.when, self._facts(patient, place.turn + 1, remembered, moment.id, just)):
                return moment
        raise AssertionError("a line from the bank always follows")

    def _facts(
        self, patient: PatientState, turn: int, remembered: int, moment: str, just: frozenset[SaidClass]
    ) -> _Facts:
        return _Facts(self.memory, remembered, patient, turn, moment, self.disposition.difficulty, just)

    def _hour_is_over(self, state: PatientState) -> Closing:
        came_to = verdict(state)
        return Closing(came_to, state, goodbye=_GOODBYE[came_to])

    def _place(self, moment: Moment, patient: PatientState, turn: int, remembered: int) -> Place:
        key = (moment.id, patient, turn, remembered)
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = Place(len(self._places), moment, patient, turn, remembered)
        return known


_GOODBYE: Final = {
    Verdict.REPAIRED: Goodbye.REPAIRED,
    Verdict.PARTLY: Goodbye.PARTLY,
    Verdict.UNRESOLVED: Goodbye.UNRESOLVED,
    Verdict.QUIET_DROP_OUT: Goodbye.QUIET,
    Verdict.LEFT: Goodbye.LEFT,
    Verdict.TRANSFER: Goodbye.TRANSFER,
}


def ended(closing: Closing) -> Ended:
    """A closing as it is logged, in the words in which it was told."""
    telling = closing.telling
    if telling is None:
        return Ended(closing.verdict)
    moment = closing.moment.id if closing.moment else None
    return Ended(closing.verdict, moment, closing.goodbye, telling.wording.id, telling.opens)


def scripted_closing(moment: Moment, state: PatientState) -> Closing:
    """How a session closes in a moment with ``end:``."""
    return Closing(verdict_of(moment.end, state, wished=moment.wished), state, moment)


def verdict_of(end: Ending | None, state: PatientState, *, wished: bool = False) -> Verdict:
    """The verdict of a scripted ending; ``wished``: the patient has decided, and repeated the wish to change.

    No name stands above what the patient feels: who has left or quietly stays away has done so, whatever an ending is
    called, an author cannot call repaired what is not felt so, and a transfer is one only where it was worked towards.
    """
    felt = verdict(state)
    if felt in (Verdict.LEFT, Verdict.QUIET_DROP_OUT):
        return felt
    match end:
        case Ending.REPAIRED:
            return felt if felt is Verdict.REPAIRED else Verdict.PARTLY
        case Ending.PARTLY:
            return Verdict.PARTLY
        case Ending.LEFT:
            quiet = family_of(state.reaction) is Family.DEFERENCE
            return Verdict.QUIET_DROP_OUT if quiet else Verdict.LEFT
        case Ending.TRANSFER:
            return Verdict.TRANSFER if wished or parts_well(state) else felt
        case _:
            return Verdict.UNRESOLVED


def _can_follow(target: Moment, reaction: ReactionState) -> bool:
    """Whether a moment that an author names can follow: not where the patient is no longer, or not yet, like that.

    Last words of a transfer are said also where it does not count as one; nothing is said to who has left.
    """
    if target.reaction is ReactionState.TRANSFER:
        return reaction is not ReactionState.LEFT
    return target.reaction is reaction or target.reaction is family_of(reaction)


def _moments_by_state(scenario: Scenario) -> dict[ReactionState, tuple[Moment, ...]]:
    return {
        state: tuple(m for m in scenario.moments.values() if m.reaction in (state, family_of(state)))
        for state in ReactionState
    }


def _state_of(moment: Moment) -> ReactionState:
    return moment.reaction if isinstance(moment.reaction, ReactionState) else FIRST_OF_FAMILY[moment.reaction]
