"""Stories about how sessions end: depth, outcome, resolution and the headline."""

from __future__ import annotations

import pytest

from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.state import Fit
from simulator.patient.verdicts import Verdict
from simulator.scoring import score
from simulator.scoring.competency import Competency, Resolution, Standing
from simulator.session.transcript import Transcript
from tests.builders import free_scenario, play
from tests.scoring.reading_scores import AGAINST, CONTEXT, FOR, found, path, said, turns

QUIET = free_scenario(ReactionState.MINIMAL)
CROSS = free_scenario(ReactionState.COMPLAINT, style=Family.CONFRONTATION)
DEEP = ("own_contribution-4", "explore_experience", "support_assertion", "explore_fear", "support_assertion")
PARTING = ("renegotiate", "explore_experience", "support_assertion", "explore_fear", "discuss_fit")


def resolved(transcript: Transcript) -> Resolution:
    resolution = score(transcript).resolution
    assert resolution is not None
    return resolution


def told(transcript: Transcript) -> str:
    """What it came to, and what was done with the own part."""
    scored = score(transcript)
    return " ".join(map(str, (scored.headline, *scored.own_part)))


def test_a_deep_repair() -> None:
    played = play(QUIET, *DEEP)
    assert path(played) == ["minimal", "exploring", "qualified-assertion", "block", "self-assertion", "repaired"]
    depth, outcome = found(played, Competency.DEPTH), found(played, Competency.OUTCOME)
    assert (depth.score, turns(depth)) == (5, [(turn, FOR) for turn in (1, 2, 3, 4, 5)])
    assert (outcome.score, turns(outcome)) == (5, [(5, FOR), (5, CONTEXT)])
    assert resolved(played).level == 5
    assert told(played) == "Repaired. Ines withdrew. You owned your part at turn 1."


def test_a_quick_repair_stays_on_the_surface() -> None:
    played = play(QUIET, "own_contribution-4", "explore_experience", "renegotiate")
    assert [found(played, c).score for c in (Competency.DEPTH, Competency.OUTCOME)] == [3, 4]
    assert resolved(played).level == 4
    assert told(played).startswith("Partly repaired. Ines withdrew. You owned your part at turn 1")


def test_a_deep_repair_with_little_felt_alliance_left_is_not_the_best_outcome() -> None:
    cold = play(free_scenario(ReactionState.MINIMAL, alliance=25), *DEEP)
    assert cold.closing is not None
    assert cold.closing.verdict is Verdict.REPAIRED
    assert found(cold, Competency.OUTCOME).score == 4


def test_the_hour_ends_just_before_the_repair() -> None:
    short = free_scenario(ReactionState.MINIMAL, turns=4)
    played = play(short, *DEEP)
    assert [found(played, c).score for c in (Competency.DEPTH, Competency.OUTCOME)] == [4, 3]
    assert resolved(played).level == 3
    assert told(played).startswith("Not resolved by the end of the hour. Ines withdrew. You owned your part at turn 1")


def test_the_patient_leaves() -> None:
    played = play(CROSS, *["defend_justify"] * 5)
    assert path(played) == ["complaint", "rejecting", "pressure", "pressure", "left"]
    depth, outcome = found(played, Competency.DEPTH), found(played, Competency.OUTCOME)
    assert (depth.standing, depth.score, turns(depth)) == (Standing.NOT_REACHED, None, [(1, AGAINST)])
    assert (outcome.score, turns(outcome)) == (1, [(2, AGAINST), (4, CONTEXT)])
    assert resolved(played).level == 1
    assert told(played) == "Ines left at turn 4. Ines protested 3 times. Your part in it was not named."


def test_a_friendly_goodbye_with_little_behind_it_is_no_good_ending() -> None:
    pleasing = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE, alliance=40, turns=4)
    played = play(pleasing, *["give_rationale", "renegotiate"] * 2)
    assert played.closing is not None
    assert played.closing.verdict is Verdict.QUIET_DROP_OUT
    assert found(played, Competency.OUTCOME).score == 2
    assert resolved(played).level == 1
    assert told(played).startswith("Ines said a friendly goodbye and cancelled the next session")


def test_a_quiet_drop_out_stays_one_though_the_felt_alliance_rose() -> None:
    thin = free_scenario(ReactionState.MINIMAL, alliance=25, turns=3)
    played = play(thin, "own_contribution-4", "renegotiate", "seek_agreement")
    assert played.end.alliance.mean_points > played.begin.alliance.mean_points
    assert played.closing is not None
    assert played.closing.verdict is Verdict.QUIET_DROP_OUT
    assert found(played, Competency.OUTCOME).score == 2


