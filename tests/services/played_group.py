"""A group whose skills are known: learners who play scenarios that were solved, as if they had handed all of it in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from simulator.analysis.skill import PRIOR_SD
from simulator.analysis.solve import Solution, solve
from simulator.scenario.document import Scenario
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.review_shelf import ReviewedPerson
from simulator.session.ids import SessionId
from simulator.session.script import Script
from simulator.session.store import SessionHeader, StoredSession
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Met, Mode
from tests.analysis.generating import generated
from tests.analysis.trainees import Trainee

_WORTH_PLAYING: Final = (13, 20, 23, 27, 34, 60, 62)
"""Generated scenarios in which there are 25 points of repair value or more between playing blindly and the best."""

FIRST_DAY = date(2026, 9, 1)


@cache
def small_solutions(count: int) -> tuple[Solution, ...]:
    """Small scenarios of different people in which it matters what is chosen."""
    return tuple(solve(Script(named(generated(seed), f"story-{seed}"))) for seed in _WORTH_PLAYING[:count])


def named(scenario: Scenario, name: str) -> Scenario:
    """A scenario under a name of its own, with a patient of its own."""
    patient = replace(scenario.patient, id=f"patient-of-{name}")
    return replace(scenario, id=name, title=name.capitalize(), digest=f"digest-of-{name}", patient=patient)


def handed_in(
    transcript: Transcript,
    key: bytes,
    number: int,
    *,
    day: date = FIRST_DAY,
    mode: Mode = Mode.PRACTISE,
    met: tuple[Met, ...] = (),
    belief: Belief = Belief.VERIFIED,
) -> HandedIn:
    """A conversation as if it had been handed in."""
    id_ = SessionId(f"{key.hex()}-{number}")
    started = replace(transcript.started, session=id_, mode=mode, day=day.isoformat(), met=met)
    header = SessionHeader(
        id_, started.trainee, started.scenario, started.title, started.language, started.texts, "story.yaml", 0, mode,
        started.difficulty, started.edition, None, len(transcript.exchanges), "", f"head-{number}",
    )  # fmt: skip
    stored = StoredSession(header, (started,), (), {})
    return HandedIn(
        key, key.decode(), True, belief, stored, transcript.scenario, replace(transcript, started=started), b""
    )


def learners(solutions: Sequence[Solution], count: int, *, seed: int = 5) -> tuple[ReviewedPerson, ...]:
    """So many people of different skill, each of whom has met every scenario once, a week apart, in an order of their own."""
    dice = random.Random(seed)
    people = []
    for number in range(count):
        key, skill = f"Person {number:02}".encode(), dice.gauss(0, PRIOR_SD)
        order = dice.sample(solutions, len(solutions))
        sessions = tuple(
            handed_in(Trainee(solution, skill, dice).play(), key, week, day=FIRST_DAY + timedelta(weeks=week))
            for week, solution in enumerate(order)
        )
        people.append(ReviewedPerson(key, key.decode(), sessions))
    return tuple(people)
