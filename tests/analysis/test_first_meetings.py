"""Which sessions count: a person's first with each scenario, with nothing known of it before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.first_meetings import first_meetings
from simulator.session.events import Origin, Started
from simulator.session.ids import PersonId, SessionId
from simulator.session.vocabulary import Met, Mode
from tests.builders import free_scenario, started

BEGUN = started(free_scenario(), Mode.PRACTISE)


def session(number: int, scenario: str = "free", **changes: object) -> Started:
    return replace(BEGUN, session=SessionId(f"session-{number}"), scenario=scenario, **changes)  # type: ignore[arg-type]


def counted(*begun: Started) -> list[str]:
    return [str(started.session) for started in first_meetings(begun)]


def test_the_first_session_with_each_scenario_counts() -> None:
    assert counted(session(1), session(2, "other"), session(3)) == ["session-1", "session-2"]


def test_a_second_level_is_no_first_meeting() -> None:
    assert counted(session(1, difficulty=1), session(2, difficulty=3)) == ["session-1"]


def test_learn_does_not_count_and_the_scenario_is_known_afterwards() -> None:
    assert counted(session(1, mode=Mode.LEARN), session(2), session(3, "other")) == ["session-3"]


@pytest.mark.parametrize("what", Met)
def test_what_was_met_before_is_no_first_meeting(what: Met) -> None:
    assert counted(session(1, met=(what,)), session(2)) == []


def test_a_fork_does_not_count_nor_what_comes_after_it() -> None:
    fork = session(1, origin=Origin(SessionId("session-0"), 3, "head"))
    assert counted(fork, session(2), session(3, "other")) == ["session-3"]


def test_one_person_is_asked_about_at_a_time() -> None:
    with pytest.raises(ValueError, match="one person"):
        counted(session(1), session(2, "other", trainee=PersonId("somebody-else")))
