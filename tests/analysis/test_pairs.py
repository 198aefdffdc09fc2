"""What was said and what follows, against every play of small scenarios followed one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import SaidClass
from simulator.analysis.pairs import Pair, answers_before, pairs
from simulator.analysis.policies import NOISY_EXPERT, POLICIES, chances_at, foresight
from simulator.analysis.solve import Solution, solve
from simulator.scenario.document import After, Moment, Wording
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from tests.analysis.generating import VARIED
from tests.analysis.oracle import choices
from tests.analysis.playing import solved
from tests.analysis.stories import early_exit, says
from tests.quick_and_slow import quick_and_slow
from tests.telling import one_moment

FEW_OR_MANY = pytest.mark.parametrize("seeds", quick_and_slow([VARIED], [range(0, 120, 6)]))
Met = dict[tuple[str, str, str], float]


def names(moment: Moment, choice: int, follower: Moment) -> tuple[str, str, str]:
    return moment.id, "" if choice == SILENT else moment.responses[choice].id, follower.id


def by_name(found: tuple[Pair, ...]) -> Met:
    return {(p.moment.id, p.response.id if p.response else "", p.follower.id): p.often for p in found}


def followed(script: Script, solution: Solution, policy: str) -> Met:
    """How often a way of playing meets each pair, chances multiplied place by place."""
    met: Met = defaultdict(float)
    ahead = foresight(solution, POLICIES[policy])
    here = {script.start(): 1.0}
    while here:
        onward: dict[Place, float] = defaultdict(float)
        for place, chance in here.items():
            for choice, share in chances_at(script, place, POLICIES[policy], ahead).items():
                after = script.step(place, choice).after
                if after.place is not None:
                    onward[after.place] += chance * share
                    met[names(place.moment, choice, after.place.moment)] += chance * share
                elif after.closing is not None and after.closing.moment is not None:
                    met[names(place.moment, choice, after.closing.moment)] += chance * share
        here = onward
    return met


@FEW_OR_MANY
@pytest.mark.parametrize("policy", ["random", NOISY_EXPERT, "silent"])
def test_pairs_are_met_as_often_as_plays_that_are_followed_one_by_one(policy: str, seeds: Iterable[int]) -> None:
    for seed in seeds:
        solution = solved(seed)
        script = solution.script
        found = pairs(solution, POLICIES[policy])
        expected = followed(script, solution, policy)
        assert by_name(found) == pytest.approx({k: v for k, v in expected.items() if v > 1e-12}, abs=1e-9)
        assert [p.often for p in found] == sorted((p.often for p in found), reverse=True)


@FEW_OR_MANY
def test_what_leads_to_a_moment_is_all_that_leads_there_on_any_path(seeds: Iterable[int]) -> None:
    for seed in seeds:
        solution = solved(seed)
        script = solution.script
        expected, waiting, seen = set(), [script.start()], {script.start()}
        while waiting:
            place = waiting.pop()
            for choice in choices(script, place):
                after = script.step(place, choice).after
                moment = after.place.moment if after.place else after.closing.moment if after.closing else None
                if moment is not None:
                    expected.add(names(place.moment, choice, moment))
                if after.place is not None and after.place not in seen:
                    seen.add(after.place)
                    waiting.append(after.place)
        found = answers_before(solution)
        told = {
            (said.id, response.id if response else "", name)
            for name, answers in found.items()
            for said, response in answers
        }
        assert told == expected, f"scenario {seed}"


def pair(*wordings: Wording) -> Pair:
    """Exploring in a quiet moment, and a moment told in these wordings."""
    quiet = one_moment("quiet", ReactionState.MINIMAL, "Fine.", says("explore", "fears", Move.EXPLORE_EXPERIENCE))
    fears = replace(one_moment("fears", ReactionState.BLOCK, "I am afraid."), wordings=wordings)
    return Pair(quiet, quiet.responses[0], fears, 0.5)


@pytest.mark.parametrize(
    "after",
    [
        After(moment="quiet", response="explore"),
        After(moment="quiet", response="any"),
        After(Move.EXPLORE_EXPERIENCE),
        After(SaidClass.QUESTION),
    ],
)
def test_words_that_ask_for_the_answer_its_moment_its_move_or_its_class_take_it_up(after: After) -> None:
    assert pair(Wording(), Wording("other", after=(After(SaidClass.OFFER), after))).taken_up(1)
    assert pair(Wording(opens=((after, "Well."),))).taken_up(1)


def test_words_for_any_occasion_and_for_something_else_take_nothing_up() -> None:
    assert not pair(Wording(), Wording("other", after=(After(SaidClass.OFFER),))).taken_up(1)
    assert not pair(Wording("other", after=(After(moment="quiet", response="silence"),))).taken_up(1)


def test_words_of_another_level_do_not_count() -> None:
    masked = Wording("masked", after=(After(SaidClass.QUESTION),), levels=(3,))
    assert pair(Wording(), masked).taken_up(3)
    assert not pair(Wording(), masked).taken_up(1)


def test_of_a_scripted_story_everybody_can_work_out_the_pairs() -> None:
    found = by_name(pairs(solve(Script(early_exit())), POLICIES["random"]))
    assert found[("quiet", "settle", "settles")] == pytest.approx(0.5)
    assert found[("fears", "fear", "speaks")] == pytest.approx(0.25)
    assert ("quiet", "", "drift") not in found
