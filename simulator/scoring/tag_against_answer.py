"""Where what was tagged and what was said part: seen and not taken up, or answered well on a wrong tag."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.messages.sentences import scoring as say
from simulator.scoring.competency import Parting, TagAgainstAnswer
from simulator.scoring.evidence_words import name_of
from simulator.scoring.reading import addresses, in_rupture, slipped
from simulator.scoring.tag_reading import TagFit, tag_fit
from simulator.session.transcript import Exchange, Transcript
from simulator.session.vocabulary import Tag


def tag_against_answer(transcript: Transcript) -> tuple[TagAgainstAnswer, ...]:
    """The turns in which seeing and answering were two things, in order."""
    return tuple(found for exchange in transcript.exchanges for found in _parting(transcript, exchange))


def _parting(transcript: Transcript, exchange: Exchange) -> Iterator[TagAgainstAnswer]:
    fit, turn = tag_fit(exchange), exchange.turn
    if fit is TagFit.RIGHT and in_rupture(exchange) and not addresses(exchange):
        yield TagAgainstAnswer(turn, Parting.SEEN_NOT_TAKEN_UP, say.SEEN_AND_LEFT())
    elif fit is TagFit.RIGHT and exchange.tag is Tag.OPENED_UP and slipped(exchange):
        yield TagAgainstAnswer(turn, Parting.SEEN_NOT_TAKEN_UP, say.OPENING_SEEN_AND_LEFT(name=name_of(transcript)))
    elif in_rupture(exchange) and addresses(exchange):
        if fit is TagFit.MISSED:
            yield TagAgainstAnswer(turn, Parting.ANSWERED_UNSEEN, say.ANSWERED_UNSEEN())
        elif fit in (TagFit.OTHER_FAMILY, TagFit.MISTAKEN):
            yield TagAgainstAnswer(turn, Parting.ANSWERED_UNSEEN, say.ANSWERED_ON_ANOTHER_TAG())
