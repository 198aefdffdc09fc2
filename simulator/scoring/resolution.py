"""The resolution: how far working together came back by the end, in five levels and our own words."""

from __future__ import annotations

from typing import Final

from simulator.alliance.moves import is_hindering
from simulator.alliance.reactions import Family, ReactionState, family_of, is_rupture
from simulator.messages.sentences import scoring as say
from simulator.patient.verdicts import Verdict
from simulator.scoring.competency import Resolution, Said
from simulator.scoring.evidence_words import did_in, name_of
from simulator.scoring.reading import under_pressure
from simulator.session.transcript import Transcript

_LABELS: Final = (
    say.MORE_STRAINED_LABEL,
    say.LITTLE_CHANGED_LABEL,
    say.BACK_IN_PART_LABEL,
    say.BACK_LABEL,
    say.UNDERSTOOD_LABEL,
)
_SENTENCES: Final = (say.MORE_STRAINED, say.LITTLE_CHANGED, say.BACK_IN_PART, say.BACK, say.UNDERSTOOD)
_IN_PART: Final = 3


def resolution(transcript: Transcript) -> Resolution | None:
    """How far the ruptures were resolved; ``None`` where there was none, or the session is still open."""
    if transcript.closing is None or not any(under_pressure(exchange) for exchange in transcript.exchanges):
        return None
    level = _level(transcript, transcript.closing.verdict)
    return Resolution(level, _LABELS[level - 1](), _in_words(transcript, level))


def _in_words(transcript: Transcript, level: int) -> Said:
    end, name = transcript.end.reaction, name_of(transcript)
    if end is ReactionState.TRANSFER:
        return (say.PARTED(name=name),)
    told = _SENTENCES[level - 1](name=name)
    return (told, did_in(transcript, end), say.AT_THE_END()) if level == _IN_PART else (told,)


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
