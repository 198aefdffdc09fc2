"""Stories about asking, validating, not defending, changing the plan, and coming back after a failed attempt."""

from __future__ import annotations

from simulator.alliance.reactions import Family, ReactionState
from simulator.scoring.competency import Competency, Standing
from tests.builders import SILENT, free_scenario, play
from tests.scoring.reading_scores import AGAINST, CONTEXT, FOR, found, path, said, turns

QUIET = free_scenario(ReactionState.MINIMAL)
PLEASING = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE)
CROSS = free_scenario(ReactionState.COMPLAINT, style=Family.CONFRONTATION)
DEEP = ("own_contribution-4", "explore_experience", "support_assertion", "explore_fear", "support_assertion")


def test_questions_open_two_steps_down_to_the_meaning() -> None:
    finding = found(play(QUIET, *DEEP), Competency.EXPLORING)
    assert (finding.score, turns(finding)) == (5, [(2, FOR), (4, FOR)])
    opened = "Your question (“Explore the fear”) opened a new step. Ines said plainly what was wanted."
    assert said(finding.evidence[1].says) == opened


def test_two_questions_that_stop_before_the_meaning() -> None:
    played = play(QUIET, "own_contribution-4", "explore_experience", "explore_fear")
    assert path(played)[2:] == ["qualified-assertion", "block"]
    finding = found(played, Competency.EXPLORING)
    assert (finding.score, turns(finding)) == (4, [(2, FOR), (3, FOR)])


def test_one_question_opens_one_step() -> None:
    finding = found(play(QUIET, "own_contribution-4", "explore_experience", "renegotiate"), Competency.EXPLORING)
    assert (finding.score, turns(finding)) == (3, [(2, FOR)])


def test_questions_that_do_not_lead_on() -> None:
    played = play(QUIET, "explore_experience", "press_on", "explore_fear")
    assert path(played) == ["minimal", "avoiding", "shut-down", "shut-down"]
    finding = found(played, Competency.EXPLORING)
    assert (finding.score, turns(finding)) == (2, [(1, AGAINST), (3, AGAINST)])


def test_nothing_is_asked() -> None:
    finding = found(play(QUIET, "own_contribution-4", "validate_feeling"), Competency.EXPLORING)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST)])


def test_opening_the_same_stage_again_is_worth_nothing_more() -> None:
    played = play(
        QUIET, "own_contribution-4", "explore_experience", "retreat", "own_contribution-4", "explore_experience"
    )
    assert path(played)[2:] == ["qualified-assertion", "minimal", "exploring", "qualified-assertion"]
    finding = found(played, Competency.EXPLORING)
    assert (finding.score, turns(finding)) == (3, [(2, FOR), (5, CONTEXT)])


def test_in_a_calm_session_there_is_nothing_to_ask_about() -> None:
    calm = free_scenario(ReactionState.ENGAGED)
    assert found(play(calm, "explore_experience"), Competency.EXPLORING).score is None


def test_validates_the_feeling_and_the_guard() -> None:
    played = play(CROSS, "own_contribution-4", "explore_experience", "validate_feeling", "validate_protection")
    assert path(played) == ["complaint", "exploring", "hurt", "block", "vulnerability"]
    finding = found(played, Competency.VALIDATING)
    assert (finding.score, turns(finding)) == (5, [(3, FOR), (4, FOR)])


def test_validates_the_feeling_only() -> None:
    finding = found(play(CROSS, "validate_feeling"), Competency.VALIDATING)
    assert (finding.score, turns(finding)) == (4, [(1, FOR)])


def test_validates_what_can_be_seen() -> None:
    finding = found(play(QUIET, "validate_feeling"), Competency.VALIDATING)
    assert (finding.score, turns(finding)) == (3, [(1, CONTEXT)])


def test_validating_the_facade_is_a_formula() -> None:
    finding = found(play(PLEASING, "validate_feeling"), Competency.VALIDATING)
    assert (finding.score, turns(finding)) == (2, [(1, AGAINST)])


def test_explains_the_feeling_away() -> None:
    finding = found(play(CROSS, "reassure_early", "blame_interpret"), Competency.VALIDATING)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST), (2, AGAINST)])


