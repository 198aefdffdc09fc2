"""Two raters of the sample group, whom the program plays: they read the rubric nearly as it does, and nearly as each other."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from simulator.scoring import score
from simulator.scoring.competency import Competency, CompetencyScore, Standing
from simulator.services.rating_task import Rating

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.reviewing import Review

RATERS: Final = ("Finch", "Wren")
"""What they are called: birds, so that nobody takes them for people."""

RATED: Final = 40
_SHARED: Final = (-1, 0, 0, 0, 0, 1)
"""By how much both read a conversation otherwise than the program."""
_OWN: Final = (-1, 0, 0, 0, 0, 0, 1)
"""By how much one of them reads it otherwise than the other."""
_WORDS: Final = 0.04
"""So often a rater finds nothing to give a number for where there was something."""


def rate_sample(review: Review, seed: int = 0) -> None:
    """Have both rate some of what was taken in, and count what they gave; the same seed gives the same ratings."""
    shelf = review.shelf()
    chosen = review.rating.candidates(shelf)[:RATED]
    if not chosen:
        return
    for rater in RATERS:
        key = review.rating.make(rater, chosen)
        here = {found.id: found for found in chosen}
        for one in key.conversations:
            for competency, rating in _ratings(here[one.session], rater, seed).items():
                review.rating.note(key.task, one.name, competency, rating)
        review.rating.keep(key.task)
        task = next(open_.task for open_ in review.rating.tasks(shelf, str) if open_.key == key)
        review.rating.take_in(review.rating.ratings_file(task))


def _ratings(found: HandedIn, rater: str, seed: int) -> Mapping[Competency, Rating]:
    shared = random.Random(f"{seed}/{found.id}")
    own = random.Random(f"{seed}/{found.id}/{rater}")
    scores = score(found.transcript).competencies
    return {competency: _rating(scores[competency], shared, own) for competency in Competency}


def _rating(scored: CompetencyScore, shared: random.Random, own: random.Random) -> Rating:
    apart = shared.choice(_SHARED) + own.choice(_OWN)
    nothing = own.random() < _WORDS
    if scored.score is None or nothing:
        return Rating.NOT_REACHED if scored.standing is Standing.NOT_REACHED else Rating.DID_NOT_COME_UP
    return Rating(str(min(5, max(1, scored.score + apart))))
