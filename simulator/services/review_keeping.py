"""How long what was handed in is kept: what is due, deleting it, and the files that were saved and may still hold it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.handin.signed_file import SUFFIX
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import keeping as say
from simulator.storage.home import HANDED_IN_FOLDER, RATING_FOLDER
from simulator.storage.review_keeping import Keeping, KeepingFile, SavedFile

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.review_shelf import ReviewedPerson, Shelf
    from simulator.services.reviewing import Review

DAYS_OF_A_MONTH: Final = 30
MONTHS: Final = (3, 6, 12, 24)
"""What can be chosen."""
_DAY_MS: Final = 24 * 60 * 60 * 1000


def not_in_backups() -> Message:
    """That what was handed in is in no backup, and how to have twice what was said of it here."""
    return say.NOT_IN_BACKUPS(folders=Listed((HANDED_IN_FOLDER, RATING_FOLDER)))


def holds_handed_in(home: Path) -> bool:
    """Whether anything that was handed in is kept in a data folder."""
    return any((home / HANDED_IN_FOLDER).glob(f"*{SUFFIX}"))


@dataclass(frozen=True, slots=True)
class Due:
    """A conversation that was kept for as long as it should be."""

    person: ReviewedPerson
    found: HandedIn


class ReviewKeeping:
    """The keeping of one Review desk. Raises ``StoreError`` where something cannot be read, written or deleted."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._file = KeepingFile(review.home)

    @property
    def keeping(self) -> Keeping:
        """What is remembered."""
        return self._file.read()

    def keep_for(self, months: int) -> None:
        """Keep what was handed in for so many months from now on; 0: until somebody deletes it."""
        self._file.write(replace(self.keeping, days=months * DAYS_OF_A_MONTH))

    def due(self, shelf: Shelf) -> tuple[Due, ...]:
        """What is due to be deleted today, by person and day."""
        days = self.keeping.days
        if not days:
            return ()
        taken, before = self._review.book().taken, self._review.now_ms() - days * _DAY_MS
        return tuple(
            Due(person, found) for person, found in shelf.sessions() if taken.get(found.id, before + 1) <= before
        )

    def note_saved(self, path: Path, people: Iterable[bytes]) -> None:
        """Remember that a file with the data of some people was saved somewhere."""
        file = SavedFile(str(path.absolute()), self._review.now_ms(), frozenset(people))
        self._file.write(self.keeping.with_saved(file))

    def delete(self, due: Iterable[Due]) -> tuple[SavedFile, ...]:
        """Delete conversations for good; gives the files that were saved elsewhere and may still hold them."""
        gone = tuple(due)
        self._review.erase_conversations(one.found for one in gone)
        return self.holding({one.person.key for one in gone})

    def forget(self, person: ReviewedPerson) -> tuple[SavedFile, ...]:
        """Delete all that somebody has handed in; gives the files that were saved elsewhere and may still hold it."""
        held = self.holding({person.key})
        self._review.erase(person)
        self._file.write(self.keeping.without({person.key}))
        return held

    def holding(self, people: Iterable[bytes]) -> tuple[SavedFile, ...]:
        """The files saved elsewhere that hold something of any of some people."""
        wanted = frozenset(people)
        return tuple(one for one in self.keeping.saved if one.people & wanted)