def test_validates_and_later_explains_away() -> None:
    finding = found(play(CROSS, "validate_feeling", "blame_interpret"), Competency.VALIDATING)
    assert (finding.score, turns(finding)) == (3, [(1, FOR), (2, AGAINST)])


def test_passes_over_the_complaint() -> None:
    finding = found(play(CROSS, "explore_fear", "press_on"), Competency.VALIDATING)
    assert (finding.standing, finding.score, turns(finding)) == (Standing.NOT_DONE, 1, [(1, AGAINST), (2, AGAINST)])
    assert said(finding.evidence[0].says) == "Ines complained. You did not say that it made sense."


def test_not_validating_is_no_fault_where_something_else_led_on() -> None:
    assert found(play(CROSS, "own_contribution-4"), Competency.VALIDATING).score is None


def test_stays_open_under_attack() -> None:
    played = play(CROSS, "explore_experience", "validate_feeling", "own_contribution-4")
    assert path(played) == ["complaint", "rejecting", "complaint", "exploring"]
    finding = found(played, Competency.NON_DEFENSIVENESS)
    assert (finding.score, turns(finding)) == (5, [(2, FOR)])


def test_defends_and_defends() -> None:
    finding = found(play(CROSS, *["defend_justify"] * 3), Competency.NON_DEFENSIVENESS)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST), (2, AGAINST), (3, AGAINST)])


def test_slips_once_and_comes_back() -> None:
    finding = found(
        play(CROSS, "defend_justify", "own_contribution-4", "explore_experience"), Competency.NON_DEFENSIVENESS
    )
    assert finding.score == 4
    assert (1, AGAINST) in turns(finding)


def test_slips_once_and_does_not_come_back() -> None:
    finding = found(play(QUIET, "own_contribution-4", "defend_justify", "retreat"), Competency.NON_DEFENSIVENESS)
    assert (finding.score, turns(finding)) == (2, [(1, FOR), (2, AGAINST), (3, CONTEXT)])


def test_a_denial_in_the_shape_of_an_apology_counts_as_defending() -> None:
    finding = found(play(CROSS, "own_contribution-0", "own_contribution-1"), Competency.NON_DEFENSIVENESS)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST), (2, AGAINST)])


def test_collapsing_is_not_staying_open() -> None:
    finding = found(play(CROSS, *["over_apologise"] * 4), Competency.NON_DEFENSIVENESS)
    assert (finding.score, turns(finding)) == (3, [(turn, CONTEXT) for turn in (1, 2, 3, 4)])


def test_silence_that_nobody_invited_is_not_staying_open_either() -> None:
    finding = found(play(QUIET, *[SILENT] * 4), Competency.NON_DEFENSIVENESS)
    assert (finding.score, turns(finding)) == (3, [(turn, CONTEXT) for turn in (1, 2, 3, 4)])


def test_one_turn_under_pressure_tells_too_little() -> None:
    assert found(play(CROSS, "own_contribution-4"), Competency.NON_DEFENSIVENESS).score is None


def test_negotiates_from_the_need_that_was_explored() -> None:
    finding = found(play(QUIET, *DEEP[:4], "renegotiate"), Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)) == (5, [(3, FOR), (5, FOR)])


def test_negotiates_while_looking_at_it_together_and_before_anything_was_asked() -> None:
    finding = found(play(QUIET, "own_contribution-4", "renegotiate"), Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)) == (3, [(2, FOR)])


def test_changes_the_plan_once_the_complaint_was_heard() -> None:
    first_closed = free_scenario(ReactionState.COMPLAINT, style=Family.CONFRONTATION, alliance=40)
    played = play(first_closed, "validate_feeling", "renegotiate")
    assert path(played) == ["complaint", "complaint", "complaint"]
    finding = found(played, Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)) == (3, [(2, FOR)])


def test_yields_at_once() -> None:
    finding = found(play(CROSS, "renegotiate"), Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)) == (2, [(1, AGAINST)])


def test_offers_another_therapist_as_a_reflex() -> None:
    finding = found(play(QUIET, "discuss_fit"), Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)) == (2, [(1, AGAINST)])


def test_agreeing_to_every_demand_is_not_flexible() -> None:
    played = play(CROSS, "own_contribution-4", "renegotiate", "support_assertion", "renegotiate")
    finding = found(played, Competency.FLEXIBILITY)
    assert finding.score == 2
    assert "none was asked about" in said(finding.why)


