"""How often a moment can come in one session at most: the longest path through a solved scenario, counted by its visits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.paths import moments_of
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOWHERE, Layer

Counts: TypeAlias = NDArray[np.uint8]
"""For every state (row) and some moments (columns) how often each moment can still come, this state's own included."""

_AT_ONCE: Final = 64
"""So many moments are counted together at most: more are no quicker."""

_ROOM: Final = 1 << 25
"""Bytes that the counts of one layer may take."""


def visit_bounds(
    solution: Solution, beat: Callable[[], object] = lambda: None, *, at_once: int = _AT_ONCE, room: int = _ROOM
) -> Mapping[str, int]:
    """The most visits of each moment (and line of the patient's bank) on any path of an exact solution, by its id.

    ``at_once`` moments are counted together, fewer where the counts of a layer would take more than ``room`` bytes.
    ``beat`` is called every now and then; what it raises ends the work.
    """
    moments = solution.options.moments
    # A moment that ends the session comes once at most; it is met as what a choice closes in.
    found = np.zeros(len(moments), dtype=np.uint8)
    for layer in solution.layers:
        found[layer.ended_in[layer.ended_in != NOWHERE]] = 1
    met = np.unique(np.concatenate([layer.moments for layer in solution.layers]))
    together_at_most = max(1, min(at_once, room // max(layer.size for layer in solution.layers)))
    for start in range(0, len(met), together_at_most):
        together = met[start : start + together_at_most].astype(np.int64)
        found[together] = _counted(solution, together, beat)
    return {moment.id: int(count) for moment, count in zip(moments, found, strict=True)}


def _counted(solution: Solution, together: NDArray[np.int64], beat: Callable[[], object]) -> Counts:
    """The most visits of some moments from the start on."""
    column = np.full(len(solution.options.moments), NOWHERE)
    column[together] = np.arange(len(together))
    after = np.zeros((0, len(together)), dtype=np.uint8)
    for layer in reversed(solution.layers):
        after = _before(layer, after, column)
        beat()
    return np.asarray(after[0])


def _before(layer: Layer, after: Counts, column: NDArray[np.int64]) -> Counts:
    """The counts of a layer from those of the next: the best that any choice leads to, and the state's own moment."""
    here = np.zeros((layer.size, after.shape[1]), dtype=np.uint8)
    for choice in range(layer.next.shape[1]):
        following = layer.next[:, choice]
        rows = np.flatnonzero(following != NOWHERE)
        if len(rows):
            here[rows] = np.maximum(here[rows], after[following[rows]])
    own = column[moments_of(layer)]
    rows = np.flatnonzero(own != NOWHERE)
    here[rows, own[rows]] += 1
    return here
