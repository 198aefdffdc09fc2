"""The story checks: what a supervisor should know about a finished scenario before a trainee meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final, TypeAlias

from simulator.patient.possible import Possible
from simulator.scenario.checks import conditions, moments, reaching, responses
from simulator.scenario.checks.story import Spans, Story, tell_story
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.document import Scenario

Check: TypeAlias = Callable[[Story], Iterable[Diagnostic]]

CHECKS: Final[tuple[Check, ...]] = (
    reaching.unreached_moment,
    reaching.unreached_ending,
    reaching.going_round,
    moments.too_few_responses,
    moments.same_response_twice,
    moments.nothing_to_own,
    responses.graph_contradicts,
    responses.length_gives_away,
    responses.best_is_longest,
    responses.best_is_first,
    responses.lone_helper,
    responses.no_helper,
    moments.ending_does_not_suit,
    moments.gone_but_asked,
    reaching.idle_condition,
    moments.marker_does_not_suit,
    moments.masked_without_marker,
    moments.nothing_masked,
    conditions.flag_never_set,
    conditions.flag_unused,
    conditions.settled_condition,
    reaching.silence_to_itself,
    reaching.response_to_itself,
    moments.thought_repeats_words,
    responses.choice_without_difference,
    reaching.no_way_to_repair,
    reaching.start_is_an_end,
    responses.graph_contradicts_silence,
)
"""One function for each rule of the story, in the order of their codes (501 onwards)."""


def check_story(scenario: Scenario, spans: Spans, possible: Possible | None = None) -> tuple[Diagnostic, ...]:
    """Everything worth mending in a scenario that could be read, in the order of the file."""
    story = tell_story(scenario, spans, possible)
    found = [diagnostic for check in CHECKS for diagnostic in check(story)]
    found.sort(key=attrgetter("span", "code"))
    return tuple(found)
