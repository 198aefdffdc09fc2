"""A few conversations that together come to every response of a scenario, for whoever wants to read it instead of every path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.paths import moments_of
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOWHERE, VERDICTS, Layer
from simulator.patient.verdicts import Verdict

MOST: Final = 12
"""So many conversations at most: more nobody reads."""

_LOOKS: Final = 4
"""So often at most one conversation is looked for."""

_ONCE: Final = 60
"""What a response counts for that is said once; so many can be halved, and parted by three, four and five."""

_Step: TypeAlias = tuple[int, int]
"""The number of a moment and the column of a choice."""

Named: TypeAlias = tuple[str, str]
"""A response by the id of its moment and its own."""

_Weights: TypeAlias = NDArray[np.int16]
_Wanted: TypeAlias = NDArray[np.bool_]
"""By moment and choice (column): a response that no conversation has come to yet."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation: its answers by their ids (staying silent is empty), how many are new in it, and how it ends."""

    steps: tuple[str, ...]
    new: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ToRead:
    """Conversations, that with the most new responses first; ``touched`` of the scenario's ``responses`` are in one of them.

    The others by their moments and ids: those that more conversations would come to are ``left``, those to which none
    comes are ``beyond``.
    """

    conversations: tuple[Conversation, ...]
    touched: int
    responses: int
    left: tuple[Named, ...] = ()
    beyond: tuple[Named, ...] = ()


def conversations_to_read(solution: Solution, beat: Callable[[], object] = lambda: None, most: int = MOST) -> ToRead:
    """Choose conversations one after the other, each that which brings most that is new; exact solutions only.

    Responses of the patient's own lines are left out: they are read in the patient's file. ``beat`` is called every now
    and then; what it raises ends the work.
    """
    moments = solution.options.moments
    wanted: _Wanted = np.zeros((len(moments), solution.options.columns), dtype=np.bool_)
    for number, moment in enumerate(moments):
        if not moment.from_bank:
            wanted[number, 1 : 1 + len(moment.responses)] = True
    responses = int(wanted.sum())
    offered = _offered(solution, wanted, beat)
    beyond = _names(solution, wanted & ~offered)
    wanted &= offered
    found: list[Conversation] = []
    while len(found) < most and wanted.any():
        steps, one = _next(solution, wanted, beat)
        if not one.new:
            break
        for step in steps:
            wanted[step] = False
        found.append(one)
    left = _names(solution, wanted)
    return ToRead(tuple(found), responses - len(left) - len(beyond), responses, left, beyond)


def _offered(solution: Solution, wanted: _Wanted, beat: Callable[[], object]) -> _Wanted:
    """The responses that are on offer in some conversation."""
    offered: _Wanted = np.zeros_like(wanted)
    for layer in solution.layers:
        for _, piece in layer.pieces():
            rows, columns = np.nonzero(piece.on_offer)
            offered[moments_of(piece)[rows], columns] = True
            beat()
    return offered


def _names(solution: Solution, these: _Wanted) -> tuple[Named, ...]:
    moments = solution.options.moments
    return tuple((moments[row].id, moments[row].responses[column - 1].id) for row, column in np.argwhere(these))


def _next(solution: Solution, wanted: _Wanted, beat: Callable[[], object]) -> tuple[list[_Step], Conversation]:
    """The conversation that brings most: what one says again and again counts for less when another is looked for."""
    weights = wanted.astype(np.int16) * _ONCE
    best: tuple[list[_Step], Conversation] | None = None
    for _ in range(_LOOKS):
        steps, verdict = _walked(solution, _choices(solution, weights, beat))
        times = Counter(step for step in steps if wanted[step])
        if best is None or len(times) > best[1].new:
            best = steps, Conversation(_named(solution, steps), len(times), verdict)
        if max(times.values(), default=1) == 1:
            break
        for step, count in times.items():
            weights[step] = min(weights[step], _ONCE // count)
    assert best is not None
    return best


def _choices(solution: Solution, weights: _Weights, beat: Callable[[], object]) -> list[NDArray[np.int8]]:
    """Turn by turn the choice, in every state, after which most that is wanted is still to come."""
    chosen: list[NDArray[np.int8]] = []
    after: _Weights = np.zeros(1, dtype=np.int16)
    for layer in reversed(solution.layers):
        best, best_choice = np.empty(layer.size, dtype=np.int16), np.empty(layer.size, dtype=np.int8)
        for rows, piece in layer.pieces():
            gains = _gains(piece, weights, after)
            best[rows], best_choice[rows] = gains.max(axis=1), gains.argmax(axis=1)
            beat()
        chosen.append(best_choice)
        after = best
    return chosen[::-1]


def _gains(piece: Layer, weights: _Weights, after: _Weights) -> _Weights:
    """How much that is wanted each choice brings, with what comes after it; -1 where it is not on offer."""
    columns = piece.next.shape[1]
    brings = weights[moments_of(piece)][:, :columns]
    further = np.where(piece.next != NOWHERE, after[piece.next], 0)
    return np.where(piece.on_offer, brings + further, -1).astype(np.int16)


def _walked(solution: Solution, chosen: list[NDArray[np.int8]]) -> tuple[list[_Step], Verdict]:
    """Go where the choices lead from the start."""
    steps: list[_Step] = []
    row = 0
    for layer, choices in zip(solution.layers, chosen, strict=True):
        column = int(choices[row])
        steps.append((layer.control(row).moment, column))
        following = int(layer.next[row, column])
        if following == NOWHERE:
            return steps, VERDICTS[int(layer.verdict[row, column])]
        row = following
    raise AssertionError("the last turn closes every conversation")


def _named(solution: Solution, steps: list[_Step]) -> tuple[str, ...]:
    moments = solution.options.moments
    return tuple(moments[number].responses[column - 1].id if column else "" for number, column in steps)
