"""Draft or published: what is asked before trainees meet a scenario of one's own, and what is known of it afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
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
    if (first := not_ready(opened, errors_now(opened))) is not None:
        raise ServiceError(first)
    if scenario is None:
        raise ServiceError(say.MEND_FIRST())
    for missing in lacking(answers).values():
        raise ServiceError(missing)
    kept = answers if answers.risk == YES else replace(answers, protocol="", second="")
    on = datetime.fromtimestamp(opened.now_ms() / 1000, UTC).date().isoformat()
    review = Review(True, story_digest(scenario), on, kept)
    opened.file.put_beside(say.PUBLISHED_STEP(), with_review(opened.file.beside, review))


def not_ready(opened: FileOnDisk, findings: Iterable[Diagnostic]) -> Message | None:
    """What has to be mended or written before the questions can be of use, if something has to be."""
    broken = next((one for one in findings if one.severity is Severity.ERROR), None)
    if broken is not None:
        at = broken.span
        return say.MEND_THIS_FIRST(file=at.file, line=str(at.line), what=broken.message)
    unwritten = sum(1 for _ in to_write(opened.file.written.root))
    return say.WRITE_FIRST(count=unwritten) if unwritten else None


def answers_of(begun: Mapping[str, str]) -> Answers:
    """Answers as they were kept, by the names of their questions."""
    return Answers(**{one.name: begun.get(one.name, "") for one in fields(Answers)})


def errors_now(opened: FileOnDisk) -> tuple[Diagnostic, ...]:
    """What keeps the file that is open from being played, as it reads now."""
    found = (*opened.file.findings(), *opened.file.story_check()())
    return tuple(one for one in found if one.severity is Severity.ERROR)


def lacking(answers: Answers) -> Mapping[str, Message]:
    """What keeps a scenario from being published, by the answer that it belongs to, in the order of the questions."""
    found: dict[str, Message] = {}
    if answers.notes != YES:
        found["notes"] = say.NOTES_MISSING()
    if answers.anyone != YES:
        found["anyone"] = (say.IDENTITY_IS_NO_CAUSE if answers.anyone == NO else say.ANYONE_MISSING)()
    if answers.risk not in (YES, NO):
        found["risk"] = say.RISK_MISSING()
    if answers.risk == YES:
        if not answers.protocol.strip():
            found["protocol"] = say.PROTOCOL_MISSING()
        if not answers.second.strip() or same_name(answers.second, answers.by):
            found["second"] = say.SECOND_MISSING()
    if not answers.readers.strip():
        found["readers"] = say.READERS_MISSING()
    if not answers.by.strip():
        found["by"] = say.BY_MISSING()
    return found
