"""Draft or published: what is asked before trainees meet a scenario of one's own, and what is known of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import publishing as say
from simulator.scenario.hashes import story_digest
from simulator.scenario.review_record import Answers, Review, review_in, with_review
from simulator.services.file_on_disk import MAP, FileOnDisk
from simulator.session.errors import ServiceError

if TYPE_CHECKING:
    from simulator.scenario.library_index import Card

YES: Final = "yes"
NO: Final = "no"


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
    return _standing(_beside(card.root / card.path), card.story)


def standing_now(opened: FileOnDisk) -> Standing:
    """How the file that is open stands, as it reads now."""
    scenario = opened.file.reading.scenario
    return _standing(opened.file.beside, story_digest(scenario) if scenario is not None else "")


def answers_now(opened: FileOnDisk) -> Answers:
    """What was answered when the file that is open was published last."""
    review = review_in(opened.file.beside)
    return review.answers if review is not None else Answers()


def publish(opened: FileOnDisk, answers: Answers) -> None:
    """Write down that the open file is published, as a step that can be undone; raises ``ServiceError`` where something is missing."""
    scenario = opened.file.reading.scenario
    if scenario is None:
        raise ServiceError(say.MEND_FIRST())
    if lacking := missing(answers):
        raise ServiceError(lacking)
    kept = answers if answers.risk == YES else replace(answers, protocol="", second="")
    on = datetime.fromtimestamp(opened.now_ms() / 1000, UTC).date().isoformat()
    review = Review(True, story_digest(scenario), on, kept)
    opened.file.put_beside(say.PUBLISHED_STEP(), with_review(opened.file.beside, review))


def missing(answers: Answers) -> Message | None:
    """What first keeps a scenario from being published."""
    if answers.notes != YES:
        return say.NOTES_MISSING()
    if answers.anyone == NO:
        return say.IDENTITY_IS_NO_CAUSE()
    if answers.anyone != YES:
        return say.ANYONE_MISSING()
    if answers.risk not in (YES, NO):
        return say.RISK_MISSING()
    if answers.risk == YES and not answers.protocol.strip():
        return say.PROTOCOL_MISSING()
    if answers.risk == YES and _same_person(answers.second, answers.by):
        return say.SECOND_MISSING()
    if not answers.readers.strip():
        return say.READERS_MISSING()
    return None if answers.by.strip() else say.BY_MISSING()


def _same_person(one: str, other: str) -> bool:
    """Whether a second name is none, or the first once more."""
    return not one.strip() or one.split() == other.split()


def _standing(beside: str, story: str) -> Standing:
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
