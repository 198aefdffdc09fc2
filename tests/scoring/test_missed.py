"""Stories about what was missed, and about agreement that was none."""

from __future__ import annotations

from dataclasses import replace

from simulator.alliance.reactions import Family, ReactionState
from simulator.scenario.document import Scenario
from simulator.scoring import score
from tests.builders import SILENT, free_scenario, play
from tests.scoring.reading_scores import said

QUIET = free_scenario(ReactionState.MINIMAL)
PLEASING = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE, alliance=40, turns=6)
CROSS = free_scenario(ReactionState.COMPLAINT, style=Family.CONFRONTATION)


def offering(scenario: Scenario, *responses: str) -> Scenario:
    """The same scenario with only some responses on offer in its first moment."""
    first = scenario.moments[scenario.start]
    few = tuple(response for response in first.responses if response.id in responses)
    return replace(scenario, moments={first.id: replace(first, responses=few)})


def test_a_good_session_missed_nothing() -> None:
    steps = ("own_contribution-4", "explore_experience", "support_assertion", "explore_fear", "support_assertion")
    assert score(play(QUIET, *steps)).missed == ()


def test_the_model_is_what_would_have_been_received_best() -> None:
    few = offering(QUIET, "retreat", "give_rationale", "own_contribution-2", "own_contribution-3")
    (missed,) = score(play(few, "retreat")).missed
    assert (missed.turn, missed.response_id) == (1, "own_contribution-3")
    assert missed.model == "(own_contribution 3)"
    assert said(missed.what) == "Ines said little. “Retreat” did not take it up."


def test_where_nothing_better_was_on_offer_nothing_was_missed() -> None:
    few = offering(QUIET, "retreat", "press_on", "give_rationale")
    assert score(play(few, "retreat")).missed == ()


def test_words_that_would_have_strained_things_more_are_no_model() -> None:
    few = offering(QUIET, "give_rationale", "notice_shift", "retreat")
    assert score(play(few, "give_rationale")).missed == ()
    assert [missed.response_id for missed in score(play(few, "retreat")).missed] == ["notice_shift"]


def test_owning_once_more_is_no_model_where_something_else_leads_as_far() -> None:
    (missed,) = score(play(QUIET, "own_contribution-4", "seek_agreement")).missed
    assert missed.turn == 2
    assert missed.response_id is not None
    assert not missed.response_id.startswith("own_contribution")


def test_an_attempt_that_meets_a_closed_door_is_no_missed_opportunity() -> None:
    assert score(play(QUIET, "notice_shift")).missed == ()


def test_silence_that_nobody_invited_can_be_a_missed_opportunity() -> None:
    (missed,) = score(play(QUIET, SILENT)).missed
    assert missed.response_id == "own_contribution-4"
    assert "Hold the silence" in said(missed.what)


def test_a_half_said_complaint_that_was_not_followed() -> None:
    (missed,) = score(play(QUIET, "own_contribution-4", "explore_experience", "seek_agreement")).missed
    assert missed.turn == 3
    assert said(missed.what) == "Ines half said what was wrong. “Seek agreement” did not follow."
    assert missed.response_id not in ("renegotiate", "own_contribution-4")


def test_leaving_room_in_a_stage_of_repair_is_not_missed() -> None:
    played = play(QUIET, "own_contribution-4", "explore_experience", "support_assertion", "check_repair", SILENT)
    assert str(played.end.reaction) == "block"
    assert [missed.turn for missed in score(played).missed] == [4]


def test_a_change_that_was_welcome_is_not_missed_because_more_was_possible() -> None:
    assert score(play(QUIET, "own_contribution-4", "renegotiate")).missed == ()


def test_the_most_costly_comes_first_and_five_are_enough() -> None:
    missed = score(play(QUIET, "retreat", "retreat", "blame_interpret", *["retreat"] * 5)).missed
    assert len(missed) == 5
    assert missed[0].turn == 3


def test_says_nothing_was_there_while_the_patient_defers() -> None:
    (false,) = score(play(PLEASING, "nothing: explore_experience")).false_repairs
    assert (false.turn, said(false.what)) == (1, "Ines said yes without meaning it. You saw nothing.")


def test_missing_a_withdrawal_is_no_false_repair() -> None:
    assert score(play(QUIET, "nothing: retreat")).false_repairs == ()


def test_asks_for_a_yes_and_goes_on_from_it() -> None:
    for question in ("seek_agreement", "check_repair", "renegotiate"):
        (false,) = score(play(PLEASING, question, "press_on")).false_repairs
        assert false.turn == 1
        assert "taken for agreement" in said(false.what)


def test_asks_for_a_yes_and_doubts_it() -> None:
    assert score(play(PLEASING, "check_repair", "explore_experience")).false_repairs == ()


def test_the_last_yes_of_an_open_session_may_still_be_doubted() -> None:
    assert score(play(PLEASING, "check_repair")).false_repairs == ()
    assert [false.turn for false in score(play(PLEASING, "check_repair", stop=True)).false_repairs] == [1]


def test_a_yes_that_ends_a_repair_under_way() -> None:
    played = play(QUIET, "own_contribution-4", "explore_experience", "seek_agreement", "retreat")
    assert [false.turn for false in score(played).false_repairs] == [3]


def test_the_quiet_drop_out_is_the_last_false_repair() -> None:
    scored = score(play(PLEASING, *["give_rationale", "clarify_misunderstanding"] * 3))
    (false,) = scored.false_repairs
    assert false.turn == 6
    assert "next session was cancelled" in said(false.what)


def test_nobody_who_stopped_is_told_of_a_goodbye() -> None:
    assert score(play(PLEASING, "give_rationale", stop=True)).false_repairs == ()


def test_a_repair_is_no_false_repair() -> None:
    steps = ("own_contribution-4", "explore_experience", "validate_feeling", "explore_fear", "validate_feeling")
    assert score(play(CROSS, *steps)).false_repairs == ()


def test_where_the_rules_of_today_did_not_play_it_nothing_is_called_missed() -> None:
    played = play(QUIET, "retreat", "retreat")
    assert [missed.turn for missed in score(played).missed] == [1, 2]
    without = replace(played, exchanges=tuple(x._replace(place=None) for x in played.exchanges))
    assert score(without).missed == ()
    first, second = played.exchanges
    partly = replace(played, exchanges=(first._replace(place=None), second))
    assert [missed.turn for missed in score(partly).missed] == [2]


def test_all_scores_but_what_was_missed_need_neither_rules_nor_places() -> None:
    played = play(
        PLEASING, "nothing: explore_experience", "own_contribution-4", "retreat", SILENT, "press_on", stop=True
    )
    read = replace(played, exchanges=tuple(x._replace(place=None) for x in played.exchanges))
    assert score(read) == replace(score(played), missed=())
