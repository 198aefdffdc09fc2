"""Which moment can follow which: by ``then:``, by silence, and by whatever the reaction graph could choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.patient.possible import Possible
from simulator.patient.state import Fit
from simulator.scenario.checks.beyond_the_grid import can_end_in, signs_from
from simulator.scenario.document import BANK_PREFIX, Moment, Response, Scenario

BANK: Final = BANK_PREFIX
"""Stands for any line of the patient's own line bank; from there the patient can come to any state."""

PARTING: Final = f"{BANK_PREFIX}parting"
"""Stands for the lines of the line bank that end the session."""

ENDING_STATES: Final = frozenset({ReactionState.REPAIRED, ReactionState.TRANSFER, ReactionState.LEFT})
"""The states in which a line of the line bank ends the session."""

HINDERING: Final = frozenset(move for move in Move if is_hindering(move))
"""The moves that stand in the way of repair."""

GONE: Final = (ReactionState.TRANSFER, ReactionState.LEFT)
"""The states in which the patient does not come back to this therapist, whatever a script says."""
_STATES_OF: Final = {family: tuple(s for s in ReactionState if family_of(s) is family) for family in Family}


@dataclass(frozen=True, slots=True)
class Onward:
    """What can follow a moment when the trainee speaks: scripted moments, and states in which the graph chooses."""

    scripted: frozenset[str]
    states: frozenset[ReactionState]


@dataclass(frozen=True, slots=True)
class Paths:
    """What can be reached from the start, whatever the gauges, the gate and the conditions say.

    ``reached`` holds moment ids (and ``BANK``, ``PARTING``); ``chosen`` those that the reaction graph itself could choose;
    ``onward`` what can follow each reached moment; ``states`` the states the patient can come to.
    """

    reached: frozenset[str]
    chosen: frozenset[str]
    onward: Mapping[str, Onward]
    states: frozenset[ReactionState]
    choices: Choices


class Choices:
    """The moments that the reaction graph can choose between when the patient comes to a state."""

    __slots__ = ("_by_state",)

    def __init__(self, moments: Mapping[str, Moment]) -> None:
        self._by_state: dict[ReactionState, list[Moment]] = {state: [] for state in ReactionState}
        for moment in moments.values():
            for state in states_of(moment.reaction):
                self._by_state[state].append(moment)

    def of(self, state: ReactionState, just_played: str = "") -> list[str]:
        """Ids of the moments that could come next in a state, apart from the one just played.

        ``BANK`` or ``PARTING`` stand last where no moment is sure to be chosen.
        """
        found = []
        for moment in self._by_state[state]:
            if moment.id != just_played:
                found.append(moment.id)
                if always(moment):
                    return found
        found.append(PARTING if state in ENDING_STATES else BANK)
        return found

    def usual(self, state: ReactionState) -> Moment | None:
        """The moment that is always chosen in a state when no earlier one is; None if that is the line bank."""
        return next((moment for moment in self._by_state[state] if always(moment)), None)

    def before(self, moment: Moment, state: ReactionState) -> list[Moment]:
        """Moments that always win over this one in a state, because they stand earlier and can always be chosen."""
        rivals = self._by_state[state]
        return [rival for rival in rivals[: rivals.index(moment)] if always(rival)]


def always(moment: Moment) -> bool:
    """Whether nothing keeps the reaction graph from choosing a moment again and again."""
    return moment.when is None and not moment.once


def needs_owning(scripted: Moment) -> bool:
    """Whether a scripted moment is a repair, which does not follow where nothing was owned: then the graph leads."""
    return scripted.reaction is ReactionState.REPAIRED


def states_of(reaction: ReactionState | Family) -> tuple[ReactionState, ...]:
    """The states a moment's ``reaction:`` stands for: itself, or all of its family."""
    return (reaction,) if isinstance(reaction, ReactionState) else _STATES_OF[reaction]


def find_paths(scenario: Scenario, possible: Possible) -> Paths:
    """Follow every path from the start of a scenario; takes time in proportion to its responses."""
    return _Finder(scenario, possible).find()


