"""The sign that came before a patient left or parted, quoted for the debriefing (rule 13)."""

from __future__ import annotations

from simulator.messages.message import Listed, Message
from simulator.messages.sentences.leaving import (
    SAID_BEFORE_LEAVING,
    SEEN_BEFORE_LEAVING,
    SHOWN_BEFORE_LEAVING,
)
from simulator.patient.leaving import gives_sign, has_gone
from simulator.patient.verdicts import Verdict
from simulator.session.transcript import Closing, Exchange, Transcript


def sign_before_leaving(transcript: Transcript) -> Message | None:
    """At which turn the last sign of leaving was, and what was said or seen; ``None`` where nobody left, or without one."""
    closing = transcript.closing
    if closing is None or not _gone(closing):
        return None
    signs = [exchange for exchange in transcript.exchanges if gives_sign(exchange.before)]
    return _quoted(signs[-1], transcript.scenario.patient.first_name) if signs else None


def _gone(closing: Closing) -> bool:
    """Whether the patient went, or will not come again; who is left in the middle by the trainee has not gone."""
    return not closing.stopped and (
        has_gone(closing.state) or closing.verdict in (Verdict.LEFT, Verdict.QUIET_DROP_OUT)
    )


def _quoted(exchange: Exchange, name: str) -> Message:
    """The patient's own words for it before what could be seen, and that before what stands in where there are neither."""
    turn, told = exchange.turn, exchange.telling
    if exchange.sign is not None:
        return SEEN_BEFORE_LEAVING(turn=turn, name=name, seen=exchange.sign)
    if told.patient:
        return SAID_BEFORE_LEAVING(turn=turn, name=name, words=told.patient)
    return SHOWN_BEFORE_LEAVING(turn=turn, seen=Listed(told.shows))
