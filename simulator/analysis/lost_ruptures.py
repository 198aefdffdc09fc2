"""Ruptures that no path repairs any more: for ever, or only because too few turns are left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.paths import Rows, Way, in_rupture, moment_of, moments_of, way_to
from simulator.analysis.solve import FAR, Solution, verdicts_in
from simulator.analysis.state_space import NOWHERE
from simulator.analysis.unlimited_hour import UnlimitedHour
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Moment
from simulator.session.place import Place
from simulator.session.script import SILENT, Script

_TRIED_OF_A_MOMENT: Final = 4
"""States of one moment that are followed for ever at most, of those of one turn."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A moment in which a rupture can no longer be repaired, where it is met first, and one way into it.

    ``turns_left`` counts the trainee's turns from there on, that one included; ``endings`` is what can still follow, and
    ``ended_in`` the moments that end it where whatever is said ends it at once.
    """

    moment: Moment
    turn: int
    turns_left: int
    way: Way
    endings: frozenset[Verdict]
    ended_in: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class OutOfTime:
    """The first turn at which a rupture may be met too late, and which part of that turn's rupture states is."""

    turn: int
    share: float


@dataclass(frozen=True, slots=True)
class Searched:
    """The ruptures that are lost for ever, and the earliest turn at which one is out of reach for want of turns alone."""

    lost: tuple[Lost, ...]
    late_from: int | None


def search(solution: Solution, longest: int, beat: Callable[[], object] = lambda: None) -> Searched:
    """The moments in which a rupture becomes beyond repair, the earliest state of each, in order of turns.

    Looked at are states with more turns left than ``longest``, the longest shortest repair of this scenario, takes: later no
    repair is to be expected. Of these, lost is what no path repairs even if the hour had no end; where that is too much to
    try, nothing is claimed. What an author has marked ``beyond-repair`` is left out, and so is what can only lead there.
    There are none where nothing repairs the rupture from the start on.
    """
    found: dict[str, Lost] = {}
    late: list[int] = []
    if solution.start.turns_to_repair is None:
        return Searched((), None)
    total = solution.script.turns
    hour: UnlimitedHour | None = None
    for index, rows in _newly_lost(solution, beat):
        if total - index <= longest:
            break
        beat()
        for row in _some_of_each_moment(solution, index, rows):
            if moment_of(solution, index, row).id in found:
                continue
            way = way_to(solution, index, row)
            # Made only where something has to be asked: its tables take most of a second.
            hour = hour or UnlimitedHour(solution.script, beat)
            match hour.repairs(_place_after(solution.script, way)):
                case True:
                    late.append(index + 1)
                case False:
                    one = _lost(solution, index, row, way)
                    found[one.moment.id] = one
    return Searched(tuple(found.values()), min(late, default=None))


def out_of_time(solution: Solution, searched: Searched, longest: int) -> OutOfTime | None:
    """From which turn on ruptures may be met too late to be repaired; ``None`` if never. ``longest`` as in ``search``."""
    total = solution.script.turns
    for index, (layer, solved) in enumerate(zip(solution.layers, solution.solved, strict=True)):
        ruptures = in_rupture(solution, layer)
        too_late = int((ruptures & (solved.turns >= FAR)).sum())
        if too_late and (total - index <= longest or index + 1 == searched.late_from):
            return OutOfTime(index + 1, too_late / int(ruptures.sum()))
    return None


def _lost(solution: Solution, index: int, row: int, way: Way) -> Lost:
    left = solution.script.turns - index
    endings = verdicts_in(int(solution.solved[index].endings[row]))
    return Lost(moment_of(solution, index, row), index + 1, left, way, endings, _ended_in(solution, index, row))


def _some_of_each_moment(solution: Solution, index: int, rows: NDArray[np.int64]) -> Iterator[int]:
    """The first few of some states of a layer in every moment."""
    tried: Counter[str] = Counter()
    for row in rows.tolist():
        moment = moment_of(solution, index, row).id
        tried[moment] += 1
        if tried[moment] <= _TRIED_OF_A_MOMENT:
            yield row


def _place_after(script: Script, way: Way) -> Place:
    """Where a session stands after a way from its start."""
    place = script.start()
    for said in way:
        step = script.step(place, SILENT) if said.response is None else script.step_of(place, said.response.id)
        assert step.after.place is not None
        place = step.after.place
    return place


def _newly_lost(solution: Solution, beat: Callable[[], object]) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Turn by turn the rupture states that are lost, not meant to be, and entered from one that was not lost."""
    entered: Rows = np.ones(1, dtype=np.bool_)
    for index, (layer, meant) in enumerate(zip(solution.layers, _meant(solution, beat), strict=True)):
        is_lost = solution.solved[index].turns >= FAR
        new = is_lost & entered & ~meant & in_rupture(solution, layer)
        yield index, new.nonzero()[0]
        following = layer.next[~is_lost]
        entered = np.zeros(solution.layers[index + 1].size if index + 1 < len(solution.layers) else 0, dtype=np.bool_)
        entered[following[following != NOWHERE]] = True


def _meant(solution: Solution, beat: Callable[[], object]) -> list[Rows]:
    """For every state whether its author has said that it is beyond repair, or that all that can follow is."""
    marked = np.array([moment.beyond_repair for moment in solution.options.moments])
    found: list[Rows] = []
    after: Rows = np.zeros(0, dtype=np.bool_)
    for layer in reversed(solution.layers):
        beat()
        ends_marked = (layer.ended_in != NOWHERE) & marked[layer.ended_in]
        goes_marked = (layer.next != NOWHERE) & after[layer.next] if len(after) else np.zeros_like(ends_marked)
        nowhere_else = (ends_marked | goes_marked | ~layer.on_offer).all(axis=1)
        after = marked[moments_of(layer)] | nowhere_else
        found.append(after)
    return found[::-1]


def _ended_in(solution: Solution, index: int, row: int) -> tuple[Moment, ...]:
    """The moments that close the session, where all that can be said in a state ends it."""
    layer, moments = solution.layers[index], solution.options.moments
    if (layer.next[row] != NOWHERE).any():
        return ()
    return tuple(moments[n] for n in sorted(set(layer.ended_in[row].tolist()) - {NOWHERE}))
