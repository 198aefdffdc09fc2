"""A played session as plain values, ready to be written as JSON: what was said, what it did, and what it was worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from simulator.messages.message import ENGLISH
from simulator.messages.sentences.text import one_after_another
from simulator.patient.grid import ReactionGrid
from simulator.scoring.competency import (
    Competency,
    CompetencyScore,
    MissedOpportunity,
    Resolution,
    Said,
    SessionScore,
)
from simulator.services.debriefing import debrief
from simulator.services.reasons import reasons_of
from simulator.session.transcript import Exchange, Transcript

if TYPE_CHECKING:
    from simulator.analysis.decision_values import DecisionValue, JudgedOtherwise
    from simulator.analysis.session_value import SessionValue

FORMAT: Final = "attune/play/2"

Document: TypeAlias = dict[str, object]


def as_document(transcript: Transcript, value: SessionValue | None) -> Document:
    """A session, and what its decisions were worth; ``None`` where that was not worked out."""
    told = debrief(transcript)
    closing = transcript.closing
    return {
        "format": FORMAT,
        "scenario": transcript.scenario.id,
        "digest": transcript.scenario.digest,
        "mode": transcript.started.mode,
        "difficulty": transcript.started.difficulty,
        "ended": closing is not None,
        "verdict": closing.verdict if closing else None,
        "headline": str(told.headline),
        "sign-of-leaving": str(told.leaving) if told.leaving else None,
        "own-part": [str(message) for message in told.score.own_part],
        "value": None if value is None else _value(value),
        "resolution": resolution_as_values(told.score.resolution),
        "exchanges": _exchanges(transcript, value),
        "competencies": competencies(told.score.competencies),
        "missed": missed(told.score.missed),
        **_beside_the_scores(told.score),
    }


def _value(value: SessionValue) -> Document:
    """Where it is not exact, ``attainable`` is at least that, ``share`` at most that, and nothing was expected of anybody."""
    return {
        "attainable": value.attainable,
        "reached": value.reached,
        "share": value.share,
        "exact": value.exact,
        "expected": _points(value.start) if value.exact else None,
        "mean-price": _points(value.mean_price) if value.exact else None,
        "worst-turn": value.worst.turn if value.worst else None,
        "best-turn": value.best.turn if value.best else None,
        "stopping": _points(value.stopping) if value.exact else None,
    }


def _points(hundredths: int | None) -> float | None:
    """Points of repair value with two decimals."""
    return None if hundredths is None else hundredths / 100


def _exchanges(transcript: Transcript, value: SessionValue | None) -> list[Document]:
    """Every exchange, with what its decision was worth as far as that is known."""
    grid = transcript.scenario.patient.grid
    prices = {decision.turn: _price(decision) for decision in value.decisions} if value is not None else {}
    return [{**_exchange(exchange, grid), "value": prices.get(exchange.turn)} for exchange in transcript.exchanges]


def _exchange(exchange: Exchange, grid: ReactionGrid) -> Document:
    return {
        "turn": exchange.turn,
        "moment": exchange.moment.id,
        "tag": exchange.tag,
        "response": exchange.response.id if exchange.response else None,
        "move": exchange.move,
        "quality": exchange.quality,
        "before": exchange.before.reaction,
        "after": exchange.appraisal.state.reaction,
        "felt": list(exchange.appraisal.state.alliance.points),
        "why": [str(reason) for reason in reasons_of(exchange, grid)],
        "why-codes": list(exchange.appraisal.why),
        **_wordings(exchange),
    }


def _price(decision: DecisionValue) -> Document:
    """What a decision was worth; in ``best`` no response stands for staying silent.

    ``proof`` is what could be reached at all; the rest is what was to be expected of the half-way learner.
    """
    return {
        "before": _points(decision.before),
        "after-best": _points(decision.after_best),
        "after-chosen": _points(decision.after_chosen),
        "price": _points(decision.price),
        "gain": _points(decision.gain),
        "judgement": decision.judgement,
        "helped": decision.helped,
        "best": {"response": decision.best.id if decision.best else None, "words": decision.best_words},
        "judged-otherwise": _otherwise(decision.otherwise),
        "proof": {
            "attainable-before": decision.attainable_before,
            "attainable": decision.attainable,
            "cost": decision.loss,
            "lost": decision.lost,
            "turns-to-repair": decision.turns_to_repair,
            "turns-to-whole-repair": decision.turns_to_whole,
            "way": [{"moment": step.moment.id, "response": step.name} for step in decision.way],
        },
    }


def _otherwise(before: JudgedOtherwise | None) -> Document | None:
    """The turn at which the same answer was judged otherwise, and what has changed since besides the turns that are left."""
    if before is None:
        return None
    return {"turn": before.turn, "patient": before.patient, "remembered": before.remembered}


def competencies(scores: Mapping[Competency, CompetencyScore]) -> Document:
    """The scores of the ten competencies, each with its evidence."""
    return {
        name: {
            "standing": c.standing,
            "score": c.score,
            "signs": c.signs._asdict() if c.signs else None,
            "anchor": ENGLISH.say(c.anchor) if c.anchor else None,
            "why": _in_words(c.why),
            "evidence": [{"turn": e.turn, "says": _in_words(e.says), "counts": e.counts} for e in c.evidence],
        }
        for name, c in scores.items()
    }


# What stands beside the scores: wordings, agreement that was none, tags against answers, and sentences as text.


def _wordings(exchange: Exchange) -> Document:
    """Which wording of the moment and of the response was said; an opening is named and quoted, or empty."""
    return {
        "wording": exchange.telling.wording.id,
        "opens": exchange.telling.opens,
        "opening": exchange.telling.opening,
        "patient": exchange.telling.patient,
        "response-wording": exchange.said if exchange.response else None,
        "say": exchange.words,
    }


def _beside_the_scores(score: SessionScore) -> Document:
    return {
        "false-repairs": [{"turn": f.turn, "what": _in_words(f.what)} for f in score.false_repairs],
        "tag-against-answer": [
            {"turn": t.turn, "kind": t.kind, "what": ENGLISH.say(t.what)} for t in score.tag_against_answer
        ],
    }


def missed(found: Sequence[MissedOpportunity]) -> list[Document]:
    """Turns in which more was possible, with the words that would have been received best."""
    return [{"turn": m.turn, "what": _in_words(m.what), "model": m.model} for m in found]


def resolution_as_values(found: Resolution | None) -> Document | None:
    """How far working together came back, with its label."""
    return {"level": found.level, "label": ENGLISH.say(found.label)} if found else None


def _in_words(says: Said) -> str:
    return ENGLISH.say(one_after_another(says))
