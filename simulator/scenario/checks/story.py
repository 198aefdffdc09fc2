"""What the story checks ask about: the scenario, where its words stand, and which moments can follow which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from simulator.alliance.moves import Move
from simulator.alliance.reactions import RUPTURE_FAMILIES, Family, ReactionState, family_of
from simulator.patient.grid import FIRST_OF_FAMILY
from simulator.patient.possible import Possible
from simulator.patient.state import Disposition
from simulator.scenario.checks.paths import Paths, find_paths
from simulator.scenario.document import Moment, Response, Scenario, Wording
from simulator.scenario.span import Span

_FAMILY_OF: Final[Mapping[str, Family]] = {
    **{str(family): family for family in Family},
    **{str(state): family_of(state) for state in ReactionState},
}
HARDEST: Final = 3
"""The level at which a patient can come to every state of the lower ones too: nothing may be called impossible that comes there."""

_SPECIFIC: Final = 3
"""Owning the part with this quality names the own behaviour: nothing opens a rupture more surely."""


class Spans(Protocol):
    """Where the keys and values of a scenario file stand."""

    def key(self, *path: str | int) -> Span:
        """The place of a key, or of the nearest key around it."""

    def value(self, *path: str | int) -> Span:
        """The place of a value, or of the nearest value around it."""

    def has(self, *path: str | int) -> bool:
        """Whether something stands at exactly this path."""


@dataclass(frozen=True, slots=True)
class Key:
    """The best responses of a moment, and how their lengths compare with the others (``others`` of them)."""

    moment: Moment
    best: tuple[Response, ...]
    others: int
    longest_best: int
    longest_other: int

    @property
    def best_is_first(self) -> bool:
        """Whether a best response stands first in the file."""
        return self.moment.responses[0] is self.best[0]


@dataclass(frozen=True, slots=True)
class Moments:
    """Some moments as the checks of single moments see them; ``asking`` are those in which the trainee answers."""

    moments: tuple[Moment, ...]
    asking: tuple[Moment, ...]
    spans: Spans

    def moment_key(self, moment: Moment) -> Span:
        """Where a moment's id stands."""
        return self.spans.key("moments", moment.id)

    def moment_value(self, moment: Moment, key: str) -> Span:
        """Where one of a moment's values stands."""
        return self.spans.value("moments", moment.id, key)

    def wording_value(self, moment: Moment, wording: Wording, key: str) -> Span:
        """Where one of the values of a wording stands, or the moment's own that it takes."""
        path = ("moments", moment.id, "wordings", wording.id, key)
        return self.spans.value(*path) if self.spans.has(*path) else self.moment_value(moment, key)

    def wording_key(self, moment: Moment, wording: Wording, key: str) -> Span:
        """Where one of the keys of a wording stands, or the moment's own that it takes."""
        path = ("moments", moment.id, "wordings", wording.id, key)
        return self.spans.key(*path) if self.spans.has(*path) else self.spans.key("moments", moment.id, key)

    def response_key(self, moment: Moment, response: Response) -> Span:
        """Where a response's id stands."""
        return self.spans.key("moments", moment.id, "responses", response.id)

    def response_value(self, moment: Moment, response: Response, key: str) -> Span:
        """Where one of a response's values stands."""
        return self.spans.value("moments", moment.id, "responses", response.id, key)


@dataclass(frozen=True, slots=True)
class Story(Moments):
    """A finished scenario as the checks see it.

    ``moments`` and ``asking`` are in file order; ``keys`` says which responses are best in those moments where some
    response leads nearer to repair.
    """

    scenario: Scenario
    possible: Possible
    paths: Paths
    keys: tuple[Key, ...]


def moments_of(moments: Iterable[Moment], spans: Spans) -> Moments:
    """Prepare moments for the checks of single moments."""
    found = tuple(moments)
    return Moments(found, tuple(m for m in found if m.end is None and m.responses), spans)


def tell_story(scenario: Scenario, spans: Spans, possible: Possible | None = None) -> Story:
    """Prepare a scenario for the checks; ``possible`` may be shared between scenarios with the same patient."""
    if possible is None:
        possible = Possible(scenario.patient.grid, disposition_of(scenario))
    all_of_them = moments_of(scenario.moments.values(), spans)
    keys = tuple(key for moment in all_of_them.asking if (key := _key(moment, possible)) is not None)
    paths = find_paths(scenario, possible)
    return Story(all_of_them.moments, all_of_them.asking, spans, scenario, possible, paths, keys)


def disposition_of(scenario: Scenario) -> Disposition:
    """What is fixed for the patient in this scenario; at the hardest level, at which the patient can do most."""
    patient = scenario.patient
    return Disposition(patient.style, patient.fit, scenario.cause, HARDEST)


def strained(moment: Moment) -> bool:
    """Whether the alliance is strained in this moment (repair stages do not count)."""
    return _FAMILY_OF[moment.reaction] in RUPTURE_FAMILIES


def family_in(moment: Moment) -> Family:
    """The family of the moment's reaction."""
    return _FAMILY_OF[moment.reaction]


def _key(moment: Moment, possible: Possible) -> Key | None:
    """The responses that most surely lead nearer to repair; None where none does, or all do."""
    reaction = moment.reaction
    state = reaction if isinstance(reaction, ReactionState) else FIRST_OF_FAMILY[reaction]
    top = 0
    best: list[Response] = []
    longest_best = longest_other = 0
    for response in moment.responses:
        rank = int(possible.opening(state, response.move, response.quality))
        if rank and response.move is Move.OWN_CONTRIBUTION and (response.quality or 0) >= _SPECIFIC:
            rank += 1
        length = len(response.say)
        if rank > top:
            longest_other = max(longest_other, longest_best)
            top, best, longest_best = rank, [response], length
        elif rank == top and top:
            best.append(response)
            longest_best = max(longest_best, length)
        else:
            longest_other = max(longest_other, length)
    others = len(moment.responses) - len(best)
    return Key(moment, tuple(best), others, longest_best, longest_other) if best and others else None
