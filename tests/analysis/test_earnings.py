"""Which scores a scenario can give: never less than what is earned, and what can be worked out by hand is proved."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.earnings import SCORES, Earning, earnings, sampled
from simulator.analysis.possible_turns import possible_turns
from simulator.analysis.solve import Solution, solve
from simulator.patient.state import Cause
from simulator.scenario.document import Moment, Response, Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.scoring.competencies import ASSESSORS
from simulator.scoring.competency import Competency
from simulator.session.script import Script
from tests.analysis import stories
from tests.analysis.generating import VARIED
from tests.analysis.playing import solved
from tests.analysis.stories import DRIFT, LEAVES, REPAIRS, SETTLES, early_exit, moment, story
from tests.quick_and_slow import quick_and_slow
from tests.scoring.as_possible import turns_of
from tests.telling import retold

ROOT = Path(__file__).parents[2] / "scenarios"
SHIPPED = sorted(path.name for path in ROOT.glob("*.yaml"))
SEEDS = range(0, 120, 2)
PORTIONS = [SEEDS[first : first + 15] for first in range(0, len(SEEDS), 15)]
WAYS = 24
"""How many plays it takes until every way of playing was tried once."""

_S = ReactionState


def says(name: str, then: str, move: Move = Move.EXPLORE_EXPERIENCE) -> Response:
    """A response that leads where it says; it asks about it unless told otherwise."""
    return stories.says(name, then, move)


def own(quality: int, then: str) -> Response:
    return replace(says(f"own-{quality}", then, Move.OWN_CONTRIBUTION), quality=quality)


def quiet(name: str, *responses: Response, silent: str = "drift") -> Moment:
    return moment(name, _S.MINIMAL, *responses, silent=silent)


def most(made: Scenario, competency: Competency) -> int | None:
    """The highest score by proof; a play has to earn it too, or the answer would be too high."""
    found = earnings(solve(Script(made)), random.Random(3), 6 * WAYS)
    earning = next(one for one in found if one.competency is competency)
    assert max(earning.earned, default=None) == earning.highest
    return earning.highest


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED[::3]], PORTIONS))
def test_no_play_of_any_scenario_earns_more_than_the_highest(seeds: Iterable[int]) -> None:
    for seed in seeds:
        for earning in earnings(solved(seed), random.Random(seed), WAYS):
            assert not earning.earned & earning.excluded, f"scenario {seed}: {earning}"
            assert earning.observed == bool(earning.earned)


@cache
def shipped(name: str) -> Solution:
    made = read_scenario(FolderFiles(ROOT), name).scenario
    assert made is not None
    return solve(Script(made))


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_keeps_the_best_scores_from_being_earned_in_a_shipped_scenario(name: str) -> None:
    found = earnings(shipped(name), random.Random(1), 0)
    assert {earning.competency: earning.highest for earning in found} == dict.fromkeys(Competency, 5)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_best_and_worst_are_earned_in_every_competency_of_a_shipped_scenario(name: str) -> None:
    open_: set[tuple[Competency, int]] = {(competency, score) for competency in Competency for score in (1, 5)}
    # The rarest of them, validating both feeling and guard, comes once in some five hundred plays.
    for transcript in sampled(shipped(name), random.Random(1), 5_000):
        for competency in {competency for competency, _ in open_}:
            score = ASSESSORS[competency].assess(transcript).score
            open_ -= {(competency, score)} if score is not None else set()
        if not open_:
            break
    assert not open_


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_a_session_of_a_shipped_scenario_earns_no_more_than_its_own_turns_allow(name: str) -> None:
    for transcript in sampled(shipped(name), random.Random(2), 3 * WAYS):
        turns = turns_of(transcript)
        for competency, assessor in ASSESSORS.items():
            score, highest = assessor.assess(transcript).score, assessor.highest(turns)
            assert score is None or (highest is not None and score <= highest), competency


def test_without_any_rupture_nothing_can_be_shown() -> None:
    talk = retold(moment("talk", _S.ENGAGED, says("on", "more"), silent="drift"), markers=())
    made = story(talk, replace(talk, id="more", responses=(says("on", "drift"),)), DRIFT)
    assert {most(made, competency) for competency in Competency} == {None}


def test_noticing_needs_five_signs_that_are_shown() -> None:
    def showing(signs: int, *, plain: bool = False) -> Scenario:
        names = [*(f"quiet-{i}" for i in range(signs)), "drift"]
        moments = [quiet(name, says("ask", then), silent=then) for name, then in pairwise(names)]
        return story(*(retold(m, markers=()) if plain else m for m in moments), DRIFT)

    assert most(showing(5, plain=True), Competency.NOTICING) is None
    assert most(showing(4), Competency.NOTICING) is None
    assert most(showing(5), Competency.NOTICING) == 5


def test_a_marker_of_any_wording_can_be_noticed() -> None:
    moments = [quiet(f"quiet-{i}", says("ask", f"quiet-{i + 1}" if i < 4 else "drift")) for i in range(5)]
    plain = [retold(m, markers=()) for m in moments]
    shown = [replace(m, wordings=(*m.wordings, replace(m.first, id="o", markers=(Marker.MINIMAL,)))) for m in plain]
    turns = possible_turns(solve(Script(story(*shown, DRIFT))))
    assert ASSESSORS[Competency.NOTICING].highest(turns) == 5


def test_a_marker_that_the_state_lends_can_be_noticed() -> None:
    moments = [quiet(f"quiet-{i}", says("ask", f"quiet-{i + 1}" if i < 4 else "drift")) for i in range(5)]
    made = story(*(retold(m, markers=()) for m in moments), DRIFT)
    line = retold(made.patient.lines[_S.MINIMAL], wordless=True, patient="", markers=(Marker.MINIMAL,))
    lending = replace(made, patient=replace(made.patient, lines={**made.patient.lines, _S.MINIMAL: line}))
    highest = [ASSESSORS[Competency.NOTICING].highest(possible_turns(solve(Script(m)))) for m in (made, lending)]
    assert highest == [None, 5]


def test_latency_is_as_good_as_the_first_moment_that_offers_an_answer_to_the_rupture() -> None:
    pleased = says("agree", "still", Move.SEEK_AGREEMENT)
    late = story(quiet("quiet", pleased), quiet("still", says("notice", "drift", Move.NOTICE_SHIFT)), DRIFT)
    never = story(quiet("quiet", pleased), quiet("still", says("reassure", "drift", Move.REASSURE_EARLY)), DRIFT)
    assert [most(made, Competency.LATENCY) for made in (late, never)] == [4, 1]


def test_waiting_takes_a_rupture_up_only_after_an_invitation() -> None:
    def waiting(first: Move) -> Scenario:
        return story(quiet("quiet", says("first", "worse", first)), moment("worse", _S.PRESSURE, silent="drift"), DRIFT)

    assert most(waiting(Move.EXPLORE_EXPERIENCE), Competency.SECONDARY_RUPTURES) == 4
    assert most(waiting(Move.REFOCUS), Competency.SECONDARY_RUPTURES) is None


def test_with_nothing_to_own_the_own_role_stays_unnamed() -> None:
    first, second = quiet("quiet", says("ask", "still")), quiet("still", says("ask", "drift"))
    assert most(story(first, second, DRIFT), Competency.OWN_ROLE) == 1
    assert most(story(second, DRIFT), Competency.OWN_ROLE) is None


@pytest.mark.parametrize("quality", range(5))
def test_the_own_role_is_worth_what_the_best_ownership_on_offer_is(quality: int) -> None:
    assert most(story(quiet("quiet", own(quality, "drift")), DRIFT), Competency.OWN_ROLE) == quality + 1


@pytest.mark.parametrize(("before", "expected"), [(2, 5), (3, 4)])
def test_the_best_ownership_comes_too_late_in_the_fourth_turn(before: int, expected: int) -> None:
    waits = (quiet(f"wait-{i}", says("wait", f"wait-{i + 1}", Move.REFOCUS)) for i in range(before))
    assert most(story(*waits, quiet(f"wait-{before}", own(4, "drift")), DRIFT), Competency.OWN_ROLE) == expected


def test_what_is_owned_only_after_the_repair_does_not_count() -> None:
    together = moment("together", _S.REPAIRED, says("on", "again"), silent="drift")
    made = story(quiet("quiet", own(2, "together")), together, quiet("again", own(4, "drift")), DRIFT)
    assert most(made, Competency.OWN_ROLE) == 3


def test_exploring_needs_questions_and_steps_that_they_open() -> None:
    turn = says("turn", "drift", Move.REFOCUS)
    short = story(quiet("quiet", turn), DRIFT)
    none = story(quiet("quiet", replace(turn, then="still")), quiet("still", turn), DRIFT)
    vain = story(quiet("quiet", says("ask", "drift")), DRIFT)
    one = story(
        quiet("quiet", says("ask", "looks")), moment("looks", _S.EXPLORING, own(4, "drift"), silent="drift"), DRIFT
    )
    looks = moment("looks", _S.EXPLORING, says("ask", "fears"), silent="drift")
    fears = moment("fears", _S.BLOCK, says("ask", "speaks", Move.EXPLORE_FEAR), silent="drift")
    speaks = moment("speaks", _S.SELF_ASSERTION, own(4, "drift"), silent="drift")
    meaning = story(quiet("quiet", says("ask", "looks")), looks, fears, speaks, DRIFT)
    assert [most(made, Competency.EXPLORING) for made in (short, none, vain, one, meaning)] == [None, 1, 2, 3, 5]


def test_validating_needs_feeling_and_guard_for_its_best() -> None:
    feeling, guard = Move.VALIDATE_FEELING, Move.VALIDATE_PROTECTION
    complains = moment("complains", _S.COMPLAINT, says("feel", "shuts", feeling), silent="shuts")
    shuts = moment("shuts", _S.SHUT_DOWN, says("guard", "drift", guard), silent="drift")
    assert most(story(quiet("quiet", says("ask", "drift")), DRIFT), Competency.VALIDATING) is None
    assert most(story(quiet("quiet", says("soothe", "drift", Move.REASSURE_EARLY)), DRIFT), Competency.VALIDATING) == 1
    assert most(story(quiet("quiet", says("feel", "drift", feeling)), DRIFT), Competency.VALIDATING) == 3
    assert most(story(complains, replace(shuts, responses=(says("ask", "drift"),)), DRIFT), Competency.VALIDATING) == 4
    assert most(story(shuts, DRIFT), Competency.VALIDATING) == 5
    assert most(story(complains, shuts, DRIFT), Competency.VALIDATING) == 5


def test_one_turn_under_pressure_is_too_little_to_tell_about_defending() -> None:
    def under_pressure(move: Move) -> Scenario:
        answers = quiet("quiet", says("answer", "still", move), silent="still")
        return story(answers, quiet("still", says("answer", "drift", move)), DRIFT)

    assert most(story(quiet("quiet", says("ask", "drift")), DRIFT), Competency.NON_DEFENSIVENESS) is None
    assert most(under_pressure(Move.EXPLORE_EXPERIENCE), Competency.NON_DEFENSIVENESS) == 5
    # Whoever is offered nothing but blame can stay silent; that is another way out.
    assert most(under_pressure(Move.BLAME_INTERPRET), Competency.NON_DEFENSIVENESS) == 3


def test_flexibility_is_as_good_as_the_time_at_which_a_change_is_on_offer() -> None:
    def changing(reaction: ReactionState, move: Move = Move.RENEGOTIATE) -> Scenario:
        there = moment("there", reaction, says("change", "repairs", move), silent="drift")
        return story(quiet("quiet", own(3, "still")), quiet("still", says("ask", "there")), there, DRIFT, REPAIRS)

    assert most(changing(_S.EXPLORING, Move.EXPLORE_EXPERIENCE), Competency.FLEXIBILITY) is None
    assert most(changing(_S.EXPLORING, Move.PRESS_ON), Competency.FLEXIBILITY) == 1
    assert most(changing(_S.SELF_ASSERTION, Move.EXPLORE_EXPERIENCE), Competency.FLEXIBILITY) is None
    assert most(changing(_S.AVOIDING), Competency.FLEXIBILITY) == 2
    assert most(changing(_S.COMPLAINT), Competency.FLEXIBILITY) == 3
    assert most(changing(_S.EXPLORING), Competency.FLEXIBILITY) == 3
    assert most(changing(_S.QUALIFIED_ASSERTION), Competency.FLEXIBILITY) == 4
    assert most(changing(_S.SELF_ASSERTION), Competency.FLEXIBILITY) == 5


@pytest.mark.parametrize("cause", [Cause.LOAD, Cause.UNCLEAR_TASK, Cause.FRAME, Cause.GOAL])
def test_a_cause_that_lies_in_the_work_calls_for_a_change(cause: Cause) -> None:
    first, second = quiet("quiet", says("ask", "still")), quiet("still", says("ask", "drift"))
    assert most(replace(story(first, second, DRIFT), cause=cause), Competency.FLEXIBILITY) == 1
    assert most(replace(story(second, DRIFT), cause=cause), Competency.FLEXIBILITY) is None


def test_where_the_frame_is_the_matter_granting_what_is_asked_is_worth_no_more_than_a_3() -> None:
    wants = moment("wants", _S.SELF_ASSERTION, says("grant", "repairs", Move.SUPPORT_ASSERTION), silent="drift")
    made = story(quiet("quiet", own(3, "still")), quiet("still", says("ask", "wants")), wants, DRIFT, REPAIRS)
    assert [most(replace(made, cause=c), Competency.FLEXIBILITY) for c in (Cause.TONE, Cause.FRAME)] == [5, 3]


def test_who_leaves_at_once_leaves_latency_and_own_role_undone_and_no_more() -> None:
    made = story(quiet("quiet", says("turn", "leaves", Move.REFOCUS), silent="leaves"), LEAVES)
    found = {c: most(made, c) for c in (Competency.LATENCY, Competency.OWN_ROLE, Competency.NON_DEFENSIVENESS)}
    assert found == {Competency.LATENCY: 1, Competency.OWN_ROLE: 1, Competency.NON_DEFENSIVENESS: 5}


def test_depth_is_that_of_the_deepest_stage_that_is_reached() -> None:
    fears = moment("fears", _S.BLOCK, says("fear", "settles"), silent="drift")
    surface = story(quiet("quiet", own(2, "repairs")), DRIFT, REPAIRS)
    blocked = story(quiet("quiet", says("ask", "fears")), fears, DRIFT, SETTLES)
    says_so = moment("says-so", _S.SELF_ASSERTION, says("hear", "drift"), silent="drift")
    unheard = story(
        quiet("quiet", says("ask", "fears")), replace(fears, responses=(says("fear", "says-so"),)), says_so, DRIFT
    )
    assert [most(made, Competency.DEPTH) for made in (surface, blocked, unheard, early_exit())] == [2, 4, 4, 5]


def test_a_secondary_rupture_needs_a_turn_after_it() -> None:
    hard = moment("hard", _S.PRESSURE, own(4, "drift"), silent="drift")
    tried = quiet("quiet", says("ask", "hard"))
    assert most(story(tried, hard, DRIFT, turns=1), Competency.SECONDARY_RUPTURES) is None
    assert most(story(tried, hard, DRIFT, turns=2), Competency.SECONDARY_RUPTURES) == 5


def test_a_secondary_rupture_with_which_the_hour_ends_cannot_be_answered() -> None:
    hard = moment("hard", _S.PRESSURE, says("ask", "looks"), silent="looks")
    looks = moment("looks", _S.EXPLORING, says("ask", "hard"), silent="drift")
    assert most(story(hard, looks, DRIFT, turns=2), Competency.SECONDARY_RUPTURES) is None
    assert most(story(hard, looks, DRIFT, turns=3), Competency.SECONDARY_RUPTURES) == 4


def test_owning_on_offer_elsewhere_is_no_answer_to_a_secondary_rupture() -> None:
    hard = moment("hard", _S.PRESSURE, own(4, "looks"), silent="looks")
    looks = moment("looks", _S.EXPLORING, says("turn", "shuts", Move.REFOCUS), silent="drift")
    shuts = moment("shuts", _S.SHUT_DOWN, says("turn", "drift", Move.REFOCUS), silent="drift")
    assert most(story(hard, looks, shuts, DRIFT), Competency.SECONDARY_RUPTURES) is None
    still = replace(shuts, id="still")
    goes_on = replace(shuts, responses=(says("turn", "still", Move.REFOCUS),), silent_then="still")
    assert most(story(hard, looks, goes_on, still, DRIFT), Competency.SECONDARY_RUPTURES) == 2


def test_the_first_rupture_of_all_is_no_secondary_one() -> None:
    talk = moment("talk", _S.ENGAGED, says("ask", "more"), silent="more")
    more = moment("more", _S.ENGAGED, says("ask", "hard"), silent="hard")
    hard = moment("hard", _S.PRESSURE, own(4, "drift"), silent="drift")
    assert most(story(talk, more, hard, DRIFT), Competency.SECONDARY_RUPTURES) is None


def test_the_best_outcome_needs_every_gauge_to_rise() -> None:
    def ending_with(move: Move) -> Scenario:
        speaks = moment("speaks", _S.SELF_ASSERTION, says("hear", "repairs", move), silent="drift")
        fears = moment("fears", _S.BLOCK, says("fear", "speaks"), silent="drift")
        return story(quiet("quiet", own(2, "fears")), fears, speaks, DRIFT, REPAIRS)

    assert most(story(quiet("quiet", says("ask", "leaves"), silent="leaves"), LEAVES), Competency.OUTCOME) == 1
    assert most(ending_with(Move.VALIDATE_FEELING), Competency.OUTCOME) == 4
    assert most(ending_with(Move.RENEGOTIATE), Competency.OUTCOME) == 5


def test_what_was_neither_earned_nor_excluded_is_open() -> None:
    earning = Earning(Competency.DEPTH, 3, frozenset({1}), True)
    assert earning.excluded == {4, 5}
    assert earning.open == {2, 3}
    assert Earning(Competency.DEPTH, None, frozenset(), False).excluded == SCORES


def test_without_plays_only_the_proofs_speak() -> None:
    for earning in earnings(solve(Script(early_exit())), random.Random(1), 0):
        assert not earning.observed
        assert earning.open == SCORES - earning.excluded


def test_the_same_dice_find_the_same() -> None:
    solution = solved(5)
    once, again = (earnings(solution, random.Random(4), WAYS) for _ in range(2))
    assert once == again


def test_where_not_everything_was_explored_nothing_is_excluded() -> None:
    script = Script(story(quiet("quiet", says("ask", "still")), quiet("still", says("ask", "drift")), DRIFT))
    whole, part = (earnings(solve(script, budget), random.Random(1), WAYS) for budget in (Budget(), Budget(states=1)))
    assert any(earning.excluded for earning in whole)
    assert not any(earning.excluded for earning in part)
