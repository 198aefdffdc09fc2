"""Corrections in words: what a sentence is, what would change, and what was said of it by whom."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, assert_never

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.moves import MOVES
from simulator.messages.message import Day, Message, When
from simulator.messages.sentences import corrections as say
from simulator.reports.document import Text
from simulator.scoring.corrections import SentenceCode
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_in_words
from simulator.services.correcting import DryRun, ScoreChange
from simulator.services.correction_remarks import (
    CodeBook,
    CodeCorrection,
    CorrectionState,
    RatingCorrection,
    Voice,
    ratings_in,
)
from simulator.session.remarks import AboutItem, AboutSession, Remark

STATES: Final = MappingProxyType(
    {
        CorrectionState.PROPOSED: say.WAITS,
        CorrectionState.IN_FORCE: say.IN_FORCE,
        CorrectionState.REPLACED: say.REPLACED,
        CorrectionState.WITHDRAWN: say.WITHDRAWN,
    }
)
"""How far a correction of a sentence has come."""

RATING_STATES: Final = MappingProxyType(dict(STATES) | {CorrectionState.REPLACED: say.RATING_REPLACED})
"""How far a rating by hand has come."""


def code_in_words(code: SentenceCode) -> Message:
    """What a sentence is."""
    move = MOVES[code.move].label()
    if code.quality is None:
        return move
    best = len(OWN_CONTRIBUTION) - 1
    of = say.QUALITY_OF(quality=code.quality, best=best, label=OWN_CONTRIBUTION[code.quality].label())
    return say.CODE(move=move, quality=of)


def dry_run_in_words(found: DryRun) -> Message:
    """What a correction would touch, in one line."""
    count = len(found.changes)
    return say.WOULD(
        conversations=say.CONVERSATIONS(count=found.conversations),
        people=say.PEOPLE(count=found.people),
        scores=say.SCORES_CHANGE(count=count) if count else say.NO_SCORE_CHANGES(),
    )


def change_in_words(change: ScoreChange) -> Message:
    """One score that changes: whose, of which conversation, from what to what."""
    return say.CHANGE(
        name=change.person.name,
        day=Day(change.found.stored.started.day),
        competency=COMPETENCIES[change.after.competency].label(),
        before=standing_in_words(change.before),
        after=standing_in_words(change.after),
    )


def from_to(correction: CodeCorrection) -> Message:
    """What a sentence was and what it is to be."""
    return say.FROM_TO(before=code_in_words(correction.before), after=code_in_words(correction.after))


def said_of(correction: CodeCorrection) -> Iterator[Message]:
    """Who proposed it and why, who agreed, who withdrew it."""
    by = correction.proposed
    yield say.PROPOSED_BY(name=by.name, when=When(by.at_ms), rubric=str(correction.rubric), reason=by.text)
    if correction.agreed is not None:
        yield say.AGREED_BY(name=correction.agreed.name, when=When(correction.agreed.at_ms))
    if correction.withdrawn is not None:
        yield _withdrawn(correction.withdrawn)


def rated_by(rating: RatingCorrection) -> Iterator[Message]:
    """Who rated it, from what to what and why, and who withdrew it."""
    yield say.RATED_BY(
        before=rating_in_words(rating.before),
        after=rating_in_words(rating.after),
        name=rating.rated.name,
        when=When(rating.rated.at_ms),
        rubric=str(rating.rubric),
        reason=rating.rated.text,
    )
    if rating.withdrawn is not None:
        yield _withdrawn(rating.withdrawn)


def correction_told(remark: Remark) -> tuple[Text, ...]:
    """A correction as it stands among the remarks on a conversation: what it is of, from what to what, by whom and why."""
    match remark.about:
        case AboutItem():
            codes = CodeBook((remark,)).all
            return tuple(line for one in codes for line in (one.sentence.words, from_to(one), *said_of(one)))
        case AboutSession(session, _, head):
            ratings = ratings_in((remark,), session, head)
            return tuple(line for one in ratings for line in (COMPETENCIES[one.competency].label(), *rated_by(one)))
        case _:
            assert_never(remark.about)


def rating_in_words(rating: int | None) -> Message:
    """A number of five, or that there is none."""
    return say.NO_NUMBER() if rating is None else say.OF_FIVE(score=rating)


def answered(voice: Voice, name: str) -> Message:
    """What the person of a conversation, who is called so here, said to a correction."""
    return say.ANSWERED_BY(name=name, when=When(voice.at_ms), text=voice.text)


def _withdrawn(voice: Voice) -> Message:
    return say.WITHDRAWN_BY(name=voice.name, when=When(voice.at_ms), reason=voice.text)
