"""Ways of playing: what they come to exactly, place by place, and as often as the engine is really played."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.learner import worths
from simulator.analysis.learner_levels import HALFWAY, STRONG, TOLERANCE, WEAK, Learners
from simulator.analysis.policies import (
    EXPERT,
    LEARNER,
    NOISY_EXPERT,
    POLICIES,
    Outcome,
    chances_at,
    foresight,
    play_out,
)
from simulator.analysis.solution_archive import packed, unpacked
from simulator.analysis.solve import Solution, solve
from simulator.analysis.value import HIGHEST, value_of
from simulator.cli.sampling import Bot, Tally, mean_interval, share_interval
from simulator.patient.verdicts import Verdict
from simulator.scenario.conditions import Compare, Gauge, Relation
from simulator.scenario.document import Response, ResponseWording, Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from tests.analysis.generating import VARIED, generated
from tests.analysis.stories import early_exit, loop, moment
from tests.quick_and_slow import quick_and_slow

SHIPPED = Path(__file__).parents[2] / "scenarios"
PLAYED = quick_and_slow([147], ["push-me", 65, 218, 273])
WALKED = (1, 2, 3, 5, 8, 65, 218, 273, 386)
RUNS = 1_500
SHIPPED_RUNS = 300
"""Of a scenario whose plays take long: that both agree is shown on it too, how closely they do on the small ones."""
FALSE_ALARMS = 0.01
"""How often all comparisons together would raise one, were the seeds not fixed."""


@cache
def solved(which: str | int) -> Solution:
    return solve(Script(shipped(which) if isinstance(which, str) else generated(which)))


def shipped(name: str) -> Scenario:
    scenario = read_scenario(FolderFiles(SHIPPED), f"{name}.yaml").scenario
    assert scenario is not None
    return scenario


def sampled(solution: Solution, policy: str, runs: int, seed: int) -> Tally:
    bot, tally, dice = Bot(solution.script, POLICIES[policy], solution), Tally(), random.Random(seed)
    for _ in range(runs):
        tally.add(bot.play(dice))
    return tally


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("which", PLAYED)
def test_what_is_played_agrees_with_what_was_worked_out(which: str | int, policy: str) -> None:
    solution = solved(which)
    runs = SHIPPED_RUNS if isinstance(which, str) else RUNS
    exact, played = play_out(solution, POLICIES[policy]), sampled(solution, policy, runs, seed=11)
    comparisons = len(PLAYED) * len(POLICIES) * (len(Verdict) + 1)
    z = NormalDist().inv_cdf(1 - FALSE_ALARMS / comparisons / 2)
    for verdict, count in played.verdicts.items():
        low, high = share_interval(count, runs, z)
        assert low <= exact.verdicts[verdict] + 1e-12, verdict
        assert exact.verdicts[verdict] - 1e-12 <= high, verdict
    low, high = mean_interval(played.values, z)
    assert low <= exact.mean <= high


def walked(solution: Solution, policy: str) -> Outcome:
    """The exact outcome of a policy, place by place through the engine, by its chances at each place."""
    script, ahead = solution.script, foresight(solution, POLICIES[policy])
    values, verdicts = np.zeros(HIGHEST + 1), dict.fromkeys(Verdict, 0.0)
    visits = {moment.id: 0.0 for moment in solution.options.moments}
    here: dict[int, tuple[Place, float]] = {script.start().number: (script.start(), 1.0)}
    while here:
        after: dict[int, tuple[Place, float]] = {}
        for place, reached in here.values():
            visits[place.moment.id] += reached
            for choice, chance in chances_at(script, place, POLICIES[policy], ahead).items():
                standing = script.step(place, choice).after
                if standing.closing is not None:
                    values[value_of(standing.closing)] += reached * chance
                    verdicts[standing.closing.verdict] += reached * chance
                    if standing.closing.moment is not None:
                        visits[standing.closing.moment.id] += reached * chance
                elif standing.place is not None:
                    before = after.get(standing.place.number, (standing.place, 0.0))[1]
                    after[standing.place.number] = standing.place, before + reached * chance
        here = after
    return Outcome(policy, verdicts, values, visits)


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED[1::4]], [WALKED]))
@pytest.mark.parametrize("policy", POLICIES)
def test_chances_at_every_place_come_to_the_same_as_whole_layers_at_once(policy: str, seeds: Iterable[int]) -> None:
    for seed in seeds:
        layers, places = play_out(solved(seed), POLICIES[policy]), walked(solved(seed), policy)
        assert layers.verdicts == pytest.approx(places.verdicts, abs=1e-9), seed
        assert layers.values == pytest.approx(places.values, abs=1e-9), seed
        assert layers.values.sum() == pytest.approx(1), seed
        assert layers.visits == pytest.approx(places.visits, abs=1e-9), seed


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED], [WALKED]))
def test_where_no_response_is_on_offer_a_policy_stays_silent(seeds: Iterable[int]) -> None:
    met = 0
    for seed in seeds:
        script, dice = solved(seed).script, random.Random(seed)
        for _ in range(50):
            place: Place | None = script.start()
            while place is not None:
                if not script.offered(place):
                    assert chances_at(script, place, POLICIES["random"]) == {SILENT: 1.0}
                    met += 1
                place = script.step(place, dice.choice((SILENT, *script.offered(place)))).after.place
    assert met, "there is always something on offer, so nothing was tried"


def test_a_policy_takes_only_what_is_on_offer() -> None:
    third_time = Compare(Gauge.VISITS, Relation.AT_LEAST, 3)
    script = Script(loop(third_time))
    there = script.step(script.start(), 0).after.place
    assert there is not None
    assert chances_at(script, there, POLICIES["random"]) == {0: 1.0}
    open_now = Script(loop(Compare(Gauge.VISITS, Relation.AT_LEAST, 1)))
    there = open_now.step(open_now.start(), 0).after.place
    assert there is not None
    assert chances_at(open_now, there, POLICIES["random"]) == {0: 0.5, 1: 0.5}


def test_the_expert_takes_the_best_and_the_noisy_one_nearly_always() -> None:
    solution = solve(Script(early_exit()))
    script, start = solution.script, solution.script.start()
    settle, stay = 0, 1
    expert, noise = foresight(solution, POLICIES[EXPERT]), foresight(solution, POLICIES[NOISY_EXPERT], skill=0.1)
    assert chances_at(script, start, POLICIES[EXPERT], expert) == {stay: 1.0}
    noisy = chances_at(script, start, POLICIES[NOISY_EXPERT], noise)
    assert noisy[stay] > noisy[settle] > noisy[SILENT] > 0
    assert noisy[stay] / noisy[settle] == pytest.approx(np.exp(0.1 * given_away(solution, settle)))


def given_away(solution: Solution, choice: int) -> int:
    closing = solution.script.step(solution.script.start(), choice).after.closing
    assert closing is not None
    return solution.start.best[0] - value_of(closing)


@pytest.mark.parametrize("which", PLAYED)
def test_skill_goes_from_any_choice_to_the_best_one(which: str | int) -> None:
    solution, noisy = solved(which), POLICIES[NOISY_EXPERT]
    means = [play_out(solution, noisy, skill).mean for skill in (0, 0.02, 0.1, 0.5, 1e300)]
    assert means == sorted(means)
    assert means[0] < means[-1] == pytest.approx(play_out(solution, POLICIES[EXPERT]).mean)


@pytest.mark.parametrize("which", PLAYED)
def test_without_skill_staying_silent_is_as_likely_as_every_response(which: str | int) -> None:
    solution = solved(which)
    start = solution.script.start()
    count = len(solution.script.offered(start)) + 1
    ahead = foresight(solution, POLICIES[NOISY_EXPERT], skill=0)
    chances = chances_at(solution.script, start, POLICIES[NOISY_EXPERT], ahead)
    assert chances == pytest.approx(dict.fromkeys((SILENT, *solution.script.offered(start)), 1 / count))


@pytest.mark.parametrize("which", PLAYED)
def test_learners_earn_what_they_may_expect_between_careless_play_and_the_expert(which: str | int) -> None:
    solution = solved(which)
    best = solution.start.best[0]
    learners = Learners(solution.layers, best)
    careless = play_out(solution, POLICIES[NOISY_EXPERT], skill=0).mean
    assert worths(solution, 0)[0][0] == pytest.approx(careless)
    assert worths(solution, 1e6)[0][0] == pytest.approx(play_out(solution, POLICIES[EXPERT]).mean, abs=0.01)
    for policy, share in (("learner-weak", WEAK), (LEARNER, HALFWAY), ("learner-strong", STRONG)):
        mean = play_out(solution, POLICIES[policy]).mean
        assert mean == pytest.approx(learners.at(share).expected(0, 0), abs=0.02)
        assert mean == pytest.approx(careless + share * (best - careless), abs=TOLERANCE + 0.02)


def test_the_half_way_learner_plays_from_kept_prices_too_and_the_others_need_everything() -> None:
    solution = solved(8)
    script = solution.script
    kept = unpacked(script, packed(solution))
    assert kept is not None
    ahead, again = (foresight(one, POLICIES[LEARNER]) for one in (solution, kept))
    learns = POLICIES[LEARNER]
    assert chances_at(script, script.start(), learns, again) == chances_at(script, script.start(), learns, ahead)
    with pytest.raises(LookupError, match="Only the prices"):
        foresight(kept, POLICIES["learner-weak"])


def test_whoever_looks_ahead_needs_a_solution() -> None:
    script = Script(early_exit())
    with pytest.raises(ValueError, match="looks ahead"):
        chances_at(script, script.start(), POLICIES[EXPERT])


def test_ways_of_playing_that_read_words_take_each_response_in_its_longest_and_warmest() -> None:
    plain = Response("plain", "A sentence of middling length.", Move.RETREAT)
    worded = Response("worded", "Short.", Move.RETREAT, others=(ResponseWording("long", f"I feel {'glad ' * 9}here."),))
    made = moment("quiet", ReactionState.MINIMAL, plain, worded, silent="drift")
    for policy in ("longest", "warmest"):
        tiers = POLICIES[policy].tiers
        assert tiers is not None
        assert tiers(made)[0] == (1,)
