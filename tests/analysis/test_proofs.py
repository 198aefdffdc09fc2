"""What is proved of scenarios whose answers anybody can work out: exactly that, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.proofs import PROVERS, leading
from simulator.analysis.scenario_analysis import analyse
from simulator.scenario.conditions import And, Compare, Condition, Flag, Gauge, Relation
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.document import Ending, Moment, Response, Scenario
from simulator.scenario.span import Span
from tests.analysis.proving import analysed, message, proved, told_by
from tests.analysis.stories import (
    DRIFT,
    LEAVES,
    REPAIRS,
    SETTLES,
    early_exit,
    ending,
    loop,
    moment,
    says,
    story,
    unwinnable,
)
from tests.builders import RESPONSES, free_scenario
from tests.scenario.story_building import PathSpans
from tests.telling import one_moment

BLIND, PARTLY, NEVER_COMES, FORCED = "610", "605", "602", "607"
NEVER = Compare(Gauge.BOND, Relation.MORE, 100)
ALWAYS = Compare(Gauge.BOND, Relation.AT_MOST, 100)


def test_every_rule_but_that_of_the_budget_has_a_proof() -> None:
    assert len(PROVERS) == len(PROOFS) - 1


def changed(scenario: Scenario, name: str, **more: object) -> Scenario:
    """The scenario with one moment changed."""
    one = replace(scenario.moments[name], **more)  # type: ignore[arg-type]
    return replace(scenario, moments={**scenario.moments, name: one})


class TestRupturesThatStay:
    """601: beyond repair with time left, and not meant."""

    def test_the_rupture_nothing_leads_out_of_is_told_where_it_is_entered_with_the_way_there(self) -> None:
        scenario = replace(unwinnable(), turns=8)
        assert proved(scenario, BLIND, PARTLY, FORCED) == [("601", "key moments.stuck")]
        told = message(scenario, "601")
        assert "however long the hour would be (7 turns left)" in told
        assert "One way there: blame." in told
        assert "all that can follow is “left”." in told

    def test_an_author_can_mean_it(self) -> None:
        assert proved(changed(replace(unwinnable(), turns=8), "stuck", beyond_repair=True), BLIND, PARTLY, FORCED) == []

    def test_too_late_in_the_hour_is_no_fault(self) -> None:
        assert proved(unwinnable(), BLIND, PARTLY, FORCED) == []
        late = analysed(unwinnable()).out_of_time
        assert late is not None
        assert (late.turn, late.share) == (2, 1)

    @pytest.mark.slow
    def test_a_last_exchange_in_vain_is_told_and_can_be_meant_by_its_ending(self) -> None:
        scenario = story(
            moment("quiet", ReactionState.MINIMAL, says("own", "repairs"), says("blame", "cold"), silent="repairs"),
            moment("cold", ReactionState.SHUT_DOWN, says("a", "leaves"), says("b", "leaves"), silent="leaves"),
            LEAVES, REPAIRS,
        )  # fmt: skip
        assert proved(scenario, BLIND, PARTLY, FORCED) == [("601", "key moments.cold")]
        meant = "or write “beyond-repair: true” in “leaves” if you mean it."
        assert f"Let an answer lead elsewhere than to “leaves”, {meant}" in message(scenario, "601")
        at_once = changed(scenario, "leaves", when=ALWAYS)
        assert f"Tighten the “when:” of “leaves”, {meant}" in message(at_once, "601")
        assert proved(changed(scenario, "leaves", beyond_repair=True), BLIND, PARTLY, FORCED) == []

    def test_a_line_of_the_patients_file_is_told_at_the_response_that_led_there(self) -> None:
        blame = Response("blame", "(blame)", Move.RETREAT)
        start = replace(moment("quiet", ReactionState.MINIMAL, says("own", "repairs"), silent="repairs"), once=True)
        bare = story(replace(start, responses=(*start.responses, blame)), REPAIRS)
        deaf = Response("deaf", "(deaf)", Move.RETREAT)
        lines = {s: replace(m, responses=(deaf,)) for s, m in bare.patient.lines.items()}
        scenario = replace(bare, patient=replace(bare.patient, lines=lines))
        found = proved(scenario, BLIND, "606")
        assert ("601", "key moments.quiet.responses.blame") in found


class TestSilenceAndMarks:
    """612 and 613."""

    def test_a_moment_that_only_silence_leads_out_of_is_told(self) -> None:
        scenario = story(
            moment("quiet", ReactionState.MINIMAL, says("own", "fears"), says("blame", "shut"), silent="drift"),
            moment("shut", ReactionState.SHUT_DOWN, says("a", "drift"), says("b", "drift"), silent="fears"),
            moment("fears", ReactionState.BLOCK, says("ask", "repairs"), says("wait", "repairs"), silent="drift"),
            DRIFT, REPAIRS,
        )  # fmt: skip
        assert ("612", "key moments.shut") in proved(scenario)
        assert "One way there: blame." in message(scenario, "612")
        spoken = changed(scenario, "shut", responses=(*scenario.moments["shut"].responses, says("c", "fears")))
        assert "612" not in {code for code, _ in proved(spoken)}

    def test_a_mark_that_is_not_true_is_told_and_one_that_is_true_is_not(self) -> None:
        marked = changed(early_exit(), "quiet", beyond_repair=True)
        assert ("613", "value moments.quiet.beyond-repair") in proved(marked)
        assert "in 1 turn" in message(marked, "613")
        stuck = changed(replace(unwinnable(), turns=8), "stuck", beyond_repair=True)
        assert "613" not in {code for code, _ in proved(stuck)}


class TestWhatNeverHappens:
    """602 to 604."""

    @pytest.mark.slow
    def test_a_moment_whose_condition_never_holds_never_comes(self) -> None:
        scenario = guarded_moment(And(NEVER, Flag("told")))
        assert proved(scenario, BLIND, PARTLY) == [("602", "key moments.doubt")]
        assert "its “when:” holds on no path" in message(scenario, "602")

    def test_a_moment_behind_one_that_always_comes_first_never_comes(self) -> None:
        scenario = guarded_moment(ALWAYS)
        twin = replace(scenario.moments["doubt"], id="twin", when=None)
        shadowed = replace(scenario, moments={**scenario.moments, "twin": twin})
        assert ("602", "key moments.twin") in proved(shadowed, BLIND, "604")
        assert "other moments always come first" in message(shadowed, "602")

    def test_of_a_condition_that_is_never_asked_nothing_is_told(self) -> None:
        scenario = guarded_moment(ALWAYS)
        first, *others = RESPONSES[:3]
        answers = (replace(first, when=Flag("told")), *others)
        twin = one_moment("twin", ReactionState.EXPLORING, "(twin)", responses=answers)
        shadowed = replace(scenario, moments={**scenario.moments, "twin": twin})
        assert [code for code, place in proved(shadowed) if "twin" in place] == ["602"]

    def test_a_moment_that_comes_at_another_difficulty_is_not_told(self) -> None:
        # From difficulty 2 a first question meets a closed gate, and she leads away; at 1 the gate is open.
        dodges = one_moment("dodges", ReactionState.AVOIDING, "(dodges)", once=True, responses=RESPONSES[:3])
        ask = next(r for r in RESPONSES if r.move is Move.NOTICE_SHIFT)
        own = next(r for r in RESPONSES if r.quality == 4)
        scenario = story(replace(moment("quiet", ReactionState.MINIMAL, ask, own, silent="drift"), once=True), DRIFT)
        lines = {
            state: replace(line, responses=(own,) if line.responses else ())
            for state, line in scenario.patient.lines.items()
        }
        scenario = replace(
            scenario,
            turns=4,
            difficulty=1,
            patient=replace(scenario.patient, lines=lines),
            moments={**scenario.moments, "dodges": dodges},
        )
        assert "602" not in {code for code, _ in proved(scenario)}
        assert analysed(scenario).moments[2].moment.id == "dodges"
        assert analysed(scenario).moments[2].visits == 0

    def test_a_response_whose_condition_never_holds_is_never_on_offer(self) -> None:
        assert ("603", "value moments.there.responses.out.when") in proved(loop(NEVER))

    @pytest.mark.slow
    def test_a_condition_that_never_fails_changes_nothing(self) -> None:
        assert ("604", "value moments.there.responses.out.when") in proved(loop(ALWAYS))
        third_time = loop(Compare(Gauge.VISITS, Relation.AT_LEAST, 3))
        assert {code for code, _ in proved(third_time)}.isdisjoint({"603", "604"})

    def test_a_condition_of_a_moment_that_never_fails_changes_nothing_either(self) -> None:
        assert proved(guarded_moment(ALWAYS), BLIND, PARTLY) == [("604", "value moments.doubt.when")]


def guarded_moment(when: Condition) -> Scenario:
    """A moment that the graph can choose once the trainee has asked, under a condition."""
    ask = Response("ask", "(ask)", Move.EXPLORE_EXPERIENCE)
    start = moment("quiet", ReactionState.MINIMAL, ask, says("own", "repairs"), says("say", "repairs"), silent="drift")
    doubt = one_moment("doubt", ReactionState.EXPLORING, "(doubt)", when=when, end=Ending.PARTLY)
    base = story(start, doubt, DRIFT, REPAIRS, turns=4)
    return replace(base, flags=("told",))


class TestWhereItLeads:
    """605 to 607."""

    def test_a_loop_that_nothing_leads_out_of_repairs_nothing_and_has_one_ending(self) -> None:
        assert set(proved(loop(None), BLIND, NEVER_COMES)) == {("606", "key moments.here"), ("605", "key moments")}
        assert "“here” and “there”" in message(loop(None), "606")

    @pytest.mark.slow
    def test_with_a_way_out_on_the_third_time_round_it_is_a_loop_no_more(self) -> None:
        third = Compare(Gauge.VISITS, Relation.AT_LEAST, 3)
        assert "606" not in {code for code, _ in proved(loop(third))}

    def test_settling_is_no_repair(self) -> None:
        only_settles = story(
            moment("quiet", ReactionState.MINIMAL, says("a", "settles"), says("b", "drift"), silent="drift"),
            SETTLES, DRIFT,
        )  # fmt: skip
        assert ("605", "key moments") in proved(only_settles)
        assert "“partly”" in message(only_settles, "605")

    def test_one_series_of_answers_is_a_forced_way_and_two_are_not(self) -> None:
        forced = story(
            moment("quiet", ReactionState.MINIMAL, says("own", "fears"), says("tell", "drift"), silent="drift"),
            moment("fears", ReactionState.BLOCK, says("ask", "repairs"), says("doubt", "drift"), silent="drift"),
            DRIFT, REPAIRS,
        )  # fmt: skip
        assert proved(forced, BLIND, PARTLY) == [("607", "key moments")]
        assert "own, ask" in message(forced, "607")
        free = changed(forced, "quiet", responses=(*forced.moments["quiet"].responses, says("wait", "fears")))
        assert proved(free, BLIND, PARTLY) == []

    def test_an_answer_without_which_nothing_repairs_is_told_with_its_place_and_a_way(self) -> None:
        quiet, speaks = (early_exit().moments[name].responses for name in ("quiet", "speaks"))
        two_ways = changed(early_exit(), "quiet", responses=(*quiet, says("wait", "fears")))
        spans = PathSpans({})
        (told,) = (one for one in analyse(two_ways, spans).diagnostics if one.code == "626")
        assert spans.asked[told.span] == "key moments.fears.responses.fear"
        assert "2 answers, “fear” in “fears” and “hear” in “speaks”: without" in str(told.message)
        assert told.witness == ("stay", "fear", "hear")
        one_left = changed(two_ways, "speaks", responses=(*speaks, says("thank", "repairs")))
        (told_of_one,) = told_by(leading.hangs_on_one_answer, scenario=one_left)
        assert "one answer, “fear” in “fears”: without it" in told_of_one
        none_left = changed(
            one_left, "fears", responses=(*one_left.moments["fears"].responses, says("guard", "speaks"))
        )
        assert told_by(leading.hangs_on_one_answer, scenario=none_left) == []

    def test_an_early_exit_is_no_second_way_to_a_whole_repair(self) -> None:
        assert proved(early_exit()) == [("607", "key moments")]
        assert "one way to a whole repair only: stay, fear, hear" in message(early_exit(), "607")


def leaky(best: str, worst: str) -> Scenario:
    """Two turns in which the good answer says ``best`` and the bad one ``worst``."""

    def step(name: str, reaction: ReactionState, then: str) -> Moment:
        good = [replace(says(f"good-{i}", then), say=f"{best} {i}") for i in (1, 2)]
        bad = [replace(says(f"bad-{i}", "drift"), say=f"{worst} {i}") for i in (1, 2, 3)]
        return moment(name, reaction, bad[0], *good, *bad[1:], silent="drift")

    return story(
        step("quiet", ReactionState.MINIMAL, "fears"), step("fears", ReactionState.BLOCK, "repairs"), DRIFT, REPAIRS
    )


class TestGiveAways:
    """610: a way of playing that is blind to the patient and wins."""

    def test_the_longest_response_gives_itself_away(self) -> None:
        scenario = leaky("This one is much longer than all the others", "Short")
        ((code, place),) = proved(scenario, PARTLY)
        assert code == "610"
        assert place.endswith("fears.responses.good-1.say"), "the very words"
        told = message(scenario, "610")
        assert told.startswith("Always the longest answer comes to")
        assert "“good-1” in “fears” (45 letters; the others at most 7)" in told
        assert "Make these shorter" in told

    def test_nothing_is_told_of_words_that_are_still_to_be_written(self) -> None:
        scenario = leaky("This one is much longer than all the others", "Short")
        quiet = scenario.moments["quiet"]
        unwritten = replace(quiet, responses=(replace(quiet.responses[0], say="…"), *quiet.responses[1:]))
        assert proved(replace(scenario, moments={**scenario.moments, "quiet": unwritten}), PARTLY) == []

    def test_warm_words_give_themselves_away(self) -> None:
        scenario = leaky("I hear you", "The rules are these")
        assert [code for code, _ in proved(scenario, PARTLY)] == ["610"]
        assert "most warm words" in message(scenario, "610")

    def test_an_even_choice_gives_nothing_away(self) -> None:
        assert proved(leaky("Some words", "More words"), PARTLY) == []


class TestTheBudget:
    """611: what is not known is not claimed."""

    def test_a_scenario_too_large_for_its_budget_gets_bounds_and_no_proofs(self) -> None:
        found = analysed(free_scenario(turns=4), budget=Budget(states=3))
        assert [one.code for one in found.diagnostics] == ["611"]
        assert not found.exact
        assert found.start.best[0] < found.start.best[1]
        assert (found.outcomes, found.moments, found.earnings, found.shortest) == ({}, (), (), ())

    @pytest.mark.slow
    def test_where_another_difficulty_is_too_large_nothing_is_called_impossible(self) -> None:
        scenario = guarded_moment(And(NEVER, Flag("told")))
        whole = analysed(scenario)
        assert "602" in {one.code for one in whole.diagnostics}
        found = analysed(scenario, budget=Budget(states=whole.states))
        assert found.exact
        assert "602" not in {one.code for one in found.diagnostics}

    @pytest.mark.slow
    @pytest.mark.parametrize("code", ["501", "502"])
    def test_what_was_told_already_is_not_told_again(self, code: str) -> None:
        scenario, spans = guarded_moment(And(NEVER, Flag("told"))), PathSpans({})
        rule = STORY[code]
        told = rule.at(spans.key("moments", "doubt"), moment="doubt", why="so", end="partly")
        assert "602" not in {one.code for one in analyse(scenario, spans, (told,)).diagnostics}


def test_an_ending_no_path_comes_to_is_a_moment_that_never_comes() -> None:
    lone = replace(
        early_exit(), moments={**early_exit().moments, "lone": ending("lone", ReactionState.MIXED, Ending.LEFT)}
    )
    assert proved(lone, FORCED) == [("602", "key moments.lone")]


def test_what_is_proved_is_told_in_the_order_of_the_file() -> None:
    scenario = replace(unwinnable(), turns=8)
    spans = PathSpans({})
    asked = [spans.asked[one.span] for one in analyse(scenario, spans).diagnostics]
    places = list(dict.fromkeys(reversed(asked)))
    assert len(places) > 1
    turned_round = PathSpans({Span("built.yaml", line, 1, line, 2): place for line, place in enumerate(places, 1)})
    told = [turned_round.asked[one.span] for one in analyse(scenario, turned_round).diagnostics]
    assert list(dict.fromkeys(told)) == places
