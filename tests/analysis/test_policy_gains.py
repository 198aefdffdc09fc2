"""Where a blind way of playing gets its points: in the moments whose answers it picks well, and exactly so many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.analysis.policies import BLIND, POLICIES, play_out, policies_in
from simulator.analysis.policy_gains import policy_gains
from simulator.analysis.solve import solve
from simulator.analysis.warm_words import WARM_WORDS, warm_words
from simulator.scenario.document import Moment, Scenario
from simulator.session.script import Script
from tests.analysis.playing import solved
from tests.analysis.proving import analysed, message
from tests.analysis.stories import DRIFT, REPAIRS, moment, says, story
from tests.quick_and_slow import quick_and_slow


def two_steps(first: str, second: str) -> Scenario:
    """Two moments, each with one good answer and two bad ones; the good ones are said in these words."""

    def step(name: str, reaction: ReactionState, words: str, then: str) -> Moment:
        good = replace(says("good", then), say=words)
        bad = [replace(says(f"bad-{i}", "drift"), say="Some other words") for i in (1, 2)]
        return moment(name, reaction, *bad, good, silent="drift")

    return story(
        step("quiet", ReactionState.MINIMAL, first, "fears"), step("fears", ReactionState.BLOCK, second, "repairs"),
        DRIFT, REPAIRS,
    )  # fmt: skip


@pytest.mark.parametrize("seed", quick_and_slow([92, 147], [3, 5, 8, 65, 218]))
@pytest.mark.parametrize("name", ["longest", "first", "apologise", "silent"])
def test_what_is_gained_in_all_moments_together_is_the_difference_of_the_means(seed: int, name: str) -> None:
    solution = solved(seed)
    gains = policy_gains(solution, POLICIES[name])
    means = [play_out(solution, POLICIES[policy]).mean for policy in (name, "random")]
    assert sum(gains.values()) == pytest.approx(means[0] - means[1])


def test_only_the_moment_whose_words_give_it_away_gains() -> None:
    solution = solve(Script(two_steps("A much longer sentence than the others", "Some other words")))
    gains = policy_gains(solution, POLICIES["longest"])
    assert gains["quiet"] > 5
    assert gains["fears"] == pytest.approx(0)


def test_the_moments_that_give_most_away_are_named_first() -> None:
    scenario = two_steps("I hear you, and I feel with you", "I understand")
    told = message(scenario, "610")
    assert told.index("“fears” (+") < told.index("“quiet” (+")
    assert "or more in half of the sessions" in told


def test_warm_words_are_looked_for_in_languages_whose_words_are_known_only() -> None:
    scenario = two_steps("I hear you, and I feel with you", "I understand")
    assert "warmest" in analysed(replace(scenario, language="en-GB")).outcomes
    german = analysed(replace(scenario, language="de"))
    assert "warmest" not in german.outcomes
    assert "610" not in {one.code for one in german.diagnostics if "warm" in str(one.message)}
    assert {policy.name for policy in policies_in("de")} == set(POLICIES) - {"warmest"}


def test_every_word_of_the_table_is_found_in_its_language_whole_and_however_it_begins() -> None:
    for language, words in WARM_WORDS.items():
        pattern = warm_words(language)
        assert pattern is not None
        assert all(pattern.fullmatch(word.capitalize()) for word in words)
        assert not pattern.search(f"un{words[0]}x")


def test_the_blind_ways_are_still_those_that_do_not_look() -> None:
    assert set(BLIND) == {policy.name for policy in POLICIES.values() if policy.blind} - {"random"}
