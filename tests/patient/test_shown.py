"""What a patient shows that words can take up."""

from __future__ import annotations

from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import ShownClass
from simulator.patient.shown import shown_by
from simulator.patient.state import Past
from tests.patient.playing import bench, set_state


def test_who_goes_in_circles_shows_it_one_turn_later_at_level_one() -> None:
    twice = set_state(bench(ReactionState.MINIMAL), dwelt=(2, 0, 0)).state
    assert [shown_by(twice, level) for level in (1, 2)] == [frozenset(), {ShownClass.STUCK}]


def test_a_sign_of_leaving_is_shown_before_being_stuck() -> None:
    both = set_state(bench(ReactionState.MINIMAL), dwelt=(2, 0, 0), past=Past.SIGNED | Past.LEAVING).state
    assert shown_by(both, 2) == {ShownClass.LEAVING}
