"""Which reasons are opposite to each other: codes of which no two are told of one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from simulator.patient.reasons import CELL, Direction, Why

_GRAPH: Final = frozenset({*Direction, CELL, Why.REPAIR_HOLDS})
"""The reaction graph's own sentence about the move."""

_LET_IN: Final = frozenset({Why.GATE_OPEN_OWNED, Why.GATE_OPEN_TRUST, Why.INVITED})
_EASED: Final = frozenset({Why.EASED_ONLY, Why.EASED_ONLY_FIRST})
_HARMLESS: Final = frozenset({Why.HARMLESS_OWNED, Why.HARMLESS_TRUST})
_NOT_LET_IN: Final = frozenset({Why.GATE_CLOSED, Why.GATE_CLOSED_STILL, Why.GATE_CLOSED_FIRST, Why.UNINVITED})
_HINGES: Final = _LET_IN | _EASED | _HARMLESS | _NOT_LET_IN | {Why.UNINVITED_HOLDS}
"""What a gate or an invitation had to do with it."""

_OVERRIDES: Final = frozenset({Why.CAUSE_REMEDIED, Why.PARTING_TOO_SOON, Why.LATE_SLIP})
_STAYS: Final = frozenset({Direction.HOLDS, Why.REPAIR_HOLDS})
_STRAINS: Final = frozenset({Direction.SLIPS, Why.SECONDARY, Why.STRAINED_AGAIN, Why.DROPPED_OUT, Why.WORN_OUT})
_OWNED_THINLY: Final = frozenset({Why.OWNED_NOT, Why.OWNED_VAGUELY, Why.OWNED_VAGUELY_NOW})
_TOO_OFTEN: Final = frozenset({Why.TOO_OFTEN, Why.SILENT_TOO_OFTEN})

_SIDES: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = (
    # Towards repair, no step at all, away from repair.
    (frozenset({Direction.OPENS}), _STAYS | _STRAINS | _NOT_LET_IN | _HARMLESS | {Why.UNINVITED_HOLDS}),
    (_STAYS, _STRAINS | _LET_IN | _EASED | {Why.UNINVITED}),
    (_LET_IN | _EASED, _STRAINS | _HARMLESS | _NOT_LET_IN | {Why.UNINVITED_HOLDS}),
    (_HARMLESS | {Why.UNINVITED_HOLDS}, _STRAINS),
    (_HARMLESS, _NOT_LET_IN | {Why.CIRCLED}),
    (frozenset({Why.INVITED}), frozenset({Why.UNINVITED, Why.UNINVITED_HOLDS})),
    # A rule that is stronger than the cell of the graph.
    (frozenset({Why.CAUSE_REMEDIED}), _STAYS | _STRAINS | _EASED | _HARMLESS | _NOT_LET_IN | {Why.UNINVITED_HOLDS}),
    (frozenset({Why.PARTING_TOO_SOON}), _LET_IN | {Direction.OPENS}),
    (frozenset({Why.LATE_SLIP}), _GRAPH | _HINGES | {Why.CAUSE_REMEDIED}),
    (frozenset({Why.FORGIVEN, Why.UNOWNED}), _GRAPH | _HINGES | {Why.CAUSE_REMEDIED}),
    (frozenset({Why.STUCK}), _GRAPH | _HINGES | _STRAINS),
    (frozenset({Why.SIGN_PASSED, Why.SIGN_HEARD}), frozenset({Why.SIGN_GIVEN})),
    (frozenset({Why.SIGN_PASSED}), frozenset({Why.SIGN_HEARD, Why.FORGIVEN})),
    (frozenset({Why.SIGN_GIVEN}), _STAYS),
    (frozenset({Why.WORN_OUT}), frozenset({Why.DROPPED_OUT})),
    # One move is heard in one way, and strains things in one way.
    (_OWNED_THINLY, _TOO_OFTEN),
    (frozenset({Why.OWNED_NOT}), frozenset({Why.OWNED_VAGUELY, Why.OWNED_VAGUELY_NOW})),
    (frozenset({Why.OWNED_VAGUELY}), frozenset({Why.OWNED_VAGUELY_NOW, Why.GATE_OPEN_OWNED, Why.HARMLESS_OWNED})),
    (frozenset({Why.TOO_OFTEN}), frozenset({Why.SILENT_TOO_OFTEN})),
    (frozenset({Why.SECONDARY}), frozenset({Why.STRAINED_AGAIN})),
    # Where the author decides, the graph does not.
    (frozenset({Why.SCRIPT}), _GRAPH | _HINGES | _OVERRIDES | {Why.FORGIVEN, Why.UNOWNED, Why.STUCK}),
)

OPPOSITES: Final = frozenset(frozenset({one, other}) for ones, others in _SIDES for one in ones for other in others)
"""Pairs of codes whose sentences cannot both be true of one step, or each of which says what alone decided it."""


def without_opposites(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes, the weakest first, less those that a stronger one is opposite to; whoever decided the step is told first."""
    told: list[str] = []
    for code in codes:
        told = [known for known in told if frozenset((known, code)) not in OPPOSITES]
        told.append(code)
    told.sort(key=lambda code: code not in _GRAPH and code != Why.SCRIPT)
    return tuple(told)


def beside_the_author(why: Sequence[str]) -> tuple[str, ...]:
    """The codes that can be told beside an author's own reason for what follows, which takes the place of the graph's."""
    return tuple(code for code in why if code != Why.SCRIPT and frozenset((code, Why.SCRIPT)) not in OPPOSITES)
