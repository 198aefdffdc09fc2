"""How hard a scenario is beside the shipped ones, and whether its levels differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.hardness import Hardness, hardness
from simulator.analysis.learner_levels import TOLERANCE
from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.proofs.levels import levels_alike
from simulator.analysis.shipped_repairs import SHIPPED_REPAIRS
from simulator.analysis.shipped_sensitivities import SHIPPED_SENSITIVITIES
from simulator.scenario.conditions import Compare, Gauge, Relation
from simulator.scenario.document import Scenario
from tests.analysis.proving import told_by
from tests.analysis.shipped_sensitivities import figures_of
from tests.analysis.stories import early_exit

LEAST, MOST = (pick(SHIPPED_SENSITIVITIES[1].values()) for pick in (min, max))
USUAL = min(SHIPPED_REPAIRS[1].values())


def curve(halfway: float, careless: float = 20, best: int = 90) -> LearningCurve:
    return LearningCurve(((0.0, careless),), best, halfway / 2, halfway, 2 * halfway, (careless + best) / 2)


@pytest.mark.parametrize(
    ("halfway", "found"),
    [
        (LEAST / 3, Hardness.FAR_EASIER),
        (LEAST / 1.5, Hardness.EASIER),
        (LEAST, Hardness.ALIKE),
        (MOST, Hardness.ALIKE),
        (MOST * 1.5, Hardness.HARDER),
        (MOST * 4, Hardness.FAR_HARDER),
    ],
)
def test_the_more_skill_it_takes_the_harder(halfway: float, found: Hardness) -> None:
    assert hardness(curve(halfway), USUAL, 1) is found


def test_where_careless_play_pays_nothing_else_is_said() -> None:
    assert hardness(curve(MOST, careless=46), USUAL, 1) is Hardness.CARELESS_PAYS
    assert hardness(curve(MOST, careless=44), USUAL, 1) is Hardness.ALIKE


@pytest.mark.parametrize("halfway", [LEAST / 3, LEAST, MOST * 1.5])
def test_a_repair_that_random_play_hardly_ever_meets_is_too_hard(halfway: float) -> None:
    assert hardness(curve(halfway), USUAL / 6, 1) is Hardness.RARELY_REPAIRED
    assert hardness(curve(halfway), 0.0, 1) is Hardness.RARELY_REPAIRED
    assert hardness(curve(halfway), USUAL / 4, 1) is not Hardness.RARELY_REPAIRED
    assert hardness(curve(halfway), USUAL / 6, 2) is not Hardness.RARELY_REPAIRED, "a higher level is harder for all"


def test_what_is_told_already_is_not_told_as_a_rare_repair_too() -> None:
    assert hardness(curve(MOST * 4), 0.0, 1) is Hardness.FAR_HARDER
    assert hardness(curve(MOST, careless=46), 0.0, 1) is Hardness.CARELESS_PAYS
    assert hardness(curve(MOST), None, 1) is Hardness.ALIKE, "that nothing repairs is told by itself"


def test_where_nothing_makes_a_difference_it_is_neither_easy_nor_hard() -> None:
    assert hardness(curve(0, careless=90), USUAL, 1) is None
    assert hardness(curve(0, careless=-TOLERANCE, best=0), USUAL, 1) is None
    assert hardness(curve(0, careless=-2 * TOLERANCE, best=0), USUAL, 1) is not None


@pytest.mark.slow
@pytest.mark.parametrize("level", SHIPPED_SENSITIVITIES)
def test_the_figures_of_the_shipped_scenarios_still_hold(level: int) -> None:
    for name, kept in SHIPPED_SENSITIVITIES[level].items():
        kept_figures = (kept, SHIPPED_REPAIRS[level][name])
        now = figures_of(name, level)
        assert now == pytest.approx(kept_figures, rel=0.05), f"{name}: python -m tests.analysis.shipped_sensitivities"


def asking(relation: Relation, level: int) -> Scenario:
    """Settling is on offer only at some levels."""
    made = early_exit()
    quiet = made.moments["quiet"]
    settle, stay = quiet.responses
    offered = (replace(settle, when=Compare(Gauge.LEVEL, relation, level)), stay)
    return replace(made, moments={**made.moments, "quiet": replace(quiet, responses=offered)})


@pytest.mark.parametrize(
    ("scenario", "levels"),
    [
        (early_exit(), "Levels 1, 2 and 3"),
        (asking(Relation.AT_MOST, 2), "Levels 1 and 2"),
        (asking(Relation.AT_LEAST, 2), "Levels 2 and 3"),
        (asking(Relation.EQUAL, 2), "Levels 1 and 3"),
    ],
)
def test_levels_at_which_the_same_can_happen_are_told(scenario: Scenario, levels: str) -> None:
    (told,) = told_by(levels_alike, scenario=scenario)
    assert f"{levels} do not differ" in told


def test_levels_that_all_differ_are_not_told() -> None:
    made = asking(Relation.AT_MOST, 2)
    fears = made.moments["fears"]
    fear, hush = fears.responses
    harder = replace(fears, responses=(fear, replace(hush, when=Compare(Gauge.LEVEL, Relation.EQUAL, 1))))
    scenario = replace(made, moments={**made.moments, "fears": harder})
    assert told_by(levels_alike, scenario=scenario) == []
