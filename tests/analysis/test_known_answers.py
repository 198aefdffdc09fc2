"""Scenarios whose answers can be worked out by hand, and what the solver says about them."""

from __future__ import annotations

import pytest

from simulator.alliance.reactions import Family, ReactionState
from simulator.analysis.solve import Solution, solve
from simulator.analysis.value import BANDS, repair_value, value_of
from simulator.patient.gauges import Alliance
from simulator.patient.start import begin
from simulator.patient.state import PatientState, Rung
from simulator.patient.verdicts import Verdict
from simulator.scenario.conditions import Compare, Gauge, Relation
from simulator.scenario.document import Scenario
from simulator.session.place import Place
from simulator.session.script import Script
from tests.analysis.stories import early_exit, loop, unwinnable
from tests.builders import play


def solved(scenario: Scenario) -> Solution:
    return solve(Script(scenario))


def place_after(script: Script, *responses: str) -> Place:
    place = script.start()
    for response in responses:
        following = script.step_of(place, response).after.place
        assert following is not None
        place = following
    return place


def value_of_playing(scenario: Scenario, *steps: str) -> int:
    closing = play(scenario, *steps).closing
    assert closing is not None
    return value_of(closing)


def test_an_early_exit_is_worth_less_than_a_late_repair() -> None:
    scenario = early_exit()
    early, late = value_of_playing(scenario, "settle"), value_of_playing(scenario, "stay", "fear", "hear")
    start = solved(scenario).start
    assert BANDS[Verdict.PARTLY][0] <= early < BANDS[Verdict.REPAIRED][0] <= late
    assert start.best == (late, late)
    assert start.turns_to_repair == 1
    assert start.endings == {Verdict.REPAIRED, Verdict.PARTLY, Verdict.UNRESOLVED}
    drifting = value_of_playing(scenario, "~")
    assert start.worst == (drifting, drifting)


def test_nothing_leads_out_of_an_unwinnable_rupture() -> None:
    scenario = unwinnable()
    solution = solved(scenario)
    assert solution.start.turns_to_repair == 2
    stuck = solution.prospect(place_after(solution.script, "blame"))
    assert stuck.turns_to_repair is None
    # Begging can go on until the hour is over; only the third question in a row would be too many.
    assert stuck.endings == {Verdict.LEFT, Verdict.UNRESOLVED}
    assert stuck.best[1] <= BANDS[Verdict.UNRESOLVED][1]
    assert stuck.worst[0] <= BANDS[Verdict.LEFT][1]


def test_a_loop_without_a_way_out_is_gone_round_until_the_hour_is_over() -> None:
    solution = solved(loop(None))
    assert len(solution.layers) == 8
    assert max(layer.size for layer in solution.layers) <= 5, (
        "only what was said last, and how long they have been there, can differ"
    )
    assert solution.start.endings == {Verdict.UNRESOLVED}
    assert solution.start.turns_to_repair is None
    assert solution.start.best == solution.start.worst == (value_of_playing(loop(None), *["go", "back"] * 4),) * 2


def test_a_way_out_of_a_loop_is_found_on_the_third_time_round() -> None:
    third_time = Compare(Gauge.VISITS, Relation.AT_LEAST, 3)
    start = solved(loop(third_time)).start
    assert start.turns_to_repair == 6
    assert start.endings == {Verdict.PARTLY, Verdict.UNRESOLVED}
    assert solved(loop(third_time, turns=5)).start.turns_to_repair is None


def test_a_response_whose_guard_is_never_true_is_never_on_offer() -> None:
    never = Compare(Gauge.BOND, Relation.MORE, 100)
    guarded, open_ = solved(loop(never)), solved(loop(Compare(Gauge.BOND, Relation.AT_MOST, 100)))
    out = 2  # column 0 is staying silent, column 1 going back
    assert not any(layer.on_offer[:, out].any() for layer in guarded.layers if layer.next.shape[1] > out)
    assert any(layer.on_offer[:, out].any() for layer in open_.layers)
    assert guarded.start == solved(loop(None)).start
    assert open_.start.turns_to_repair == 2


def test_a_patient_worn_out_by_ruptures_leaves_even_a_loop() -> None:
    scenario = loop(None, turns=12)
    solution = solved(scenario)
    assert scenario.moments["there"].reaction is ReactionState.AVOIDING
    assert solution.start.endings == {play(scenario, *["go", "back"] * 6).closing.verdict}  # type: ignore[union-attr]


UNTOUCHED = begin(ReactionState.MINIMAL, Alliance(0, 0, 0), Family.WITHDRAWAL)
FELT, OWNED, FAR = (
    UNTOUCHED._replace(alliance=Alliance.of_points(100, 100, 100)),
    UNTOUCHED._replace(owned=4),
    UNTOUCHED._replace(rungs=~Rung.NONE),
)


@pytest.mark.parametrize(
    ("verdict", "least", "most"),
    [
        (Verdict.LEFT, 0, 9),
        (Verdict.QUIET_DROP_OUT, 5, 14),
        (Verdict.UNRESOLVED, 15, 44),
        (Verdict.PARTLY, 45, 69),
        (Verdict.TRANSFER, 60, 84),
        (Verdict.REPAIRED, 70, 100),
    ],
)
def test_a_verdict_is_worth_what_its_band_holds(verdict: Verdict, least: int, most: int) -> None:
    everything = FELT._replace(owned=OWNED.owned, rungs=FAR.rungs)
    assert (repair_value(verdict, UNTOUCHED), repair_value(verdict, everything)) == (least, most)


@pytest.mark.parametrize(("state", "of_thirty"), [(FELT, 15), (OWNED, 9), (FAR, 6)], ids=["felt", "owned", "how far"])
def test_half_a_band_is_felt_three_tenths_owned_and_two_tenths_how_far_they_came(
    state: PatientState, of_thirty: int
) -> None:
    assert repair_value(Verdict.REPAIRED, state) == 70 + of_thirty
