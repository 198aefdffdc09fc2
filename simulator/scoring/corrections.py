"""Corrections that a score is worked out under: what a sentence is, for everybody who said it, and a rating in one conversation.

They are data that stand beside a transcript. What the patient did stays as it was: they answered to the sentence as it was
coded then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from simulator.alliance.moves import Move
from simulator.messages.sentences import corrections as say
from simulator.patient.act import as_heard
from simulator.scoring.competency import Competency, CompetencyScore, Standing
from simulator.scoring.rubric import anchor
from simulator.scoring.standings import standing_in_words
from simulator.session.transcript import Exchange, Transcript


class SentenceCode(NamedTuple):
    """What a sentence is: its move, and the quality (0-4) where it owns a contribution."""

    move: Move
    quality: int | None = None

    @property
    def holds(self) -> bool:
        """Whether there can be such a sentence: a quality belongs to owning and to nothing else, and silence is none."""
        if self.move is Move.HOLD_SILENCE:
            return False
        return (self.quality in range(5)) if self.move is Move.OWN_CONTRIBUTION else self.quality is None


class ItemPlace(NamedTuple):
    """Where a sentence stands in a scenario, by the ids of moment and response."""

    moment: str
    response: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is in force for one conversation: codes of sentences that were said in it, and ratings of competencies.

    A rating is 1 to 5, or ``None`` where something did not come up.
    """

    codes: tuple[tuple[ItemPlace, SentenceCode], ...] = ()
    ratings: tuple[tuple[Competency, int | None], ...] = ()


NO_CORRECTIONS: Final = Corrections()


def as_coded(transcript: Transcript, corrections: Corrections) -> Transcript:
    """The transcript with its sentences as they are coded now; what the patient did in answer is what it was."""
    codes = dict(corrections.codes)
    if not codes:
        return transcript
    return replace(transcript, exchanges=tuple(_as_coded(one, codes) for one in transcript.exchanges))


def _as_coded(exchange: Exchange, codes: dict[ItemPlace, SentenceCode]) -> Exchange:
    response = exchange.response
    code = None if response is None else codes.get(ItemPlace(exchange.moment.id, response.id))
    if response is None or code is None:
        return exchange
    appraisal = exchange.appraisal
    if appraisal.played is as_heard(response.move, response.quality):
        # A sentence that was heard as a repetition stays one: that is what the patient did with it.
        appraisal = replace(appraisal, played=as_heard(*code))
    also = tuple(move for move in response.also if move is not code.move)
    coded = replace(response, move=code.move, quality=code.quality, also=also)
    return exchange._replace(response=coded, appraisal=appraisal)


def rated(found: CompetencyScore, corrections: Corrections) -> CompetencyScore:
    """How a competency stands once somebody has rated it by hand; what was read stays beside it."""
    ratings = dict(corrections.ratings)
    if found.competency not in ratings:
        return found
    rating = ratings[found.competency]
    read = () if found.anchor is None else (found.anchor,)
    why = (say.RATED_BY_HAND(before=standing_in_words(found)), *read, *found.why)
    if rating is None:
        return replace(found, standing=Standing.DID_NOT_COME_UP, score=None, anchor=None, why=why, signs=None)
    told = anchor(found.competency, rating)
    return replace(found, standing=Standing.SCORED, score=rating, anchor=told, why=why)


def differ(before: CompetencyScore, now: CompetencyScore) -> bool:
    """Whether a competency stands otherwise."""
    return (before.score, before.standing, before.signs) != (now.score, now.standing, now.signs)
