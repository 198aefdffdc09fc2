"""How a tag fits what was shown: one reading for the score, the debriefing and whatever stands beside them."""

from __future__ import annotations

from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.reactions import Family, ReactionState
from simulator.scoring.reading import families_shown
from simulator.session.transcript import Exchange
from simulator.session.vocabulary import Tag

_S = ReactionState
OPENINGS: Final = frozenset(
    {_S.EXPLORING, _S.QUALIFIED_ASSERTION, _S.HURT, _S.BLOCK, _S.SELF_ASSERTION, _S.VULNERABILITY}
)
"""States in which the patient opens up."""

_HALF_TAKEN_BACK: Final = frozenset({_S.QUALIFIED_ASSERTION, _S.BLOCK})
"""Openings in which half of the rupture is still there."""


class TagFit(Code):
    """How a tag fits the moment that it was given in."""

    RIGHT = "right"
    OTHER_FAMILY = "other-family"
    """A rupture, seen as one of another family."""
    HALF = "half"
    """An opening, seen as the rupture that is half taken back in it."""
    MISSED = "missed"
    """A rupture, tagged as nothing."""
    MISTAKEN = "mistaken"
    """A rupture, taken for an opening."""
    ALARM = "alarm"
    """A rupture or an opening where there was none."""
    CALM = "calm"
    LET_BE = "let-be"
    """An opening, tagged as nothing: neither a hit nor a miss."""


def is_sign(exchange: Exchange) -> bool:
    """Whether a sign of a rupture was shown that can be missed."""
    return bool(families_shown(exchange)) and exchange.before.reaction not in OPENINGS


def tag_fit(exchange: Exchange) -> TagFit | None:
    """How the tag of a turn fits; ``None`` where there is none."""
    if exchange.tag is None:
        return None
    if exchange.before.reaction in OPENINGS:
        return _fit_of_opening(exchange, exchange.tag)
    shown = families_shown(exchange)
    if not shown:
        return TagFit.CALM if exchange.tag is Tag.NOTHING else TagFit.ALARM
    if exchange.tag is Tag.NOTHING:
        return TagFit.MISSED
    if exchange.tag is Tag.OPENED_UP:
        return TagFit.MISTAKEN
    return TagFit.RIGHT if Family(exchange.tag) in shown else TagFit.OTHER_FAMILY


def right_tag(exchange: Exchange) -> Tag:
    """A tag that is right in a turn."""
    if exchange.before.reaction in OPENINGS:
        return Tag.OPENED_UP
    return Tag(min(families_shown(exchange), default=Tag.NOTHING))


def _fit_of_opening(exchange: Exchange, tag: Tag) -> TagFit:
    if tag is Tag.OPENED_UP:
        return TagFit.RIGHT
    if tag is Tag.NOTHING:
        return TagFit.LET_BE
    family, state = Family(tag), exchange.before
    if family in families_shown(exchange):
        return TagFit.RIGHT
    half = state.reaction in _HALF_TAKEN_BACK and family is state.origin
    return TagFit.HALF if half else TagFit.ALARM
