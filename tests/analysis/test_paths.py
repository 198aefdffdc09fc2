"""Ways through solved scenarios: they can be walked with the real engine, and nothing shorter exists."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.analysis.paths import SILENCE, Way, needed, shortest_repair_way, way_to
from simulator.analysis.solve import solve
from simulator.analysis.value import GOOD_ENDINGS, WHOLE_REPAIRS
from simulator.scenario.document import Ending, Scenario
from simulator.session.script import SILENT, Script, Standing
from tests.analysis.generating import VARIED
from tests.analysis.oracle import choices
from tests.analysis.playing import solved
from tests.analysis.stories import DRIFT, REPAIRS, early_exit, ending, moment, says, story, unwinnable
from tests.quick_and_slow import quick_and_slow

SEEDS = range(1, 120, 6)


def walked(script: Script, way: Way) -> Standing:
    """Where a way leads from the start, through the real engine."""
    standing = Standing(script.start())
    for step in way:
        assert standing.place is not None
        assert standing.place.moment is step.moment
        choice = SILENT if step.response is None else step.moment.responses.index(step.response)
        assert choice in choices(script, standing.place)
        standing = script.step(standing.place, choice).after
    return standing


def names(way: Way) -> list[str]:
    return [step.name for step in way]


@pytest.mark.parametrize("seed", quick_and_slow(VARIED, SEEDS))
def test_the_shortest_repair_can_be_walked_and_is_as_long_as_the_solver_says(seed: int) -> None:
    solution = solved(seed)
    script = solution.script
    way = shortest_repair_way(solution)
    start = solution.start
    assert len(way) == (start.turns_to_whole or start.turns_to_repair or 0)
    if way:
        closing = walked(script, way).closing
        assert closing is not None
        assert closing.verdict in (GOOD_ENDINGS if start.turns_to_whole is None else WHOLE_REPAIRS)


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED], [SEEDS]))
def test_some_of_these_scenarios_have_a_repair_of_several_turns(seeds: Iterable[int]) -> None:
    lengths = {len(shortest_repair_way(solved(seed))) for seed in seeds}
    assert max(lengths) >= 3


@pytest.mark.parametrize("seed", quick_and_slow(VARIED[::2], SEEDS[::4]))
def test_a_way_to_a_state_leads_to_that_state(seed: int) -> None:
    solution = solved(seed)
    script = solution.script
    for index, layer in enumerate(solution.layers):
        for row in range(0, layer.size, 7):
            place = walked(script, way_to(solution, index, row)).place
            assert place is not None
            assert solution.row(place) == (index, row)


def two_ways() -> Scenario:
    """Owning is needed; what follows can be asked or waited for."""
    return story(
        moment("quiet", ReactionState.MINIMAL, says("own", "fears"), says("tell", "drift"), silent="drift"),
        moment("fears", ReactionState.BLOCK, says("ask", "repairs"), says("doubt", "drift"), silent="repairs"),
        DRIFT, REPAIRS,
    )  # fmt: skip


def test_what_every_repair_goes_through_is_needed_and_what_has_another_way_is_not() -> None:
    assert names(needed(solve(Script(two_ways())))) == ["own"]
    assert names(needed(solve(Script(early_exit())))) == ["stay", "fear", "hear"], "settling is a repair in part only"
    assert names(needed(solve(Script(unwinnable())))) == ["own", "fear"]


def test_without_a_repair_nothing_is_needed() -> None:
    hopeless = story(
        moment("quiet", ReactionState.MINIMAL, says("a", "drift"), says("b", "drift"), silent="goes"),
        ending("goes", ReactionState.LEFT, Ending.LEFT),
        DRIFT,
    )
    assert needed(solve(Script(hopeless))) == shortest_repair_way(solve(Script(hopeless))) == ()


def test_silence_has_a_name_in_a_way() -> None:
    quiet = moment("quiet", ReactionState.MINIMAL, says("a", "drift"), silent="later")
    later = moment("later", ReactionState.AVOIDING, says("own", "repairs"), silent="drift")
    waits = story(quiet, later, DRIFT, REPAIRS)
    assert names(shortest_repair_way(solve(Script(waits)))) == [SILENCE, "own"]
