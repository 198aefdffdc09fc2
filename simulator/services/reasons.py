"""Why the patient took an exchange as they did, in the sentences that everybody is told."""

from __future__ import annotations

from simulator.messages.message import Message
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.patient.grid import ReactionGrid
from simulator.patient.opposite_reasons import beside_the_author
from simulator.patient.reasons import Why, reason_messages
from simulator.session.transcript import Exchange


def reasons_of(exchange: Exchange, grid: ReactionGrid) -> tuple[Message, ...]:
    """The reasons for how an exchange was taken; the author's stands in place of the graph's where the author decided."""
    appraisal = exchange.appraisal
    because = _because(exchange)
    why = beside_the_author(appraisal.why) if because else appraisal.why
    of_rules = reason_messages(why, appraisal.played, exchange.before.reaction, grid)
    return (AS_WRITTEN(words=because), *of_rules) if because else of_rules


def _because(exchange: Exchange) -> str:
    """What the author says of why that followed, if it was the author who led there.

    Who leaves on the way to a scripted moment, or meets the end of the hour, was led there too.
    """
    if not (exchange.scripted or Why.SCRIPT in exchange.appraisal.why):
        return ""
    if exchange.response is not None:
        return exchange.response.because
    return exchange.moment.silent_because
