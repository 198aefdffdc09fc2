"""Draft or published: what is asked before trainees meet a scenario of one's own, and what is known of it afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import publishing as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity
from simulator.scenario.hashes import story_digest
from simulator.scenario.review_record import Answers, Review, review_in, with_review
from simulator.scenario.to_write import to_write
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.standings import Standing, standing
from simulator.services.typed_names import same_name
from simulator.session.errors import ServiceError

YES: Final = "yes"
NO: Final = "no"


def standing_now(opened: FileOnDisk) -> Standing:
    """How the file that is open stands, as it reads now."""
    scenario = opened.file.reading.scenario
    return standing(opened.file.beside, story_digest(scenario) if scenario is not None else "")


def answers_now(opened: FileOnDisk) -> Answers:
    """What was answered when the file that is open was published last."""
    review = review_in(opened.file.beside)
    return review.answers if review is not None else Answers()


def publish(opened: FileOnDisk, answers: Answers) -> None:
    """Write down that the open file is published, as a step that can be undone; raises ``ServiceError`` where something is missing."""
    scenario = opened.file.reading.scenario
    broken = errors_now(opened)
    if broken:
        at = broken[0].span
        raise ServiceError(say.MEND_THIS_FIRST(file=at.file, line=str(at.line), what=broken[0].message))
    if scenario is None:
        raise ServiceError(say.MEND_FIRST())
    if unwritten := tuple(to_write(opened.file.written.root)):
        raise ServiceError(say.WRITE_FIRST(count=len(unwritten)))
    if lacking := missing(answers):
        raise ServiceError(lacking)
    kept = answers if answers.risk == YES else replace(answers, protocol="", second="")
    on = datetime.fromtimestamp(opened.now_ms() / 1000, UTC).date().isoformat()
    review = Review(True, story_digest(scenario), on, kept)
    opened.file.put_beside(say.PUBLISHED_STEP(), with_review(opened.file.beside, review))


def errors_now(opened: FileOnDisk) -> tuple[Diagnostic, ...]:
    """What keeps the file that is open from being played, as it reads now."""
    found = (*opened.file.findings(), *opened.file.story_check()())
    return tuple(one for one in found if one.severity is Severity.ERROR)


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
    if answers.risk == YES and (not answers.second.strip() or same_name(answers.second, answers.by)):
        return say.SECOND_MISSING()
    if not answers.readers.strip():
        return say.READERS_MISSING()
    return None if answers.by.strip() else say.BY_MISSING()
