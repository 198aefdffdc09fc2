"""In which words a moment is told and a response offered: what was not said yet, and what answers best."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.scenario.document import LEAVING, After, Moment, Response, ResponseWording, Returns, Wording
from simulator.session.wording_choice import (
    JustSaid,
    SaidSoFar,
    Telling,
    Voice,
    named_among,
    parting,
    say,
    tell,
    telling_named,
)
from tests.telling import one_moment

R = ReactionState
LINE = one_moment("~minimal", R.MINIMAL, "Hm.")
ASK = Response("ask", "What happened?", Move.EXPLORE_EXPERIENCE)
DEFEND = Response("defend", "That is the rule.", Move.DEFEND_JUSTIFY)
OWN = Response("own", "I was short with you.", Move.OWN_CONTRIBUTION, 4)
BEFORE = one_moment("before", R.MINIMAL, "-", ASK, DEFEND, OWN)
QUESTION, DEFENCE = After(SaidClass.QUESTION), After(SaidClass.DEFENCE)
STUCK = After(ShownClass.STUCK)
IS_LEAVING, IS_STUCK = frozenset({ShownClass.LEAVING}), frozenset({ShownClass.STUCK})


def quiet(*wordings: Wording, **keys: Any) -> Moment:
    """A moment in these wordings."""
    return Moment("quiet", R.MINIMAL, wordings, (ASK, DEFEND), **keys)


def w(name: str, **keys: Any) -> Wording:
    """A wording whose words are its name."""
    return Wording(name, name, thinks="-", **keys)


def once(response: Response | None, moment: Moment = BEFORE) -> SaidSoFar:
    """What was said: one response (``None``: silence), in a moment before."""
    return SaidSoFar().answered(moment, response, "first")


def voice(seed: int = 1, turn: int = 2, level: int = 1) -> Voice:
    return Voice(level, seed, turn)


def told_in_turn(
    moment: Moment,
    said: Iterable[Response | None],
    line: Moment = LINE,
    seed: int = 1,
    level: int = 1,
    shown: frozenset[ShownClass] = frozenset(),
) -> list[str]:
    """The ids of the wordings in which a moment is told, visit by visit, after what was said before each."""
    so_far, found = SaidSoFar(), []
    for turn, response in enumerate(said, 1):
        so_far = so_far.answered(BEFORE, response, "first")
        telling = tell(moment, so_far, voice(seed, turn, level), line, shown=shown)
        so_far = so_far.told(moment.id, telling)
        found.append(telling.wording.id)
    return found


class TestNothingTwice:
    @pytest.mark.parametrize("seed", range(20))
    def test_no_wording_comes_back_while_another_is_left(self, seed: int) -> None:
        told = told_in_turn(quiet(w("a"), w("b"), w("c"), w("d")), [DEFEND] * 4, seed=seed)
        assert sorted(told) == ["a", "b", "c", "d"]

    def test_a_wording_that_answers_better_does_not_come_back_either(self) -> None:
        assert told_in_turn(quiet(w("asked", after=(QUESTION,)), w("any")), [ASK, ASK]) == ["asked", "any"]

    def test_when_all_were_told_it_is_one_of_those_told_least_often(self) -> None:
        told = told_in_turn(quiet(w("a"), w("b"), w("c")), [DEFEND] * 6)
        assert sorted(told[:3]) == sorted(told[3:]) == ["a", "b", "c"]

    def test_what_was_told_in_another_moment_is_no_matter(self) -> None:
        so_far = SaidSoFar().told("elsewhere", Telling(w("a")))
        assert tell(quiet(w("a")), so_far, voice(), LINE).wording.id == "a"
        assert tell(
            quiet(w("a", after=(QUESTION,)), w("b")), once(ASK).told("elsewhere", Telling(w("a"))), voice(), LINE
        )


class TestWhatAnswersBest:
    ANSWERS = quiet(
        w("any"),
        w("class", after=(QUESTION,)),
        w("move", after=(After(Move.EXPLORE_EXPERIENCE),)),
        w("moment", after=(After(moment="before", response="any"),)),
        w("response", after=(After(moment="before", response="ask"),)),
    )

    def test_the_most_exact_comes_first_and_the_one_for_any_occasion_last(self) -> None:
        assert told_in_turn(self.ANSWERS, [ASK] * 5) == ["response", "moment", "move", "class", "any"]

    def test_the_order_in_the_file_does_not_decide(self) -> None:
        turned = replace(self.ANSWERS, wordings=self.ANSWERS.wordings[::-1])
        assert told_in_turn(turned, [ASK] * 5) == ["response", "moment", "move", "class", "any"]

    def test_what_presupposes_something_else_is_not_told(self) -> None:
        assert told_in_turn(self.ANSWERS, [DEFEND]) == ["moment"]
        elsewhere = replace(BEFORE, id="elsewhere")
        told = tell(self.ANSWERS, once(DEFEND, elsewhere), voice(), LINE)
        assert told.wording.id == "any"

    def test_where_nothing_was_said_yet_only_what_presupposes_nothing_fits(self) -> None:
        assert tell(self.ANSWERS, SaidSoFar(), voice(), LINE).wording.id == "any"

    @pytest.mark.parametrize(
        "after", [After(SaidClass.SILENCE), After(Move.HOLD_SILENCE), After(moment="before", response="silence")]
    )
    def test_silence_can_be_answered_as_class_as_move_and_in_a_moment(self, after: After) -> None:
        moment = quiet(w("any"), w("silent", after=(after,)))
        assert told_in_turn(moment, [None]) == ["silent"]
        assert told_in_turn(moment, [ASK]) == ["any"]

    def test_one_of_several_things_is_enough_and_the_most_exact_of_them_counts(self) -> None:
        moment = quiet(w("class", after=(QUESTION,)), w("two", after=(DEFENCE, After(Move.EXPLORE_EXPERIENCE))))
        assert told_in_turn(moment, [ASK]) == ["two"]
        assert told_in_turn(moment, [DEFEND]) == ["two"]

    def test_where_nothing_fits_at_all_the_one_told_least_is_told(self) -> None:
        moment = quiet(w("asked", after=(QUESTION,)), w("silent", after=(After(SaidClass.SILENCE),)))
        assert told_in_turn(moment, [DEFEND, DEFEND, DEFEND]) == ["asked", "silent", "asked"]

    def test_an_apology_is_no_owning_and_a_question_mark_makes_a_question(self) -> None:
        moment = quiet(
            w("any"), *(w(str(said), after=(After(said),)) for said in (SaidClass.APOLOGY, SaidClass.OWNING))
        )
        sorry = replace(OWN, quality=2)
        assert told_in_turn(moment, [OWN]) == ["owning"]
        assert told_in_turn(moment, [sorry]) == ["apology"]
        asked = quiet(w("any"), w("asked", after=(QUESTION,)))
        assert told_in_turn(asked, [replace(OWN, say="Was I short with you?")]) == ["asked"]

    def test_a_further_move_in_the_same_sentence_is_answered_too(self) -> None:
        moment = quiet(w("any"), w("leading", after=(After(SaidClass.LEADING),)))
        assert told_in_turn(moment, [replace(OWN, also=(Move.PRESS_ON,))]) == ["leading"]


class TestOpenings:
    MOMENT = quiet(w("any", opens=((QUESTION, "No."), (After(moment="before", response="ask"), "Nothing happened."))))

    def test_the_most_exact_opening_stands_before_the_words(self) -> None:
        told = tell(self.MOMENT, once(ASK), voice(), LINE)
        assert (told.patient, told.opens) == ("Nothing happened. any", "before/ask")

    def test_where_none_takes_up_what_was_said_the_words_stand_alone(self) -> None:
        for so_far in (once(DEFEND), SaidSoFar()):
            told = tell(self.MOMENT, so_far, voice(), LINE)
            assert (told.patient, told.opens) == ("any", "")

    def test_an_opening_is_used_once(self) -> None:
        so_far, found = SaidSoFar(), []
        for turn in range(1, 4):
            so_far = so_far.answered(BEFORE, ASK, "first")
            told = tell(self.MOMENT, so_far, voice(turn=turn), LINE)
            so_far = so_far.told("quiet", told)
            found.append(told.opens)
        assert found == ["before/ask", "question", ""]

    def test_words_whose_opening_takes_up_what_was_said_go_before_words_for_any_occasion(self) -> None:
        moment = quiet(w("any"), w("class", after=(QUESTION,)), w("opened", opens=((After(OWN.move), "You?"),)))
        assert told_in_turn(moment, [OWN]) == ["opened"]
        assert told_in_turn(moment, [ASK]) == ["class"]

    def test_a_silence_can_be_opened_too(self) -> None:
        silent = quiet(replace(w("any", opens=((QUESTION, "No."),)), patient=""))
        assert tell(silent, once(ASK), voice(), LINE).patient == "No."


class TestComingBack:
    MOMENT = quiet(w("first"), w("other"), w("back", again=True))

    def test_words_for_coming_back_come_when_all_others_were_told(self) -> None:
        told = told_in_turn(self.MOMENT, [DEFEND] * 3)
        assert (sorted(told[:2]), told[2]) == (["first", "other"], "back")

    def test_not_even_where_they_would_answer_better(self) -> None:
        moment = quiet(w("first"), w("back", again=True, after=(QUESTION,)))
        assert told_in_turn(moment, [ASK, ASK]) == ["first", "back"]

    def test_nobody_says_told_you_who_has_told_nothing(self) -> None:
        moment = quiet(w("asked", after=(QUESTION,)), w("back", again=True))
        assert told_in_turn(moment, [DEFEND, ASK, DEFEND]) == ["asked", "back", "back"]

    def test_what_no_longer_fits_gives_way_to_words_for_coming_back(self) -> None:
        moment = quiet(w("first"), w("asked", after=(QUESTION,)), w("back", again=True))
        assert told_in_turn(moment, [DEFEND, DEFEND]) == ["first", "back"]

    def test_once_those_were_told_too_they_come_rather_than_the_first_words(self) -> None:
        assert told_in_turn(self.MOMENT, [DEFEND] * 5)[3:] == ["back", "back"]

    def test_a_disclosure_comes_back_only_in_words_that_know_of_the_first_time(self) -> None:
        once_told = replace(self.MOMENT, returns=Returns.TOLD)
        told = told_in_turn(once_told, [DEFEND] * 4)
        assert (told[0] in {"first", "other"}, told[1:]) == (True, ["back", "back", "back"])

    def test_a_disclosure_for_which_there_are_no_such_words_comes_back_without_words(self) -> None:
        bare = quiet(w("first"), w("other"), returns=Returns.TOLD)
        line = replace(LINE, wordings=(*LINE.wordings, w("nods", wordless=True)))
        assert told_in_turn(bare, [DEFEND] * 3, line)[1:] == ["~minimal/nods"] * 2

    def test_a_look_is_no_disclosure(self) -> None:
        moment = quiet(w("first", after=(QUESTION,)), w("looks", wordless=True), returns=Returns.TOLD)
        assert told_in_turn(moment, [DEFEND, ASK, ASK]) == ["looks", "first", "looks"]


class TestWithoutWords:
    def test_something_seen_comes_when_everything_was_told_and_may_recur(self) -> None:
        moment = quiet(w("first"), w("back", again=True), w("nods", wordless=True))
        assert told_in_turn(moment, [DEFEND] * 5) == ["first", "back", "nods", "nods", "nods"]

    def test_two_looks_take_turns(self) -> None:
        moment = quiet(w("first"), w("nods", wordless=True), w("looks", wordless=True))
        told = told_in_turn(moment, [DEFEND] * 5)
        assert sorted(told[1:3]) == sorted(told[3:]) == ["looks", "nods"]

    def test_a_moment_without_one_borrows_that_of_the_state(self) -> None:
        line = replace(LINE, wordings=(*LINE.wordings, w("nods", wordless=True)))
        assert told_in_turn(quiet(w("first")), [DEFEND] * 3, line) == ["first", "~minimal/nods", "~minimal/nods"]

    def test_its_own_goes_first(self) -> None:
        line = replace(LINE, wordings=(*LINE.wordings, w("nods", wordless=True)))
        assert told_in_turn(quiet(w("first"), w("looks", wordless=True)), [DEFEND] * 2, line) == ["first", "looks"]

    def test_the_line_itself_borrows_nothing(self) -> None:
        line = replace(LINE, wordings=(*LINE.wordings, w("nods", wordless=True)))
        assert told_in_turn(line, [DEFEND] * 3, line) == ["first", "nods", "nods"]

    def test_words_of_the_state_are_never_lent(self) -> None:
        assert told_in_turn(quiet(w("first")), [DEFEND] * 3) == ["first"] * 3

    def test_what_was_lent_is_found_again_by_the_name_that_a_log_holds(self) -> None:
        line = replace(LINE, wordings=(w("nods", wordless=True, opens=((QUESTION, "No."),)),))
        found = telling_named(quiet(w("first")), "~minimal/nods", "question", [line])
        assert found == Telling(replace(line.first, id="~minimal/nods"), "question", "No.")
        assert telling_named(quiet(w("first")), "~minimal/sighs", "", [line]) is None
        assert telling_named(quiet(w("first")), "~mixed/nods", "", [line]) is None


class TestLevels:
    MOMENT = quiet(w("loud", levels=(1, 2)), w("masked", levels=(3,)))

    @pytest.mark.parametrize(("level", "wording"), [(1, "loud"), (2, "loud"), (3, "masked")])
    def test_a_wording_is_told_at_its_levels_only(self, level: int, wording: str) -> None:
        assert told_in_turn(self.MOMENT, [DEFEND] * 3, level=level) == [wording] * 3

    def test_at_a_level_without_words_all_of_them_are_better_than_none(self) -> None:
        assert told_in_turn(quiet(w("loud", levels=(1,))), [DEFEND], level=3) == ["loud"]

    def test_nothing_is_lent_at_another_level(self) -> None:
        line = replace(LINE, wordings=(*LINE.wordings, w("nods", wordless=True, levels=(1,))))
        assert told_in_turn(quiet(w("first")), [DEFEND] * 2, line, level=2) == ["first", "first"]

    def test_parting_words_have_levels_too(self) -> None:
        wordings = self.MOMENT.wordings
        assert [parting("quiet", wordings, once(ASK), voice(level=level)).wording.id for level in (1, 3)] == [
            "loud",
            "masked",
        ]


class TestLeaving:
    """The sign that the patient is about to leave, where words for it are written."""

    EXACT = w("exact", after=(After(moment="before", response="ask"),))
    MOMENT = quiet(w("any"), EXACT, w("coat", after=(LEAVING,)), w("back", again=True))

    def test_it_comes_before_the_most_exact_answer(self) -> None:
        assert told_in_turn(self.MOMENT, [ASK], shown=IS_LEAVING) == ["coat"]

    @pytest.mark.parametrize("shown", [frozenset(), IS_STUCK])
    def test_nobody_says_it_who_is_not_leaving(self, shown: frozenset[ShownClass]) -> None:
        told = told_in_turn(self.MOMENT, [ASK] * 6, shown=shown)
        assert told[:3] == ["exact", "any", "back"]
        assert "coat" not in told

    def test_it_is_not_said_twice_while_anything_else_is_left(self) -> None:
        assert told_in_turn(self.MOMENT, [ASK] * 4, shown=IS_LEAVING) == ["coat", "exact", "any", "back"]

    def test_two_signs_come_one_after_the_other(self) -> None:
        moment = quiet(w("any"), w("coat", after=(LEAVING,)), w("watch", after=(LEAVING,)))
        told = told_in_turn(moment, [ASK] * 3, shown=IS_LEAVING)
        assert (sorted(told[:2]), told[2]) == (["coat", "watch"], "any")

    def test_one_written_for_coming_back_comes_then_and_before_what_was_not_told(self) -> None:
        moment = quiet(w("any"), w("other"), w("coat-again", after=(LEAVING,), again=True))
        told = told_in_turn(moment, [ASK, ASK], shown=IS_LEAVING)
        assert (told[0] in {"any", "other"}, told[1]) == (True, "coat-again")

    def test_one_without_words_comes_before_words_for_any_occasion_and_may_recur(self) -> None:
        moment = quiet(w("any"), w("stands", wordless=True, after=(LEAVING,)))
        assert told_in_turn(moment, [ASK] * 3, shown=IS_LEAVING) == ["stands"] * 3

    def test_one_with_words_comes_before_one_without(self) -> None:
        moment = quiet(w("stands", wordless=True, after=(LEAVING,)), w("coat", after=(LEAVING,)))
        assert told_in_turn(moment, [ASK, ASK], shown=IS_LEAVING) == ["coat", "stands"]

    def test_an_opening_can_say_it_once(self) -> None:
        moment = quiet(w("any"), self.EXACT, w("opened", opens=((LEAVING, "I should go."), (QUESTION, "No."))))
        told = tell(moment, once(ASK), voice(), LINE, shown=IS_LEAVING)
        assert told.patient == "I should go. opened"
        after_that = once(ASK).told("quiet", told)
        assert tell(moment, after_that, voice(), LINE, shown=IS_LEAVING).wording.id == "exact"
        assert tell(moment, once(DEFEND), voice(), LINE).opens == ""

    def test_what_is_written_for_leaving_or_for_a_question_fits_a_question_too(self) -> None:
        moment = quiet(w("any"), w("either", after=(LEAVING, QUESTION)))
        assert told_in_turn(moment, [ASK]) == ["either"]
        assert told_in_turn(moment, [DEFEND]) == ["any"]
        assert told_in_turn(moment, [DEFEND], shown=IS_LEAVING) == ["either"]

    def test_before_anything_was_said_too(self) -> None:
        assert tell(self.MOMENT, SaidSoFar(), voice(), LINE, shown=IS_LEAVING).wording.id == "coat"

    def test_at_other_levels_it_is_not_told(self) -> None:
        moment = quiet(w("any"), w("coat", after=(LEAVING,), levels=(1,)))
        assert told_in_turn(moment, [ASK], level=2, shown=IS_LEAVING) == ["any"]

    def test_what_was_disclosed_does_not_come_back_to_say_it(self) -> None:
        moment = quiet(w("any"), w("coat", after=(LEAVING,)), w("back", again=True), returns=Returns.TOLD)
        so_far = once(ASK).told("quiet", Telling(w("any")))
        assert tell(moment, so_far, voice(), LINE, shown=IS_LEAVING).wording.id == "back"

    def test_where_nothing_fits_it_is_still_not_said_by_who_stays(self) -> None:
        moment = quiet(w("coat", after=(LEAVING,)), w("asked", after=(QUESTION,)), w("back", again=True))
        assert told_in_turn(moment, [DEFEND] * 2) == ["asked", "back"]

    def test_where_there_is_nothing_else_at_all_it_is_told_rather_than_nothing(self) -> None:
        assert told_in_turn(quiet(w("coat", after=(LEAVING,))), [DEFEND]) == ["coat"]
        assert parting("left", [w("coat", after=(LEAVING,))], once(DEFEND), voice()).wording.id == "coat"

    def test_nothing_of_the_state_is_lent_instead_of_the_moment(self) -> None:
        line = replace(LINE, wordings=(*LINE.wordings, w("stands", wordless=True, after=(LEAVING,))))
        assert told_in_turn(quiet(w("any")), [ASK] * 2, line, shown=IS_LEAVING) == ["any", "~minimal/stands"]
        assert told_in_turn(quiet(w("any")), [ASK] * 2, line) == ["any", "any"]

    def test_a_telling_knows_whether_it_says_so(self) -> None:
        said = [Telling(w("coat", after=(QUESTION, LEAVING))), Telling(w("any"), "leaving", "I should go.")]
        assert [one.may_say_leaving for one in said] == [True, True]
        others = [Telling(w("any")), Telling(w("asked", after=(QUESTION, STUCK)), "question", "No.")]
        assert [one.may_say_leaving for one in others] == [False, False]


class TestStuck:
    CLASS, MOVE = w("class", after=(QUESTION,)), w("move", after=(After(Move.EXPLORE_EXPERIENCE),))
    LINGERS = w("lingers", after=(STUCK,))

    def test_it_is_as_exact_as_a_class_so_the_seed_decides_between_them(self) -> None:
        moment = quiet(w("any"), self.CLASS, self.LINGERS)
        told = {tuple(told_in_turn(moment, [ASK] * 3, seed=seed, shown=IS_STUCK)) for seed in range(12)}
        assert told == {("class", "lingers", "any"), ("lingers", "class", "any")}

    def test_a_move_is_more_exact_and_words_for_any_occasion_are_less(self) -> None:
        moment = quiet(w("any"), self.MOVE, self.LINGERS)
        assert told_in_turn(moment, [ASK] * 3, shown=IS_STUCK) == ["move", "lingers", "any"]

    @pytest.mark.parametrize("shown", [frozenset(), IS_LEAVING])
    def test_nobody_who_is_not_stuck_says_it(self, shown: frozenset[ShownClass]) -> None:
        assert told_in_turn(quiet(w("any"), self.LINGERS), [ASK] * 2, shown=shown) == ["any", "any"]

    def test_who_is_stuck_and_leaving_shows_that_they_leave(self) -> None:
        moment = quiet(self.LINGERS, w("coat", after=(LEAVING,)))
        assert told_in_turn(moment, [ASK] * 2, shown=IS_STUCK | IS_LEAVING) == ["coat", "lingers"]

    def test_an_opening_can_take_it_up(self) -> None:
        told = tell(quiet(w("any", opens=((STUCK, "Still here."),))), once(ASK), voice(), LINE, shown=IS_STUCK)
        assert told.patient == "Still here. any"


class TestTheSeed:
    EQUALS = quiet(*(w(name) for name in "abcdef"))

    def test_among_equals_the_seed_decides_so_a_second_play_is_no_re_reading(self) -> None:
        courses = {tuple(told_in_turn(self.EQUALS, [DEFEND] * 6, seed=seed)) for seed in range(12)}
        assert len(courses) == 12

    def test_the_same_seed_gives_the_same_words(self) -> None:
        assert told_in_turn(self.EQUALS, [DEFEND] * 6, seed=5) == told_in_turn(self.EQUALS, [DEFEND] * 6, seed=5)

    def test_the_order_in_the_file_is_no_matter(self) -> None:
        turned = replace(self.EQUALS, wordings=self.EQUALS.wordings[::-1])
        for seed in range(8):
            assert told_in_turn(turned, [DEFEND] * 6, seed=seed) == told_in_turn(self.EQUALS, [DEFEND] * 6, seed=seed)

    def test_it_is_the_same_on_every_machine_for_ever(self) -> None:
        assert told_in_turn(self.EQUALS, [DEFEND] * 6, seed=7) == PINNED


PINNED = ["d", "c", "b", "f", "a", "e"]


class TestWhatIsOffered:
    RESPONSE = replace(
        OWN, others=(ResponseWording("shorter", "That was me."), ResponseWording("back", "Me.", again=True))
    )
    MOMENT = quiet(w("first"))

    def offered(self, said: SaidSoFar, response: Response = RESPONSE, seed: int = 1) -> str:
        return say(self.MOMENT, response, said, voice(seed)).id

    def saying(self, response: Response, *wordings: str) -> SaidSoFar:
        so_far = SaidSoFar()
        for wording in wordings:
            so_far = so_far.answered(self.MOMENT, response, wording)
        return so_far

    def test_the_seed_chooses_among_the_ways_of_saying_it_but_not_those_for_saying_it_again(self) -> None:
        assert {self.offered(SaidSoFar(), seed=seed) for seed in range(20)} == {"first", "shorter"}

    @pytest.mark.parametrize(
        ("said", "left"), [(["first"], "shorter"), (["shorter"], "first"), (["first", "shorter"], "back")]
    )
    def test_what_was_said_is_not_offered_while_other_words_are_left(self, said: list[str], left: str) -> None:
        assert {self.offered(self.saying(self.RESPONSE, *said), seed=seed) for seed in range(9)} == {left}

    def test_when_all_was_said_it_is_still_offered(self) -> None:
        assert self.offered(self.saying(self.RESPONSE, "first", "shorter", "back")) in {"first", "shorter", "back"}

    def test_what_was_said_in_another_moment_is_no_matter(self) -> None:
        assert self.offered(SaidSoFar().answered(BEFORE, OWN, "first"), OWN) == "first"
        elsewhere = SaidSoFar().answered(replace(self.MOMENT, id="elsewhere"), self.RESPONSE, "first")
        assert {self.offered(elsewhere, seed=seed) for seed in range(20)} == {"first", "shorter"}

    def test_words_that_presuppose_something_are_offered_then_and_only_then(self) -> None:
        response = replace(OWN, others=(ResponseWording("after-asking", "It was me.", (QUESTION,)),))
        assert self.offered(once(ASK), response) == "after-asking"
        assert self.offered(once(DEFEND), response) == "first"
        own = replace(OWN, after=(QUESTION,), others=(ResponseWording("plain", "It was me."),))
        assert (self.offered(once(ASK), own), self.offered(once(DEFEND), own)) == ("first", "plain")

    def test_where_no_words_fit_the_first_are_offered(self) -> None:
        response = replace(OWN, after=(QUESTION,), others=(ResponseWording("b", "It was me.", (QUESTION,)),))
        assert self.offered(once(DEFEND), response) == "first"

    def test_nobody_is_offered_to_repeat_what_they_have_not_said(self) -> None:
        response = replace(OWN, after=(QUESTION,), others=(ResponseWording("back", "Me.", again=True),))
        assert self.offered(once(DEFEND), response) == "first"


class TestPartingWords:
    GOODBYES = (w("any"), w("asked", after=(QUESTION,)), w("opened", opens=((DEFENCE, "Your rule."),)))

    def test_the_last_words_answer_the_last_thing_said(self) -> None:
        assert parting("quiet", self.GOODBYES, once(ASK), voice()).patient == "asked"
        assert parting("quiet", self.GOODBYES, once(DEFEND), voice()).patient == "Your rule. opened"
        assert parting("quiet", self.GOODBYES, once(OWN), voice()).wording.id in {"any", "opened"}

    def test_where_none_fits_there_is_still_a_goodbye(self) -> None:
        assert parting("quiet", self.GOODBYES[1:2], once(OWN), voice()).patient == "asked"

    def test_a_wording_is_found_by_a_name_that_it_had_before(self) -> None:
        renamed = w("see-you", formerly=("bye",), opens=((QUESTION, "No."),))
        found = named_among((w("any"), renamed), "bye", "question")
        assert found == Telling(renamed, "question", "No.")
        assert named_among((w("any"),), "bye", "") is None
        assert named_among((renamed,), "see-you", "defence") == Telling(renamed, "defence", "")


def test_telling_and_answering_leave_what_was_known_before_as_it_was() -> None:
    before = once(ASK)
    held = (dict(before.wordings), before.openings, before.responses, before.just)
    told = before.told("quiet", tell(TestOpenings.MOMENT, before, voice(), LINE))
    told.answered(quiet(w("first")), DEFEND, "first")
    assert (dict(before.wordings), before.openings, before.responses, before.just) == held
    assert told.wordings == {("quiet", "any"): 1}
    assert told.openings == {("quiet", "any", "before/ask")}
    assert told.told("quiet", Telling(w("any"))).wordings == {("quiet", "any"): 2}


def test_silence_is_remembered_as_what_was_just_said_and_as_no_sentence() -> None:
    so_far = SaidSoFar().answered(BEFORE, None, "")
    assert so_far.responses == frozenset()
    assert so_far.just == JustSaid("before", "silence", Move.HOLD_SILENCE, frozenset({SaidClass.SILENCE}))
