"""Rule 14: a conversation does not go in circles. Who ends a turn in the same rupture state again and again goes deeper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from simulator.alliance.reactions import Family, ReactionState, family_of, is_rupture
from simulator.patient.act import Act
from simulator.patient.gate import OWNED_OPENS_GATE
from simulator.patient.state import NOWHERE_YET, Disposition, Dwelt, PatientState

_S = ReactionState
STATES_OF: Final[Mapping[Family, tuple[ReactionState, ...]]] = MappingProxyType(
    {
        Family.WITHDRAWAL: (_S.MINIMAL, _S.AVOIDING, _S.SHUT_DOWN),
        Family.DEFERENCE: (_S.COMPLYING, _S.APPEASING),
        Family.CONFRONTATION: (_S.COMPLAINT, _S.REJECTING, _S.PRESSURE),
        Family.MIXED: (_S.MIXED,),
    }
)
"""The states of each family of rupture, each deeper than the one before."""

_POSITION: Final = {state: i for states in STATES_OF.values() for i, state in enumerate(states)}
_OUT_OF_MIXED: Final = {
    Family.WITHDRAWAL: _S.AVOIDING,
    Family.DEFERENCE: _S.APPEASING,
    Family.CONFRONTATION: _S.REJECTING,
}
_DEEPEST: Final = frozenset({_S.SHUT_DOWN, _S.APPEASING, _S.PRESSURE})
_TIMES: Final = 3
"""How often a turn ends in a state until the patient goes deeper, from level 2 on; level 1 waits one turn longer."""


class Circling(NamedTuple):
    """Where a turn ends once rule 14 was asked: in ``target``, ``pushed`` there by it; ``ends`` if it would end the hour."""

    target: ReactionState
    dwelt: Dwelt
    pushed: bool = False
    ends: bool = False


def circling(
    state: PatientState, target: ReactionState, act: Act, disposition: Disposition, *, fixed: bool
) -> Circling:
    """What rule 14 makes of a turn that would end in ``target``; an author's ``fixed`` target is counted and not changed."""
    if not is_rupture(target):
        return Circling(target, NOWHERE_YET)
    dwelt = _so_far(state, target)
    if _owns_anew(state, act):
        return Circling(target, dwelt)
    times, pushed = times_at(disposition.difficulty), False
    while not fixed and target not in _DEEPEST and dwelt[_POSITION[target]] + 1 >= times:
        target, pushed = _deeper(target, state.origin), True
        dwelt = _so_far(state, target)
    ends = target in _DEEPEST and dwelt[_POSITION[target]] >= times
    return Circling(target, _counted(dwelt, target, times), pushed, ends)


def times_at(level: int) -> int:
    """How often a turn can end in the same rupture state until the patient goes one step deeper."""
    return _TIMES + (level == 1)


@cache
def deeper_from(state: ReactionState) -> frozenset[ReactionState]:
    """Every state to which rule 14 can take a patient whose turns end in this one again and again."""
    if family_of(state) is Family.MIXED:
        return frozenset(_OUT_OF_MIXED.values())
    return frozenset(STATES_OF[family_of(state)][_POSITION[state] + 1 :]) if is_rupture(state) else frozenset()


def is_stuck(state: PatientState, level: int) -> bool:
    """Whether rule 14 is one turn away: one more turn that ends in this state takes the patient deeper, or ends the hour."""
    if not is_rupture(state.reaction):
        return False
    return state.dwelt[_POSITION[state.reaction]] + 1 >= times_at(level) + (state.reaction in _DEEPEST)


def ended_in(state: PatientState, target: ReactionState, level: int) -> Dwelt:
    """The count once a turn has ended in a rupture state whatever rule 14 says."""
    return _counted(_so_far(state, target), target, times_at(level))


def _so_far(state: PatientState, target: ReactionState) -> Dwelt:
    """The turns that count with one that ends in ``target``: those of the same family, with nothing in between."""
    return state.dwelt if family_of(state.reaction) is family_of(target) else NOWHERE_YET


def _owns_anew(state: PatientState, act: Act) -> bool:
    """Whether the turn names the own part better than ever before: that is no circle."""
    return act.owning >= OWNED_OPENS_GATE and act.owning > state.owned


def _deeper(state: ReactionState, origin: Family) -> ReactionState:
    family = family_of(state)
    return _OUT_OF_MIXED[origin] if family is Family.MIXED else STATES_OF[family][_POSITION[state] + 1]


def _counted(dwelt: Dwelt, target: ReactionState, times: int) -> Dwelt:
    """One more turn in a state; what is beyond the count that something depends on is not counted."""
    most = times if target in _DEEPEST else times - 1
    counts = [min(count + 1, most) if i == _POSITION[target] else count for i, count in enumerate(dwelt)]
    return (counts[0], counts[1], counts[2])
