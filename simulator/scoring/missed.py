"""Missed opportunities: turns in which words on offer turned to the rupture and would have been received better."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences import scoring as say
from simulator.patient.reacting import Appraisal
from simulator.patient.reasons import distance_to_repair
from simulator.patient.state import PatientState, Rung
from simulator.scoring.competency import MissedOpportunity, Said
from simulator.scoring.evidence_words import did, move_name
from simulator.scoring.reading import addresses, climbed, in_repair, in_rupture, slipped
from simulator.session.place import Place
from simulator.session.script import Script
from simulator.session.transcript import Exchange, Transcript

_MOST: Final = 5


class _Reception(NamedTuple):
    """How an answer was, or would have been, received; greater is better, the first difference decides."""

    steps: int
    turns_to_it: bool
    fresh: bool
    quality: int
    felt: int

    @property
    def led(self) -> tuple[int, bool]:
        """What makes one answer better than another; the rest only chooses among those as good."""
        return (self.steps, self.turns_to_it)


def missed_opportunities(transcript: Transcript) -> tuple[MissedOpportunity, ...]:
    """At most five, the most costly first: by steps away from repair, then by felt alliance."""
    script = Script(transcript.scenario, transcript.started.difficulty)
    found = [
        (cost, missed)
        for exchange in transcript.exchanges
        # What else was possible under rules of another day is not claimed.
        if exchange.place is not None and _open(exchange)
        for cost, missed in _missed(transcript, exchange, script.like(exchange.place), script)
    ]
    found.sort(key=lambda item: (-item[0][0], -item[0][1], item[1].turn))
    return tuple(missed for _, missed in found[:_MOST])


def _open(exchange: Exchange) -> bool:
    """Whether more could have been done: a rupture not turned to, or a stage of repair neither followed nor used."""
    if climbed(exchange):
        return False
    if in_rupture(exchange):
        return not addresses(exchange)
    if exchange.move is Move.HOLD_SILENCE and not slipped(exchange):
        return False  # leaving room is never lost in a stage of repair
    gained = _felt(exchange.appraisal.state) > _felt(exchange.before)
    return in_repair(exchange) and (slipped(exchange) or not gained)


def _felt(state: PatientState) -> int:
    felt = state.alliance
    return felt.bond + felt.task + felt.goal


def _missed(
    transcript: Transcript, exchange: Exchange, place: Place, script: Script
) -> Iterator[tuple[tuple[int, int], MissedOpportunity]]:
    chosen = _reception(exchange)
    best: tuple[_Reception, int] | None = None
    for position in script.offered(place):
        other = _reception(_instead(exchange, place, position, script.step(place, position).appraisal))
        if other.turns_to_it and (best is None or other > best[0]):
            best = (other, position)
    if best is None or best[0].led <= chosen.led:
        return
    reception, position = best
    response = place.moment.responses[position]
    cost = (reception.steps - chosen.steps, reception.felt - chosen.felt)
    yield cost, MissedOpportunity(exchange.turn, _what(transcript, exchange), exchange.words_of(response), response.id)


def _instead(exchange: Exchange, place: Place, position: int, appraisal: Appraisal) -> Exchange:
    """The same turn with another answer."""
    return exchange._replace(response=place.moment.responses[position], appraisal=appraisal)


def _reception(exchange: Exchange) -> _Reception:
    state = exchange.appraisal.state
    # A quick repair is no model where more was about to be said: it counts as far as a half-said complaint.
    quick = state.reaction is ReactionState.REPAIRED and not state.rungs & Rung.SAID
    reached = ReactionState.QUALIFIED_ASSERTION if quick else state.reaction
    turns_to_it = addresses(exchange) and not is_hindering(exchange.move)
    quality = exchange.quality or 0
    fresh = exchange.move is not Move.OWN_CONTRIBUTION or quality > exchange.before.owned
    return _Reception(-distance_to_repair(reached), turns_to_it, fresh, quality, _felt(state))


def _what(transcript: Transcript, exchange: Exchange) -> Said:
    parted = say.NOT_TAKEN_UP if in_rupture(exchange) else say.NOT_FOLLOWED
    return (did(transcript, exchange), parted(move=move_name(exchange.move)))
