"""Two hundred trainees whose skill is known, and what their first ten conversations say of it."""

from __future__ import annotations

import random
from functools import cache
from itertools import count, islice

import numpy as np
import pytest

from simulator.analysis.choice_evidence import LAPSE, ChoiceEvidence, evidence_of
from simulator.analysis.choice_fit import OFF, choice_fit
from simulator.analysis.skill import PRIOR_SD, estimate
from simulator.analysis.solve import Solution, solve
from simulator.session.script import Script
from tests.analysis.generating import generated
from tests.analysis.trainees import Trainee, expected

TRAINEES, SESSIONS = 200, 10
WORTH_PLAYING = 25
"""Points of repair value between playing blindly and the best: less tells hardly anything."""

pytestmark = pytest.mark.slow


@cache
def solutions() -> tuple[Solution, ...]:
    """The first generated scenarios in which it matters what is chosen."""
    made = (solve(Script(generated(seed))) for seed in count())
    return tuple(islice((s for s in made if s.start.best[0] - expected(s, 0) >= WORTH_PLAYING), SESSIONS))


@cache
def known(lapse: float) -> tuple[tuple[float, tuple[ChoiceEvidence, ...]], ...]:
    """The skill of every trainee, drawn from what is assumed of people, and what was chosen in each conversation."""
    dice = random.Random(2026)
    skills = [dice.gauss(0, PRIOR_SD) for _ in range(TRAINEES)]
    played = []
    for solution in solutions():
        trainees = [Trainee(solution, skill, dice, lapse) for skill in skills]
        played.append(evidence_of(solution, [trainee.play() for trainee in trainees]).sessions)
    return tuple(zip(skills, zip(*played, strict=True), strict=True))


@pytest.mark.parametrize("lapse", [0, LAPSE])
@pytest.mark.parametrize("sessions", [1, 3, 4, SESSIONS])
def test_the_interval_holds_the_skill_of_nearly_everybody_however_little_was_played(
    sessions: int, lapse: float
) -> None:
    told = [(skill, estimate(played[:sessions])) for skill, played in known(lapse)]
    held = np.mean([found.low <= skill <= found.high for skill, found in told])
    print(f"{sessions} conversations, lapsing {lapse:.0%}: {held:.1%}")
    assert 0.9 <= held <= 0.99


def test_more_conversations_tell_more() -> None:
    skills = np.array([skill for skill, _ in known(0)])
    errors = []
    for sessions in (0, 3, SESSIONS):
        told = np.array([estimate(played[:sessions]).mean for _, played in known(0)])
        errors.append(float(np.sqrt(((told - skills) ** 2).mean())))
    assert errors[0] > errors[1] > errors[2]
    assert errors[0] > 1.5 * errors[2]


def test_whoever_chooses_as_the_skill_says_fits_it() -> None:
    each = [choice_fit([(session, skill)]) for skill, played in known(LAPSE) for session in played]
    people = [choice_fit([(session, skill) for session in played]) for skill, played in known(LAPSE)]
    for fits in (each, people):
        told = np.array([fit for fit in fits if fit is not None])
        assert abs(told.mean()) < 0.15
        assert 0.85 < told.std() < 1.15


def test_what_somebody_quite_different_chose_does_not_fit_a_skill() -> None:
    skill, own = max(known(LAPSE), key=lambda trainee: trainee[0])
    _, strange = min(known(LAPSE), key=lambda trainee: trainee[0])
    in_line, out_of_line = (choice_fit([(session, skill) for session in played]) for played in (own, strange))
    assert in_line is not None
    assert out_of_line is not None
    assert out_of_line < OFF < in_line
