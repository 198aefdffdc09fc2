"""Stories about seeing what happens, and about seeing it everywhere."""

from __future__ import annotations

from simulator.alliance.markers import Marker
from simulator.alliance.reactions import Family, ReactionState
from simulator.scoring.competency import Competency
from tests.builders import MARKERS_OF, SILENT, free_scenario, play
from tests.scoring.reading_scores import AGAINST, CONTEXT, FOR, found, path, turns

SEEN, LATENCY = Competency.NOTICING, Competency.LATENCY
QUIET = free_scenario(ReactionState.MINIMAL)
PLEASING = free_scenario(ReactionState.COMPLYING, style=Family.DEFERENCE)
GOOD = ("own_contribution-4", "explore_experience", "support_assertion", "explore_fear", "support_assertion")


def test_sees_the_withdrawal_and_leaves_calm_moments_calm() -> None:
    tags = ("withdrawal", "nothing", "nothing", "nothing", "nothing")
    finding = found(play(QUIET, *(f"{t}: {s}" for t, s in zip(tags, GOOD, strict=True))), SEEN)
    assert finding.score == 5
    assert turns(finding) == [(1, FOR), (2, CONTEXT), (3, CONTEXT), (4, CONTEXT), (5, CONTEXT)]


def test_tags_every_moment() -> None:
    finding = found(play(QUIET, *(f"withdrawal: {step}" for step in GOOD)), SEEN)
    assert finding.score == 2
    assert turns(finding) == [(1, FOR), (2, AGAINST), (3, AGAINST), (4, AGAINST), (5, AGAINST)]


def test_tagging_every_moment_is_worth_little_even_where_most_are_ruptures() -> None:
    steps = ["retreat"] * 6 + ["own_contribution-4", "explore_experience", "explore_experience"]
    played = play(QUIET, *(f"withdrawal: {step}" for step in steps))
    assert path(played)[-3:] == ["exploring", "qualified-assertion", "qualified-assertion"]
    assert found(played, SEEN).score == 2


def test_takes_compliance_for_agreement_every_time() -> None:
    finding = found(play(PLEASING, *["nothing: seek_agreement"] * 4), SEEN)
    assert (finding.score, turns(finding)) == (1, [(turn, AGAINST) for turn in (1, 2, 3, 4)])


def test_sees_that_something_is_wrong_but_never_which_way() -> None:
    finding = found(play(PLEASING, *["confrontation: seek_agreement"] * 4), SEEN)
    assert (finding.score, turns(finding)) == (3, [(turn, AGAINST) for turn in (1, 2, 3, 4)])
    assert "confronted you" in finding.evidence[0].says


def test_sees_one_of_two() -> None:
    finding = found(play(QUIET, "withdrawal: retreat", "nothing: retreat"), SEEN)
    assert (finding.score, turns(finding)) == (3, [(1, FOR), (2, AGAINST)])


def test_seeing_much_in_the_wrong_family_is_not_seeing_well() -> None:
    tags = ("deference", "deference", "deference", "withdrawal", "withdrawal")
    assert found(play(PLEASING, *(f"{tag}: give_rationale" for tag in tags)), SEEN).score == 3
    tags = ("deference", "deference", "deference", "deference", "withdrawal")
    assert found(play(PLEASING, *(f"{tag}: give_rationale" for tag in tags)), SEEN).score == 5


def test_sees_the_loud_markers_and_misses_the_only_masked_one() -> None:
    masked = free_scenario(ReactionState.COMPLAINT, masked=[ReactionState.MIXED])
    loud = ["withdrawal: retreat"] * 4
    played = play(masked, "confrontation: retreat", "nothing: retreat", *loud)
    assert path(played)[:4] == ["complaint", "mixed", "minimal", "avoiding"]
    finding = found(played, SEEN)
    assert (finding.score, turns(finding)[:3]) == (3, [(1, FOR), (2, AGAINST), (3, FOR)])
    assert "behind a mask" in finding.evidence[1].says


def test_sees_the_masked_marker_too() -> None:
    masked = free_scenario(ReactionState.COMPLAINT, masked=[ReactionState.MIXED])
    assert found(play(masked, "confrontation: retreat", "deference: retreat"), SEEN).score == 5


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


def test_nothing_is_known_where_nothing_was_tagged() -> None:
    finding = found(play(QUIET, *GOOD), SEEN)
    assert (finding.score, finding.evidence, finding.why) == (None, (), "No moment was tagged.")


def test_one_tag_among_many_markers_tells_too_little() -> None:
    played = play(QUIET, "withdrawal: retreat", "retreat", "retreat", "retreat")
    assert found(played, SEEN).score is None


def test_a_calm_session_gives_no_marker_to_notice() -> None:
    calm = free_scenario(ReactionState.ENGAGED)
    finding = found(play(calm, "nothing: explore_experience", "withdrawal: notice_shift"), SEEN)
    assert (finding.score, turns(finding)) == (None, [(1, CONTEXT), (2, AGAINST)])


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
    played = play(QUIET, "own_contribution-4", "retreat", "retreat", "retreat", "notice_shift")
    assert path(played) == ["minimal", "exploring", "minimal", "avoiding", "avoiding", "exploring"]
    finding = found(played, LATENCY)
    assert (finding.score, turns(finding)) == (4, [(1, FOR), (5, AGAINST)])
