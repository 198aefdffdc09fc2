"""The most visits of each moment, against every play of small scenarios followed one by one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest

from simulator.analysis.solve import solve
from simulator.analysis.visit_bounds import visit_bounds
from simulator.session.place import Place
from simulator.session.script import Script
from tests.analysis.generating import VARIED
from tests.analysis.oracle import choices
from tests.analysis.playing import solved
from tests.analysis.stories import early_exit, loop
from tests.quick_and_slow import quick_and_slow


def followed(script: Script) -> dict[str, int]:
    """The most visits of each moment from the start on, place by place through the real engine, nothing merged."""

    @cache
    def onward(number: int) -> dict[str, int]:
        place, most = places[number], dict[str, int]()
        for choice in choices(script, place):
            after = script.step(place, choice).after
            if after.place is not None:
                places[after.place.number] = after.place
                counts = onward(after.place.number)
            else:
                moment = after.closing.moment if after.closing else None
                counts = {moment.id: 1} if moment else {}
            for name, count in counts.items():
                most[name] = max(most.get(name, 0), count)
        return {**most, place.moment.id: most.get(place.moment.id, 0) + 1}

    first = script.start()
    places: dict[int, Place] = {first.number: first}
    return onward(first.number)


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED], [range(0, 200, 8)]))
@pytest.mark.parametrize(("at_once", "room"), [(1, 1 << 25), (3, 1 << 25), (64, 1 << 25), (64, 100)])
def test_no_path_comes_more_often_to_a_moment_and_one_comes_as_often(
    at_once: int, room: int, seeds: Iterable[int]
) -> None:
    for seed in seeds:
        solution = solved(seed)
        counted = visit_bounds(solution, at_once=at_once, room=room)
        assert {name: count for name, count in counted.items() if count} == followed(solution.script), (
            f"scenario {seed}"
        )


def test_two_moments_that_lead_to_each_other_share_the_turns() -> None:
    counted = visit_bounds(solve(Script(loop(None, turns=8))))
    assert (counted["here"], counted["there"]) == (4, 4)


def test_an_ending_comes_once_and_what_nobody_meets_never() -> None:
    counted = visit_bounds(solve(Script(early_exit())))
    assert (counted["repairs"], counted["quiet"], counted["~left"]) == (1, 1, 0)
