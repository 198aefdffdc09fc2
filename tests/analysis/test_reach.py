"""How often random play meets what, against every play of small scenarios followed one by one."""

from __future__ import annotations

from collections import defaultdict

import pytest

from simulator.analysis.reach import reach
from simulator.analysis.solve import solve
from simulator.analysis.value import value_of
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from tests.analysis.generating import VARIED
from tests.analysis.oracle import Truth, truths
from tests.analysis.playing import solved
from tests.analysis.stories import early_exit
from tests.quick_and_slow import quick_and_slow


class Counted:
    """Random play followed place by place through the real engine, chances multiplied on the way."""

    def __init__(self, script: Script) -> None:
        self.visits: dict[str, float] = defaultdict(float)
        self.offered: dict[tuple[str, str], float] = defaultdict(float)
        self.cost: dict[tuple[str, str], float] = defaultdict(float)
        self.best: dict[tuple[str, str], float] = defaultdict(float)
        self._script = script
        self._truths: dict[Place, Truth] = truths(script)
        here = {script.start(): 1.0}
        while here:
            onward: dict[Place, float] = defaultdict(float)
            for place, chance in here.items():
                self._follow(place, chance, onward)
            here = onward

    def _follow(self, place: Place, chance: float, onward: dict[Place, float]) -> None:
        self.visits[place.moment.id] += chance
        offered = self._script.offered(place)
        for choice in offered:
            key = (place.moment.id, place.moment.responses[choice].id)
            cost = self._truths[place].best - self._worth(place, choice)
            self.offered[key] += chance
            self.cost[key] += chance * cost
            self.best[key] += chance * (cost == 0)
        for choice in (*offered, SILENT):
            after = self._script.step(place, choice).after
            share = chance / (len(offered) + 1)
            if after.place is not None:
                onward[after.place] += share
            elif after.closing is not None and after.closing.moment is not None:
                self.visits[after.closing.moment.id] += share

    def _worth(self, place: Place, choice: int) -> int:
        after = self._script.step(place, choice).after
        if after.place is not None:
            return self._truths[after.place].best
        assert after.closing is not None
        return value_of(after.closing)


@pytest.mark.parametrize("seed", quick_and_slow(VARIED, range(0, 160, 8)))
def test_visits_and_prices_agree_with_following_every_play(seed: int) -> None:
    solution = solved(seed)
    counted = Counted(solution.script)
    for found in reach(solution):
        name = found.moment.id
        assert found.visits == pytest.approx(counted.visits[name], abs=1e-9)
        for one in found.responses:
            key = (name, one.response.id)
            assert one.offered == pytest.approx(counted.offered[key], abs=1e-9)
            assert one.cost * one.offered == pytest.approx(counted.cost[key], abs=1e-9)
            assert one.best * one.offered == pytest.approx(counted.best[key], abs=1e-9)


def test_an_early_exit_is_met_as_often_as_it_is_chosen_and_costs_the_repair() -> None:
    moments = {found.moment.id: found for found in reach(solve(Script(early_exit())))}
    visits = {name: found.visits for name, found in moments.items() if not found.moment.from_bank}
    assert visits == pytest.approx({
        "quiet": 1, "fears": 1 / 3, "speaks": 1 / 9, "drift": 14 / 27, "settles": 4 / 9, "repairs": 1 / 27,
    })  # fmt: skip
    settle, stay = moments["quiet"].responses
    assert (settle.offered, stay.offered, stay.cost, stay.best, settle.best) == (1, 1, 0, 1, 0)
    assert settle.cost > 20
