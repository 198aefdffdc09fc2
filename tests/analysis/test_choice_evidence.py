"""What choices say at each skill: the chances of the learner, read off for the places of real sessions."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.choice_evidence import LAPSE, SKILLS, Evidence, evidence_of
from simulator.analysis.learner import worths
from simulator.analysis.solve import Solution, solve
from simulator.scenario.document import Scenario
from simulator.session.script import SILENT, Script
from simulator.session.transcript import Transcript
from tests.analysis.mazes import maze
from tests.analysis.playing import solved
from tests.analysis.stories import DRIFT, LEAVES, SETTLES, moment, says, story
from tests.analysis.trainees import Trainee, expected, plays, sensitivity_of

DRIFT_ON, STAY, FEAR = 0, 1, 0
MIDDLE = len(SKILLS) // 2


def perilous() -> Scenario:
    """Drifting on keeps the patient there; staying leads to where all but one answer makes them leave."""
    return story(
        moment("quiet", ReactionState.MINIMAL, says("drift-on", "drift"), says("stay", "fears"), silent="leaves"),
        moment("fears", ReactionState.BLOCK, says("fear", "settles"), says("hush", "leaves"), silent="leaves"),
        DRIFT, SETTLES, LEAVES,
    )  # fmt: skip


@cache
def solution() -> Solution:
    return solve(Script(perilous()))


def said_by(*transcripts: Transcript) -> Evidence:
    return evidence_of(solution(), transcripts)


def test_the_best_is_taken_more_surely_the_higher_the_skill() -> None:
    (good,) = said_by(plays(solution(), (STAY, FEAR))).sessions
    assert good.taken.tolist() == [2, 1]
    assert (np.diff(good.of_taken[1]) > -1e-9).all()
    assert (good.of_taken[:, -1] > 2 * good.of_taken[:, 0]).all()
    assert good.log_likelihood == pytest.approx(np.log(good.of_taken).sum(axis=0))


def test_what_is_best_depends_on_who_goes_on_from_there() -> None:
    (good,) = said_by(plays(solution(), (STAY, FEAR))).sessions
    drifting, staying = good.chances[0, :, 1 + DRIFT_ON], good.chances[0, :, 1 + STAY]
    assert drifting[0] > staying[0], "weak learners would fall into the peril"
    assert drifting[-1] < staying[-1]


def test_whoever_chooses_blindly_takes_anything_that_is_on_offer_and_the_expert_lapses() -> None:
    (good,) = said_by(plays(solution(), (STAY, FEAR))).sessions
    assert good.chances[:, 0, :3] == pytest.approx(np.full((2, 3), 1 / 3), abs=0.01)
    assert good.of_taken[:, -1] == pytest.approx([1 - LAPSE + LAPSE / 3] * 2, abs=0.001)
    assert good.chances.sum(axis=2) == pytest.approx(np.ones((2, len(SKILLS))))


def test_staying_silent_is_a_choice_and_stopping_is_none() -> None:
    silent, nothing = said_by(plays(solution(), (SILENT,)), plays(solution(), ())).sessions
    assert silent.taken.tolist() == [0]
    assert len(nothing) == 0
    assert nothing.log_likelihood.tolist() == [0.0] * len(SKILLS)


def test_prices_are_told_apart_as_the_half_way_learner_meets_them() -> None:
    ahead = worths(solution(), sensitivity_of(solution(), 0))
    (silent,) = said_by(plays(solution(), (SILENT,))).sessions
    layer = solution().layers[0]
    choices = [layer.value[0, c] if layer.next[0, c] < 0 else ahead[1][layer.next[0, c]] for c in range(3)]
    assert silent.apart.tolist() == pytest.approx([max(choices) - min(choices)])


def test_the_curve_begins_at_playing_blindly_and_passes_the_half_way_learner() -> None:
    curve = said_by().curve
    assert (curve.blind, curve.best) == (expected(solution(), 0), solution().start.best[0])
    assert curve.points[MIDDLE] == pytest.approx(50, abs=0.1)
    assert curve.points[[0, -1]] == pytest.approx([0, 100], abs=3)
    assert curve.values[-1] == pytest.approx(expected(solution(), sensitivity_of(solution(), SKILLS[-1])))


def test_sessions_together_say_what_each_says_alone_whatever_was_on_offer() -> None:
    one = solved(9)
    trainee = Trainee(one, 0, random.Random(1))
    transcripts = [trainee.play() for _ in range(40)]
    together = evidence_of(one, transcripts).sessions
    assert sum(map(len, together)) > 20
    for transcript, session in zip(transcripts, together, strict=True):
        (alone,) = evidence_of(one, [transcript]).sessions
        assert session.chances == pytest.approx(alone.chances)
        assert session.taken.tolist() == alone.taken.tolist()
        for exchange, chances in zip(transcript.exchanges, session.chances, strict=True):
            assert exchange.place is not None
            offered = {0, *(position + 1 for position in one.script.offered(exchange.place))}
            assert set(np.flatnonzero(chances[MIDDLE])) == offered


def test_what_was_played_by_other_rules_says_nothing() -> None:
    whole = plays(solution(), (STAY, FEAR))
    first, *rest = whole.exchanges
    (later,) = said_by(replace(whole, exchanges=(first._replace(place=None), *rest))).sessions
    assert later.taken.tolist() == [1 + FEAR]


def test_a_session_of_another_scenario_or_level_is_refused() -> None:
    other = solved(9)
    with pytest.raises(ValueError, match="is none of"):
        said_by(plays(other, (SILENT,)))
    harder = solve(Script(perilous(), 3))
    with pytest.raises(ValueError, match="is none of"):
        said_by(plays(harder, (SILENT,)))


def test_where_not_everything_was_explored_nothing_is_said() -> None:
    cut = solve(Script(maze()), Budget(states=1_000))
    with pytest.raises(ValueError, match="not everything was explored"):
        evidence_of(cut)
