"""What somebody has opened of a scenario is kept by the window, and the start of their next conversation says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.session.ids import PersonId
from simulator.session.vocabulary import Met
from tests.builders import KIM
from tests.ui.stage import Stage

SCENARIO = "the-wait"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    made = Stage(qtbot, tmp_path)
    made.show()
    return made


def met(stage: Stage, person: str = KIM) -> tuple[Met, ...]:
    """What the store knows somebody to have met of the scenario."""
    return stage.store.met(PersonId(person), SCENARIO)


def met_before_the_next(stage: Stage) -> tuple[Met, ...]:
    """What the start of another conversation says was met before it."""
    stage.go_home()
    stage.sit_down()
    return stage.newest().started.met


def test_a_first_meeting_is_one(stage: Stage) -> None:
    assert met(stage) == ()
    assert met_before_the_next(stage) == ()
    assert met(stage) == (Met.SESSION,)


def test_a_debriefing_that_was_opened_is_met(stage: Stage) -> None:
    stage.sit_down()
    stage.page.choices.press(1)
    assert met(stage) == (Met.SESSION,)
    stage.page.pause()
    stage.debrief()
    assert met(stage) == (Met.SESSION, Met.DEBRIEFING)
    assert met_before_the_next(stage) == (Met.SESSION, Met.DEBRIEFING)


@pytest.mark.slow
def test_a_proof_that_was_opened_at_the_studio_is_met(stage: Stage) -> None:
    stage.prove("The wait")
    assert met(stage) == (Met.PROOF,)
    assert met(stage, "somebody-else") == ()
    assert met_before_the_next(stage) == (Met.PROOF,)
