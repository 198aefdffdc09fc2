"""The solver against the plain truth: on small random scenarios both say the same about every place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import pytest

from simulator.analysis.budget import Budget, Interrupted
from simulator.analysis.solve import Prospect, Solution, solve
from simulator.patient.reasons import Why
from simulator.patient.verdicts import Verdict
from simulator.session.place import Place
from simulator.session.script import Script
from tests.analysis.generating import VARIED, generated
from tests.analysis.oracle import Truth, truths
from tests.analysis.playing import solved
from tests.quick_and_slow import quick_and_slow

SEEDS = range(320)
PORTIONS = [SEEDS[first : first + 40] for first in SEEDS[::40]]
OF_THE_RULES = frozenset(Why) - {Why.SCRIPT}


@cache
def compared(seed: int) -> tuple[Script, dict[Place, Truth], Solution]:
    """A scenario, the truth about it, and what the solver says."""
    solution = solved(seed)
    return solution.script, truths(solution.script), solution


def as_prospect(truth: Truth) -> Prospect:
    return Prospect((truth.best, truth.best), (truth.worst, truth.worst), truth.turns, truth.whole, truth.endings)


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED], PORTIONS))
def test_solver_and_brute_force_agree_in_every_place(seeds: Iterable[int]) -> None:
    for seed in seeds:
        _, known, solution = compared(seed)
        assert solution.exact
        assert solution.states <= len(known)
        for place, truth in known.items():
            assert solution.prospect(place) == as_prospect(truth), f"scenario {seed}: {place}"


def test_the_scenarios_compared_meet_every_rule_and_every_ending() -> None:
    codes: Counter[str] = Counter()
    endings: set[Verdict] = set()
    merged = places = 0
    for seed in VARIED:
        script, known, solution = compared(seed)
        endings |= known[script.start()].endings
        codes.update(code for place in known for code in reasons_given(script, place))
        merged += solution.states
        places += len(known)
    assert endings == set(Verdict)
    assert [why for why in OF_THE_RULES if not codes[why]] == []
    assert merged < 0.97 * places, "nothing is merged, so the comparison would not show that merging is sound"


def reasons_given(script: Script, place: Place) -> list[str]:
    steps = (script.step(place, choice) for choice in (-1, *script.offered(place)))
    return [code for step in steps for code in step.appraisal.why]


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED], [SEEDS[::8]]))
@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.8])
def test_out_of_states_the_bounds_still_hold_the_truth(share: float, seeds: Sequence[int]) -> None:
    loose = 0
    for seed in seeds:
        script, known, exact = compared(seed)
        solution = solve(script, Budget(states=int(share * exact.states)))
        assert not solution.exact
        for place, truth in known.items():
            assert_holds(solution.prospect(place), truth)
        loose += solution.start != as_prospect(known[script.start()])
    assert loose > len(seeds) / 2, "no bound was loose, so the budget was not felt"


def assert_holds(prospect: Prospect, truth: Truth) -> None:
    assert prospect.best[0] <= truth.best <= prospect.best[1]
    assert prospect.worst[0] <= truth.worst <= prospect.worst[1]
    assert prospect.endings >= truth.endings
    for told, known in ((prospect.turns_to_repair, truth.turns), (prospect.turns_to_whole, truth.whole)):
        if known is not None:
            assert told is not None
            assert told <= known


def ticking() -> Callable[[], float]:
    seconds = iter(range(1_000))
    return lambda: float(next(seconds))


def test_out_of_time_the_solution_says_that_it_gives_bounds() -> None:
    script = Script(generated(1))
    solution = solve(script, Budget(seconds=2.5), clock=ticking())
    assert not solution.exact
    assert 0 < len(solution.layers) < script.scenario.turns
    assert_holds(solution.start, truths(script)[script.start()])


def test_whoever_watches_can_stop_the_solver() -> None:
    heard: list[tuple[int, int]] = []

    def until_the_third_turn(turn: int, states: int) -> bool:
        heard.append((turn, states))
        return turn < 3

    with pytest.raises(Interrupted):
        solve(Script(generated(1)), progress=until_the_third_turn)
    so_far = dict(heard)
    assert list(so_far) == [1, 2, 3]
    assert 1 == so_far[1] < so_far[2] < so_far[3]
