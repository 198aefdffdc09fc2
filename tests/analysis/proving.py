"""Proves scenarios that were made in a test, and tells what was found by code and place."""

from __future__ import annotations

from simulator.analysis.budget import Budget
from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.proofs import Proof
from simulator.analysis.proofs.proved import Proved
from simulator.analysis.scenario_analysis import DIFFICULTIES, Analysis, analyse
from simulator.analysis.solve import Solution, solve
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.document import Scenario
from simulator.session.script import Script
from tests.scenario.story_building import PathSpans

SCORES = ("608", "609", "615", "617", "618", "624", "626")
"""What a story of three moments cannot help: it is too short for every competency, for levels that differ and for a second way, and each moment is told in one wording."""


_last_found: list[tuple[Scenario, Analysis, PathSpans]] = []
"""The last scenario, and what was found of it: a test often asks first where something was told, and then in which words."""


def _found(scenario: Scenario) -> tuple[Analysis, PathSpans]:
    """The analysis of a scenario, and where its words stand."""
    if not _last_found or _last_found[0][0] != scenario:
        spans = PathSpans({})
        _last_found[:] = [(scenario, analyse(scenario, spans), spans)]
    return _last_found[0][1:]


def analysed(scenario: Scenario, told: tuple[Diagnostic, ...] = (), budget: Budget | None = None) -> Analysis:
    """The analysis of a scenario that has no file."""
    return analyse(scenario, PathSpans({}), told, budget=budget) if told or budget else _found(scenario)[0]


def proved(scenario: Scenario, *ignored: str) -> list[tuple[str, str]]:
    """Code and place of everything that is proved, those of ``SCORES`` and the ignored left out."""
    found, spans = _found(scenario)
    return [(one.code, spans.asked[one.span]) for one in found.diagnostics if one.code not in (*SCORES, *ignored)]


def told_by(*proofs: Proof, scenario: Scenario, level: int | None = None) -> list[str]:
    """What some proofs say that need no more than what can happen: without the learners and plays that others take time for."""
    own = Script(scenario, level)

    def elsewhere() -> tuple[Solution, ...]:
        return tuple(solve(Script(scenario, other)) for other in DIFFICULTIES if other != own.disposition.difficulty)

    nobody = LearningCurve((), 0, 0.0, 0.0, 0.0, 0.0)
    known = Proved(scenario, PathSpans({}), solve(own), (), elsewhere, {}, nobody, ())
    return [str(one.message) for proof in proofs for one in proof(known)]


def message(scenario: Scenario, code: str) -> str:
    """What the one diagnostic with a code says."""
    (found,) = (one for one in analysed(scenario).diagnostics if one.code == code)
    return str(found.message)
