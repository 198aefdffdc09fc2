"""What was possible is worked out once for each content and difficulty, and can be called off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.solve import Interrupted
from simulator.scenario.document import Scenario
from simulator.services.prospects import Prospects
from simulator.session import Chose, Session
from tests.builders import free_scenario, started


def small(digest: str = "0" * 64) -> Scenario:
    return replace(free_scenario(turns=4), digest=digest)


def test_a_scenario_is_solved_once_for_each_content_and_difficulty() -> None:
    prospects, made = Prospects(), small()
    first = prospects.solution(made, 1)
    assert prospects.solution(made, 1) is first
    assert prospects.solution(made, 2) is not first
    assert prospects.solution(small("1" * 64), 1) is not first


def test_only_the_last_few_are_kept() -> None:
    prospects = Prospects()
    first = prospects.solution(small("a"), 1)
    for digest in "bcd":
        prospects.solution(small(digest), 1)
    assert prospects.solution(small("a"), 1) is not first


def test_a_session_is_held_against_what_was_attainable_from_its_start() -> None:
    made = small()
    session = Session(made, started(made))
    for _ in range(4):
        session.act(Chose("defend_justify", 0))
        if session.ended:
            break
    worth = Prospects().worth(session)
    assert worth.share is not None
    assert worth.reached is not None
    assert worth.reached < worth.attainable
    assert worth.share == worth.reached * 100 // worth.attainable
    assert worth.turning_point is not None
    assert worth.turning_point.best_words


def test_work_that_nobody_waits_for_is_called_off() -> None:
    prospects = Prospects()
    prospects.stop()
    with pytest.raises(Interrupted):
        prospects.solution(small(), 1)
