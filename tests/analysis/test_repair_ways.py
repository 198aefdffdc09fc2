"""The shortest way to a repair from where a session stands."""

from __future__ import annotations

from simulator.analysis.budget import Budget
from simulator.analysis.paths import Way
from simulator.analysis.repair_ways import shortest_repair
from simulator.analysis.solve import solve
from simulator.session.script import Script
from tests.analysis.playing import solved
from tests.analysis.stories import early_exit, unwinnable


def ids(way: Way) -> list[str]:
    return [step.name for step in way]


def test_ways_still_open_are_told_sentence_by_sentence() -> None:
    solution = solved(early_exit)
    start = solution.script.start()
    assert ids(shortest_repair(solution, solution.script, start)) == ["stay", "fear", "hear"], (
        "settling is half a repair"
    )


def test_where_no_repair_is_left_there_is_no_way() -> None:
    hopeless = solved(unwinnable)
    stuck = hopeless.script.step_of(hopeless.script.start(), "blame").after.place
    assert stuck is not None
    assert shortest_repair(hopeless, hopeless.script, stuck) == ()


def test_bounds_promise_no_way() -> None:
    bounds = solve(Script(early_exit()), Budget(states=1))
    assert shortest_repair(bounds, bounds.script, bounds.script.start()) == ()
