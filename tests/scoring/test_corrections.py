"""A score under corrections: the sentence counts as what it is now, and the patient did what they did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences import corrections as say
from simulator.scoring import score
from simulator.scoring.competency import Competency, Standing
from simulator.scoring.corrections import Corrections, ItemPlace, SentenceCode, as_coded
from simulator.scoring.standings import standing_in_words
from simulator.session.transcript import Transcript
from tests.builders import free_scenario, play
from tests.scoring.reading_scores import AGAINST, FOR, turns

QUIET = free_scenario(ReactionState.MINIMAL)


def coded(transcript: Transcript, turn: int, move: Move, quality: int | None = None) -> Corrections:
    """The sentence of a turn counts as something else."""
    exchange = transcript.exchanges[turn - 1]
    assert exchange.response is not None
    return Corrections(((ItemPlace(exchange.moment.id, exchange.response.id), SentenceCode(move, quality)),))


def test_a_vaguer_owning_counts_less_and_the_patient_stays_as_they_were() -> None:
    played = play(QUIET, "own_contribution-4")
    corrections = coded(played, 1, Move.OWN_CONTRIBUTION, 1)
    own = score(played, corrections).competencies[Competency.OWN_ROLE]
    assert (own.score, turns(own)) == (2, [(1, AGAINST)])
    assert score(played).competencies[Competency.OWN_ROLE].score == 5
    read = as_coded(played, corrections)
    assert read.exchanges[0].appraisal.played is Move.REASSURE_EARLY
    assert read.exchanges[0].appraisal.state == played.exchanges[0].appraisal.state
    assert read.end == played.end
    for competency in (Competency.DEPTH, Competency.OUTCOME):
        assert score(played, corrections).competencies[competency].score == score(played).competencies[competency].score


def test_a_move_that_turns_away_becomes_one_that_owns() -> None:
    played = play(QUIET, "retreat", "explore_experience")
    own = score(played, coded(played, 1, Move.OWN_CONTRIBUTION, 3)).competencies[Competency.OWN_ROLE]
    assert (own.score, turns(own)) == (4, [(1, FOR)])
    open_ = score(played, coded(played, 1, Move.OWN_CONTRIBUTION, 3)).competencies[Competency.NON_DEFENSIVENESS]
    assert (1, AGAINST) not in turns(open_)


def test_what_was_heard_as_a_repetition_stays_one() -> None:
    played = play(QUIET, "notice_shift")
    first = played.exchanges[0]
    pressed = first._replace(appraisal=replace(first.appraisal, played=Move.PRESS_ON))
    repeated = replace(played, exchanges=(pressed,))
    (read,) = as_coded(repeated, coded(repeated, 1, Move.VALIDATE_FEELING)).exchanges
    assert (read.move, read.appraisal.played) == (Move.VALIDATE_FEELING, Move.PRESS_ON)


def test_a_rating_by_hand_keeps_the_evidence_and_says_what_the_rubric_gave() -> None:
    played = play(QUIET, "own_contribution-4")
    found = score(played, Corrections(ratings=((Competency.OWN_ROLE, 3), (Competency.NOTICING, None)))).competencies
    own, bare = found[Competency.OWN_ROLE], score(played).competencies[Competency.OWN_ROLE]
    assert (own.score, own.standing, own.evidence) == (3, Standing.SCORED, bare.evidence)
    assert own.anchor != bare.anchor
    # What the program had read stays, with its rule, and it is said that a person has corrected it.
    assert own.why == (say.RATED_BY_HAND(before=standing_in_words(bare)), bare.anchor, *bare.why)
    assert own.rule == bare.rule
    noticing = found[Competency.NOTICING]
    assert (noticing.score, noticing.standing) == (None, Standing.DID_NOT_COME_UP)


@pytest.mark.parametrize(
    ("code", "holds"),
    [
        (SentenceCode(Move.OWN_CONTRIBUTION, 0), True),
        (SentenceCode(Move.OWN_CONTRIBUTION, 5), False),
        (SentenceCode(Move.OWN_CONTRIBUTION), False),
        (SentenceCode(Move.RETREAT), True),
        (SentenceCode(Move.RETREAT, 2), False),
        (SentenceCode(Move.HOLD_SILENCE), False),
    ],
)
def test_only_owning_has_a_quality_and_silence_is_no_sentence(code: SentenceCode, *, holds: bool) -> None:
    assert code.holds is holds
