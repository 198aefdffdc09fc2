"""How the scenarios of the library stand: which are drafts, which are published, and so which of them trainees meet."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Sentence
from simulator.messages.sentences import publishing as say
from simulator.scenario.file_names import MAP

if TYPE_CHECKING:
    from simulator.scenario.library_index import Card


class Standing(StrEnum):
    """How a scenario stands: only a draft, or one whose story has changed since, is kept from trainees."""

    SHIPPED = "shipped"
    NOT_REVIEWED = "not-reviewed"
    DRAFT = "draft"
    PUBLISHED = "published"
    CHANGED = "changed"

    @property
    def for_trainees(self) -> bool:
        """Whether it stands on the Practice shelf."""
        return self not in (Standing.DRAFT, Standing.CHANGED)


STANDING_WORDS: Final[Mapping[Standing, Sentence]] = {
    Standing.NOT_REVIEWED: say.NOT_REVIEWED,
    Standing.DRAFT: say.DRAFT,
    Standing.PUBLISHED: say.PUBLISHED,
    Standing.CHANGED: say.CHANGED,
}
"""What is said of scenarios that do not come with the program."""


def standing_of(card: Card) -> Standing:
    """How a scenario of the library stands, by what is kept beside its file."""
    if card.shipped:
        return Standing.SHIPPED
    return standing(_beside(card.root / card.path), card.story)


def standing(beside: str, story: str) -> Standing:
    """How a scenario stands, by the text beside it and the hash of its story."""
    from simulator.scenario.review_record import review_in

    review = review_in(beside)
    if review is None:
        return Standing.NOT_REVIEWED
    if not review.published:
        return Standing.DRAFT
    return Standing.PUBLISHED if review.story and review.story == story else Standing.CHANGED


def _beside(place: Path) -> str:
    try:
        return place.with_suffix(MAP).read_text("utf-8", "replace")
    except OSError:
        return ""
