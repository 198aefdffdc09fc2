"""Stories about seeing what happens, and about seeing it everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.reactions import Family, ReactionState
from simulator.scoring.competency import Competency, Signs, Standing
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Mode, Tag
from tests.builders import MARKERS_OF, SILENT, free_scenario, play
from tests.scoring.reading_scores import AGAINST, CONTEXT, FOR, found, path, said, turns

SEEN, LATENCY = Competency.NOTICING, Competency.LATENCY
QUIET = free_scenario(ReactionState.MINIMAL)
PLEASING = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE)
SLOW = free_scenario(ReactionState.MINIMAL, difficulty=1)
"""Four turns of retreating lead no deeper than avoiding."""

GOOD = ("own_contribution-4", "explore_experience", "support_assertion", "explore_fear", "support_assertion")


def tagged(tags: Iterable[str], steps: Iterable[str]) -> list[str]:
    return [f"{tag}: {step}" for tag, step in zip(tags, steps, strict=True)]


def test_sees_the_withdrawal_and_leaves_calm_moments_calm() -> None:
    tags = ("withdrawal",) * 5 + ("nothing",) * 4
    finding = found(play(SLOW, *tagged(tags, ("retreat",) * 4 + GOOD)), SEEN)
    assert finding.score == 5
    assert turns(finding) == [*((turn, FOR) for turn in range(1, 6)), *((turn, CONTEXT) for turn in range(6, 10))]
    assert finding.signs == Signs(5, 5)
    assert said(finding.why) == "5 of 5 signs seen for what they were."
    assert said(finding.evidence[0].says) == "Ines said little. You saw it."


def test_sees_where_the_patient_opens_up() -> None:
    tags = ("withdrawal",) * 5 + ("opened-up",) * 4
    finding = found(play(SLOW, *tagged(tags, ("retreat",) * 4 + GOOD)), SEEN)
    assert (finding.score, finding.signs) == (5, Signs(5, 5))
    assert {counts for _, counts in turns(finding)} == {FOR}
    assert said(finding.why).endswith("You also saw Ines opening up 4 times.")
    assert said(finding.evidence[5].says) == "Ines looked with you at what had happened. You saw Ines opening up."


def test_tags_every_moment() -> None:
    finding = found(play(SLOW, *(f"withdrawal: {step}" for step in ("retreat",) * 4 + GOOD)), SEEN)
    assert finding.score == 2
    assert turns(finding)[4:] == [(5, FOR), (6, AGAINST), (7, CONTEXT), (8, CONTEXT), (9, AGAINST)]


def test_tagging_every_moment_is_worth_little_even_where_most_are_ruptures() -> None:
    steps = ["retreat"] * 4 + ["own_contribution-4", "explore_experience", "explore_experience"]
    played = play(SLOW, *(f"withdrawal: {step}" for step in steps))
    assert path(played)[-3:] == ["exploring", "qualified-assertion", "qualified-assertion"]
    assert found(played, SEEN).score == 2


def test_half_taken_back_is_not_everything() -> None:
    steps = ["retreat"] * 4 + ["own_contribution-4", "explore_experience", "explore_fear", "explore_fear"]
    tags = ["withdrawal"] * 5 + ["nothing", "withdrawal", "withdrawal"]
    finding = found(play(SLOW, *tagged(tags, steps)), SEEN)
    assert (finding.score, turns(finding)[-2:]) == (5, [(7, CONTEXT), (8, CONTEXT)])
    assert said(finding.evidence[-2].says).endswith("Half of it was still there, so what you saw counts half.")


def test_one_false_alarm_can_happen() -> None:
    steps = ["retreat"] * 4 + ["own_contribution-4", "explore_experience"]
    finding = found(play(SLOW, *(f"withdrawal: {step}" for step in steps)), SEEN)
    assert finding.score == 5
    assert said(finding.why).endswith("1 false alarm.")


def test_takes_compliance_for_agreement_every_time() -> None:
    finding = found(play(PLEASING, *["nothing: seek_agreement"] * 5), SEEN)
    assert (finding.score, turns(finding)) == (1, [(turn, AGAINST) for turn in range(1, 6)])
    assert said(finding.why) == "0 of 5 signs seen for what they were. 5 passed as nothing."
    assert said(finding.evidence[0].says) == "Ines said yes without meaning it. You saw nothing."


def test_sees_that_something_is_wrong_but_never_which_way() -> None:
    finding = found(play(PLEASING, *["confrontation: seek_agreement"] * 5), SEEN)
    assert (finding.score, turns(finding)) == (3, [(turn, AGAINST) for turn in range(1, 6)])
    assert said(finding.evidence[0].says).endswith(
        "What you saw: Ines confronted you. It was a sign, and of another kind, so what you saw counts half."
    )
    assert said(finding.why).endswith("5 were taken for something else.")


def test_sees_three_of_five() -> None:
    finding = found(play(QUIET, *["withdrawal: retreat"] * 3, *["nothing: retreat"] * 2), SEEN)
    # Three hits of five signs and three tags: 6 of 8.
    assert (finding.score, finding.signs) == (4, Signs(5, 3))


def test_from_which_share_on_the_next_score_begins() -> None:
    played = play(QUIET, "retreat")
    quiet = played.exchanges[0]

    def seeing(right: int) -> Transcript:
        tags = [Tag.WITHDRAWAL] * right + [Tag.NOTHING] * (14 - right)
        return replace(played, exchanges=tuple(quiet._replace(turn=n, tag=tag) for n, tag in enumerate(tags, 1)))

    scores = [found(seeing(right), SEEN).score for right in range(15)]
    # F1 is 2 r / (14 + r): .25 from 2 of 14 on, .50 from 5 on, .70 from 8 on (.727), .85 from 11 on (.88).
    assert scores == [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5]


def test_seeing_much_in_the_wrong_family_is_not_seeing_well() -> None:
    tags = ("deference", "deference", "deference", "withdrawal", "withdrawal")
    assert found(play(PLEASING, *(f"{tag}: give_rationale" for tag in tags)), SEEN).score == 3
    tags = ("deference", "deference", "deference", "deference", "withdrawal")
    assert found(play(PLEASING, *(f"{tag}: give_rationale" for tag in tags)), SEEN).score == 5


def test_sees_the_loud_markers_and_misses_the_only_masked_one() -> None:
    masked = free_scenario(ReactionState.COMPLAINT, masked=[ReactionState.MIXED])
    loud = ["withdrawal: retreat"] * 6
    played = play(masked, "confrontation: retreat", "nothing: retreat", *loud)
    assert path(played)[:4] == ["complaint", "mixed", "minimal", "avoiding"]
    finding = found(played, SEEN)
    assert (finding.score, turns(finding)[:3]) == (3, [(1, FOR), (2, AGAINST), (3, FOR)])
    assert said(finding.evidence[1].says) == (
        "Ines moved against you and away at once. It was masked. You saw nothing."
    )


def test_takes_the_only_masked_marker_for_an_opening() -> None:
    masked = free_scenario(ReactionState.COMPLAINT, masked=[ReactionState.MIXED])
    loud = ["withdrawal: retreat"] * 6
    finding = found(play(masked, "confrontation: retreat", "opened-up: retreat", *loud), SEEN)
    assert finding.score == 3
    assert "1 was taken for an opening." in said(finding.why)


def test_sees_one_of_two_masked_markers() -> None:
    masked = free_scenario(ReactionState.AVOIDING, masked=[ReactionState.AVOIDING])
    most = ["withdrawal: retreat"] * 7
    assert found(play(masked, "nothing: retreat", *most), SEEN).score == 4


def test_sees_the_masked_marker_too() -> None:
    masked = free_scenario(ReactionState.COMPLAINT, masked=[ReactionState.MIXED])
    tags = ("confrontation", "deference", "withdrawal", "withdrawal", "withdrawal")
    finding = found(play(masked, *(f"{tag}: retreat" for tag in tags)), SEEN)
    assert finding.score == 5
    assert said(finding.evidence[1].says) == (
        "Ines moved against you and away at once. It was masked. "
        "You saw it: both were there, a confrontation and deference, and either is right."
    )


def test_either_side_of_a_mixed_rupture_is_right() -> None:
    mixed = free_scenario(ReactionState.MIXED)
    for tag in ("confrontation", "deference"):
        assert turns(found(play(mixed, f"{tag}: press_on"), SEEN)) == [(1, FOR)]
    assert turns(found(play(mixed, "withdrawal: press_on"), SEEN)) == [(1, AGAINST)]


def test_a_mixed_rupture_with_one_marker_named_still_moves_both_ways() -> None:
    mixed = free_scenario(ReactionState.MIXED, markers={ReactionState.MIXED: (Marker.THERAPIST,)})
    for tag in ("confrontation", "deference", "withdrawal"):
        assert turns(found(play(mixed, f"{tag}: press_on"), SEEN)) == [(1, FOR)]


def test_a_smile_that_hides_discontent_is_deference() -> None:
    smiling = free_scenario(
        ReactionState.COMPLYING, style=Family.DEFERENCE, markers=MARKERS_OF | {ReactionState.COMPLYING: (Marker.SPLIT,)}
    )
    assert turns(found(play(smiling, "deference: retreat"), SEEN)) == [(1, FOR)]
    assert turns(found(play(smiling, "withdrawal: retreat"), SEEN)) == [(1, AGAINST)]


def test_a_laugh_that_hides_pain_is_withdrawal() -> None:
    laughing = free_scenario(ReactionState.AVOIDING, markers={ReactionState.AVOIDING: (Marker.SPLIT,)})
    assert turns(found(play(laughing, "withdrawal: retreat"), SEEN)) == [(1, FOR)]


def test_who_never_tags_is_told_which_signs_came() -> None:
    finding = found(play(SLOW, *["retreat"] * 3, *GOOD), SEEN)
    assert (finding.standing, finding.score, finding.signs) == (Standing.COUNTED, None, Signs(4, None))
    assert turns(finding) == [(turn, CONTEXT) for turn in range(1, 5)]
    assert (
        said(finding.why)
        == "In 8 moments you did not say what you saw, so no score is given; these are the signs that came."
    )
    assert said(finding.evidence[0].says) == "Ines said little."


def test_skipping_the_tag_twice_is_once_too_often() -> None:
    once, twice = (["retreat"] * skipped + ["withdrawal: retreat"] * 5 for skipped in (1, 2))
    assert found(play(QUIET, *once), SEEN).score == 5
    assert found(play(QUIET, *twice), SEEN).standing is Standing.COUNTED


@pytest.mark.parametrize(("mode", "signs"), [(Mode.LEARN, Signs(7, None)), (Mode.PRACTISE, Signs(5, 5))])
def test_in_practise_silence_goes_without_a_tag(mode: Mode, signs: Signs) -> None:
    played = play(QUIET, "withdrawal: retreat", mode=mode)
    spoken = played.exchanges[0]
    turns = (*[spoken._replace(tag=None, response=None)] * 2, *[spoken] * 5)
    numbered = replace(played, exchanges=tuple(x._replace(turn=n) for n, x in enumerate(turns, 1)))
    assert found(numbered, SEEN).signs == signs


def test_four_signs_are_too_few_for_a_number() -> None:
    finding = found(play(QUIET, *["withdrawal: retreat"] * 3, "nothing: retreat"), SEEN)
    assert (finding.standing, finding.score, finding.signs) == (Standing.COUNTED, None, Signs(4, 3))
    assert said(finding.why) == "3 of 4 signs seen for what they were; it takes five for a number."


def test_a_calm_session_gives_no_marker_to_notice() -> None:
    calm = free_scenario(ReactionState.ENGAGED)
    finding = found(play(calm, "nothing: explore_experience", "withdrawal: notice_shift"), SEEN)
    assert (finding.standing, turns(finding)) == (Standing.DID_NOT_COME_UP, [(1, CONTEXT), (2, AGAINST)])
    assert said(finding.evidence[1].says) == "No sign of a rupture was shown here. What you saw: Ines withdrew."


def test_turns_to_the_rupture_with_the_next_words() -> None:
    finding = found(play(QUIET, "notice_shift"), LATENCY)
    assert (finding.score, turns(finding)) == (5, [(1, FOR)])


def test_turns_to_the_rupture_later_and_later() -> None:
    for detours, score in ((1, 4), (2, 3), (3, 2), (6, 2)):
        finding = found(play(QUIET, *["retreat"] * detours, "own_contribution-4"), LATENCY)
        assert (finding.score, [evidence.turn for evidence in finding.evidence]) == (score, [detours + 1])


def test_never_turns_to_the_rupture() -> None:
    finding = found(play(QUIET, "retreat", "press_on", "retreat"), LATENCY)
    assert (finding.score, turns(finding)) == (1, [(1, AGAINST)])


def test_a_denial_in_the_shape_of_an_apology_does_not_turn_to_the_rupture() -> None:
    assert found(play(QUIET, "own_contribution-0", "own_contribution-4"), LATENCY).score == 4


def test_silence_that_nobody_invited_does_not_turn_to_the_rupture() -> None:
    assert found(play(QUIET, SILENT, SILENT), LATENCY).score == 1


def test_waiting_after_an_invitation_turns_to_the_rupture() -> None:
    slips_late = free_scenario(ReactionState.COMPLAINT, style=Family.CONFRONTATION, difficulty=3)
    steps = (
        "own_contribution-4",
        "explore_experience",
        "validate_feeling",
        "own_contribution-4",
        "disclose_experience",
    )
    played = play(slips_late, *steps, "validate_feeling", SILENT)
    assert path(played)[-3:] == ["vulnerability", "complaint", "rejecting"]
    finding = found(played, LATENCY)
    assert turns(finding) == [(1, FOR), (7, FOR)]


def test_validating_the_facade_does_not_turn_to_the_rupture() -> None:
    thin = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE, alliance=40)
    played = play(thin, "validate_feeling", "explore_experience")
    assert path(played)[:2] == ["complying", "complying"]
    assert found(played, LATENCY).score == 4


def test_asking_for_the_fear_behind_a_complaint_passes_over_the_complaint() -> None:
    cross = free_scenario(ReactionState.COMPLAINT, style=Family.CONFRONTATION)
    assert found(play(cross, "explore_fear", "own_contribution-4"), LATENCY).score == 4


def test_half_a_point_is_rounded_down() -> None:
    played = play(QUIET, "own_contribution-4", "retreat", "retreat", "own_contribution-4")
    finding = found(played, LATENCY)
    assert (finding.score, turns(finding)) == (4, [(1, FOR), (4, FOR)])


def test_two_ruptures_are_weighed_together() -> None:
    played = play(QUIET, "own_contribution-4", "retreat", "retreat", "retreat", "own_contribution-4")
    assert path(played) == ["minimal", "exploring", "minimal", "avoiding", "avoiding", "exploring"]
    finding = found(played, LATENCY)
    assert (finding.score, turns(finding)) == (4, [(1, FOR), (5, AGAINST)])
