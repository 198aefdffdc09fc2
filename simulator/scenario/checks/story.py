"""What the story checks ask about: the scenario, where its words stand, and which moments can follow which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from simulator.alliance import RUPTURE_FAMILIES, Family, ReactionState, family_of
from simulator.patient import GRID_STATES, Disposition
from simulator.patient.possible import Possible
from simulator.scenario.checks.paths import Paths, find_paths
from simulator.scenario.document import Moment, Response, Scenario
from simulator.scenario.source import Span

_STATES_OF = {family: tuple(s for s in ReactionState if family_of(s) is family) for family in Family}


class Spans(Protocol):
    """Where the keys and values of a scenario file stand."""

    def key(self, *path: str | int) -> Span:
        """The place of a key, or of the nearest key around it."""

    def value(self, *path: str | int) -> Span:
        """The place of a value, or of the nearest value around it."""


@dataclass(frozen=True, slots=True)
class Story:
    """A finished scenario as the checks see it.

    ``asking`` are the moments in which the trainee answers, in file order.
    """

    scenario: Scenario
    spans: Spans
    possible: Possible
    paths: Paths
    asking: tuple[Moment, ...]

    def moment_key(self, moment: Moment) -> Span:
        """Where a moment's id stands."""
        return self.spans.key("moments", moment.id)

    def moment_value(self, moment: Moment, key: str) -> Span:
        """Where one of a moment's values stands."""
        return self.spans.value("moments", moment.id, key)

    def response_key(self, moment: Moment, response: Response) -> Span:
        """Where a response's id stands."""
        return self.spans.key("moments", moment.id, "responses", response.id)

    def response_value(self, moment: Moment, response: Response, key: str) -> Span:
        """Where one of a response's values stands."""
        return self.spans.value("moments", moment.id, "responses", response.id, key)


def tell_story(scenario: Scenario, spans: Spans, possible: Possible | None = None) -> Story:
    """Prepare a scenario for the checks; ``possible`` may be shared between scenarios with the same patient."""
    if possible is None:
        possible = Possible(scenario.patient.grid, disposition_of(scenario))
    asking = tuple(m for m in scenario.moments.values() if m.end is None and m.responses)
    return Story(scenario, spans, possible, find_paths(scenario, possible), asking)


def disposition_of(scenario: Scenario) -> Disposition:
    """What is fixed for the patient in this scenario."""
    patient = scenario.patient
    return Disposition(patient.style, patient.fit, scenario.cause, scenario.difficulty)


def states_of(reaction: ReactionState | Family) -> tuple[ReactionState, ...]:
    """The states a moment's ``reaction:`` stands for: itself, or all of its family."""
    return (reaction,) if isinstance(reaction, ReactionState) else _STATES_OF[reaction]


def strained(moment: Moment) -> bool:
    """Whether the alliance is strained in this moment (repair stages do not count)."""
    return reaction_family(moment) in RUPTURE_FAMILIES
