"""What stands over the text of an answer: the first line of its moment, a silence, or what can be seen."""

from __future__ import annotations

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.scenario.document import Moment, Silence, SilenceKind, Wording
from simulator.services.answered import what_is_answered

SILENCE = Silence(SilenceKind.EXPRESSIVE, 20)


@pytest.mark.parametrize(
    ("wordings", "told"),
    [
        ((Wording(patient="It’s fine."), Wording("again", "Really.")), "wait · what you say to “It’s fine.”"),
        ((Wording(shows=("is quiet",), silence=SILENCE),), "wait · what you say into a silence of 20 seconds"),
        ((Wording(shows=("is quiet", "looks away")),), "wait · what you say to what can be seen: is quiet, looks away"),
        ((Wording(),), "wait · what you say"),
    ],
)
def test_the_first_line_is_what_is_answered(wordings: tuple[Wording, ...], told: str) -> None:
    moment = Moment("afraid", ReactionState.ENGAGED, wordings)
    assert str(what_is_answered(moment, "wait")) == told


def test_a_moment_that_cannot_be_read_has_no_line() -> None:
    assert str(what_is_answered(None, "wait")) == "wait · what you say"
