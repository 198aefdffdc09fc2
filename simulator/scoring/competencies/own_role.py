"""Own role: the best quality of owning one's contribution, and the traps around it that are no owning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.moves import Move
from simulator.patient.state import Rung
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did, name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, first_episode, in_order, not_observed, owns, speaks, under_pressure
from simulator.session.transcript import Exchange, Transcript

_UNNAMED: Final = 1
_BEST: Final = 4
_SOON: Final = 3
_TAKES_BACK: Final = {
    Move.OVER_APOLOGISE: "the apology went on beyond what was owned",
    Move.DEFEND_JUSTIFY: "it was taken back by justifying",
    Move.BLAME_INTERPRET: "it was taken back by blaming",
}
_ASKS_BACK: Final = (Move.SEEK_AGREEMENT, Move.CHECK_REPAIR, Move.REASSURE_EARLY)
_SAYS: Final = (
    "You spoke of your part without owning any of it.",
    "Your apology was conditional: sorry if something was felt.",
    "You owned your part in general terms.",
    "You named what you did.",
    "You named what you did and what it may have done to {name}.",
)


def own_role(transcript: Transcript) -> Finding:
    """The best ownership before the first repair or parting; repetition and later excess take the last point away."""
    episode = first_episode(transcript)
    early = _without_cause(transcript, episode)
    if not episode:
        return not_observed("There was no rupture with a part of yours in it.", tuple(early))
    owned = [exchange for exchange in episode if _spoken(exchange)]
    name = name_of(transcript)
    evidence = [*early, *(_evidence(exchange, name) for exchange in owned)]
    if not owned:
        return Finding(_UNNAMED, "Your part was not named.", in_order([*early, *_unnamed(transcript, episode)]))
    best = max(owned, key=lambda exchange: (exchange.quality or 0, -exchange.turn))
    score = _worth(best)
    why = _SAYS[best.quality or 0].format(name=name)
    if score > _BEST:
        flaws = _flaws(episode, best)
        evidence += [item for _, item in flaws if item]
        if flaws:
            score, why = _BEST, f"{why[:-1]}; but {flaws[0][0]}."
    return Finding(score, why, in_order(evidence))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """What the best ownership on offer before the first repair is worth; every later flaw can be avoided by silence."""
    return max((_best_of(turn) for turn in turns if _before_repair(turn.exchange)), default=None)


def _best_of(turn: PossibleTurn) -> int:
    if not _spoken(turn.exchange):
        return _UNNAMED
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
        speaks(exchange, "You apologised where nothing had been done.", Counts.CONTEXT)
        for exchange in transcript.exchanges
        if exchange.turn < until and exchange.move in apologies
    ]


def _unnamed(transcript: Transcript, episode: tuple[Exchange, ...]) -> list[Evidence]:
    says = f"{did(transcript, episode[0])}; your part in it was not named, then or later."
    sorry = "You were very sorry, without naming what you did."
    return [
        speaks(episode[0], says, Counts.AGAINST),
        *(speaks(x, sorry, Counts.AGAINST) for x in episode if x.move is Move.OVER_APOLOGISE),
    ]


def _spoken(exchange: Exchange) -> bool:
    """An own contribution that was heard at all; the third in a row is heard as pressing on."""
    return exchange.move is Move.OWN_CONTRIBUTION and exchange.appraisal.played is not Move.PRESS_ON


def _evidence(exchange: Exchange, name: str) -> Evidence:
    quality = exchange.quality or 0
    counts = Counts.FOR if owns(exchange) else Counts.CONTEXT if quality == 2 else Counts.AGAINST
    return speaks(exchange, _SAYS[quality].format(name=name), counts)


def _flaws(episode: tuple[Exchange, ...], best: Exchange) -> list[tuple[str, Evidence | None]]:
    """What keeps the best ownership from the highest score, with the turn that shows it."""
    flaws: list[tuple[str, Evidence | None]] = []
    if best.turn - episode[0].turn >= _SOON:
        flaws.append((f"it came at turn {best.turn}, with the rupture there since turn {episode[0].turn}", None))
    strained_again = best.appraisal.rupture
    for exchange in episode:
        if exchange.turn <= best.turn:
            continue
        flaw = _flaw(exchange, best, strained_again)
        if flaw:
            flaws.append((flaw, speaks(exchange, f"After you had owned your part, {flaw}.", Counts.AGAINST)))
        strained_again = strained_again or exchange.appraisal.rupture
    return flaws


def _flaw(exchange: Exchange, best: Exchange, strained_again: bool) -> str:
    if exchange.move in _TAKES_BACK:
        return _TAKES_BACK[exchange.move]
    if exchange.move in _ASKS_BACK and exchange.turn == best.turn + 1 and not addresses(exchange):
        return "the next words asked for it to be all right again"
    if exchange.move is Move.OWN_CONTRIBUTION and not strained_again:
        return "it was said again without a new cause"
    return ""
