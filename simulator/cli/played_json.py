"""A played session as plain values, ready to be written as JSON: what was said, what it did, and what it was worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from simulator.patient.grid import ReactionGrid
from simulator.scoring.competency import Competency, CompetencyScore
from simulator.services.debriefing import debrief
from simulator.services.reasons import reasons_of
from simulator.session.transcript import Exchange, Transcript

if TYPE_CHECKING:
    from simulator.analysis.regret import DecisionValue, SessionValue

FORMAT: Final = "attune/play/1"

Document: TypeAlias = dict[str, object]


def as_document(transcript: Transcript, value: SessionValue | None) -> Document:
    """A session, and what its decisions were worth; ``None`` where that was not worked out."""
    told = debrief(transcript)
    closing, resolution = transcript.closing, told.score.resolution
    return {
        "format": FORMAT,
        "scenario": transcript.scenario.id,
        "digest": transcript.scenario.digest,
        "mode": transcript.started.mode,
        "difficulty": transcript.started.difficulty,
        "ended": closing is not None,
        "verdict": closing.verdict if closing else None,
        "headline": told.headline,
        "value": None if value is None else _value(value),
        "resolution": {"level": resolution.level, "label": resolution.label} if resolution else None,
        "exchanges": _exchanges(transcript, value),
        "competencies": competencies(told.score.competencies),
        "missed": [{"turn": m.turn, "what": m.what, "model": m.model} for m in told.score.missed],
    }


def _value(value: SessionValue) -> Document:
    """Where it is not exact, ``attainable`` is at least that, ``share`` at most that, and nobody is judged."""
    turned = value.turning_point if value.exact else None
    return {
        "attainable": value.attainable,
        "reached": value.reached,
        "share": value.share,
        "exact": value.exact,
        "turning-point": turned.turn if turned else None,
        "stopping": value.stopping if value.exact else None,
    }


def _exchanges(transcript: Transcript, value: SessionValue | None) -> list[Document]:
    grid = transcript.scenario.patient.grid
    if value is None:
        return [{**_exchange(exchange, grid), "value": None} for exchange in transcript.exchanges]
    priced = zip(transcript.exchanges, value.decisions, strict=True)
    return [{**_exchange(exchange, grid), "value": _price(decision, value)} for exchange, decision in priced]


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
    }


def _price(decision: DecisionValue, value: SessionValue) -> Document:
    """What a decision was worth; in ``best`` no response stands for staying silent."""
    best = {"response": decision.best.id if decision.best else None, "words": decision.best_words}
    return {
        "before": decision.before,
        "after-best": decision.after_best,
        "after-chosen": decision.after_chosen,
        "cost": decision.cost if value.exact else None,
        "judgement": decision.judgement if value.exact else None,
        "best": best if value.exact else None,
        "detour": decision.detour if value.exact else None,
        "turns-to-repair": decision.turns_to_repair if value.exact else None,
        "turns-to-whole-repair": decision.turns_to_whole if value.exact else None,
        "way": [{"moment": step.moment.id, "response": step.name} for step in decision.way],
    }


def competencies(scores: Mapping[Competency, CompetencyScore]) -> Document:
    """The scores of the ten competencies, each with its evidence."""
    return {
        name: {
            "score": c.score,
            "anchor": c.anchor,
            "why": c.why,
            "evidence": [{"turn": e.turn, "says": e.says, "counts": e.counts} for e in c.evidence],
        }
        for name, c in scores.items()
    }
