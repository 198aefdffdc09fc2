"""Where a patient left or parted, the debriefing quotes the sign that came before, and says at which turn it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import LEAVING, Scenario, Wording
from simulator.services.debriefing import debrief
from simulator.session.leaving_sign import pose_beside
from simulator.session.transcript import Transcript
from simulator.session.wording_choice import Telling
from tests.builders import SILENT, free_scenario, play

R = ReactionState


def shut_down(*wordings: Wording) -> Scenario:
    """Somebody who is shut down, with these wordings of what they do then."""
    made = free_scenario(R.SHUT_DOWN)
    line = made.patient.lines[R.SHUT_DOWN]
    lines = {**made.patient.lines, R.SHUT_DOWN: replace(line, wordings=(*line.wordings, *wordings))}
    return replace(made, patient=replace(made.patient, lines=lines))


def told(transcript: Transcript) -> str | None:
    leaving = debrief(transcript).leaving
    return None if leaving is None else str(leaving)


def came_to(transcript: Transcript) -> Verdict | None:
    return None if transcript.closing is None else transcript.closing.verdict


BLAMED_TWICE = ("blame_interpret", "blame_interpret")


def test_words_that_were_the_sign_are_quoted_with_their_turn() -> None:
    left = play(shut_down(Wording(id="going", patient="I think I'll go.", after=(LEAVING,))), *BLAMED_TWICE)
    assert came_to(left) is Verdict.LEFT
    assert told(left) == "The sign of leaving was at turn 2. Ines said: “I think I'll go.”"


def test_a_sign_without_words_is_told_as_it_was_seen() -> None:
    left = play(shut_down(Wording(id="going", shows=("takes her coat", "stands"), after=(LEAVING,))), *BLAMED_TWICE)
    assert told(left) == "The sign of leaving was at turn 2. What could be seen: takes her coat and stands."


def test_where_nobody_wrote_a_sign_the_one_on_the_screen_is_told() -> None:
    left = play(shut_down(), *BLAMED_TWICE)
    assert left.exchanges[1].sign is not None
    assert told(left) == (
        "The sign of leaving was at turn 2. What could be seen: Ines looks at the door, and reaches for the coat."
    )


def test_the_portrait_shows_the_sign_that_stands_beside_the_words() -> None:
    words = Wording(id="quiet", patient="It's nothing.", pose=(("gaze", "lap"), ("hands", "folded")))
    calm, going = play(shut_down(), *BLAMED_TWICE).exchanges
    assert pose_beside(Telling(words), calm.before) == words.pose
    assert dict(pose_beside(Telling(words), going.before)) == {"gaze": "aside", "hands": "folded", "lean": "forward"}


@pytest.mark.parametrize("alliance", [30, 60])
def test_who_parts_politely_has_given_a_sign_as_well(alliance: int) -> None:
    made = free_scenario(R.APPEASING, style=Family.DEFERENCE, alliance=alliance, difficulty=2, turns=12)
    parted = play(made, *["retreat"] * 5)
    assert came_to(parted) is (Verdict.QUIET_DROP_OUT if alliance == 30 else Verdict.UNRESOLVED)
    assert len(parted.exchanges) == 5
    assert told(parted) == (
        "The sign of leaving was at turn 5. What could be seen: Ines thanks you, and looks at the time."
    )


def test_who_stays_after_a_sign_or_is_left_in_the_middle_has_not_gone() -> None:
    stayed = play(shut_down(), "blame_interpret", "own_contribution-4", stop=True)
    assert any(exchange.sign for exchange in stayed.exchanges)
    assert told(stayed) is None
    going_on = play(shut_down(), "blame_interpret")
    assert told(going_on) is None


def test_who_leaves_at_the_end_of_the_hour_without_a_sign_is_not_said_to_have_given_one() -> None:
    left = play(free_scenario(R.SHUT_DOWN, alliance=30, turns=2), SILENT, SILENT)
    assert came_to(left) is Verdict.LEFT
    assert told(left) is None
