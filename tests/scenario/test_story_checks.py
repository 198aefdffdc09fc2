"""What the checker tells a supervisor about a finished story, and what it keeps quiet about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.gauges import Alliance
from simulator.patient.state import Cause, Fit
from simulator.scenario.checks import MOMENT_CHECKS, STORY_CHECKS
from simulator.scenario.conditions import And, Compare, Condition, Flag, Gauge, Not, ReactionIs, Relation, Seen
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.document import Moment, Response, Scenario
from tests.scenario.story_building import moment, patient, response, scenario, sentences, silence, told, usual_responses


def codes(*moments: Moment, **more: object) -> list[str]:
    return [code for code, _ in told(scenario(*moments, **more))]


def quiet() -> Moment:
    return moment("quiet", "minimal")


def test_a_careful_small_scenario_is_not_blamed_for_anything() -> None:
    made = scenario(
        quiet(), moment("aside", "avoiding"), moment("looks", "exploring"), moment("mends", "repaired", end="repaired")
    )
    assert told(made) == []


def test_every_rule_has_its_own_check() -> None:
    assert len((*MOMENT_CHECKS, *STORY_CHECKS)) == len(STORY)


class TestWaysThroughTheStory:
    def test_a_moment_whose_reaction_never_comes_is_not_reached(self) -> None:
        tight = usual_responses(defend="b", own="b", explore="b", retreat="b")
        loop = [replace(one, because="Because it is so.") for one in tight]
        ends = moment("b", "engaged", end="partly")
        made = scenario(moment("a", "minimal", *loop, **silence("b", "It is so.")), moment("lost", "pressure"), ends)
        assert ("501", "key moments.lost") in told(made)
        assert any("no path leads the patient to “pressure”" in one for one in sentences(made))

    def test_a_repair_that_only_a_script_names_leaves_the_graph_to_lead_where_nothing_was_owned(self) -> None:
        tight = usual_responses(defend="b", own="b", explore="b", retreat="b")
        loop = [replace(one, because="Because it is so.") for one in tight]
        ends = moment("b", "repaired", end="repaired")
        made = scenario(moment("a", "minimal", *loop, **silence("b", "It is so.")), moment("aside", "avoiding"), ends)
        assert told(made) == []

    def test_a_moment_behind_two_others_of_its_reaction_is_not_reached(self) -> None:
        made = scenario(quiet(), moment("aside", "avoiding"), moment("again", "avoiding"), moment("third", "avoiding"))
        assert told(made) == [("501", "key moments.third")]
        assert "“aside” and “again” stand before it" in sentences(made)[0]

    def test_a_second_moment_of_a_reaction_is_reached_when_the_first_was_just_played(self) -> None:
        assert codes(quiet(), moment("aside", "avoiding"), moment("again", "avoiding")) == []

    def test_an_earlier_moment_that_is_used_up_leaves_room_for_the_next(self) -> None:
        first, second = (moment(name, "avoiding", once=True) for name in ("aside", "again"))
        assert codes(quiet(), first, second, moment("third", "avoiding")) == []

    def test_an_ending_nobody_reaches_is_named_as_an_ending(self) -> None:
        made = scenario(quiet(), moment("parts", "transfer", end="transfer"))
        assert told(made) == [("502", "key moments.parts")]

    def test_a_transfer_is_reached_where_the_fit_is_poor(self) -> None:
        parts = moment("parts", "transfer", end="transfer")
        assert codes(quiet(), parts, patient=patient(fit=Fit.POOR)) == []

    def test_leaving_is_possible_from_anywhere(self) -> None:
        assert codes(quiet(), moment("goes", "left", end="left")) == []

    def test_two_moments_that_only_lead_to_each_other_go_round(self) -> None:
        def to(name: str) -> list[Response]:
            each = usual_responses(defend=name, own=name, explore=name, retreat=name)
            return [replace(one, because="It is so.") for one in each]

        made = scenario(moment("a", "minimal", *to("b")), moment("b", "avoiding", *to("a")))
        assert told(made) == [("503", "key moments.a")]
        assert "a → b" in sentences(made)[0]

    def test_a_loop_with_one_way_out_is_no_trap(self) -> None:
        both = usual_responses(defend="b", own="out", explore="b", retreat="b")
        back = usual_responses(defend="a", own="a", explore="a", retreat="a")
        made = scenario(
            moment("a", "minimal", *(replace(one, because="so") for one in both)),
            moment("b", "avoiding", *(replace(one, because="so") for one in back)),
            moment("out", "exploring"),
        )
        assert told(made) == []

    def test_a_tightly_scripted_story_without_repair_is_told(self) -> None:
        on = [replace(one, because="so") for one in usual_responses(defend="b", own="b", explore="b", retreat="b")]
        made = scenario(moment("a", "minimal", *on, **silence("b")), moment("b", "shut-down", end="unresolved"))
        assert told(made) == [("528", "key moments")]

    def test_a_start_that_ends_the_session_is_one_fault_not_many(self) -> None:
        made = scenario(moment("over", "repaired", end="repaired"), moment("parts", "transfer", end="transfer"))
        assert told(made) == [("529", "value start")]

    def test_a_silence_must_not_run_into_itself(self) -> None:
        made = scenario(moment("a", "minimal", **silence("a")))
        assert told(made) == [("524", "value moments.a.silence.then")]

    def test_a_response_that_leads_back_to_its_own_moment_repeats_the_line(self) -> None:
        rows = (
            response("own", "own_contribution"),
            response("look", "notice_shift"),
            response("stop", "retreat", then="a"),
        )
        made = scenario(moment("a", "avoiding", *rows))
        assert told(made) == [("525", "value moments.a.responses.stop.then")]

    @pytest.mark.parametrize("key", ["when", "once"])
    def test_a_condition_on_a_moment_that_only_a_script_reaches_is_idle(self, key: str) -> None:
        more = {"when": Compare(Gauge.BOND, Relation.MORE, 20)} if key == "when" else {"once": True}
        aside = replace(response("aside", "retreat"), then="special", because="She changes the subject.")
        rows = (aside, *usual_responses()[1:])
        made = scenario(
            moment("a", "engaged", *rows),
            moment("first", "transfer", end="transfer"),
            moment("special", "transfer", end="transfer", **more),
            patient=patient(fit=Fit.POOR),
        )
        assert told(made) == [("517", f"key moments.special.{key}")]


class TestScriptAgainstGraph:
    def made(self, target: str, because: str = "") -> Scenario:
        rows = (*usual_responses()[1:], replace(response("defend"), then="next", because=because))
        return scenario(moment("a", "minimal", *rows), moment("next", target))

    def test_a_step_the_graph_would_never_take_needs_a_reason(self) -> None:
        assert told(self.made("exploring")) == [("509", "value moments.a.responses.defend.then")]
        assert (
            "“defend_justify” the patient would come to “minimal” or “shut-down”"
            in sentences(self.made("exploring"))[0]
        )

    def waiting(self, target: str, because: str = "") -> Scenario:
        return scenario(moment("a", "minimal", **silence("next", because)), moment("next", target))

    def test_a_silence_that_leads_where_waiting_never_does_needs_a_reason(self) -> None:
        assert told(self.waiting("avoiding")) == [("530", "value moments.a.silence.then")]
        assert (
            "after waiting the patient would come to “exploring” or “shut-down”"
            in sentences(self.waiting("avoiding"))[0]
        )

    def test_with_a_reason_a_silence_may_lead_anywhere(self) -> None:
        assert told(self.waiting("avoiding", because="She fills it.")) == []

    @pytest.mark.parametrize("target", ["exploring", "shut-down", "repair", "withdrawal"])
    def test_a_silence_that_leads_where_waiting_can_needs_none(self, target: str) -> None:
        assert told(self.waiting(target)) == []

    def test_with_a_reason_the_author_may(self) -> None:
        assert told(self.made("exploring", because="She has waited for an honest word.")) == []

    def test_a_step_the_graph_would_take_needs_none(self) -> None:
        assert told(self.made("shut-down")) == []

    def test_a_family_suits_where_one_of_its_states_does(self) -> None:
        assert told(self.made("withdrawal")) == []

    def test_thin_ownership_is_judged_as_it_is_heard(self) -> None:
        thin = response("sorry", "own_contribution", quality=1, then="next")
        made = scenario(moment("a", "minimal", thin, *usual_responses()[1:]), moment("next", "exploring"))
        assert told(made) == [("509", "value moments.a.responses.sorry.then")]
        assert "“own_contribution” of quality 1" in sentences(made)[0]

    def test_habits_of_the_person_count(self) -> None:
        rows = (response("blame", "blame_interpret", then="next"), *usual_responses()[1:])
        made = scenario(moment("a", "engaged", *rows), moment("next", "complaint"))
        assert told(made) == [("509", "value moments.a.responses.blame.then")]
        assert told(replace(made, patient=patient(style=Family.CONFRONTATION))) == []

    def test_a_remedy_of_the_cause_may_repair(self) -> None:
        rows = (response("clear", "clarify_misunderstanding", then="next"), *usual_responses()[1:])
        made = scenario(moment("a", "exploring", *rows), moment("next", "repaired", end="repaired"))
        assert told(made) == [("509", "value moments.a.responses.clear.then")]
        assert told(replace(made, cause=Cause.MIX_UP)) == []

    def test_a_choice_that_always_leads_to_the_same_moment_is_told(self) -> None:
        rows = [response(f"r{n}", "explore_experience", then="next") for n in range(3)]
        made = scenario(
            moment("a", "avoiding", *rows, response("own", "own_contribution", then="next")),
            moment("next", "exploring"),
        )
        assert told(made) == [("527", "key moments.a")]


class TestTheChoice:
    def test_two_responses_are_too_few(self) -> None:
        few = (response("own", "own_contribution"), response("look", "notice_shift"))
        assert told(scenario(moment("a", "minimal", *few))) == [("505", "key moments.a")]
        assert "offers two answers" in sentences(scenario(moment("a", "minimal", *few)))[0]

    def test_the_same_words_twice_are_told_whatever_the_capitals(self) -> None:
        twin = response("twin", "press_on", say="you've gone quiet while I went on about the bill")
        rows = (
            response("look", "notice_shift", say="You've gone quiet while I went on about the bill."),
            twin,
            response("own", "own_contribution"),
        )
        assert told(scenario(moment("a", "minimal", *rows))) == [("507", "value moments.a.responses.twin.say")]

    @pytest.mark.parametrize("quality", [0, 1])
    def test_a_non_apology_does_not_count_as_owning(self, quality: int) -> None:
        sorry = response("sorry", "own_contribution", quality=quality)
        rows = (sorry, response("look", "notice_shift"), response("hear", "validate_feeling"))
        assert told(scenario(moment("a", "minimal", *rows))) == [("508", "key moments.a")]

    def test_owning_in_general_words_is_enough_to_be_possible(self) -> None:
        rows = (
            response("own", "own_contribution", quality=2),
            response("look", "notice_shift"),
            response("no", "retreat"),
        )
        assert codes(moment("a", "minimal", *rows)) == []

    def test_nothing_need_be_owned_while_the_work_goes_well(self) -> None:
        rows = (response("look", "notice_shift"), response("ask", "explore_experience"), response("no", "retreat"))
        assert codes(moment("a", "engaged", *rows)) == []

    def test_a_lone_helpful_response_gives_itself_away(self) -> None:
        rows = (response("own", "own_contribution"), response("no"), response("push", "press_on"))
        assert told(scenario(moment("a", "minimal", *rows))) == [("513", "key moments.a.responses.own")]

    def test_a_non_apology_beside_it_is_no_second_helper(self) -> None:
        sorry = response("sorry", "own_contribution", quality=1)
        rows = (response("own", "own_contribution"), sorry, response("push", "press_on"))
        assert codes(moment("a", "minimal", *rows)) == ["513"]

    def test_a_moment_in_which_nothing_helps_is_told(self) -> None:
        rows = (response("no"), response("push", "press_on"), response("off", "retreat"))
        assert codes(moment("a", "exploring", *rows)) == ["514"]

    def test_a_best_response_of_twice_the_length_gives_itself_away(self) -> None:
        rows = (
            response("own", "own_contribution", say="I " + "sounded annoyed and " * 8),
            *usual_responses()[2:],
            response("no"),
        )
        made = scenario(moment("a", "minimal", *rows))
        assert told(made) == [("510", "value moments.a.responses.own.say")]
        assert "2.4 times as long" in sentences(made)[0]

    def test_a_long_wrong_answer_hides_the_right_one(self) -> None:
        own = response("own", "own_contribution", say="I " + "sounded annoyed and " * 8)
        no = response("no", say="The rule about fees " * 7)
        assert codes(moment("a", "minimal", own, no, *usual_responses()[2:])) == []


class TestHabitsOfTheAuthor:
    STATES = ("minimal", "avoiding", "complying", "complaint", "rejecting", "mixed")

    def test_best_nearly_always_longest_is_told_once_for_the_scenario(self) -> None:
        own = response(
            "own",
            "own_contribution",
            say="I sounded annoyed just then, and that may have made it hard to go on from here.",
        )
        moments = [
            moment(f"m{n}", state, response("no"), own, *usual_responses()[2:]) for n, state in enumerate(self.STATES)
        ]
        made = scenario(*moments)
        assert told(made) == [("511", "key moments")]
        assert "In 6 of 6 moments" in sentences(made)[0]

    def test_a_difference_nobody_sees_is_not_told(self) -> None:
        own = response("own", "own_contribution", say="x" * 62)
        moments = [
            moment(f"m{n}", state, response("no"), own, *usual_responses()[2:]) for n, state in enumerate(self.STATES)
        ]
        assert codes(*moments) == []

    def test_best_nearly_always_first_is_told(self) -> None:
        rows = usual_responses()
        turned = (rows[1], rows[0], *rows[2:])
        moments = [moment(f"m{n}", state, *turned) for n, state in enumerate(self.STATES)]
        assert told(scenario(*moments)) == [("512", "key moments")]

    def test_a_few_moments_are_no_habit(self) -> None:
        rows = usual_responses()
        turned = (rows[1], rows[0], *rows[2:])
        assert codes(*(moment(f"m{n}", state, *turned) for n, state in enumerate(self.STATES[:4]))) == []

    def test_where_most_responses_are_best_first_is_chance(self) -> None:
        helpful = [response(f"r{n}", "validate_feeling") for n in range(4)]
        rows = (*helpful, response("no"))
        states = ("hurt", "vulnerability", "hurt", "hurt", "vulnerability", "hurt")
        assert codes(*(moment(f"m{n}", state, *rows, once=True) for n, state in enumerate(states))) == []


class TestMarkersAndEndings:
    def test_a_marker_of_another_family_is_told_with_those_that_fit(self) -> None:
        made = scenario(moment("a", "minimal", markers=(Marker.REJECT,)))
        assert told(made) == [("518", "value moments.a.marker")]
        assert "Fitting markers: wd_denial, wd_minimal" in sentences(made)[0]

    @pytest.mark.parametrize(
        ("reaction", "marker"),
        [
            ("complying", Marker.SPLIT),
            ("mixed", Marker.DEFER),
            ("qualified-assertion", Marker.DEFER),
            ("withdrawal", Marker.STORY),
        ],
    )
    def test_markers_that_hide_or_hedge_are_fine(self, reaction: str, marker: Marker) -> None:
        assert codes(moment("a", reaction, markers=(marker,))) == []

    @pytest.mark.parametrize("reaction", ["engaged", "repaired"])
    def test_who_works_well_shows_no_marker(self, reaction: str) -> None:
        assert codes(moment("a", reaction, markers=(Marker.STORY,))) == ["518"]

    def test_masked_needs_something_to_miss(self) -> None:
        assert told(scenario(moment("a", "exploring", masked=True))) == [("519", "key moments.a.masked")]

    def test_difficulty_three_needs_a_masked_marker(self) -> None:
        assert told(scenario(quiet(), difficulty=3)) == [("520", "value difficulty")]
        assert codes(moment("a", "minimal", masked=True), difficulty=3) == []

    @pytest.mark.parametrize(
        ("end", "reaction", "suits"),
        [
            ("repaired", "repaired", True),
            ("repaired", "exploring", False),
            ("partly", "self-assertion", True),
            ("partly", "shut-down", False),
            ("unresolved", "complying", True),
            ("unresolved", "repaired", False),
            ("left", "shut-down", True),
            ("left", "left", True),
            ("left", "exploring", False),
            ("transfer", "exploring", False),
        ],
    )
    def test_an_ending_must_suit_the_reaction(self, end: str, reaction: str, suits: bool) -> None:
        made = scenario(quiet(), moment("ends", reaction, end=end))
        assert told(made) == ([] if suits else [("515", "value moments.ends.end")])

    def test_who_has_gone_cannot_be_answered(self) -> None:
        made = scenario(quiet(), moment("gone", "left"))
        assert told(made) == [("516", "value moments.gone.reaction")]

    def test_a_thought_that_repeats_the_words_says_nothing(self) -> None:
        made = scenario(moment("a", "minimal", patient="It's fine.", thinks="It's fine"))
        assert told(made) == [("526", "value moments.a.thinks")]


class TestConditions:
    def test_a_flag_that_is_asked_but_never_set(self) -> None:
        rows = (replace(usual_responses()[0], when=Flag("told")), *usual_responses()[1:])
        assert told(scenario(moment("a", "minimal", *rows), flags=("told",))) == [
            ("521", "value moments.a.responses.defend.when")
        ]

    def test_a_flag_that_is_set_but_never_asked(self) -> None:
        rows = (replace(usual_responses()[0], sets=("told",)), *usual_responses()[1:])
        assert told(scenario(moment("a", "minimal", *rows), flags=("told",))) == [("522", "value flags.0")]

    def test_a_flag_that_is_set_and_asked_is_fine(self) -> None:
        rows = (replace(usual_responses()[0], sets=("told",)), *usual_responses()[1:])
        asks = moment("b", "avoiding", when=Not(Flag("told")))
        assert codes(moment("a", "minimal", *rows), asks, flags=("told",)) == []

    @pytest.mark.parametrize(
        ("condition", "says"),
        [
            (
                Compare(Gauge.BOND, Relation.MORE, 100),
                "“when: bond > 100” is never true: “bond” lies between 0 and 100.",
            ),
            (
                Compare(Gauge.OWNED, Relation.AT_MOST, 4),
                "“when: owned <= 4” is always true: “owned” lies between 0 and 4.",
            ),
            (Compare(Gauge.TURN, Relation.EQUAL, 17), "“when: turn = 17” is never true: “turn” lies between 1 and 16."),
            (
                ReactionIs(ReactionState.PRESSURE),
                "“when: reaction is pressure” is never true: in “a” the patient is always “minimal”.",
            ),
            (
                ReactionIs(Family.WITHDRAWAL),
                "“when: reaction is withdrawal” is always true: in “a” the patient is always “minimal”.",
            ),
        ],
    )
    def test_a_question_with_one_answer_is_told_in_words(self, condition: Condition, says: str) -> None:
        asked = And(Compare(Gauge.TASK, Relation.MORE, 10), condition)
        rows = (replace(usual_responses()[0], when=asked), *usual_responses()[1:])
        made = scenario(moment("a", "minimal", *rows))
        assert told(made) == [("523", "value moments.a.responses.defend.when")]
        assert sentences(made) == [says]

    def test_asking_for_a_moment_nobody_reaches(self) -> None:
        rows = (replace(usual_responses()[0], when=Seen("parts")), *usual_responses()[1:])
        made = scenario(moment("a", "minimal", *rows), moment("parts", "transfer", end="transfer"))
        assert codes_of(made) == ["502", "523"]

    def test_a_question_with_two_answers_is_fine(self) -> None:
        condition = And(Compare(Gauge.ALLIANCE, Relation.AT_LEAST, 45), Not(Seen("a")))
        rows = (replace(usual_responses()[0], when=condition), *usual_responses()[1:])
        assert codes(moment("a", "minimal", *rows)) == []

    def test_a_family_moment_may_ask_which_state_it_is(self) -> None:
        rows = (replace(usual_responses()[0], when=ReactionIs(ReactionState.SHUT_DOWN)), *usual_responses()[1:])
        assert codes(moment("a", "withdrawal", *rows)) == []


class TestKindness:
    """532: a start at which the gate is open to whoever is kind."""

    def starting(self, bond: int, task: int, goal: int) -> Scenario:
        felt = Alliance.of_points(bond, task, goal)
        return scenario(moment("a"), patient=replace(patient(), alliance=felt))

    def test_from_a_mean_of_45_on_it_is_told_with_what_it_is(self) -> None:
        assert told(self.starting(45, 45, 45)) == [("532", "value patient.with.alliance")]
        assert "a felt alliance of 48.3 " in sentences(self.starting(45, 50, 50))[0]

    def test_below_it_nothing_is(self) -> None:
        assert told(self.starting(45, 45, 40)) == []


class TestWishes:
    """531: a transfer that repeats a wish which nobody said."""

    def story(self, *, wished: bool = True, **first: object) -> Scenario:
        """A first moment that leads to a transfer as wished, or not."""
        start = moment("a", "minimal", *usual_responses(own="parts"), **first)
        return scenario(start, moment("parts", "transfer", end="transfer", wished=wished))

    def test_a_wish_that_comes_up_nowhere_is_told_where_it_is_repeated(self) -> None:
        assert ("531", "key moments.parts.wished") in told(self.story())

    def test_one_that_is_said_or_not_repeated_is_fine(self) -> None:
        assert "531" not in codes_of(self.story(wish=True))
        assert "531" not in codes_of(self.story(wished=False))


def codes_of(made: Scenario) -> list[str]:
    return sorted(code for code, _ in told(made))
