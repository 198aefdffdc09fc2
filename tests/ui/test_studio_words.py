"""The figures of a proof in words never claim more than is known."""

from __future__ import annotations

import pytest

from simulator.analysis.proof_figures import percent
from simulator.scenario.span import Span
from simulator.ui.studio.words import place


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.0, "0 %"),
        (0.0004, "< 0.1 %"),
        (0.001, "0.1 %"),
        (0.058, "5.8 %"),
        (0.5, "50.0 %"),
        (0.998, "99.8 %"),
        (0.9999, "> 99.9 %"),
        (1.0, "100 %"),
        (1.0 - 1e-12, "100 %"),
        (1e-12, "0 %"),
    ],
)
def test_a_rare_ending_is_not_told_as_none_nor_a_usual_one_as_certain(share: float, told: str) -> None:
    assert str(percent(share)) == told


def test_places_are_told_as_one_says_them() -> None:
    assert str(place(Span("patients/ines.yaml", 12, 3, 12, 9))) == "patients/ines.yaml, line 12"
