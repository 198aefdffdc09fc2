"""The answer to a tag in Learn: whether it fits, and what there was to see."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import tag_answer as say
from simulator.messages.sentences.text import one_after_another
from simulator.scoring.reading import families_shown
from simulator.scoring.tag_reading import OPENINGS, TagFit, tag_fit
from simulator.session.actions import StaySilent
from simulator.session.engine import Session
from simulator.session.transcript import Exchange

_VERDICTS: Final[Mapping[TagFit, Sentence]] = MappingProxyType(
    {
        TagFit.RIGHT: say.YES,
        TagFit.CALM: say.YES,
        TagFit.HALF: say.HALF,
        TagFit.OTHER_FAMILY: say.NO,
        TagFit.MISSED: say.NO,
        TagFit.MISTAKEN: say.NO,
        TagFit.ALARM: say.NO,
        TagFit.LET_BE: say.LET_BE,
    }
)
_SHOWN: Final[Mapping[frozenset[Family], Sentence]] = MappingProxyType(
    {
        frozenset({Family.WITHDRAWAL}): say.WITHDREW,
        frozenset({Family.DEFERENCE}): say.DEFERRED,
        frozenset({Family.CONFRONTATION}): say.CONFRONTED,
        frozenset({Family.WITHDRAWAL, Family.CONFRONTATION}): say.WITHDREW_AND_CONFRONTED,
        frozenset({Family.DEFERENCE, Family.CONFRONTATION}): say.DEFERRED_AND_CONFRONTED,
    }
)
_BY_HALF: Final = frozenset({ReactionState.QUALIFIED_ASSERTION, ReactionState.BLOCK})


def answer_to_tag(session: Session) -> Message | None:
    """What is said to the tag that counts in this turn; ``None`` before one was given and where the session has ended."""
    if session.ended or session.standing.tag is None:
        return None
    # What a turn shows stands in its exchange; which answer completes it makes no difference to that.
    exchange = session.consider(StaySilent()).exchange
    fit = tag_fit(exchange) if exchange is not None else None
    if exchange is None or fit is None:
        return None
    return one_after_another((_VERDICTS[fit](), _what_was_shown(exchange, session.script.scenario.patient.first_name)))


def _what_was_shown(exchange: Exchange, name: str) -> Message:
    state = exchange.before.reaction
    if state in OPENINGS:
        return (say.OPENED_UP_BY_HALF if state in _BY_HALF else say.OPENED_UP)(name=name)
    families = families_shown(exchange)
    if not families:
        return say.NOTHING_TO_SEE()
    return _SHOWN.get(families, say.MOVED)(name=name)
