"""Which scenarios of the library somebody wants to see: by what was played, level, length, and what they touch on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from simulator.services.practice import ShelfItem


class Wishes(NamedTuple):
    """What is asked of a scenario; ``None`` and an empty set ask nothing."""

    played: bool | None = None
    level: int | None = None
    most_minutes: int | None = None
    without: frozenset[str] = frozenset()

    def fits(self, item: ShelfItem) -> bool:
        """Whether a scenario is one of those that are wanted; where progress is not known, nothing is asked of it."""
        card, progress = item.card, item.progress
        played = progress is None or bool(progress.ended or progress.unfinished) is self.played
        return (
            (self.played is None or played)
            and self.level in (None, card.difficulty)
            and (self.most_minutes is None or item.minutes <= self.most_minutes)
            and not self.without.intersection(card.content_notes)
        )


NO_WISHES = Wishes()


def wanted(items: Iterable[ShelfItem], wishes: Wishes) -> tuple[ShelfItem, ...]:
    """Those of some scenarios that fit."""
    return tuple(item for item in items if wishes.fits(item))


def themes_of(items: Sequence[ShelfItem]) -> tuple[str, ...]:
    """Everything that scenarios warn of, in the order of the alphabet."""
    return tuple(sorted({note for item in items for note in item.card.content_notes}, key=str.casefold))
