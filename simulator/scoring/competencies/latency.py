"""Latency: the turns from a rupture's first marker to the first answer that turns to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import counted, did
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, in_rupture, mean_level, not_observed, speaks, stretches
from simulator.session.transcript import Exchange, Transcript

_NEVER: Final = 1
_SLOWEST: Final = 2
_BY_TURNS: Final = {1: 5, 2: 4, 3: 3}


def latency(transcript: Transcript) -> Finding:
    """How soon the trainee's words turned to each rupture, on average."""
    ruptures = stretches(transcript)
    if not ruptures:
        return not_observed("There was no rupture to take up.")
    levels = [_level_after(_turns(rupture)) for rupture in ruptures]
    taken_up = len(levels) - levels.count(_NEVER)
    why = f"{taken_up} of {counted(len(ruptures), 'rupture was', 'ruptures were')} taken up."
    return Finding(mean_level(levels), why, tuple(_evidence(transcript, rupture) for rupture in ruptures))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The level of the soonest answer that can turn to a rupture; no mean is higher."""
    return max((_soonest(turn) for turn in turns if in_rupture(turn.exchange)), default=None)


def _soonest(turn: PossibleTurn) -> int:
    return _level_after(turn.strained_for if addresses(turn.exchange) else None)


def _turns(rupture: tuple[Exchange, ...]) -> int | None:
    return next((number for number, exchange in enumerate(rupture, 1) if addresses(exchange)), None)


def _level_after(turns: int | None) -> int:
    return _NEVER if turns is None else _BY_TURNS.get(turns, _SLOWEST)


def _evidence(transcript: Transcript, rupture: tuple[Exchange, ...]) -> Evidence:
    first, turns = rupture[0], _turns(rupture)
    if turns is None:
        lasted = counted(len(rupture), "turn", "turns")
        return speaks(first, f"{did(transcript, first)}; in {lasted} no answer turned to it.", Counts.AGAINST)
    answer = rupture[turns - 1]
    if turns == 1:
        return speaks(answer, f"{did(transcript, first)}, and your next words turned to it.", Counts.FOR)
    later = counted(turns - 1, "turn", "turns")
    says = f"{did(transcript, first)} at turn {first.turn}; your words turned to it {later} later."
    return speaks(answer, says, Counts.FOR if turns == 2 else Counts.AGAINST)
