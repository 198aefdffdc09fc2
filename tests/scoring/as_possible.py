"""A played session as possible turns: what happened once can happen."""

from __future__ import annotations

from dataclasses import replace

from simulator.patient.gauges import Alliance
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import in_rupture, under_pressure
from simulator.session.transcript import Transcript


def turns_of(transcript: Transcript) -> list[PossibleTurn]:
    """The turns of one session as possible turns: what happened once can happen."""
    turns: list[PossibleTurn] = []
    strained, since = 0, -1
    cause = transcript.scenario.cause
    begin = total(transcript.begin.alliance)
    for exchange in transcript.exchanges:
        strained = strained + 1 if in_rupture(exchange) else 0
        since = since + 1 if since >= 0 else 0 if under_pressure(exchange) else -1
        gained = total(exchange.appraisal.state.alliance) - begin
        markers = frozenset(exchange.telling.markers)
        turns.append(PossibleTurn(exchange, markers, cause, None, strained, (since, since), (gained, gained)))
    closing = transcript.closing
    if turns and closing and not closing.stopped:
        turns[-1] = replace(turns[-1], closes=closing.verdict)
    return turns


def total(alliance: Alliance) -> int:
    return alliance.bond + alliance.task + alliance.goal
