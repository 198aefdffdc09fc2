"""Non-defensiveness: the share of justifying, blaming and soothing among the answers under pressure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.patient.verdicts import Verdict
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did, move_name
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, in_order, in_rupture, speaks, under_pressure
from simulator.scoring.standings import TURNS_TO_ANSWER, did_not_come_up, left, not_reached, scored
from simulator.session.transcript import Exchange, Transcript

_DEFENSIVE: Final = frozenset({Move.DEFEND_JUSTIFY, Move.BLAME_INTERPRET, Move.REASSURE_EARLY})
_STEADY: Final = 5
_RECOVERED: Final = 4
_SOME: Final = 3
_BY_ANOTHER_WAY: Final = 3
"""The most there is where half of the answers under pressure defended or left it by another way out."""

_MANY: Final = 30
_MOST: Final = 50
"""Per cent of the answers above which defending is a 2 (many), and a 1 (most)."""

_TO_COME_BACK: Final = 2
"""In so many turns after it a slip can be recovered from."""

_HARD: Final = (ReactionState.REJECTING, ReactionState.PRESSURE)


def non_defensiveness(transcript: Transcript) -> Finding:
    """How often an answer under pressure defended; thin apologies that are heard as soothing count too."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if not turns:
        return did_not_come_up(say.NO_PRESSURE())
    if len(turns) < TURNS_TO_ANSWER and not left(transcript):
        return not_reached((say.NO_TIME(),))
    slips = [exchange for exchange in turns if _slips(exchange)]
    exits = [exchange for exchange in turns if not _slips(exchange) and _leaves(exchange)]
    score = _score(turns, slips)
    share = round(100 * len(slips) / len(turns))
    rule = [rules.DEFENDED(slips=len(slips), count=len(turns), share=share)]
    why = [say.DEFENDED(slips=len(slips), count=len(turns))]
    if score > _BY_ANOTHER_WAY and 2 * (len(slips) + len(exits)) >= len(turns):
        score = _BY_ANOTHER_WAY
        rule.append(rules.HALF_LEFT())
    if exits:
        why.append(say.OTHER_EXITS(count=len(exits)))
    steady = [exchange for exchange in turns if exchange not in slips and exchange not in exits]
    shown = _telling(steady)
    if len(shown) < len(steady):
        why.append(say.STAYED_OPEN(count=len(steady), shown=len(shown)))
    evidence = in_order(_evidence(transcript, slips, exits, shown))
    return scored(score, tuple(why), evidence, rule=tuple(rule))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The highest score wherever an answer under pressure can be steady; silence, at least, never defends."""
    pressed = [turn for turn in turns if under_pressure(turn.exchange)]
    if not any(turn.pressed_since[1] >= TURNS_TO_ANSWER - 1 or turn.closes is Verdict.LEFT for turn in pressed):
        return None
    steady = any(not _slips(turn.exchange) and not _leaves(turn.exchange) for turn in pressed)
    return _STEADY if steady else _BY_ANOTHER_WAY


def _slips(exchange: Exchange) -> bool:
    return exchange.appraisal.played in _DEFENSIVE


def _leaves(exchange: Exchange) -> bool:
    """Another way out of the pressure than defending: collapsing, insisting, retreating, silence that nobody invited."""
    silent = exchange.appraisal.played is Move.HOLD_SILENCE and in_rupture(exchange)
    return is_hindering(exchange.appraisal.played) or (silent and not addresses(exchange))


def _score(turns: list[Exchange], slips: list[Exchange]) -> int:
    if not slips:
        return _STEADY
    if len(slips) == 1 and len(turns) > TURNS_TO_ANSWER and _recovered(turns, slips[0]):
        return _RECOVERED
    # Unrounded: four of thirteen are more than 30 %.
    share = 100 * len(slips)
    return 1 if share > _MOST * len(turns) else 2 if share > _MANY * len(turns) else _SOME


def _recovered(turns: list[Exchange], slip: Exchange) -> bool:
    return any(addresses(exchange) for exchange in turns if slip.turn < exchange.turn <= slip.turn + _TO_COME_BACK)


def _telling(steady: list[Exchange]) -> list[Exchange]:
    """The steady answers that say most: those under attack, else the first."""
    return [exchange for exchange in steady if exchange.before.reaction in _HARD] or steady[:1]


def _evidence(
    transcript: Transcript, slips: list[Exchange], exits: list[Exchange], steady: list[Exchange]
) -> Iterator[Evidence]:
    for exchange in slips:
        said, heard = move_name(exchange.move), exchange.appraisal.played
        as_said = heard is exchange.move
        how = say.SLIPPED(move=said) if as_said else say.HEARD_AS(move=said, heard=move_name(heard))
        yield speaks(exchange, Counts.AGAINST, did(transcript, exchange), how)
    for exchange in exits:
        out = say.OTHER_WAY_OUT(move=move_name(exchange.move))
        yield speaks(exchange, Counts.CONTEXT, did(transcript, exchange), out)
    for exchange in steady:
        yield speaks(exchange, Counts.FOR, did(transcript, exchange), say.DID_NOT_DEFEND())
