"""The highest possible scores: no session ever earns more than what its own turns, taken as possible ones, allow."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.reactions import Family, ReactionState
from simulator.scoring.competencies import ASSESSORS
from simulator.scoring.competency import Competency
from simulator.scoring.possible import PossibleTurn
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Tag
from tests.builders import RESPONSES, SILENT, free_scenario, play
from tests.scoring.as_possible import turns_of

STARTS = (
    (ReactionState.ENGAGED, Family.WITHDRAWAL),
    (ReactionState.MINIMAL, Family.WITHDRAWAL),
    (ReactionState.COMPLYING, Family.DEFERENCE),
    (ReactionState.COMPLAINT, Family.CONFRONTATION),
    (ReactionState.MIXED, Family.DEFERENCE),
    (ReactionState.SELF_ASSERTION, Family.WITHDRAWAL),
    (ReactionState.REPAIRED, Family.WITHDRAWAL),
)
HELPFUL = ("own_contribution-4", "explore_experience", "explore_fear", "support_assertion", "renegotiate")

_steps = st.builds(
    lambda tag, response: f"{tag}: {response}" if tag else response,
    st.sampled_from([None, *Tag]),
    st.one_of(st.sampled_from([*[r.id for r in RESPONSES], SILENT]), st.sampled_from(HELPFUL)),
)
_scenarios = st.builds(
    lambda start, alliance, difficulty, goes_on: free_scenario(
        start[0],
        style=start[1],
        alliance=alliance,
        difficulty=difficulty,
        goes_on_after_repair=goes_on or start[0] is ReactionState.REPAIRED,
    ),
    st.sampled_from(STARTS),
    st.sampled_from([25, 40, 50, 65]),
    st.integers(1, 3),
    st.booleans(),
)
_plays = st.builds(
    lambda scenario, steps, stop: play(scenario, *steps, stop=stop),
    _scenarios,
    st.lists(_steps, max_size=14),
    st.booleans(),
)


def highest(competency: Competency, turns: Sequence[PossibleTurn]) -> int | None:
    return ASSESSORS[competency].highest(turns)


@given(_plays)
@settings(max_examples=400, deadline=None)
def test_no_session_earns_more_than_its_turns_allow(transcript: Transcript) -> None:
    turns = turns_of(transcript)
    for competency, assessor in ASSESSORS.items():
        score, most = assessor.assess(transcript).score, assessor.highest(turns)
        assert score is None or (most is not None and score <= most), competency


@pytest.mark.parametrize("competency", Competency)
def test_without_a_turn_nothing_can_be_shown(competency: Competency) -> None:
    assert highest(competency, []) is None


def test_what_several_sessions_did_can_be_done_in_one() -> None:
    feeling = play(free_scenario(ReactionState.COMPLAINT), "validate_feeling")
    guard = play(free_scenario(ReactionState.SHUT_DOWN), "validate_protection")
    assert [highest(Competency.VALIDATING, turns_of(played)) for played in (feeling, guard)] == [4, 5]
    assert highest(Competency.VALIDATING, turns_of(feeling) + turns_of(guard)) == 5


def test_more_that_can_happen_never_lowers_what_can_be_earned() -> None:
    good = turns_of(play(free_scenario(), "own_contribution-4", "explore_experience", "support_assertion"))
    bad = turns_of(play(free_scenario(), "blame_interpret", "press_on"))
    for competency in Competency:
        alone, together = highest(competency, good), highest(competency, good + bad)
        assert alone is None or (together is not None and together >= alone), competency
