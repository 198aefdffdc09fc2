"""Two raters of the sample group: they mostly see what the rubric sees, and part from it and from each other now and then."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Message
from simulator.messages.sentences import sample_group as say
from simulator.scoring.competency import CompetencyScore, Standing
from simulator.scoring.rubric import RUBRIC
from simulator.scoring.score import score
from simulator.services.rating_task import Rating, write_ratings

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.reviewing import Review, Shelf
    from simulator.storage.rating_files import Named

CONVERSATIONS: Final = 24
"""So many are rated: enough for numbers on agreement."""
_SAME: Final = 0.7
"""How often a rater gives what the rubric gives; otherwise one more or one less."""
_NUMBERLESS: Final[Mapping[Standing, Rating]] = {
    Standing.NOT_REACHED: Rating.NOT_REACHED,
    Standing.COUNTED: Rating.DID_NOT_COME_UP,
    Standing.DID_NOT_COME_UP: Rating.DID_NOT_COME_UP,
}


def rate(review: Review, shelf: Shelf, seed: int, words: Callable[[Message], str]) -> None:
    """Have two raters rate some conversations, and take their ratings in as any others."""
    asked = review.rating.candidates(shelf)[:CONVERSATIONS]
    if not asked:
        return
    by_id = {found.id: found for found in asked}
    for number, rater in enumerate((say.FIRST_RATER(), say.SECOND_RATER())):
        dice = random.Random(f"{seed}/rater/{number}")
        key = review.rating.make(words(rater), asked)
        given = {one.session: _given(by_id[one.session], dice) for one in sorted(key.conversations, key=_by_session)}
        sheet = {one.name: given[one.session] for one in key.conversations}
        review.rating.take_in(write_ratings(key.task, RUBRIC, sheet))


def _by_session(one: Named) -> str:
    return one.session


def _given(found: HandedIn, dice: random.Random) -> dict[str, str]:
    scores = score(found.transcript).competencies
    return {competency.value: _rating(scores[competency], dice).value for competency in sorted(scores)}


def _rating(found: CompetencyScore, dice: random.Random) -> Rating:
    if found.score is None:
        return _NUMBERLESS[found.standing]
    off = 0 if dice.random() < _SAME else dice.choice((-1, 1))
    return Rating(str(min(5, max(1, found.score + off))))
