"""What is proved of words: how many a moment needs, and which can never come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.analysis.proofs import tellings
from simulator.scenario.document import After, Moment, Response, ResponseWording, Returns, Scenario, Wording
from tests.analysis.proving import told_by
from tests.analysis.stories import DRIFT, SETTLES, loop, moment, says, story

OFFERED = (After(SaidClass.OFFER),)
ASKED = (After(SaidClass.QUESTION),)
PROOF_OF = {
    "615": tellings.too_few_wordings,
    "616": tellings.wording_never_comes,
    "617": tellings.too_few_lines,
    "618": tellings.no_words_for_leaving,
}


def circling(*wordings: Wording, turns: int = 8, **keys: Any) -> Scenario:
    """“here” and “there” lead to each other until the time is up; “here” is told in these wordings."""
    made = loop(None, turns)
    return replace(made, moments={**made.moments, "here": replace(made.moments["here"], wordings=wordings, **keys)})


def told(scenario: Scenario, code: str, level: int = 2) -> list[str]:
    """The messages of one proof about “here”, or about the patient's file."""
    found = told_by(PROOF_OF[code], scenario=scenario, level=level)
    return [one for one in found if "“there”" not in one]


def plain(count: int, **more: Any) -> tuple[Wording, ...]:
    return tuple(Wording(f"{more.get('again', '')}w{number}", f"Words {number}.", **more) for number in range(count))


class TestTooFewWordings:
    def lacking(self, *wordings: Wording, level: int = 2, **keys: Any) -> int:
        """How many more wordings the proof asks for; the moment can come four times in eight turns."""
        found = told(circling(*wordings, **keys), "615", level=level)
        assert all("can come 4 times in one session" in one for one in found)
        return int(found[0].partition("Write ")[2].split()[0]) if found else 0

    @pytest.mark.parametrize(("count", "more"), [(1, 3), (2, 2), (3, 1), (4, 0), (5, 0)])
    def test_each_visit_needs_a_wording(self, count: int, more: int) -> None:
        assert self.lacking(*plain(count)) == more

    def test_one_for_coming_back_counts_and_one_that_presupposes_something_does_not(self) -> None:
        assert self.lacking(*plain(2), *plain(1, again=True)) == 1
        assert self.lacking(*plain(2), Wording("offered", "Yes.", after=OFFERED)) == 2

    def test_an_opening_replaces_no_wording(self) -> None:
        assert self.lacking(Wording(opens=((ASKED[0], "No."), (OFFERED[0], "Well.")))) == 3

    def test_what_is_told_comes_back_only_in_words_for_coming_back(self) -> None:
        assert self.lacking(*plain(4), returns=Returns.TOLD) == 3
        assert self.lacking(*plain(2), *plain(2, again=True), returns=Returns.TOLD) == 1

    def test_something_wordless_covers_the_rest(self) -> None:
        assert self.lacking(Wording(), Wording("seen", shows=("waits",), wordless=True)) == 0

    def test_something_wordless_that_presupposes_something_covers_nothing(self) -> None:
        stands = Wording("stands", shows=("half gets up",), wordless=True, after=(After(ShownClass.LEAVING),))
        assert self.lacking(Wording(), stands) == 3

    def test_the_patient_lends_something_wordless(self) -> None:
        made = circling(Wording())
        line = made.patient.lines[ReactionState.MINIMAL]
        lent = replace(line, wordings=(*line.wordings, Wording("seen", shows=("waits",), wordless=True)))
        patient = replace(made.patient, lines={**made.patient.lines, ReactionState.MINIMAL: lent})
        assert told(replace(made, patient=patient), "615") == []

    def test_words_of_another_level_do_not_count(self) -> None:
        wordings = (*plain(1), Wording("loud", "Loud.", levels=(1,)), Wording("masked", "Masked.", levels=(2, 3)))
        assert self.lacking(*wordings, Wording("too", "Too.", levels=(1, 2))) == 1
        assert self.lacking(*wordings, Wording("too", "Too.", levels=(1, 2)), level=3) == 2

    def test_no_wording_for_any_occasion_is_told_too(self) -> None:
        (found,) = told(circling(Wording(after=ASKED)), "615")
        assert (
            "there is no wording that fits any occasion, and it is not written what is seen where no words are left. Write 4"
            in found
        )

    def test_a_moment_that_comes_once_needs_one(self) -> None:
        once = story(moment("here", ReactionState.MINIMAL, says("go", "settles"), silent="drift"), DRIFT, SETTLES)
        assert told(once, "615") == []


class TestTooFewLines:
    def test_the_states_that_can_run_out_are_told_once_each_with_its_number(self) -> None:
        start = Moment("here", ReactionState.MINIMAL, (Wording(),), (Response("wait", "Hm.", Move.RETREAT),))
        (found,) = told(story(start, turns=4), "617")
        assert "so many more wordings would be needed, and in brackets how many for 95 of 100 sessions" in found
        assert "“exploring” 1 (0)" in found

    def test_where_the_patient_is_never_left_to_the_own_lines_nothing_is_told(self) -> None:
        assert told(circling(Wording()), "617") == []


