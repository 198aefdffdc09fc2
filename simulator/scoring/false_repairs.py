"""The false-repair detector: turns in which stated agreement was taken for agreement. Compliance is not agreement."""

from __future__ import annotations

from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, family_of
from simulator.messages.message import Message
from simulator.messages.sentences import scoring as say
from simulator.patient.verdicts import Verdict
from simulator.scoring.competency import FalseRepair, Said
from simulator.scoring.evidence_words import did, move_name, name_of
from simulator.scoring.reading import addresses, after, families_shown
from simulator.session.transcript import Exchange, Transcript
from simulator.session.vocabulary import Tag

_ASKS_FOR_A_YES: Final = frozenset({Move.SEEK_AGREEMENT, Move.CHECK_REPAIR, Move.RENEGOTIATE})


def false_repairs(transcript: Transcript) -> tuple[FalseRepair, ...]:
    """The turns in which a yes was taken for a yes, one entry for each, in order."""
    found: dict[int, list[Message]] = {}
    turns = transcript.exchanges
    for place, exchange in enumerate(turns, 1):
        answer = turns[place] if place < len(turns) else None
        says = _taken_as_calm(transcript, exchange) or _taken_as_yes(transcript, exchange, answer)
        if says:
            found[exchange.turn] = [*says]
    closing = transcript.closing
    if turns and closing and not closing.stopped and closing.verdict is Verdict.QUIET_DROP_OUT:
        found.setdefault(turns[-1].turn, []).append(say.CORDIAL_GOODBYE(name=name_of(transcript)))
    return tuple(FalseRepair(turn, tuple(found[turn])) for turn in sorted(found))


def _taken_as_calm(transcript: Transcript, exchange: Exchange) -> Said:
    if exchange.tag is not Tag.NOTHING or Family.DEFERENCE not in families_shown(exchange):
        return ()
    return (did(transcript, exchange), say.TAGGED_NOTHING())


def _taken_as_yes(transcript: Transcript, exchange: Exchange, answer: Exchange | None) -> Said:
    """Asking for a yes and going on from it; turning to the rupture with the next words is not going on."""
    if exchange.move not in _ASKS_FOR_A_YES or family_of(after(exchange)) is not Family.DEFERENCE:
        return ()
    if answer is None and transcript.closing is None:
        return ()
    if answer is not None and addresses(answer):
        return ()
    return (say.TAKEN_FOR_AGREEMENT(move=move_name(exchange.move), name=name_of(transcript)),)
