"""The page of a conversation as the instructor has it: what its person saw, and what was said of it here since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.messages.message import Message
from simulator.messages.sentences import corrections as say
from simulator.messages.sentences.text import one_after_another
from simulator.reports.document import Block, Heading, Paragraph, Tone
from simulator.scoring.competency import Competency, CompetencyScore
from simulator.scoring.corrections import ItemPlace
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.corrected_by import corrected_by
from simulator.services.correcting import before_corrections
from simulator.services.correction_remarks import CodeCorrection, CorrectionState, RatingCorrection
from simulator.services.correction_words import answered, code_in_words, from_to, rated_by, said_of
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.handed_in_page import Beside, HandedInPage, page_of
from simulator.services.stored_sessions import as_shown
from simulator.services.typed_names import each_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.analysis.session_value import SessionValue
    from simulator.services.reviewing import Review
    from simulator.session.engine import Session
    from simulator.session.remarks import RemarkId


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating of a competency by hand, with who rated it and why, and what its person answered, in words."""

    rating: RatingCorrection
    in_words: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class ReviewedPage:
    """A conversation with all that was said of it.

    ``turns`` are those in which something was said that can be corrected; ``before`` tells how competencies stood that
    were corrected, ``because`` by which corrections of sentences (the turn, and from what to what); ``worth`` what each sentence changed, where that was worked out, ``names`` whoever said something here
    before.
    """

    found: HandedIn
    name: str
    page: HandedInPage
    comments: Mapping[int, str]
    turns: frozenset[int]
    ratings: Mapping[Competency, tuple[Rated, ...]]
    before: Mapping[Competency, CompetencyScore]
    worth: SessionValue | None = None
    names: tuple[str, ...] = ()
    because: Mapping[Competency, tuple[tuple[int, Message], ...]] = field(default_factory=dict)


def reviewed(review: Review, name: str, found: HandedIn, worth: SessionValue | None = None) -> ReviewedPage:
    """The page under what stands today; ``name`` is what the instructor calls the person."""
    correcting = review.correcting
    book = correcting.book()
    found = correcting.applied(found, book)
    answers = correcting.answers(found)
    who = name or found.name

    def answered_to(id_: RemarkId) -> tuple[Message, ...]:
        return tuple(answered(voice, who) for voice in answers(id_))

    ratings = _ratings(Rated(one, (*rated_by(one), *answered_to(one.id))) for one in correcting.ratings(found))
    said = {turn: tuple(_said(book.of(item), answered_to)) for turn, item in correcting.turns(found)}
    prices = {one.turn: one.price for one in worth.decisions} if worth is not None and worth.exact else {}
    before = before_corrections(found)
    beside = Beside(prices, {turn: blocks for turn, blocks in said.items() if blocks}, before, tuple(_closing(ratings)))
    page, comments = page_of(found, name, beside), review.comments(found)
    rated = (one.rating.rated.name for some in ratings.values() for one in some)
    names = each_once((*review.names_used(), *rated))
    return ReviewedPage(found, name, page, comments, frozenset(said), ratings, before, worth, names, _because(found))


def _because(found: HandedIn) -> dict[Competency, tuple[tuple[int, Message], ...]]:
    """By which corrections of sentences competencies stand otherwise: each with its first turn, and who stands for it."""
    if not found.in_force:
        return {}
    turns: dict[ItemPlace, int] = {}
    for one in found.transcript.exchanges:
        if one.response is not None:
            turns.setdefault(ItemPlace(one.moment.id, one.response.id), one.turn)
    told: dict[Competency, tuple[tuple[int, Message], ...]] = {}
    for competency, some in corrected_by(found.transcript, found.corrections, found.in_force).items():
        for place, correction in some:
            if place in turns and isinstance(correction, CodeCorrection):
                change = one_after_another((from_to(correction), *said_of(correction)))
                told[competency] = (*told.get(competency, ()), (turns[place], change))
    return told


def worth_of(found: HandedIn, work_out: Callable[[Session], SessionValue]) -> SessionValue | None:
    """What each sentence changed; ``None`` for what cannot be played again today."""
    play = as_shown(found.stored, found.scenario).play if found.belief is Belief.VERIFIED else None
    return None if play is None else work_out(play.session)


def _ratings(rated: Iterable[Rated]) -> dict[Competency, tuple[Rated, ...]]:
    found: dict[Competency, tuple[Rated, ...]] = {}
    for one in rated:
        found[one.rating.competency] = (*found.get(one.rating.competency, ()), one)
    return found


def _said(corrections: Iterable[CodeCorrection], answers: Callable[[RemarkId], tuple[Message, ...]]) -> Iterator[Block]:
    """What was said of the sentence of a turn, as far as it is in force or waits."""
    for one in corrections:
        words = {"before": code_in_words(one.before), "after": code_in_words(one.after)}
        said = (*said_of(one), *answers(one.id))
        match one.state:
            case CorrectionState.IN_FORCE:
                yield Paragraph((say.TURN_CORRECTED(**words), *said), Tone.NOTICE)
            case CorrectionState.PROPOSED:
                yield Paragraph((say.TURN_PROPOSED(**words), *said), Tone.QUIET)
            case CorrectionState.REPLACED | CorrectionState.WITHDRAWN:
                pass


def _closing(ratings: Mapping[Competency, tuple[Rated, ...]]) -> Iterator[Block]:
    """The ratings by hand, as they stand below the scores on paper."""
    if ratings:
        yield Heading(say.RATINGS_TITLE())
    for competency, rated in ratings.items():
        for one in rated:
            yield Paragraph((say.OF_COMPETENCY(competency=COMPETENCIES[competency].label()), *one.in_words))
