"""Ruptures that can no longer be repaired: where the way back is closed although there would be time for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from simulator.analysis.paths import Rows, Way, in_rupture, moment_of, moments_of, way_to
from simulator.analysis.proofs.proved import Proved, named, turns
from simulator.analysis.solve import FAR, GOOD_VERDICTS, Solution, verdicts_in
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE
from simulator.patient.verdicts import Verdict
from simulator.scenario.checks.text_comparison import listed
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import BANK_PREFIX, Moment
from simulator.scenario.span import Span


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


def lost(solution: Solution, longest: int) -> tuple[Lost, ...]:
    """The moments in which a rupture becomes beyond repair with time left, the earliest state of each, in order of turns.

    Time is left where more turns are than ``longest``, the longest shortest repair of this scenario, takes. What an author has marked
    ``beyond-repair`` is left out, and so is what can only lead there. There are none where nothing repairs the rupture from
    the start on.
    """
    found: dict[str, Lost] = {}
    if solution.start.turns_to_repair is None:
        return ()
    total = solution.script.turns
    for index, rows in _newly_lost(solution):
        left = total - index
        if left <= longest:
            break
        for row in rows.tolist():
            moment = moment_of(solution, index, row)
            if moment.id not in found:
                endings = verdicts_in(int(solution.solved[index].endings[row]))
                closing = _ended_in(solution, index, row)
                found[moment.id] = Lost(moment, index + 1, left, way_to(solution, index, row), endings, closing)
    return tuple(found.values())


def out_of_time(solution: Solution, longest: int) -> OutOfTime | None:
    """From which turn on ruptures may be met too late to be repaired; ``None`` if never. ``longest`` as in ``lost``."""
    total = solution.script.turns
    for index, (layer, solved) in enumerate(zip(solution.layers, solution.solved, strict=True)):
        ruptures = in_rupture(solution, layer)
        too_late = int((ruptures & (solved.turns >= FAR)).sum())
        if too_late and total - index <= longest:
            return OutOfTime(index + 1, too_late / int(ruptures.sum()))
    return None


def _newly_lost(solution: Solution) -> Iterator[tuple[int, np.ndarray[tuple[int, ...], np.dtype[np.int64]]]]:
    """Turn by turn the rupture states that are lost, not meant to be, and entered from one that was not lost."""
    entered: Rows = np.ones(1, dtype=np.bool_)
    for index, (layer, meant) in enumerate(zip(solution.layers, _meant(solution), strict=True)):
        is_lost = solution.solved[index].turns >= FAR
        new = is_lost & entered & ~meant & in_rupture(solution, layer)
        yield index, new.nonzero()[0]
        following = layer.next[~is_lost]
        entered = np.zeros(solution.layers[index + 1].size if index + 1 < len(solution.layers) else 0, dtype=np.bool_)
        entered[following[following != NOWHERE]] = True


def _meant(solution: Solution) -> list[Rows]:
    """For every state whether its author has said that it is beyond repair, or that all that can follow is."""
    marked = np.array([moment.beyond_repair for moment in solution.options.moments])
    found: list[Rows] = []
    after: Rows = np.zeros(0, dtype=np.bool_)
    for layer in reversed(solution.layers):
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


def rupture_stays(proved: Proved) -> Iterator[Diagnostic]:
    """Moments in which the rupture can no longer be repaired, with one way into each."""
    longest = turns(proved.longest_repair)
    for one in lost(proved.solution, proved.longest_repair):
        yield PROOFS["601"].at(
            _span(proved, one),
            place=_place(one.moment),
            left=turns(one.turns_left),
            longest=longest,
            endings=listed([f"“{verdict}”" for verdict in Verdict if verdict in one.endings], "or"),
            path=named(one.way),
            advice=_advice(one),
        )


def only_silence_leads_out(proved: Proved) -> Iterator[Diagnostic]:
    """Moments of the scenario in which every response gives the repair away, and staying silent does not."""
    solution, told = proved.solution, set[str]()
    total = solution.script.turns
    for index, (layer, solved) in enumerate(zip(solution.layers, solution.solved, strict=True)):
        if total - index <= proved.longest_repair or index + 1 == len(solution.layers):
            return
        after = solution.solved[index + 1].turns < FAR
        goes_on = (layer.next != NOWHERE) & after[layer.next]
        ends_well = (layer.value != NOT_OFFERED) & GOOD_VERDICTS[layer.verdict]
        spoken = (goes_on | ends_well)[:, 1:].any(axis=1)
        for row in ((solved.turns < FAR) & ~spoken & in_rupture(solution, layer)).nonzero()[0].tolist():
            moment = moment_of(solution, index, row)
            if not (moment.from_bank or moment.beyond_repair or moment.id in told):
                told.add(moment.id)
                way = named(way_to(solution, index, row))
                span = proved.spans.key("moments", moment.id)
                yield PROOFS["612"].at(span, moment=moment.id, left=turns(total - index), path=way)


def marked_without_need(proved: Proved) -> Iterator[Diagnostic]:
    """Moments that are marked as beyond repair, and in which the rupture can be repaired all the same."""
    solution = proved.solution
    numbers = solution.options.moment_numbers
    for moment in proved.scenario.moments.values():
        if not moment.beyond_repair or moment.end is not None:
            continue
        here = [
            s.turns[moments_of(x) == numbers[moment.id]] for x, s in zip(solution.layers, solution.solved, strict=True)
        ]
        nearest = min((int(found.min()) for found in here if len(found)), default=FAR)
        if nearest < FAR:
            span = proved.spans.value("moments", moment.id, "beyond-repair")
            yield PROOFS["613"].at(span, moment=moment.id, turns=turns(nearest))


def _span(proved: Proved, one: Lost) -> Span:
    """The moment's own place; for a line of the patient's file the scenario's last response on the way there."""
    if not one.moment.from_bank:
        return proved.spans.key("moments", one.moment.id)
    own = [step for step in one.way if not step.moment.from_bank and step.response]
    if not own:
        return proved.spans.key("moments")
    return proved.spans.key("moments", own[-1].moment.id, "responses", own[-1].name)


def _place(moment: Moment) -> str:
    if not moment.from_bank:
        return f"In “{moment.id}”"
    return f"In the patient's own lines for “{moment.id.removeprefix(BANK_PREFIX)}”"


def _advice(one: Lost) -> str:
    endings = [moment for moment in one.ended_in if not moment.from_bank]
    if endings:
        ending = endings[0]
        mend = (
            f"Tighten the “when:” of “{ending.id}”"
            if ending.when
            else f"Let a response lead elsewhere than to “{ending.id}”"
        )
        return f"{mend}, or write “beyond-repair: true” in “{ending.id}” if you mean it."
    if one.moment.from_bank:
        return "Let an earlier response lead elsewhere."
    return f"Give it a response that leads out, or write “beyond-repair: true” in “{one.moment.id}” if you mean it."
