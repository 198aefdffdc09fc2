"""The story checks: what a supervisor should know about a finished scenario before a trainee meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final, TypeAlias

from simulator.patient.possible import Possible
from simulator.scenario.checks import conditions, just_said, levels, moments, poses, reaching, responses, wordings
from simulator.scenario.checks.enough_lines import too_few_lines
from simulator.scenario.checks.naming import quoted
from simulator.scenario.checks.placed import Placed, Words, words_of_patient, words_of_scenario
from simulator.scenario.checks.story import Moments, Spans, Story, tell_story
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.document import Patient, Scenario
from simulator.scenario.line_measure import LineMeasure

Check: TypeAlias = Callable[[Story], Iterable[Diagnostic]]
MomentCheck: TypeAlias = Callable[[Moments], Iterable[Diagnostic]]
WordCheck: TypeAlias = Callable[[Placed], Iterable[Diagnostic]]

MOMENT_CHECKS: Final[tuple[MomentCheck, ...]] = (
    moments.too_few_responses,
    moments.same_response_twice,
    moments.nothing_to_own,
    responses.lone_helper,
    moments.ending_does_not_suit,
    moments.gone_but_asked,
    moments.marker_does_not_suit,
    moments.masked_without_marker,
    moments.thought_repeats_words,
)
"""The rules that ask about one moment only, in the order of their codes: what they say hangs on that moment's text alone."""

STORY_CHECKS: Final[tuple[Check, ...]] = (
    reaching.unreached_moment,
    reaching.unreached_ending,
    reaching.going_round,
    responses.graph_contradicts,
    responses.length_gives_away,
    responses.best_is_longest,
    responses.best_is_first,
    responses.no_helper,
    reaching.idle_condition,
    moments.nothing_masked,
    conditions.flag_never_set,
    conditions.flag_unused,
    conditions.settled_condition,
    reaching.silence_to_itself,
    reaching.response_to_itself,
    responses.choice_without_difference,
    reaching.no_way_to_repair,
    reaching.start_is_an_end,
    responses.graph_contradicts_silence,
    moments.wished_without_a_wish,
    reaching.kindness_opens,
    moments.still_to_write,
)
"""The rules that ask about the whole story, in the order of their codes."""


def check_moments(seen: Moments) -> tuple[Diagnostic, ...]:
    """Everything worth mending in moments by themselves, in the order of the file."""
    found = [diagnostic for check in MOMENT_CHECKS for diagnostic in check(seen)]
    found.sort(key=attrgetter("span", "code"))
    return tuple(found)


TELLING_CHECKS: Final[tuple[WordCheck, ...]] = (
    wordings.same_words,
    wordings.missing_hook,
    wordings.says_whether_it_asks,
    wordings.one_asks,
    levels.no_wording_at_a_level,
)
"""One function for each rule about the wordings of one moment; a patient's bank is asked like a scenario."""

ANSWER_CHECKS: Final[tuple[WordCheck, ...]] = (wordings.response_asks_otherwise, levels.too_few_at_a_level)
"""One function for each rule about the wordings of one moment's responses."""


def check_story(scenario: Scenario, spans: Spans, possible: Possible | None = None) -> tuple[Diagnostic, ...]:
    """Everything worth mending in a scenario that could be read, in the order of the file.

    What is worth mending in the patient's own words is told with the patient's file (``check_patient``).
    """
    story = tell_story(scenario, spans, possible)
    found = [diagnostic for check in MOMENT_CHECKS for diagnostic in check(story)]
    found += [diagnostic for check in STORY_CHECKS for diagnostic in check(story)]
    found += _of_words(words_of_scenario(scenario, spans), scenario.patient, story.possible)
    found.sort(key=attrgetter("span", "code"))
    return tuple(found)


def check_patient(patient: Patient, spans: Spans, measure: LineMeasure | None = None) -> tuple[Diagnostic, ...]:
    """Everything worth mending in a patient file that could be read; ``spans`` are those of that file.

    Without a ``measure`` nobody asks whether there are enough lines.
    """
    words = words_of_patient(patient, spans)
    found = _of_words(words, patient, None)
    without = list(wordings.nothing_wordless(patient))
    if without and not words.of_the_first_form:
        found.append(WORDINGS["540"].at(spans.key("lines"), states=quoted(without)))
    if measure is not None and not words.of_the_first_form:
        found += too_few_lines(patient, spans, measure)
    return tuple(sorted(found, key=attrgetter("span", "code")))


def _of_words(words: Words, patient: Patient, possible: Possible | None) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    parts = ((words.tellings, TELLING_CHECKS, "wordings"), (words.answers, ANSWER_CHECKS, "responses"))
    for several, checks, key in parts:
        for placed in several:
            told = [diagnostic for check in checks for diagnostic in check(placed)]
            if told and not placed.copies(key):
                found += told
    return [*found, *poses.glasses_of_nobody(words, patient), *just_said.never_just_said(words, possible)]
