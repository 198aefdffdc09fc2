"""Noticing: how well the tags fit the markers; false alarms cost as much as misses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.alliance.reactions import Family
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import MOVED, counted, did, name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import families_shown, not_observed, speaks
from simulator.session.transcript import Exchange, Transcript
from simulator.session.vocabulary import Tag

_BANDS: Final = (25, 50, 70, 85)
"""The F1 of tags against markers, in per cent, from which the next score begins."""

_CALM_TURNS_TO_TELL: Final = 2
"""One false alarm can happen; two calm moments tagged without a single "nothing" is tagging everything."""


@dataclass(slots=True)
class _Tally:
    """The tagged turns, by how the tag fits what was shown."""

    right: list[Exchange]
    wrong: list[Exchange]
    missed: list[Exchange]
    alarms: list[Exchange]
    calm: list[Exchange]

    @property
    def shown(self) -> list[Exchange]:
        return self.right + self.wrong + self.missed

    @property
    def f1(self) -> int:
        """Two times the hits over what was shown and what was tagged, in per cent; the wrong family is half a hit."""
        tagged = len(self.right) + len(self.wrong) + len(self.alarms)
        return 100 * (2 * len(self.right) + len(self.wrong)) // (len(self.shown) + tagged)


def noticing(transcript: Transcript) -> Finding:
    """How well the trainee's tags fit what the patient showed, over the moments that were tagged."""
    tally = _tally(transcript)
    evidence = tuple(_evidence(transcript, exchange) for exchange in transcript.exchanges if exchange.tag)
    marked = sum(1 for exchange in transcript.exchanges if families_shown(exchange))
    if not evidence:
        return not_observed("No moment was tagged.")
    if not marked:
        return not_observed("No marker was shown.", evidence)
    if 2 * len(tally.shown) < marked:
        return not_observed(f"Only {len(tally.shown)} of {marked} moments with a marker were tagged.", evidence)
    score = min(bisect_right(_BANDS, tally.f1) + 1, _most(tally))
    return Finding(score, _why(tally), evidence)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The highest score wherever a marker can be shown: nothing keeps a trainee from tagging every turn rightly."""
    return len(_BANDS) + 1 if any(families_shown(turn.exchange) for turn in turns) else None


def _tally(transcript: Transcript) -> _Tally:
    tally = _Tally([], [], [], [], [])
    for exchange in transcript.exchanges:
        if exchange.tag is None:
            continue
        nothing = exchange.tag is Tag.NOTHING
        shown = families_shown(exchange)
        if not shown:
            (tally.calm if nothing else tally.alarms).append(exchange)
        elif nothing:
            tally.missed.append(exchange)
        else:
            (tally.right if Family(exchange.tag) in shown else tally.wrong).append(exchange)
    return tally


def _most(tally: _Tally) -> int:
    """The best score that the anchors leave open: calm moments, families and masked markers."""
    if len(tally.alarms) >= _CALM_TURNS_TO_TELL and not tally.calm and not tally.missed:
        return 2
    masked = [exchange for exchange in tally.shown if exchange.telling.masked]
    seen = [exchange for exchange in masked if exchange not in tally.missed]
    if masked and not seen:
        return 3
    if 3 * len(tally.wrong) > len(tally.right):
        return 3
    return 5 if len(seen) == len(masked) else 4


def _why(tally: _Tally) -> str:
    parts = [f"{len(tally.right)} of {counted(len(tally.shown), 'marker', 'markers')} tagged with the right family"]
    if tally.wrong:
        parts.append(f"{len(tally.wrong)} with another family")
    if tally.missed:
        parts.append(f"{len(tally.missed)} passed without a tag")
    if tally.alarms:
        parts.append(counted(len(tally.alarms), "false alarm", "false alarms"))
    return ", ".join(parts) + "."


def _evidence(transcript: Transcript, exchange: Exchange) -> Evidence:
    name, tag = name_of(transcript), exchange.tag
    shown = families_shown(exchange)
    masked = " behind a mask" if exchange.telling.masked else ""
    if tag is None or tag is Tag.NOTHING:
        if not shown:
            return speaks(exchange, "You tagged nothing, and nothing was there to see.", Counts.CONTEXT)
        return speaks(exchange, f"{did(transcript, exchange)}{masked}; you tagged nothing.", Counts.AGAINST)
    tagged = f"you tagged that {name} {MOVED[Family(tag)]}"
    if not shown:
        return speaks(exchange, f"No marker was shown; {tagged}.", Counts.AGAINST)
    if Family(tag) in shown:
        return speaks(exchange, f"{did(transcript, exchange)}{masked}, and you saw it.", Counts.FOR)
    return speaks(exchange, f"{did(transcript, exchange)}{masked}; {tagged}.", Counts.AGAINST)
