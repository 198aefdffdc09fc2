"""How often a moment comes in nearly all sessions of the half-way learner: the same as place by place through the engine."""

from __future__ import annotations

from collections import defaultdict

import pytest

from simulator.analysis.likely_visits import likely_visits
from simulator.analysis.policies import LEARNER, POLICIES, chances_at, foresight
from simulator.analysis.solve import Solution, solve
from simulator.analysis.visit_bounds import visit_bounds
from simulator.session.place import Place
from simulator.session.script import Script
from tests.analysis.playing import solved
from tests.analysis.stories import early_exit, loop
from tests.quick_and_slow import quick_and_slow

Course = tuple[Place, int]


def walked(solution: Solution, moment: str) -> dict[int, float]:
    """The chance of each number of visits of a moment, place by place."""
    script, policy = solution.script, POLICIES[LEARNER]
    ahead, counts = foresight(solution, policy), defaultdict[int, float](float)
    start = script.start()
    here: dict[Course, float] = {(start, int(start.moment.id == moment)): 1.0}
    while here:
        onward: dict[Course, float] = defaultdict(float)
        for (place, visits), chance in here.items():
            for choice, share in chances_at(script, place, policy, ahead).items():
                after = script.step(place, choice).after.place
                if after is None:
                    counts[visits] += chance * share
                else:
                    onward[after, visits + (after.moment.id == moment)] += chance * share
        here = onward
    return counts


def exceeded(counts: dict[int, float], number: int) -> float:
    return sum(chance for visits, chance in counts.items() if visits > number)


@pytest.mark.parametrize("seed", quick_and_slow([92, 147], [1, 3, 8, 65, 218]))
@pytest.mark.parametrize("share", [0.5, 0.95])
def test_few_sessions_exceed_the_number_and_more_exceed_one_less(seed: int, share: float) -> None:
    solution = solved(seed)
    ends = {moment.id for moment in solution.options.moments if moment.end}
    bounds = {moment: bound for moment, bound in visit_bounds(solution).items() if bound and moment not in ends}
    for moment, number in likely_visits(solution, bounds, share=share).items():
        counts = walked(solution, moment)
        assert exceeded(counts, number) <= 1 - share + 1e-5, moment
        assert number == 0 or exceeded(counts, number - 1) > 1 - share, moment
        assert number <= bounds[moment]


def test_in_a_loop_that_nothing_leads_out_of_the_likely_number_is_the_proved_one() -> None:
    solution = solve(Script(loop(None)))
    assert likely_visits(solution, {"here": 4, "there": 4}) == {"here": 4, "there": 4}


def test_what_hardly_any_session_comes_to_needs_nothing() -> None:
    solution = solve(Script(early_exit()))
    assert likely_visits(solution, {"quiet": 1, "speaks": 1}, share=0.01) == {"quiet": 1, "speaks": 0}
