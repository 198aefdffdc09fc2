"""Ruptures that are lost for ever are told; those that only more turns would repair are told as that, and not as lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.solve import solve
from simulator.analysis.unlimited_hour import UnlimitedHour
from simulator.scenario.conditions import Compare, Condition, Gauge, Relation
from simulator.scenario.document import Scenario
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from tests.analysis.generating import generated
from tests.analysis.proving import analysed, proved
from tests.analysis.stories import DRIFT, REPAIRS, moment, says, story
from tests.quick_and_slow import quick_and_slow

OTHERS = ("605", "606", "607", "610", "612")


def long_way(last: str, when: Condition | None = None, turns: int = 8) -> Scenario:
    """Whoever walks away for four turns comes to a rupture of five sentences, the last of which leads to ``last``."""
    walk = [
        moment(
            f"walk-{n}", ReactionState.MINIMAL, says("own", "repairs"), says("walk", f"walk-{n + 1}"), silent="drift"
        )
        for n in (1, 2, 3)
    ]
    walk.append(moment("walk-4", ReactionState.MINIMAL, says("own", "repairs"), says("walk", "far-1"), silent="drift"))
    far = [
        moment(f"far-{n}", ReactionState.SHUT_DOWN, says("go", f"far-{n + 1}"), silent=f"far-{n + 1}")
        for n in range(1, 5)
    ]
    out = (says("out", last, when=when), *((says("round", "far-1"),) if when else ()))
    far.append(moment("far-5", ReactionState.SHUT_DOWN, *out, silent="far-1"))
    return story(*walk, *far, DRIFT, REPAIRS, turns=turns)


def lost(scenario: Scenario) -> list[str]:
    return [place for code, place in proved(scenario, *OTHERS) if code == "601"]


def test_where_only_turns_are_lacking_nothing_is_called_lost_and_the_hour_is() -> None:
    scenario = long_way("repairs")
    assert lost(scenario) == []
    late = analysed(scenario).out_of_time
    assert late is not None
    assert (late.turn, late.share) == (5, 1)


@pytest.mark.slow
def test_with_turns_enough_nothing_is_late_before_the_end() -> None:
    late = analysed(long_way("repairs", turns=12)).out_of_time
    assert late is not None
    assert late.turn == 9


def test_the_same_rupture_is_lost_where_its_last_sentence_leads_back_into_it() -> None:
    assert lost(long_way("far-1")) == ["key moments.far-1"]


@pytest.mark.parametrize(
    ("relation", "turn", "found"),
    [
        (Relation.AT_LEAST, 9, []),
        pytest.param(Relation.LESS, 9, ["key moments.far-1"], marks=pytest.mark.slow),
        pytest.param(Relation.LESS, 10, [], marks=pytest.mark.slow),
    ],
)
def test_a_way_out_that_opens_at_some_turn_counts_and_one_that_has_closed_does_not(
    relation: Relation, turn: int, found: list[str]
) -> None:
    assert lost(long_way("repairs", Compare(Gauge.TURN, relation, turn))) == found


def test_what_is_too_much_to_try_is_not_called_lost() -> None:
    script = Script(long_way("far-1"))
    place = script.start()
    for _ in range(4):
        after = script.step_of(place, "walk").after.place
        assert after is not None
        place = after
    assert UnlimitedHour(script).repairs(place) is False
    assert UnlimitedHour(script, budget=Budget(states=3)).repairs(place) is None


@pytest.mark.parametrize("seed", quick_and_slow([92, 147], [1, 2, 3, 5, 8, 65, 218]))
def test_whatever_a_longer_hour_repairs_is_not_lost(seed: int) -> None:
    scenario = generated(seed)
    script, hour = Script(scenario), UnlimitedHour(Script(scenario))
    longer = solve(Script(replace(scenario, turns=scenario.turns + 8)))
    for place in _some_places(script):
        if longer.prospect(place).turns_to_repair is not None:
            assert hour.repairs(place), place


def _some_places(script: Script) -> list[Place]:
    """Places along a path that always takes the last choice, and along one that stays silent."""
    found: list[Place] = []
    for silent in (True, False):
        place: Place | None = script.start()
        while place is not None:
            found.append(place)
            offered = script.offered(place)
            place = script.step(place, SILENT if silent or not offered else offered[-1]).after.place
    return found
