"""What holds for every session whatever is played, and that better sessions stand above worse ones."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.state import Cause, PatientState
from simulator.patient.verdicts import Verdict
from simulator.scoring import score
from simulator.scoring.competency import Competency, SessionScore, Standing
from simulator.session.actions import Choose, GiveTag
from simulator.session.engine import Session
from simulator.session.script import Script
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Tag
from tests.builders import RESPONSES, SILENT, free_scenario, play, started
from tests.scoring.card_numbers import faults
from tests.scoring.overall import _mean, overall
from tests.scoring.reading_scores import said

STARTS = (
    (ReactionState.MINIMAL, Family.WITHDRAWAL),
    (ReactionState.COMPLYING, Family.DEFERENCE),
    (ReactionState.COMPLAINT, Family.CONFRONTATION),
    (ReactionState.MIXED, Family.DEFERENCE),
)
ALL = [response.id for response in RESPONSES]
HINDERING = ("blame_interpret", "press_on", "seek_agreement", "over_apologise", "retreat", "reassure_early")
Policy = Callable[[PatientState, int], str]

_steps = st.builds(
    lambda tag, response: f"{tag}: {response}" if tag else response,
    st.sampled_from([None, *Tag]),
    st.sampled_from([*ALL, SILENT]),
)
_scenarios = st.builds(
    lambda start, alliance, difficulty: free_scenario(
        start[0], style=start[1], alliance=alliance, difficulty=difficulty
    ),
    st.sampled_from([*STARTS, (ReactionState.ENGAGED, Family.WITHDRAWAL)]),
    st.sampled_from([25, 40, 50, 65]),
    st.integers(1, 3),
)
_plays = st.builds(
    lambda scenario, steps, stop: play(scenario, *steps, stop=stop),
    _scenarios,
    st.lists(_steps, max_size=14),
    st.booleans(),
)


@given(_plays)
@settings(max_examples=150, deadline=None)
def test_every_score_is_on_the_scale_and_has_evidence_from_turns_that_happened(transcript: Transcript) -> None:
    scored = score(transcript)
    happened = {exchange.turn for exchange in transcript.exchanges}
    assert list(scored.competencies) == list(Competency)
    for competency, finding in scored.competencies.items():
        assert finding.competency is competency
        assert finding.score is None or 1 <= finding.score <= 5
        assert finding.score is None or finding.evidence
        assert (finding.score is None) == (finding.standing not in (Standing.SCORED, Standing.NOT_DONE))
        assert (finding.anchor is None) == (finding.score is None)
        assert bool(finding.rule) == (finding.score is not None), "every number says by which rule"
        assert finding.standing is not Standing.NOT_DONE or finding.score == 1
        assert said(finding.why).endswith(".")
        assert {evidence.turn for evidence in finding.evidence} <= happened
        assert all(said(evidence.says).endswith(".") for evidence in finding.evidence)
    assert {missed.turn for missed in scored.missed} <= happened
    assert {false.turn for false in scored.false_repairs} <= happened
    assert str(scored.headline).endswith(".")
    assert faults(scored) == [], "all numbers on a card agree with each other"


@given(_plays)
@settings(max_examples=50, deadline=None)
def test_the_same_transcript_has_the_same_score(transcript: Transcript) -> None:
    assert score(transcript) == score(transcript)


@given(_plays)
@settings(max_examples=100, deadline=None)
def test_what_is_called_missed_was_on_offer_and_not_chosen(transcript: Transcript) -> None:
    chosen = {exchange.turn: exchange for exchange in transcript.exchanges}
    for missed in score(transcript).missed:
        exchange = chosen[missed.turn]
        assert missed.model in [response.say for response in exchange.moment.responses]
        assert exchange.response is None or exchange.response.id != missed.response_id


def _competent(state: PatientState, _turn: int) -> str:
    if state.owned < 3:
        return "own_contribution-4"
    match state.reaction:
        case ReactionState.QUALIFIED_ASSERTION | ReactionState.SELF_ASSERTION:
            return "support_assertion"
        case ReactionState.HURT | ReactionState.VULNERABILITY:
            return "validate_feeling"
        case ReactionState.BLOCK:
            return "explore_fear"
        case _:
            return "explore_experience"


def _kind(_state: PatientState, turn: int) -> str:
    return ("reassure_early", "over_apologise", "seek_agreement")[(turn - 1) % 3]


def _defending(_state: PatientState, _turn: int) -> str:
    return "defend_justify"


def _played(session: Session, policy: Policy) -> Transcript:
    while not session.ended:
        place = session.place
        session.act(Choose(policy(place.patient, place.turn)))
    return session.transcript()


@pytest.mark.parametrize("difficulty", [1, 2, 3])
@pytest.mark.parametrize("alliance", [40, 50, 65])
@pytest.mark.parametrize("start", STARTS)
def test_the_competent_path_stands_above_the_kind_one_and_that_above_defending(
    start: tuple[ReactionState, Family], alliance: int, difficulty: int
) -> None:
    scenario = free_scenario(start[0], style=start[1], alliance=alliance, difficulty=difficulty)
    sessions = [_played(Session(scenario, started(scenario)), p) for p in (_competent, _kind, _defending)]
    best, kind, worst = (overall(score(session)) for session in sessions)
    assert best > kind > worst
    # Whoever complained of the progress has called for a change, and this player makes none.
    assert best > 4.4
    assert kind < 1.5


def _wandering(seed: int, start: tuple[ReactionState, Family], alliance: int) -> list[tuple[Transcript, SessionScore]]:
    """Sessions that start well more or less often and then go astray, or the other way round; tagged rightly or not."""
    scenario = free_scenario(start[0], style=start[1], alliance=alliance)
    script = Script(scenario)
    chance = random.Random(seed)
    sessions = []
    for _ in range(25):
        session = Session(scenario, started(scenario, script=script), script)
        skill, turn_bad = chance.choice((0.0, 0.5, 0.8, 1.0)), chance.randrange(3, 14)
        while not session.ended:
            place = session.place
            if chance.random() < 0.5:
                session.act(GiveTag(chance.choice(list(Tag))))
            good = _competent(place.patient, place.turn) if chance.random() < skill else chance.choice(ALL)
            session.act(Choose(good if place.turn < turn_bad else chance.choice(HINDERING)))
        transcript = session.transcript()
        sessions.append((transcript, score(transcript)))
    return sessions


def test_whose_patient_was_lost_never_stands_above_whose_patient_was_won_back() -> None:
    sessions = [
        played
        for seed, start in enumerate(STARTS)
        for alliance in (40, 65)
        for played in _wandering(seed, start, alliance)
    ]
    lost = [overall(s) for t, s in sessions if _verdict(t) in (Verdict.LEFT, Verdict.QUIET_DROP_OUT)]
    won = [overall(s) for t, s in sessions if _verdict(t) in (Verdict.REPAIRED, Verdict.PARTLY)]
    assert len(lost) > 20
    assert len(won) > 20
    assert max(lost) < min(won)


def test_a_brilliant_beginning_does_not_lift_a_lost_patient_above_a_plain_repair() -> None:
    deep = ("withdrawal: own_contribution-4", "nothing: explore_experience", "nothing: support_assertion")
    lost = play(free_scenario(), *deep, "nothing: explore_fear", *["deference: seek_agreement"] * 8)
    plain = play(
        free_scenario(cause=Cause.MIX_UP),
        "retreat",
        "retreat",
        "own_contribution-3",
        "clarify_misunderstanding",
    )
    assert _verdict(lost) is Verdict.QUIET_DROP_OUT
    assert _verdict(plain) is Verdict.PARTLY
    means = [_mean(score(transcript)) for transcript in (lost, plain)]
    assert means[0] > means[1]
    assert overall(score(lost)) < overall(score(plain))


def _verdict(transcript: Transcript) -> Verdict | None:
    return transcript.closing.verdict if transcript.closing else None
