"""The learners of a scenario beside solving it: the half-way one, which every solution has, and weak and strong on top."""

from __future__ import annotations

from simulator.analysis.learner_levels import HALFWAY, STRONG, WEAK, Learners
from simulator.analysis.solve import Solution, solve
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script
from tests.bench.measuring import SCENARIOS, Row, cpu_of, milliseconds

_MOST = 0.15
"""Share of the CPU seconds of solving: what anybody would put up with on top of it."""

_DIFFICULTIES = (1, 3)


def learner(rounds: int = 3) -> list[Row]:
    """Every shipped scenario at the lowest and the highest difficulty."""
    names = [path.name for path in sorted(SCENARIOS.glob("*.yaml"))]
    return [_row(name, difficulty, rounds) for name in names for difficulty in _DIFFICULTIES]


def _row(name: str, difficulty: int, rounds: int) -> Row:
    scenario = read_scenario(FolderFiles(SCENARIOS), name).scenario
    if scenario is None:
        raise RuntimeError(f"{name} cannot be read.")
    found: list[Solution] = []
    solved = cpu_of(lambda: found.append(solve(Script(scenario, difficulty))))()
    all_three, half_way = (_best_of(found[0], shares, rounds) for shares in ((HALFWAY, WEAK, STRONG), (HALFWAY,)))
    name = f"{scenario.id} at difficulty {difficulty}, {found[0].states:,} states, three learners (floor: solved)"
    told = f"{milliseconds(all_three)} ({milliseconds(half_way)} for the half-way one)"
    share = all_three / solved
    return Row(name, told, milliseconds(solved), share, f"ratio <= {_MOST}", share <= _MOST)


def _best_of(solution: Solution, shares: tuple[float, ...], rounds: int) -> float:
    """The least CPU seconds in which these learners were found."""

    def work() -> None:
        learners = Learners(solution.layers, solution.start.best[0])
        for share in shares:
            learners.at(share)

    measure = cpu_of(work)
    return min(measure() for _ in range(rounds))
