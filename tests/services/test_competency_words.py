"""The card of a competency contradicts nothing on it: each thing is said once, and the rule says which part applied."""

from __future__ import annotations

from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences import score_rules as rules
from simulator.scoring import score
from simulator.scoring.competency import Competency
from simulator.scoring.corrections import Corrections
from simulator.services.competency_words import read_from, told_of_turn
from tests.builders import free_scenario, play

QUIET = free_scenario(ReactionState.MINIMAL, alliance=60)


def test_what_the_anchor_says_is_not_said_once_more() -> None:
    own = score(play(QUIET, "own_contribution-3")).competencies[Competency.OWN_ROLE]
    assert str(own.anchor) == "You named what you did."
    read = [str(one) for one in read_from(own)]
    assert not any(str(own.anchor) in line for line in read)
    assert read == [f"By the rule: {rules.OWN_ROLE()}"]


def test_an_outcome_says_what_it_is_made_of_and_which_part_of_the_rule_applied() -> None:
    outcome = score(play(QUIET, *["defend_justify"] * 2, stop=True)).competencies[Competency.OUTCOME]
    why, rule = map(str, read_from(outcome))
    assert "on a scale from 0 to 100" in why
    assert "Most fell at turn 1" in why
    applied = {1: "All three fell: a 1.", 2: "A 1 takes that all three fell."}
    assert outcome.score is not None
    assert applied[outcome.score] in rule


def test_late_is_late_and_not_passed_over() -> None:
    soon = score(play(QUIET, "refocus", "refocus", "notice_shift")).competencies[Competency.LATENCY]
    why, rule = map(str, read_from(soon))
    assert "1 of 1 rupture was taken up. 1 of them only with the third answer or later" in why
    assert rule == f"By the rule: {rules.LATENCY()}"
    (turn,) = soon.evidence
    assert str(told_of_turn(turn)).startswith("Against: ")
    assert "late" in str(told_of_turn(turn))


def test_a_person_who_corrects_it_hides_nothing_that_was_read() -> None:
    played = play(QUIET, *["defend_justify"] * 2, stop=True)
    bare = score(played).competencies[Competency.OUTCOME]
    found = score(played, Corrections(ratings=((Competency.OUTCOME, 4),))).competencies[Competency.OUTCOME]
    told = " ".join(map(str, read_from(found)))
    assert "A person has corrected this by hand." in told
    assert str(bare.anchor) in told
    assert all(str(line) in told for line in (*bare.why, *bare.rule))
