"""How far estimates tell people apart: against the arithmetic, and people drawn again."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.analysis.items.reliability import of_estimates


def test_the_share_of_variance_that_is_not_that_of_the_estimates_is_brought_down_to_one_conversation() -> None:
    known = [(mean, 0.25) for mean in (-1.0, 1.0) * 8]
    once = np.ones((1, 16))
    found = of_estimates(known, [4] * 16, once)[0]
    together = 1.0667 / (1.0667 + 0.25)
    assert 4 * found / (1 + 3 * found) == pytest.approx(together, abs=0.001)
    assert of_estimates([(0.0, 1.0)] * 9, [3] * 9, np.ones((1, 9)))[0] == 0


def test_weights_count_people_as_often_as_they_say() -> None:
    known, counts = [(0.0, 0.2), (1.0, 0.4), (3.0, 0.1)], [2, 3, 5]
    weights = np.array([[2.0, 1.0, 0.0], [1.0, 1.0, 1.0]])
    twice, once = of_estimates(known, counts, weights)
    assert twice == pytest.approx(of_estimates([known[0], *known[:2]], [2, 2, 3], np.ones((1, 3)))[0])
    assert once == pytest.approx(of_estimates(known, counts, np.ones((1, 3)))[0])
