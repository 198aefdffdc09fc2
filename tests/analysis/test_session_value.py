"""What sessions came to, how they were played, and which turns mattered."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.judgements import WORST_FROM, Help, Judgement
from simulator.analysis.session_value import SessionValue, share_of, value_session
from simulator.analysis.solve import solve
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script
from tests.analysis.attuned import attuned
from tests.analysis.playing import FEW, PLAYS, Played, few_or_many_plays, random_plays, solved
from tests.analysis.stories import DRIFT, REPAIRS, SETTLES, early_exit, moment, says, story, unwinnable
from tests.builders import session_of
from tests.quick_and_slow import quick_and_slow

RICH = (13, 34, 92, 93)


def value_of_play(scenario_of: object, *steps: str, stop: bool = False) -> SessionValue:
    solution = solved(scenario_of)
    return value_session(solution, session_of(solution.script.scenario, *steps, stop=stop))


def test_the_best_play_has_all_of_it_cost_nothing_and_no_turn_to_say_again() -> None:
    full = value_of_play(early_exit, "stay", "fear", "hear")
    assert (full.share, full.mean_price, full.worst) == (100, 0, None)
    assert full.reached == full.attainable
    assert full.best is max(full.decisions, key=lambda decision: decision.gain)
    assert full.heading == (full.start, *(decision.after_chosen for decision in full.decisions))
    assert list(full.heading) == sorted(full.heading)


def test_settling_early_is_the_turn_to_say_again_and_nothing_helped() -> None:
    early = value_of_play(early_exit, "settle")
    (decision,) = early.decisions
    assert early.worst is decision
    assert early.best is None
    assert early.mean_price == decision.price
    assert early.share is not None
    assert early.share < 100


def roundabout() -> Scenario:
    """Hushing leads round and back to where it was said; hearing repairs."""
    return story(
        moment("quiet", ReactionState.MINIMAL, says("hush", "aside"), says("hear", "repairs"), silent="aside"),
        moment("aside", ReactionState.AVOIDING, says("back", "quiet"), says("doubt", "drift"), silent="drift"),
        DRIFT, SETTLES, REPAIRS,
    )  # fmt: skip


def test_the_first_of_equally_costly_turns_is_the_one_to_say_again() -> None:
    walk = value_of_play(roundabout, *["hush", "back"] * 3, "hush", "doubt")
    assert walk.worst is not None
    costliest = max(decision.price for decision in walk.decisions)
    assert walk.worst.price == costliest >= WORST_FROM
    assert walk.worst.turn == min(d.turn for d in walk.decisions if d.price == costliest)


@pytest.mark.parametrize("played", quick_and_slow([[(RICH[0], FEW)]], [[(seed, PLAYS) for seed in RICH]]))
def test_no_turn_is_both_to_be_said_again_and_the_one_that_helped_most(played: list[Played]) -> None:
    both = 0
    for seed, plays in played:
        for _, value in random_plays(seed, plays):
            if value.worst is not None:
                assert value.worst.price >= WORST_FROM
                assert value.worst.price == max(decision.price for decision in value.decisions)
            if value.best is not None:
                assert value.best.judgement is Judgement.AS_GOOD
                assert value.best.helped in set(Help)
                assert value.best is not value.worst
            both += value.best is not None and value.worst is not None
    assert both * 48 > sum(plays for _, plays in played)


def test_stopping_gives_away_what_was_to_be_expected_and_a_session_that_goes_on_has_no_share() -> None:
    stopped = value_of_play(early_exit, "stay", stop=True)
    assert stopped.reached is not None
    assert stopped.stopping == stopped.decisions[-1].after_chosen - 100 * stopped.reached > 0
    going_on = value_of_play(early_exit, "stay")
    assert (going_on.reached, going_on.share, going_on.stopping) == (None, None, 0)
    assert len(going_on.decisions) == 1


def test_before_anything_was_said_there_is_only_where_the_hour_is_heading() -> None:
    value = value_of_play(early_exit)
    assert (value.decisions, value.mean_price, value.worst, value.best) == ((), None, None, None)
    assert value.heading == (value.start,)
    stopped = value_of_play(early_exit, stop=True)
    assert stopped.reached is not None
    assert value.start - stopped.stopping == 100 * stopped.reached


def test_without_an_exact_solution_the_share_is_a_bound_and_nothing_is_said_of_any_decision() -> None:
    bounds = solve(Script(early_exit()), Budget(states=1))
    value = value_session(bounds, session_of(early_exit(), "stay", "fear", "hear"))
    assert (value.exact, value.decisions, value.worst, value.best, value.mean_price) == (False, (), None, None, None)
    assert value.share is not None


@pytest.mark.parametrize("attainable", [1, 44, 94, 100])
def test_only_the_optimum_has_a_share_of_a_hundred(attainable: int) -> None:
    shares = [share_of(reached, attainable) for reached in range(attainable + 1)]
    assert shares == sorted(shares)
    assert shares.index(100) == attainable
    assert all(share * attainable <= 100 * reached for reached, share in enumerate(shares)), "rounded up"


SHIPPED = Path(__file__).parents[2] / "scenarios"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["concert-silence", "homework-load", "push-me"])
def test_whoever_takes_the_best_answer_throughout_repairs_a_shipped_scenario(name: str) -> None:
    scenario = read_scenario(FolderFiles(SHIPPED), f"{name}.yaml").scenario
    assert scenario is not None
    solution = solve(Script(scenario))
    value = value_session(solution, played := attuned(solution, scenario))
    assert played.standing.closing is not None
    assert played.standing.closing.verdict is Verdict.REPAIRED
    assert {(d.judgement, d.best is d.chosen, d.price) for d in value.decisions} == {(Judgement.AS_GOOD, True, 0)}
    assert value.mean_price == 0
    assert value.share is not None
    assert value.share >= 90


def reached_and_share(value: SessionValue) -> tuple[int, int]:
    assert value.reached is not None
    assert value.share is not None
    return value.reached, value.share


@pytest.mark.parametrize("played", few_or_many_plays(*RICH))
def test_a_higher_repair_value_never_gets_a_lower_share_whatever_the_length(played: Played) -> None:
    plays = random_plays(*played)
    ranked = sorted(reached_and_share(value) for _, value in plays)
    shares = [share for _, share in ranked]
    assert shares == sorted(shares)
    assert len({len(session.exchanges) for session, _ in plays}) > 2, "all plays are of one length"
    assert len({reached for reached, _ in ranked}) > 5, "all plays are worth the same"
    for _, value in plays:
        assert (value.share == 100) == (value.reached == value.attainable)


@pytest.mark.parametrize("played", few_or_many_plays(*RICH))
def test_how_it_was_played_is_the_mean_of_all_prices(played: Played) -> None:
    for _, value in random_plays(*played):
        prices = [decision.price for decision in value.decisions]
        if not prices:
            assert value.mean_price is None
            continue
        assert value.mean_price == pytest.approx(sum(prices) / len(prices), abs=0.5)
        assert (value.mean_price == 0) == all(price == 0 for price in prices)


def test_what_led_into_a_rupture_that_nothing_leads_out_of_is_the_turn_to_say_again() -> None:
    value = value_of_play(unwinnable, "blame", "beg", "argue")
    assert value.worst is value.decisions[0]
