"""Rule 12: where the patient waits for an answer, silence leaves it unanswered."""

from __future__ import annotations

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.reasons import Direction, Why
from simulator.patient.state import Past
from tests.patient.playing import bench, set_state

R = ReactionState
W, C = Family.WITHDRAWAL, Family.CONFRONTATION


@pytest.mark.parametrize(
    ("state", "style", "reached"),
    [
        (R.MINIMAL, W, R.SHUT_DOWN),
        (R.COMPLYING, Family.DEFERENCE, R.APPEASING),
        (R.COMPLAINT, C, R.REJECTING),
        (R.MIXED, W, R.COMPLAINT),
        (R.AVOIDING, W, R.AVOIDING),
        (R.REJECTING, C, R.PRESSURE),
        (R.EXPLORING, W, R.MINIMAL),
        (R.QUALIFIED_ASSERTION, W, R.MINIMAL),
        (R.HURT, C, R.REJECTING),
        (R.VULNERABILITY, C, R.SHUT_DOWN),
        (R.REPAIRED, W, R.REPAIRED),
    ],
)
def test_unanswered_silence_leads_where_uninvited_silence_or_stepping_back_leads(
    state: R, style: Family, reached: R
) -> None:
    table = set_state(bench(state, points=70, style=style), past=Past.INVITED | Past.HINDERED)
    appraisal = table.wait(asked=True)
    assert appraisal.played is Move.RETREAT
    assert appraisal.state.reaction is reached
    assert Why.UNANSWERED in appraisal.why


def test_it_costs_what_stepping_back_costs() -> None:
    assert bench(R.AVOIDING, points=70).wait(asked=True).change.bond == -1
    assert bench(R.AVOIDING, points=70).wait().change.bond == 0


def test_it_is_no_attempt_and_no_invitation_and_begins_no_streak() -> None:
    table = bench(R.AVOIDING, points=70)
    state = table.wait(asked=True).state
    assert not state.past & (Past.ATTEMPTED | Past.TRIED | Past.INVITED)
    assert (state.last_move, state.streak) == (None, 0)
    assert state.past & Past.HINDERED
    assert bench(R.AVOIDING, points=70).wait().state.past & Past.ATTEMPTED


def test_after_something_that_asks_for_nothing_silence_stays_what_it_is() -> None:
    table = set_state(bench(R.QUALIFIED_ASSERTION, points=70), past=Past.INVITED)
    appraisal = table.wait()
    assert appraisal.state.reaction is R.BLOCK
    assert appraisal.why == (Direction.OPENS,)


def test_only_silence_leaves_a_question_unanswered() -> None:
    table = bench(R.MINIMAL, points=70)
    appraisal = table.take(Act(Move.EXPLORE_EXPERIENCE, asked=True))
    assert appraisal.state.reaction is R.EXPLORING
    assert Why.UNANSWERED not in appraisal.why


def test_a_question_left_unanswered_twice_strains_things_again_only_after_an_attempt() -> None:
    assert not bench(R.MINIMAL, points=70).wait(asked=True).secondary
    tried = set_state(bench(R.MINIMAL, points=70), past=Past.ATTEMPTED | Past.HINDERED)
    appraisal = tried.wait(asked=True)
    assert appraisal.secondary
    assert Why.STRAINED_AGAIN in appraisal.why
