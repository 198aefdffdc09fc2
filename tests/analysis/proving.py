"""Proves scenarios that were made in a test, and tells what was found by code and place."""

from __future__ import annotations

from simulator.analysis.budget import Budget
from simulator.analysis.scenario_analysis import Analysis, analyse
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.document import Scenario
from tests.scenario.story_building import PathSpans

SCORES = ("608", "609", "615", "617", "618", "624")
"""What a story of three moments cannot help: it is too short for every competency and for levels that differ, and each moment is told in one wording."""


def analysed(scenario: Scenario, told: tuple[Diagnostic, ...] = (), budget: Budget | None = None) -> Analysis:
    """The analysis of a scenario that has no file."""
    return analyse(scenario, PathSpans({}), told, budget=budget)


def proved(scenario: Scenario, *ignored: str) -> list[tuple[str, str]]:
    """Code and place of everything that is proved, those of ``SCORES`` and the ignored left out."""
    spans = PathSpans({})
    found = analyse(scenario, spans).diagnostics
    return [(one.code, spans.asked[one.span]) for one in found if one.code not in (*SCORES, *ignored)]


def message(scenario: Scenario, code: str) -> str:
    """What the one diagnostic with a code says."""
    (found,) = (one for one in analysed(scenario).diagnostics if one.code == code)
    return found.message
