"""Stories about owning one's part, and about what only looks like it."""

from __future__ import annotations

from simulator.alliance.reactions import ReactionState
from simulator.scoring.competency import Competency, Standing
from tests.builders import free_scenario, play
from tests.scoring.reading_scores import AGAINST, CONTEXT, FOR, found, path, said, turns

OWN = Competency.OWN_ROLE
QUIET = free_scenario(ReactionState.MINIMAL)
CALM = free_scenario(ReactionState.ENGAGED)


def test_names_the_part_and_its_effect_with_the_next_words() -> None:
    finding = found(play(QUIET, "own_contribution-4"), OWN)
    assert finding.score == 5
    assert turns(finding) == [(1, FOR)]
    assert said(finding.evidence[0].says) == "You named what you did and what it may have done to Ines."


def test_names_the_part_without_its_effect() -> None:
    assert found(play(QUIET, "own_contribution-3"), OWN).score == 4


def test_owns_in_general_terms() -> None:
    finding = found(play(QUIET, "own_contribution-2"), OWN)
    assert (finding.score, turns(finding)) == (3, [(1, CONTEXT)])


def test_is_sorry_only_if_something_was_felt() -> None:
    finding = found(play(QUIET, "own_contribution-1"), OWN)
    assert (finding.score, turns(finding)) == (2, [(1, AGAINST)])
    assert "on a condition" in said(finding.evidence[0].says)


def test_repeating_a_conditional_apology_does_not_make_it_more() -> None:
    assert found(play(QUIET, *["own_contribution-1", "notice_shift"] * 3), OWN).score == 2


def test_denies_the_part() -> None:
    finding = found(play(QUIET, "own_contribution-0"), OWN)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST)])


def test_never_names_the_part() -> None:
    finding = found(play(QUIET, "retreat", "explore_experience"), OWN)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST)])
    assert said(finding.evidence[0].says) == "Ines said little. Your part was not named."
    assert finding.standing is Standing.NOT_DONE


def test_being_very_sorry_is_not_owning() -> None:
    finding = found(play(QUIET, "over_apologise", "over_apologise"), OWN)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST), (1, AGAINST), (2, AGAINST)])


def test_owns_well_but_only_at_the_fourth_turn() -> None:
    finding = found(play(QUIET, "retreat", "retreat", "retreat", "own_contribution-4"), OWN)
    assert finding.score == 4
    assert "It came at turn 4, with the rupture there since turn 1." in said(finding.why)


def test_the_third_turn_is_still_soon() -> None:
    assert found(play(QUIET, "retreat", "retreat", "own_contribution-4"), OWN).score == 5


def test_owns_the_part_twice_then_blames() -> None:
    played = play(QUIET, "own_contribution-4", "own_contribution-4", "blame_interpret")
    assert path(played) == ["minimal", "exploring", "qualified-assertion", "shut-down"]
    finding = found(played, OWN)
    assert finding.score == 4
    assert turns(finding) == [(1, FOR), (2, FOR), (2, AGAINST), (3, AGAINST)]
    assert "said again" in said(finding.evidence[2].says)
    assert "blaming" in said(finding.evidence[3].says)


def test_owns_well_then_cannot_stop_apologising() -> None:
    finding = found(play(QUIET, "own_contribution-4", "explore_experience", "over_apologise"), OWN)
    assert (finding.score, turns(finding)) == (4, [(1, FOR), (3, AGAINST)])


def test_owns_well_then_asks_to_be_absolved() -> None:
    finding = found(play(QUIET, "own_contribution-4", "seek_agreement"), OWN)
    assert (finding.score, turns(finding)) == (4, [(1, FOR), (2, AGAINST)])
    assert said(finding.why).endswith("Your words asked to be told that all is well.")


def test_owns_well_then_justifies_it_away() -> None:
    finding = found(play(QUIET, "own_contribution-4", "explore_experience", "defend_justify"), OWN)
    assert (finding.score, turns(finding)) == (4, [(1, FOR), (3, AGAINST)])


def test_owning_again_after_a_new_rupture_is_no_repetition() -> None:
    played = play(QUIET, "own_contribution-4", "retreat", "own_contribution-4")
    assert path(played) == ["minimal", "exploring", "minimal", "exploring"]
    finding = found(played, OWN)
    assert (finding.score, turns(finding)) == (5, [(1, FOR), (3, FOR)])


def test_the_third_time_running_is_pressing_on_and_no_owning() -> None:
    stuck = free_scenario(ReactionState.PRESSURE, turns=4)
    played = play(stuck, "own_contribution-1", "own_contribution-1", "own_contribution-4")
    assert played.exchanges[-1].appraisal.played == "press_on"
    assert found(played, OWN).score == 2


def test_apologising_where_nothing_was_done_is_no_evidence() -> None:
    finding = found(play(CALM, "own_contribution-4", "explore_experience"), OWN)
    assert (finding.score, turns(finding)) == (None, [(1, CONTEXT)])


def test_an_apology_before_the_rupture_does_not_count_in_it() -> None:
    played = play(CALM, "own_contribution-4", "blame_interpret", "retreat", "retreat")
    assert path(played) == ["engaged", "engaged", "minimal", "avoiding", "avoiding"]
    finding = found(played, OWN)
    assert (finding.score, turns(finding)) == (1, [(1, CONTEXT), (3, AGAINST)])


def test_owning_after_the_repair_does_not_count_for_the_rupture_before() -> None:
    goes_on = free_scenario(ReactionState.MINIMAL, alliance=80, goes_on_after_repair=True)
    steps = ["own_contribution-2", "own_contribution-2", "explore_experience", "support_assertion", "explore_fear"]
    played = play(goes_on, *steps, "support_assertion", "own_contribution-4")
    assert path(played)[-2:] == ["repaired", "repaired"]
    assert found(played, OWN).score == 3
