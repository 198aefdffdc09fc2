"""Tables of what came up and was met, and the interval of a share when turns of one person depend on each other."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.analysis.turn_counts import counted, session_columns, turn_counts

DAY = "2026-11-23"


def test_every_cell_counts_its_own_turns_in_the_sessions_that_are_asked_about() -> None:
    turns = [(0, 0, 0, True), (0, 0, 2, False), (1, 0, 0, False), (2, 1, 1, True), (2, 0, 1, True)]
    table = turn_counts([0, 0, 1], turns, whats=2, families=2, people=2)
    columns = session_columns(
        [0, 0, 1], [("a", "practise", DAY, True), ("a", "assess", DAY, False), ("b", "practise", "2026-12-01", True)]
    )
    whole = table.table(columns.asked())
    assert [(c.met, c.came_up, c.people) for c in (whole.cell(0, 0), whole.cell(0, 1), whole.cell(0, None))] == [
        (1, 2, 1), (1, 1, 1), (2, 4, 2)
    ]  # fmt: skip
    assert whole.of_person(0, 0) == (1, 3)
    assert whole.of_person(1, 1) == (1, 1)
    for asked, came_up in (
        ({"scenario": "a"}, 3),
        ({"mode": "assess"}, 1),
        ({"since": "2026-12-01"}, 1),
        ({"first_only": True}, 3),
        ({"people": [1]}, 1),
    ):
        assert table.table(columns.asked(**asked)).cell(0, None).came_up == came_up
    nothing = turn_counts([], [], 2, 2, 0).table(session_columns([], []).asked())
    assert nothing.cell(0, None).came_up == 0


def test_of_few_people_no_interval_is_told() -> None:
    assert counted(np.array([5, 5, 5]), np.array([2, 3, 4])).between is None
    assert counted(np.array([5, 5, 5, 5]), np.array([2, 3, 4, 1])).between is not None


def test_where_nobody_differs_people_are_counted_and_not_turns() -> None:
    few, many = (counted(np.full(people, 50), np.full(people, 50)).between for people in (4, 40))
    assert few is not None
    assert many is not None
    assert few.low < 0.4
    assert many.low > 0.85
    assert few.high == many.high == 1


@pytest.mark.parametrize("alike", [0.0, 0.1, 0.3])
def test_the_interval_holds_the_share_also_where_people_differ(alike: float) -> None:
    dice = np.random.default_rng(6)
    share, people = 0.6, 20
    held = 0
    for _ in range(400):
        own = np.full(people, share)
        if alike:
            weight = 1 / alike - 1
            own = dice.beta(share * weight, (1 - share) * weight, people)
        came = dice.integers(2, 14, people)
        found = counted(came, dice.binomial(came, own)).between
        assert found is not None
        held += found.low <= share <= found.high
    assert 0.9 <= held / 400 <= 0.99
