"""Own role: the best quality of owning one's contribution, and the traps around it that are no owning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.patient.state import Rung
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did, name_of
from simulator.scoring.possible import PossibleTurn, can_be_left_undone
from simulator.scoring.reading import first_episode, in_order, owns, speaks, under_pressure
from simulator.scoring.standings import did_not_come_up, had_time, not_done, not_reached, scored
from simulator.session.transcript import Exchange, Transcript

_UNNAMED: Final = 1
_BEST: Final = 4
_SOON: Final = 3
_IN_GENERAL: Final = 2
_TAKES_BACK: Final[Mapping[Move, Sentence]] = {
    Move.OVER_APOLOGISE: say.TOO_SORRY,
    Move.DEFEND_JUSTIFY: say.TAKEN_BACK_JUSTIFYING,
    Move.BLAME_INTERPRET: say.TAKEN_BACK_BLAMING,
}
_STILL_UNSAID: Final = frozenset({ReactionState.REPAIRED, ReactionState.SELF_ASSERTION, ReactionState.VULNERABILITY})
"""States in which checking the repair asks for what is still unsaid; elsewhere it asks for "all fine"."""

_SAYS: Final = (say.OWNED_NONE, say.OWNED_IF, say.OWNED_IN_GENERAL, say.OWNED_ACT, say.OWNED_EFFECT)


class _Flaw(NamedTuple):
    """What keeps the best ownership from the highest score, and the turn that shows it, if one does."""

    what: Message
    shown: Exchange | None


def own_role(transcript: Transcript) -> Finding:
    """The best ownership before the first repair or parting; repetition and later excess take the last point away."""
    episode = first_episode(transcript)
    early = _without_cause(transcript, episode)
    if not episode:
        return did_not_come_up(say.NO_PART(), tuple(early))
    owned = [exchange for exchange in episode if _spoken(exchange)]
    if not owned:
        if not had_time(transcript, episode):
            return not_reached((say.PART_UNNAMED(), say.NO_TIME()), tuple(early))
        return not_done((say.PART_UNNAMED(),), in_order([*early, *_unnamed(transcript, episode)]))
    best = max(owned, key=lambda exchange: (exchange.quality or 0, -exchange.turn))
    evidence = [*early, *(_evidence(exchange, name_of(transcript)) for exchange in owned)]
    flaws = list(_flaws(transcript, episode, best)) if _worth(best) > _BEST else []
    evidence += [_seen(flaw, flaw.shown, best) for flaw in flaws if flaw.shown is not None]
    why = (_owned(best, name_of(transcript)), *(flaw.what for flaw in flaws[:1]))
    rule = (rules.OWN_ROLE(), *((rules.OWN_ROLE_FLAWED(),) if flaws else ()))
    return scored(_BEST if flaws else _worth(best), why, in_order(evidence), rule=rule)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """What the best ownership on offer before the first repair is worth; every later flaw can be avoided by silence."""
    before = [turn for turn in turns if _before_repair(turn.exchange)]
    levels = [_best_of(turn) for turn in before if _spoken(turn.exchange)]
    levels += [_UNNAMED for turn in before if can_be_left_undone(turn)]
    return max(levels, default=None)


def _best_of(turn: PossibleTurn) -> int:
    soonest, _ = turn.pressed_since
    return min(_worth(turn.exchange), _BEST) if soonest >= _SOON else _worth(turn.exchange)


def _before_repair(exchange: Exchange) -> bool:
    """Whether a turn can belong to the first episode; a repair that was reached stays among the rungs."""
    return under_pressure(exchange) and not exchange.before.rungs & Rung.REPAIRED


def _worth(exchange: Exchange) -> int:
    return 1 + (exchange.quality or 0)


def _without_cause(transcript: Transcript, episode: tuple[Exchange, ...]) -> list[Evidence]:
    """Apologies before anything had happened: seen, and worth nothing."""
    until = episode[0].turn if episode else len(transcript.exchanges) + 1
    apologies = (Move.OWN_CONTRIBUTION, Move.OVER_APOLOGISE)
    return [
        speaks(exchange, Counts.CONTEXT, say.SORRY_UNCALLED())
        for exchange in transcript.exchanges
        if exchange.turn < until and exchange.move in apologies
    ]


def _unnamed(transcript: Transcript, episode: tuple[Exchange, ...]) -> Iterator[Evidence]:
    yield speaks(episode[0], Counts.AGAINST, did(transcript, episode[0]), say.PART_UNNAMED())
    for exchange in episode:
        if exchange.move is Move.OVER_APOLOGISE:
            yield speaks(exchange, Counts.AGAINST, say.SORRY_WITHOUT())


def _spoken(exchange: Exchange) -> bool:
    """An own contribution that was heard at all; the third in a row is heard as pressing on."""
    return exchange.move is Move.OWN_CONTRIBUTION and exchange.appraisal.played is not Move.PRESS_ON


def _owned(exchange: Exchange, name: str) -> Message:
    sentence = _SAYS[exchange.quality or 0]
    return sentence(name=name) if sentence.names else sentence()


def _evidence(exchange: Exchange, name: str) -> Evidence:
    general = exchange.quality == _IN_GENERAL
    counts = Counts.FOR if owns(exchange) else Counts.CONTEXT if general else Counts.AGAINST
    return speaks(exchange, counts, _owned(exchange, name))


def _seen(flaw: _Flaw, shown: Exchange, best: Exchange) -> Evidence:
    return speaks(shown, Counts.AGAINST, say.OWNED_THEN(turn=best.turn), flaw.what)


def _flaws(transcript: Transcript, episode: tuple[Exchange, ...], best: Exchange) -> Iterator[_Flaw]:
    """What came too late, was taken back, said again, or followed by asking to be told that all is well."""
    if best.turn - episode[0].turn >= _SOON:
        yield _Flaw(say.OWNED_LATE(turn=best.turn, since=episode[0].turn), None)
    strained_again = best.appraisal.rupture
    for exchange in transcript.exchanges:
        if exchange.turn <= best.turn:
            continue
        what = _asks_back(exchange, best)
        if what is None and exchange in episode:
            what = _takes_back(exchange, strained_again=strained_again)
        if what is not None:
            yield _Flaw(what, exchange)
        strained_again = strained_again or exchange.appraisal.rupture


def _asks_back(exchange: Exchange, best: Exchange) -> Message | None:
    """Asking for it to be all right again costs the point whenever it comes; soothing at once does too."""
    if exchange.move is Move.REASSURE_EARLY and exchange.turn == best.turn + 1:
        return say.SMOOTHED_OVER()
    asks_for_calm = exchange.move is Move.CHECK_REPAIR and exchange.before.reaction not in _STILL_UNSAID
    return say.ASKED_ALL_WELL() if asks_for_calm or exchange.move is Move.SEEK_AGREEMENT else None


def _takes_back(exchange: Exchange, *, strained_again: bool) -> Message | None:
    if exchange.move in _TAKES_BACK:
        return _TAKES_BACK[exchange.move]()
    if exchange.move is Move.OWN_CONTRIBUTION and not strained_again:
        return say.OWNED_AGAIN()
    return None
