"""What a term on the screen means, as a hint on it: by the word that scenario files have for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.markers import MARKERS, MarkerEntry
from simulator.alliance.moves import MOVES, MoveEntry
from simulator.alliance.reactions import REACTIONS, ReactionEntry
from simulator.messages.message import Message
from simulator.messages.sentences import terms as say
from simulator.messages.sentences.families import FAMILIES, KINDS
from simulator.messages.sentences.what_was_seen import FELT, SEEN


def meaning_of(code: str) -> Message:
    """The term with its definition; ``KeyError`` for a word that is none."""
    return _meanings()[code]


@cache
def _meanings() -> Mapping[str, Message]:
    # Made at the first look: a start has no time for it.
    return MappingProxyType(
        {
            **{
                code: say.MEANING(label=term.label(), help=term.help()) for code, term in (*SEEN.items(), *FELT.items())
            },
            **{str(move): _of_move(entry) for move, entry in MOVES.items()},
            **{str(n): say.MEANING(label=e.label(), help=e.help()) for n, e in enumerate(OWN_CONTRIBUTION)},
            **{str(marker): _of_marker(entry) for marker, entry in MARKERS.items()},
            **{str(state): _of_state(entry) for state, entry in REACTIONS.items()},
        }
    )


def _of_move(entry: MoveEntry) -> Message:
    return say.MEANING_OF_MOVE(
        label=entry.label(),
        kind=KINDS[entry.kind](),
        help=entry.help(),
        example=entry.example(),
        timing=entry.timing(),
    )


def _of_marker(entry: MarkerEntry) -> Message:
    return say.MEANING_OF_MARKER(
        label=entry.label(),
        family=FAMILIES[entry.family](),
        help=entry.help(),
        example=entry.sounds_like(),
        missed=entry.missed_because(),
    )


def _of_state(entry: ReactionEntry) -> Message:
    return say.MEANING_IN_FAMILY(label=entry.label(), family=FAMILIES[entry.family](), help=entry.help())
