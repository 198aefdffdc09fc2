"""The raters of the sample group rate all that there is, alike and not the same, and give the same again."""

from __future__ import annotations

from simulator.services.review_shelf import Shelf
from simulator.services.reviewing import Review
from simulator.services.sample_raters import RATERS, rate_sample
from tests.services.test_blind_rating import review, shelf

__all__ = ["review", "shelf"]


def test_both_rate_what_was_taken_in_and_their_ratings_count(review: Review, shelf: Shelf) -> None:
    rate_sample(review)
    given = {found.id: review.rating.given(found.id) for _, found in shelf.sessions()}
    assert {tuple(by.rater for by in each) for each in given.values()} == {RATERS}
    assert len({len(by.ratings) for each in given.values() for by in each}) == 1
    first, second = ([by.ratings for each in given.values() for by in each if by.rater == rater] for rater in RATERS)
    assert first != second
    rate_sample(review)
    assert {found.id: review.rating.given(found.id) for _, found in shelf.sessions()} == given


def test_nothing_taken_in_is_nothing_rated(review: Review) -> None:
    rate_sample(review)
    assert review.rating.tasks(Shelf(), str) == ()
