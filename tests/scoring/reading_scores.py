"""Reads a score in tests: one competency of a played session, and its evidence as (turn, which way)."""

from __future__ import annotations

from simulator.messages.sentences.text import one_after_another
from simulator.scoring import score
from simulator.scoring.competency import Competency, CompetencyScore, Counts, Said
from simulator.session.transcript import Transcript

FOR, AGAINST, CONTEXT = Counts.FOR, Counts.AGAINST, Counts.CONTEXT


def found(transcript: Transcript, competency: Competency) -> CompetencyScore:
    """What the session shows of one competency."""
    return score(transcript).competencies[competency]


def said(says: Said) -> str:
    """Sentences as a person reads them."""
    return str(one_after_another(says))


def turns(finding: CompetencyScore) -> list[tuple[int, Counts]]:
    """The evidence without its words."""
    return [(evidence.turn, evidence.counts) for evidence in finding.evidence]


def path(transcript: Transcript) -> list[str]:
    """The states the patient went through, the last one included; a story checks that it tells what it means to."""
    return [*(str(exchange.before.reaction) for exchange in transcript.exchanges), str(transcript.end.reaction)]