class _Finder:
    def __init__(self, scenario: Scenario, possible: Possible) -> None:
        self._scenario = scenario
        self._possible = possible
        self._choices = Choices(scenario.moments)
        self._reached: set[str] = set()
        self._chosen: set[str] = set()
        self._states: set[ReactionState] = set()
        self._chosen_in: set[ReactionState] = set()
        self._usual = {state: self._choices.usual(state) for state in ReactionState}
        self._usual_ids = {moment.id for moment in self._usual.values() if moment is not None}
        self._waiting: list[str] = []
        self._onward: dict[str, Onward] = {}

    def find(self) -> Paths:
        self._visit({self._scenario.start})
        # Who has lost the alliance leaves, whatever the script says, so leaving is possible from anywhere.
        self._come_to({ReactionState.LEFT}, None)
        while self._waiting:
            here = self._waiting.pop()
            if here == BANK:
                self._leave_bank()
            elif here != PARTING:
                self._leave(self._scenario.moments[here])
        return Paths(
            frozenset(self._reached), frozenset(self._chosen), self._onward, frozenset(self._states), self._choices
        )

    def _leave(self, moment: Moment) -> None:
        states = states_of(moment.reaction)
        self._states.update(states)
        if moment.end is not None or not moment.responses or states[0] in GONE:
            return
        scripted, targets = self._by_words(moment, states)
        if moment.silent_then:
            scripted.add(moment.silent_then)
        self._onward[moment.id] = Onward(frozenset(scripted), frozenset(targets))
        if not moment.silent_then or needs_owning(self._scenario.moments[moment.silent_then]):
            silent = (Move.HOLD_SILENCE, Move.RETREAT) if moment.asks else (Move.HOLD_SILENCE,)
            targets = targets.union(*(self._by_graph(state, move) for state in states for move in silent))
        # Who shows a sign of leaving does so whatever the script says.
        for name in scripted & self._scenario.moments.keys():
            targets |= signs_from(states_of(self._scenario.moments[name].reaction))
        self._visit(scripted)
        self._come_to(targets, moment)

    def _by_words(self, moment: Moment, states: tuple[ReactionState, ...]) -> tuple[set[str], set[ReactionState]]:
        scripted: set[str] = set()
        targets: set[ReactionState] = set()
        stays = False
        for response in moment.responses:
            if response.then is not None:
                scripted.add(response.then)
                if not needs_owning(self._scenario.moments[response.then]):
                    targets |= self._signs(response, states)
                    continue
            for state in states:
                reached = self._by_graph(state, response.move, response.quality)
                targets |= reached
                if state in reached and response.move not in HINDERING:
                    stays = True
        if stays:
            # The same helpful move for the third time running is heard as pressing on.
            targets = targets.union(*(self._by_graph(state, Move.PRESS_ON) for state in states))
        return scripted, targets

    def _signs(self, response: Response, states: tuple[ReactionState, ...]) -> frozenset[ReactionState]:
        """Where the sign of leaving is shown, whatever the script says, if the graph alone would lead out of the hour."""
        leaves = (s for s in states if ReactionState.LEFT in self._by_graph(s, response.move, response.quality))
        return signs_from(tuple(leaves))

    def _by_graph(self, state: ReactionState, move: Move, quality: int | None = None) -> frozenset[ReactionState]:
        """Where a turn can end if no script leads."""
        return can_end_in(state, move, quality, self._possible)

    def _leave_bank(self) -> None:
        anywhere = set(ReactionState)
        if self._scenario.patient.fit is not Fit.POOR:
            anywhere.discard(ReactionState.TRANSFER)
        self._come_to(anywhere, None)

    def _come_to(self, states: set[ReactionState], just_played: Moment | None) -> None:
        self._states |= states
        for state in states - self._chosen_in:
            self._chosen_in.add(state)
            self._choose(self._choices.of(state))
        if just_played is not None and just_played.id in self._usual_ids:
            for state in states:
                if self._usual[state] is just_played:
                    self._choose(self._choices.of(state, just_played.id))

    def _choose(self, ids: list[str]) -> None:
        self._chosen.update(ids)
        self._visit(set(ids))

    def _visit(self, ids: set[str]) -> None:
        new = ids - self._reached
        self._reached |= new
        self._waiting.extend(new)
