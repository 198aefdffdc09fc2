"""Reliability against the published example, and what it takes to tell a mean."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.analysis.items.reliability import of_estimates, reliability

SHROUT_AND_FLEISS = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))
"""Ratings of six targets by four judges (Shrout and Fleiss, 1979, table 2)."""


def test_the_published_example_twice_over() -> None:
    # Twelve people, so that there are enough; ICC(1,1) is .17 in the paper for six, and goes by degrees of freedom.
    numbers = [tuple(map(float, one)) for one in SHROUT_AND_FLEISS * 2]
    found = reliability(numbers)
    assert found is not None
    means = np.array([np.mean(one) for one in numbers])
    between = 4 * means.var(ddof=1)
    within = float(np.mean([np.var(one, ddof=1) for one in numbers]))
    assert found.one == pytest.approx((between - within) / (between + 3 * within))
    assert found.of_mean(4) == pytest.approx((between - within) / between)


def test_how_many_conversations_a_mean_takes() -> None:
    dice = np.random.default_rng(1)
    own = dice.normal(0, 1, 400)
    found = reliability([(person + dice.normal(0, 2, 1 + number % 5)).tolist() for number, person in enumerate(own)])
    assert found is not None
    assert found.one == pytest.approx(0.2, abs=0.05)
    assert found.needed is not None
    assert found.of_mean(found.needed) >= 0.7 > found.of_mean(found.needed - 1)


def test_of_few_people_or_of_chance_alone_nothing_is_told() -> None:
    assert reliability([[1.0, 2.0]] * 9) is None
    alike = reliability([[1.0, 5.0, 3.0], [5.0, 1.0, 3.0]] * 8)
    assert alike is not None
    assert alike.needed is None
    assert of_estimates([(0.0, 1.0)] * 9, [3] * 9) is None
    told = of_estimates([(mean, 0.25) for mean in (-1.0, 1.0) * 8], [4] * 16)
    assert told is not None
    assert told.of_mean(4) == pytest.approx(1.0667 / (1.0667 + 0.25), abs=0.001)