class TestNoWordsForLeaving:
    """618: from where the patient can go without words of their own for it."""

    GOES = (After(ShownClass.LEAVING),)

    def places(self, *wordings: Wording, bank: bool = False, level: int = 2, calm: bool = False) -> str:
        """The places that are named, of a patient who is blamed (or heard) while shut down, in these words."""
        move = Move.VALIDATE_PROTECTION if calm else Move.BLAME_INTERPRET
        start = Moment("shut", ReactionState.SHUT_DOWN, wordings, (Response("say", "You.", move),))
        made = story(start, turns=5)
        if bank:
            sign = Wording("goes", "I'll go.", after=self.GOES)
            lines = {s: replace(line, wordings=(*line.wordings, sign)) for s, line in made.patient.lines.items()}
            made = replace(made, patient=replace(made.patient, lines=lines))
        found = told(made, "618", level=level)
        assert len(found) <= 1
        return found[0].partition("about to leave in ")[2].partition(", and nothing")[0] if found else ""

    def test_moments_and_states_of_the_patient_are_counted_and_named(self) -> None:
        assert self.places(Wording()) == "2 places, “shut” and “shut-down”"

    def test_where_there_are_words_nothing_is_told(self) -> None:
        sign = Wording("goes", "I'll go.", after=self.GOES)
        assert self.places(Wording(), sign) == "“shut-down”"
        assert self.places(Wording(), sign, bank=True) == ""
        assert self.places(Wording(opens=((self.GOES[0], "I'll go."),)), bank=True) == ""

    def test_words_of_another_level_are_none(self) -> None:
        sign = Wording("goes", "I'll go.", after=self.GOES, levels=(1,))
        assert self.places(Wording(), sign, bank=True) == "“shut”"

    def test_words_for_something_else_are_none(self) -> None:
        other = Wording("asked", "No.", after=ASKED, opens=((OFFERED[0], "Yes."),))
        assert self.places(Wording(), other, bank=True) == "“shut”"


class TestNeverComes:
    def dead(self, *wordings: Wording, **keys: Any) -> list[str]:
        return [one.partition(" never comes")[0] for one in told(circling(*wordings, **keys), "616")]

    def test_words_after_something_that_never_leads_here_are_told(self) -> None:
        wordings = (*plain(4), Wording("asked", "No.", after=ASKED), Wording("offered", "Yes.", after=OFFERED))
        assert self.dead(*wordings) == ["The wording “offered” of “here”"]

    def test_what_the_patient_shows_is_not_said_and_not_looked_for(self) -> None:
        leaving, stuck = After(ShownClass.LEAVING), After(ShownClass.STUCK)
        wordings = (*plain(4), Wording("goes", "I'll go.", after=(leaving,), opens=((stuck, "Well."),)))
        assert self.dead(*wordings) == []

    def test_so_are_openings_and_wordings_of_responses(self) -> None:
        opening = Wording(opens=((ASKED[0], "No."), (OFFERED[0], "Yes.")))
        go = replace(says("go", "there"), others=(ResponseWording("offered", "Then?", OFFERED),), after=ASKED)
        assert sorted(self.dead(opening, responses=(go,))) == [
            "The opening “offer” of the wording “w0” of “here”".replace("w0", "first"),
            "The wording “offered” of the answer “go”",
        ]

    def test_one_of_several_is_told_and_the_others_are_not(self) -> None:
        scenario = circling(*plain(4), Wording("either", "Well.", after=(*ASKED, *OFFERED)))
        (found,) = told(scenario, "616")
        assert found.endswith("what leads to “here” is never “offer”. Correct what it asks for, or remove it.")

    def test_at_the_start_nothing_was_said(self) -> None:
        once = moment("here", ReactionState.MINIMAL, says("go", "settles"), silent="drift")
        answered = replace(once, wordings=(Wording(), Wording("asked", "No.", after=ASKED)))
        assert len(told(story(answered, DRIFT, SETTLES), "616")) == 1

    def test_words_for_coming_back_never_come_where_there_are_enough_others(self) -> None:
        back = Wording("back", "Again.", again=True)
        assert self.dead(*plain(6), back) == ["The wording “back” of “here”"]
        assert self.dead(*plain(5), back) == []

    def test_of_what_is_told_once_they_come_the_second_time(self) -> None:
        assert self.dead(*plain(4), Wording("back", "Again.", again=True), returns=Returns.TOLD) == []

    def test_a_moment_that_never_comes_is_told_once_and_not_for_its_words(self) -> None:
        lost = replace(moment("lost", ReactionState.BLOCK, says("go", "settles"), silent="drift"))
        lost = replace(lost, wordings=(Wording(after=OFFERED),))
        made = circling(*plain(4))
        assert self.dead_in(replace(made, moments={**made.moments, "lost": lost})) == []

    def dead_in(self, scenario: Scenario) -> list[str]:
        return told(scenario, "616")
