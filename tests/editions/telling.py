"""What a program tells of a session, as plain values: the same for every edition, so that it can be frozen and compared."""

from __future__ import annotations

from typing import Any, Final

from simulator.messages.message import Message
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.scoring import score
from simulator.services.reasons import reasons_of
from simulator.session.store import STOPPED
from simulator.session.transcript import Exchange, Transcript

TOLD: Final = ("course", "verdict", "parting", "scores")
"""What must be the same for ever; the rest of what was frozen says which session it was, or is in the words of its day."""


def told_of(transcript: Transcript) -> dict[str, Any]:
    """Course, printed reasons, verdict, parting words and scores."""
    closing, scores = transcript.closing, score(transcript)
    verdict = None if closing is None else STOPPED if closing.stopped else str(closing.verdict)
    return {
        "course": [_turn(exchange, transcript) for exchange in transcript.exchanges],
        "verdict": verdict,
        "parting": closing.says if closing else "",
        "scores": {str(name): found.score for name, found in scores.competencies.items()},
    }


def _turn(exchange: Exchange, transcript: Transcript) -> dict[str, Any]:
    state = exchange.appraisal.state
    return {
        "turn": exchange.turn,
        "moment": _name(exchange),
        "said": exchange.response.id if exchange.response else None,
        "tag": None if exchange.tag is None else str(exchange.tag),
        "before": str(exchange.before.reaction),
        "after": str(state.reaction),
        "felt": list(state.alliance.points),
        "why": [_reason(reason) for reason in reasons_of(exchange, transcript.scenario.patient.grid)],
    }


def _reason(reason: Message) -> str:
    """A reason by its id in the catalogue, whose words may be bettered; words of a file as they stand."""
    return str(reason) if reason.sentence == AS_WRITTEN else reason.id


def _name(exchange: Exchange) -> str:
    """The moment by its id; for what the patient does in a state anyway with the id of its words."""
    moment = exchange.moment
    return f"{moment.id}/{exchange.telling.wording.id}" if moment.from_bank else moment.id
