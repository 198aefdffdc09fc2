"""Every correction at the Review desk: of sentences, for everybody who said them, and of the rating in one conversation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.services.correction_remarks import CodeCorrection, CorrectionState, RatingCorrection

if TYPE_CHECKING:
    from simulator.services.correcting import Correcting
    from simulator.services.handed_in import HandedIn
    from simulator.services.review_shelf import ReviewedPerson, Shelf


@dataclass(frozen=True, slots=True)
class RatedByHand:
    """A rating in one conversation that somebody gave by hand."""

    person: ReviewedPerson
    found: HandedIn
    rating: RatingCorrection


@dataclass(frozen=True, slots=True)
class AllCorrections:
    """Sentences, those that wait for a second name first and then the newest; ratings by person, day and when they were given."""

    sentences: tuple[CodeCorrection, ...] = ()
    ratings: tuple[RatedByHand, ...] = ()

    @property
    def waiting(self) -> int:
        """How many sentences wait for a second name."""
        return sum(one.state is CorrectionState.PROPOSED for one in self.sentences)


def all_corrections(correcting: Correcting, shelf: Shelf) -> AllCorrections:
    """Everything that was corrected of what was handed in, with what was replaced or withdrawn since."""
    newest = correcting.book().all[::-1]
    order = tuple(CorrectionState)
    sentences = tuple(sorted(newest, key=lambda one: order.index(one.state)))
    return AllCorrections(sentences, tuple(_ratings(correcting, shelf)))


def _ratings(correcting: Correcting, shelf: Shelf) -> Iterator[RatedByHand]:
    for person in shelf.people:
        for found in sorted(person.sessions, key=lambda one: one.stored.started.day):
            for rating in correcting.ratings(found):
                yield RatedByHand(person, found, rating)
