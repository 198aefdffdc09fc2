"""The analysis of a whole scenario at one difficulty, as values: what is possible, how likely, and what should be mended."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from simulator.analysis.budget import USUAL, Budget, Interrupted, Telling
from simulator.analysis.earnings import Earning, earnings
from simulator.analysis.hardness import Hardness, hardness, repaired_by_chance
from simulator.analysis.learner_levels import Learners
from simulator.analysis.learning_curve import LearningCurve, learning_curve
from simulator.analysis.lost_ruptures import OutOfTime, out_of_time
from simulator.analysis.paths import Way
from simulator.analysis.play_length import simulated_minutes
from simulator.analysis.policies import LEARNER, POLICIES, RANDOM, SKILL, Outcome, play_out, policies_in
from simulator.analysis.proofs import prove
from simulator.analysis.proofs.proved import Proved
from simulator.analysis.reach import MomentReach, reach
from simulator.analysis.solve import Prospect, Solution, solve
from simulator.analysis.value import WHOLE_REPAIRS
from simulator.scenario.checks.story import Spans
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import Scenario
from simulator.session.script import Script

Early: TypeAlias = Callable[[Solution, Hardness | None, Outcome], object]
"""Hears of a solution, how hard it is beside the shipped scenarios, and what the half-way learner comes to."""

DIFFICULTIES: Final = (1, 2, 3)
_SEED: Final = 0
"""Of the plays that witness which scores can be earned: the same analysis always says the same."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a scenario makes possible at one difficulty.

    ``start`` holds the attainable values (0-100); ``shortest`` is the shortest way to a repair (a whole one if one is within
    reach) and ``needed`` those of its steps without which no path comes to one of that kind; ``longest_repair`` the turns that repairing takes from the worst rupture that can
    be repaired. ``outcomes`` holds each policy's exact distribution (that of ``LEARNER`` is the half-way learner's), ``learning`` how much
    choosing better pays and ``hardness`` how hard that is beside the shipped scenarios, ``moments`` how often random play meets what.
    Where ``exact`` is false the budget ended at turn ``turn``: values are bounds, and the rest is empty. ``minutes`` is how
    long a conversation lasts, where it was simulated.
    """

    scenario: Scenario
    difficulty: int
    exact: bool
    states: int
    turn: int
    start: Prospect
    shortest: Way
    needed: Way
    longest_repair: int
    out_of_time: OutOfTime | None
    outcomes: Mapping[str, Outcome]
    learning: LearningCurve | None
    hardness: Hardness | None
    moments: tuple[MomentReach, ...]
    earnings: tuple[Earning, ...]
    diagnostics: tuple[Diagnostic, ...]
    minutes: int | None = None


def analyse(
    scenario: Scenario,
    spans: Spans,
    told: tuple[Diagnostic, ...] = (),
    *,
    difficulty: int | None = None,
    budget: Budget | None = None,
    skill: float = SKILL,
    clock: Callable[[], float] = lambda: 0.0,
    progress: Telling = lambda _turn, _states: True,
    early: Early = lambda _solution, _hardness, _halfway: None,
) -> Analysis:
    """Try everything in a scenario (at its own difficulty, unless another is given) and say what that shows.

    ``told`` are faults that were told before and need not be told again. Raises ``Interrupted`` if ``progress`` answers
    false; see ``solve``. ``early`` hears of an exact solution, and of how somebody fares, long before the rest is known.
    """
    script = Script(scenario, difficulty)

    def solved(at: Script) -> Solution:
        return solve(at, budget or USUAL, clock=clock, progress=progress)

    solution = solved(script)
    if not solution.exact:
        return _bounds(solution, spans)
    own = script.disposition.difficulty

    def elsewhere() -> tuple[Solution, ...]:
        return tuple(solved(Script(scenario, other)) for other in DIFFICULTIES if other != own)

    def beat() -> None:
        if not progress(len(solution.layers), solution.states):
            raise Interrupted

    learners = Learners(solution.layers, solution.start.best[0], beat)
    learning = learning_curve(learners)
    known = {name: play_out(solution, POLICIES[name], skill, beat, learners) for name in (LEARNER, RANDOM)}
    by_chance = repaired_by_chance(known[RANDOM]) if solution.start.endings & WHOLE_REPAIRS else None
    hard = hardness(learning, by_chance, own)
    early(solution, hard, known[LEARNER])
    outcomes = {
        policy.name: known.get(policy.name) or play_out(solution, policy, skill, beat, learners)
        for policy in policies_in(scenario.language)
    }
    earned = earnings(solution, random.Random(_SEED), beat=beat)
    met = reach(solution, beat)
    found = MappingProxyType(outcomes)
    proved = Proved(scenario, spans, solution, told, elsewhere, found, learning, earned, hard, met, beat)
    return _proved(proved, own)


def _proved(proved: Proved, difficulty: int) -> Analysis:
    """Everything that is known of a scenario of which every state was tried."""
    solution = proved.solution
    return Analysis(
        proved.scenario,
        difficulty,
        True,
        solution.states,
        len(solution.layers),
        solution.start,
        proved.shortest,
        proved.needed,
        proved.longest_repair,
        out_of_time(solution, proved.lost_ruptures, proved.longest_repair),
        proved.outcomes,
        proved.learning,
        proved.hardness,
        proved.reach,
        proved.earnings,
        prove(proved),
        simulated_minutes(solution, solution.script, proved.beat),
    )


def _bounds(solution: Solution, spans: Spans) -> Analysis:
    """What is left to say when the budget ended before everything was tried."""
    scenario, turn = solution.script.scenario, len(solution.layers)
    too_large = PROOFS["611"].at(spans.key("id"), states=solution.states, turn=turn, turns=solution.script.turns)
    return Analysis(
        scenario,
        solution.script.disposition.difficulty,
        exact=False,
        states=solution.states,
        turn=turn,
        start=solution.start,
        shortest=(),
        needed=(),
        longest_repair=0,
        out_of_time=None,
        outcomes=MappingProxyType({}),
        learning=None,
        hardness=None,
        moments=(),
        earnings=(),
        diagnostics=(too_large,),
    )