def test_insists() -> None:
    finding = found(play(PLEASING, "press_on", "press_on"), Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST), (2, AGAINST)])


def test_negotiates_well_after_having_pressed_on() -> None:
    finding = found(play(QUIET, "press_on", *DEEP), Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)[0]) == (4, (1, AGAINST))


def test_negotiates_well_after_having_pressed_on_and_on() -> None:
    steps = ("own_contribution-4", "explore_experience", "explore_experience", *DEEP[2:])
    played = play(PLEASING, *["press_on"] * 3, *steps)
    assert path(played)[-1] == "repaired"
    assert found(played, Competency.FLEXIBILITY).score == 3


def test_a_settlement_that_the_patient_takes_back_came_too_soon() -> None:
    played = play(free_scenario(difficulty=3), "own_contribution-4", "explore_experience", "renegotiate")
    assert path(played)[-1] == "complying"
    finding = found(played, Competency.FLEXIBILITY)
    assert (finding.score, turns(finding)) == (2, [(3, AGAINST)])


def test_hears_half_a_wish_and_changes_nothing() -> None:
    played = play(QUIET, "own_contribution-4", "explore_experience", "give_rationale")
    finding = found(played, Competency.FLEXIBILITY)
    assert finding.standing is Standing.DID_NOT_COME_UP, "it was half said, and not asked for"


def test_nothing_was_asked_for_that_had_to_be_changed() -> None:
    assert found(play(QUIET, "own_contribution-4"), Competency.FLEXIBILITY).score is None


STRAINED = ("own_contribution-4", "explore_experience", "clarify_misunderstanding")
"""A repair that was under way, and slips into compliance at turn 3."""


def test_the_attempt_fails_and_is_owned() -> None:
    played = play(QUIET, *STRAINED, "own_contribution-4")
    assert path(played)[2:] == ["qualified-assertion", "complying", "exploring"]
    finding = found(played, Competency.SECONDARY_RUPTURES)
    assert (finding.score, turns(finding)) == (5, [(4, FOR)])
    happened = "Ines said yes without meaning it. That followed on your answer at turn 3."
    assert said(finding.evidence[0].says) == f"{happened} You came back to it and owned the attempt that failed."


def test_the_attempt_fails_and_the_next_words_come_back_to_it() -> None:
    finding = found(play(QUIET, *STRAINED, "explore_experience"), Competency.SECONDARY_RUPTURES)
    assert (finding.score, turns(finding)) == (4, [(4, FOR)])


def test_the_attempt_fails_and_is_taken_up_after_a_detour() -> None:
    finding = found(play(QUIET, *STRAINED, "retreat", "explore_experience"), Competency.SECONDARY_RUPTURES)
    assert (finding.score, turns(finding)) == (3, [(4, CONTEXT)])


def test_the_attempt_fails_and_the_same_is_tried_again() -> None:
    played = play(QUIET, *STRAINED, "clarify_misunderstanding", "explore_experience")
    finding = found(played, Competency.SECONDARY_RUPTURES)
    assert (finding.score, turns(finding)) == (2, [(4, AGAINST)])


def test_the_attempt_fails_and_the_next_answers_strain_things_further() -> None:
    finding = found(play(QUIET, *STRAINED, "blame_interpret", "press_on"), Competency.SECONDARY_RUPTURES)
    assert (finding.standing, finding.score, turns(finding)) == (Standing.SCORED, 1, [(4, AGAINST)])
    assert said(finding.evidence[0].says).endswith("The next answers strained things further.")


def test_a_first_attempt_that_strains_things_counts_too() -> None:
    played = play(QUIET, "notice_shift", "own_contribution-4")
    assert path(played) == ["minimal", "avoiding", "exploring"]
    finding = found(played, Competency.SECONDARY_RUPTURES)
    assert (finding.score, turns(finding)) == (5, [(2, FOR)])


def test_a_rupture_made_before_any_attempt_is_no_secondary_one() -> None:
    assert found(play(QUIET, "press_on", "blame_interpret", "retreat"), Competency.SECONDARY_RUPTURES).score is None


def test_a_failed_attempt_at_the_last_turn_leaves_nothing_to_judge() -> None:
    assert found(play(QUIET, *STRAINED), Competency.SECONDARY_RUPTURES).score is None
