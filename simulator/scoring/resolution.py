"""The resolution: how far working together came back by the end, in five levels and our own words."""

from __future__ import annotations

from typing import Final

from simulator.alliance.moves import is_hindering
from simulator.alliance.reactions import Family, ReactionState, family_of, is_rupture
from simulator.patient.verdicts import Verdict
from simulator.scoring.competency import Resolution
from simulator.scoring.evidence_words import DID, name_of
from simulator.scoring.reading import under_pressure
from simulator.session.transcript import Transcript

_LABELS: Final = (
    "More strained than before",
    "Tried, with little effect",
    "Working together again in part",
    "Working together again",
    "Repaired, and something new understood",
)
_SENTENCES: Final = (
    "Between you and {name} things are more strained than at the beginning.",
    "Something was tried, and between you and {name} little has changed.",
    "You and {name} work together again in part; the last that happened was that {name} {did}.",
    "You and {name} work together again.",
    "You and {name} work together again, and what had been too risky to say was said.",
)
_PARTED: Final = "You and {name} looked for a better fit together, and parted well."


def resolution(transcript: Transcript) -> Resolution | None:
    """How far the ruptures were resolved; ``None`` where there was none, or the session is still open."""
    if transcript.closing is None or not any(under_pressure(exchange) for exchange in transcript.exchanges):
        return None
    level = _level(transcript, transcript.closing.verdict)
    end = transcript.end.reaction
    words = _PARTED if end is ReactionState.TRANSFER else _SENTENCES[level - 1]
    return Resolution(level, _LABELS[level - 1], words.format(name=name_of(transcript), did=DID[end]))


def _level(transcript: Transcript, verdict: Verdict) -> int:
    state = transcript.end
    if verdict in (Verdict.LEFT, Verdict.QUIET_DROP_OUT):
        return 1
    if state.reaction is ReactionState.REPAIRED:
        return 5 if state.deep else 4
    if state.reaction is ReactionState.TRANSFER:
        return 4
    if is_rupture(state.reaction):
        return 2 if _tried(transcript) and not _fell(transcript) else 1
    return 3 if family_of(state.reaction) in (Family.REPAIR, Family.ENGAGED) else 2


def _tried(transcript: Transcript) -> bool:
    return any(under_pressure(x) and not is_hindering(x.appraisal.played) for x in transcript.exchanges)


def _fell(transcript: Transcript) -> bool:
    return transcript.end.alliance.mean_points < transcript.begin.alliance.mean_points
