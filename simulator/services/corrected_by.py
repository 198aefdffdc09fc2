"""Whose corrections decided how a competency of one conversation stands: what an export tells beside the number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from simulator.scoring.competency import Competency, CompetencyScore
from simulator.scoring.corrections import Corrections, differ
from simulator.scoring.score import score
from simulator.services.correction_remarks import InForce, RatingCorrection

if TYPE_CHECKING:
    from simulator.session.transcript import Transcript


def corrected_by(
    transcript: Transcript, corrections: Corrections, in_force: tuple[InForce, ...]
) -> Mapping[Competency, tuple[InForce, ...]]:
    """The corrections that decided, by competency: a rating by hand, or else the sentences without which it stood otherwise."""
    of_sentences = replace(corrections, ratings=())
    sentences = tuple(one for one in in_force if one.place is not None)
    bare, now = score(transcript).competencies, score(transcript, of_sentences).competencies
    without = [(one, _without(transcript, of_sentences, one)) for one in sentences]
    found: dict[Competency, tuple[InForce, ...]] = {
        one.correction.competency: (one,) for one in in_force if isinstance(one.correction, RatingCorrection)
    }
    for competency in Competency:
        if competency not in found and differ(bare[competency], now[competency]):
            decided = tuple(one for one, then in without if differ(then[competency], now[competency]))
            found[competency] = decided or sentences
    return found


def names(some: Iterable[InForce]) -> str:
    """Who stands for corrections, each once."""
    return "; ".join(dict.fromkeys(voice.name for one in some for voice in one.voices))


def days(some: Iterable[InForce]) -> str:
    """Since when corrections are in force (year-month-day, UTC)."""
    since = sorted({datetime.fromtimestamp(one.voices[-1].at_ms / 1000, UTC).date().isoformat() for one in some})
    return "; ".join(since)


def reasons(some: Iterable[InForce]) -> str:
    """Why, in the words of who proposed or rated."""
    return "; ".join(dict.fromkeys(one.voices[0].text for one in some))


def _without(transcript: Transcript, corrections: Corrections, one: InForce) -> Mapping[Competency, CompetencyScore]:
    codes = tuple(each for each in corrections.codes if each[0] != one.place)
    return score(transcript, replace(corrections, codes=codes)).competencies