def test_agreement_to_the_end_without_a_gain_is_not_a_good_outcome_either() -> None:
    pleasing = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE, alliance=65, turns=2)
    played = play(pleasing, "give_rationale", "renegotiate")
    assert found(played, Competency.OUTCOME).score == 2
    assert resolved(played).level == 2


def test_a_transfer_after_owning_exploring_and_trying_is_well_made() -> None:
    played = play(free_scenario(ReactionState.MINIMAL, fit=Fit.POOR), "own_contribution-4", *PARTING)
    assert path(played)[-1] == "transfer"
    assert found(played, Competency.OUTCOME).score == 5
    assert resolved(played).level == 4
    assert "parted well" in said(resolved(played).sentence)
    assert told(played).startswith("Parted with an agreed transfer")


def test_a_transfer_without_specific_owning_is_sound_and_no_more() -> None:
    played = play(
        free_scenario(ReactionState.MINIMAL, fit=Fit.POOR), "own_contribution-2", "own_contribution-2", *PARTING
    )
    assert path(played)[-1] == "transfer"
    assert found(played, Competency.OUTCOME).score == 4


def test_a_transfer_after_which_less_is_felt_than_before_is_not_sound() -> None:
    strained = ("press_on", "press_on", "own_contribution-4", "explore_experience")
    played = play(free_scenario(ReactionState.MINIMAL, fit=Fit.POOR), *strained, *PARTING)
    assert path(played)[-1] == "transfer"
    assert found(played, Competency.OUTCOME).score == 3


def test_the_trainee_stops() -> None:
    played = play(QUIET, "retreat", "retreat", stop=True)
    assert said(found(played, Competency.OUTCOME).why).endswith("You stopped.")
    assert resolved(played).level == 1
    assert told(played) == "You stopped after turn 2. Ines withdrew 2 times. Your part in it was not named."


def test_a_session_still_open_has_no_outcome_and_no_resolution() -> None:
    played = play(QUIET, "own_contribution-3")
    scored = score(played)
    assert scored.competencies[Competency.OUTCOME].score is None
    assert scored.resolution is None
    assert told(played) == "Still open. Ines withdrew. You owned your part at turn 1."


def test_a_session_in_which_nothing_was_said_shows_nothing() -> None:
    for played in (play(QUIET), play(QUIET, stop=True)):
        scored = score(played)
        assert [found.score for found in scored.competencies.values()] == [None] * 10
        assert (scored.missed, scored.false_repairs) == ((), ())
        assert str(scored.headline) == "Nothing was said to Ines yet."
        assert scored.own_part == ()


def test_avoiding_every_rupture_is_not_rewarded() -> None:
    calm = play(free_scenario(ReactionState.ENGAGED, turns=5), *["explore_experience", "give_rationale"] * 3)
    scored = score(calm)
    assert [found.score for found in scored.competencies.values()] == [None] * 10
    assert scored.resolution is None
    assert told(calm) == "No rupture came up in 5 turns with Ines."


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        (("own_contribution-0",), "Your part in it was denied at turn 1."),
        (("retreat", "own_contribution-1"), "At turn 2 you owned your part on a condition only."),
        (("own_contribution-2", "own_contribution-1"), "You owned your part in general terms at turn 1."),
        (("own_contribution-1", "own_contribution-3", "own_contribution-4"), "You owned your part at turn 2."),
        (("press_on", "retreat", "own_contribution-3"), "Ines withdrew 2 times. You owned your part at turn 3."),
    ],
)
def test_what_was_done_with_the_own_part_is_told_apart_from_what_it_came_to(steps: tuple[str, ...], says: str) -> None:
    scored = score(play(QUIET, *steps))
    assert " ".join(map(str, scored.own_part)).endswith(says)
    assert "part" not in str(scored.headline)


def test_only_what_happened_before_the_part_was_owned_is_counted() -> None:
    thin = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE, alliance=40)
    played = play(thin, "own_contribution-4")
    assert path(played) == ["complying", "appeasing"]
    assert told(played).endswith("Ines said yes without meaning it. You owned your part at turn 1.")


def test_no_sentence_speaks_of_a_published_instrument() -> None:
    for steps in (DEEP, ("retreat", "retreat"), ("blame_interpret",) * 4):
        resolution = resolved(play(QUIET, *steps, stop=True))
        assert "3RS" not in str(resolution.label) + said(resolution.sentence)
