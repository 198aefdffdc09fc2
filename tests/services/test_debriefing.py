"""The debriefing tells what was seen, what was not said, and what each sentence did."""

from __future__ import annotations

from dataclasses import replace

from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import SilenceKind
from simulator.scoring.competency import Competency
from simulator.services.debriefing import SILENCES, debrief
from simulator.session.vocabulary import Tag
from tests.builders import SILENT, free_scenario, play
from tests.telling import TWENTY_SECONDS, retold


def test_each_exchange_is_told_with_its_move_its_reason_and_where_it_led() -> None:
    told = debrief(play(free_scenario(), "withdrawal: own_contribution-4", "nothing: press_on"))
    first, second = told.accounts
    assert (first.turn, str(first.move), str(first.quality)) == (
        1,
        "Own your contribution",
        "Specific, with its effect (4 of 4)",
    )
    assert first.thinks == "(not said)"
    assert str(first.leads_to) == "Exploring"
    assert first.change == (10, 0, 0)
    assert first.why
    assert (str(second.leads_to), second.leads_to_family) == ("Says little", Family.WITHDRAWAL)


def test_a_tag_is_right_or_wrong_by_the_reading_that_the_score_uses() -> None:
    told = debrief(play(free_scenario(), "deference: own_contribution-4", "nothing: explore_experience"))
    assert [(a.tag, a.tag_hit) for a in told.accounts] == [(Tag.DEFERENCE, False), (Tag.NOTHING, True)]


def test_where_what_was_tagged_and_what_was_said_part_the_exchange_says_so() -> None:
    told = debrief(play(free_scenario(), "withdrawal: retreat", "withdrawal: own_contribution-4"))
    assert [str(a.tag_and_answer) if a.tag_and_answer else "" for a in told.accounts] == [
        "You saw it, and your answer did not take it up.",
        "",
    ]


def test_an_opening_is_a_hit_and_letting_it_be_is_none_too_wrong() -> None:
    told = debrief(
        play(free_scenario(), "own_contribution-4", "opened-up: explore_experience", "nothing: explore_fear")
    )
    assert [a.tag_hit for a in told.accounts] == [False, True, True]


def test_the_course_begins_with_the_first_rupture_and_has_a_point_for_each_turn() -> None:
    told = debrief(play(free_scenario(alliance=50), "own_contribution-4", "defend_justify", "retreat"))
    assert [p.turn for p in told.course] == [0, 1, 2, 3]
    assert [p.rupture for p in told.course] == [Family.WITHDRAWAL, None, Family.WITHDRAWAL, Family.WITHDRAWAL]
    assert [p.secondary for p in told.course] == [False, False, True, True]
    assert told.course[0].felt == 50


def test_a_deferring_patient_states_more_than_is_felt_in_the_chart() -> None:
    told = debrief(play(free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE, alliance=40), "press_on"))
    assert (told.course[0].felt, told.course[0].stated) == (40, 80)


def test_every_turn_knows_which_competencies_cite_it() -> None:
    told = debrief(play(free_scenario(), "withdrawal: own_contribution-4", "explore_experience", "explore_fear"))
    assert Competency.OWN_ROLE in told.accounts[0].cited_by
    assert Competency.EXPLORING in told.accounts[1].cited_by


def test_a_silence_is_told_with_its_kind() -> None:
    made = free_scenario()
    quiet = retold(made.moments["begins"], silence=TWENTY_SECONDS)
    told = debrief(play(replace(made, moments={"begins": quiet}), SILENT))
    assert told.accounts[0].silence == SILENCES[SilenceKind.DISENGAGED]()
    assert told.accounts[0].you == ""
    assert str(told.accounts[0].move) == "Hold the silence"


def test_the_parting_words_are_told_where_there_are_any() -> None:
    ended = play(free_scenario(turns=4), *["retreat"] * 4)
    assert ended.closing is not None
    assert ended.closing.verdict is Verdict.UNRESOLVED
    assert debrief(ended).parting == "(unresolved)"
    assert debrief(play(free_scenario(), "retreat", stop=True)).parting == ""


def test_every_kind_of_silence_has_its_words() -> None:
    assert set(SILENCES) == set(SilenceKind)
