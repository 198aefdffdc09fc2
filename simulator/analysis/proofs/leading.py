"""Where a scenario leads: whether it can be repaired at all, comes to one ending only, or has one good way only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from simulator.analysis.paths import Said, Way, in_rupture, moment_of, way_to
from simulator.analysis.proofs.proved import Proved, last_answer, named, shown_by
from simulator.analysis.solve import Solution, verdicts_in
from simulator.analysis.state_space import NOWHERE
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import proof_parts as say
from simulator.patient.verdicts import Verdict
from simulator.scenario.checks.naming import quoted
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import Moment
from simulator.scenario.span import Span

_NOTICED: Final = 4
"""With fewer turns left it is no wonder that only one ending is left."""

_BEST_FIRST: Final = (Verdict.PARTLY, Verdict.UNRESOLVED, Verdict.QUIET_DROP_OUT, Verdict.LEFT)


def no_way_to_repair(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios in which no path ends repaired, or in an agreed transfer."""
    if not proved.can_be_repaired and not any(one.code == "528" for one in proved.told):
        best = next(verdict for verdict in _BEST_FIRST if verdict in proved.solution.start.endings)
        yield PROOFS["605"].at(proved.spans.key("moments"), best=best)


def one_ending_left(proved: Proved) -> Iterator[Diagnostic]:
    """The earliest stretch, of turns on end, in which whatever is said comes to the same ending.

    A rupture that stays is told as that (``lost.rupture_stays``), as long as there is a repair from the start.
    """
    solution, total = proved.solution, proved.solution.script.turns
    repairable = solution.start.turns_to_repair is not None
    for index, solved in enumerate(solution.solved[: total - _NOTICED + 1]):
        told_elsewhere = in_rupture(solution, solution.layers[index]) & repairable
        for row in np.flatnonzero((solved.endings & (solved.endings - 1)) == 0).tolist():
            moment = moment_of(solution, index, row)
            span = proved.spans.key("moments", moment.id)
            meant = moment.from_bank or moment.beyond_repair or told_elsewhere[row]
            if meant or _ends_at_once(solution, index, row):
                continue
            if not proved.has_told(span, "503"):
                fault = PROOFS["606"].at(
                    span,
                    moment=moment.id,
                    left=say.TURNS(count=total - index),
                    ending=next(iter(verdicts_in(int(solved.endings[row])))),
                    story=quoted(_going(solution, index, row)),
                )
                yield shown_by(way_to(solution, index, row), fault)
            return


def one_forced_way(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios in which every step of the one way to a repair is needed."""
    way = proved.shortest
    if way and proved.needed == way:
        goal = (say.WHOLE_REPAIR if proved.can_be_repaired else say.REPAIR)()
        yield shown_by(way, PROOFS["607"].at(proved.spans.key("moments"), goal=goal, path=named(way)))


def hangs_on_one_answer(proved: Proved) -> Iterator[Diagnostic]:
    """Answers of the shortest whole repair without which no path comes to one; where all are needed that is told instead."""
    way = proved.shortest
    if not proved.needed or not proved.can_be_repaired or proved.needed == way:
        return
    needed = {(said.moment.id, said.name): said for said in proved.needed}
    first = next(index for index, said in enumerate(way) if (said.moment.id, said.name) in needed)
    fault = PROOFS["626"].at(
        _span(proved, way[: first + 1]),
        count=len(needed),
        answers=Listed(tuple(_answer(said) for said in needed.values())),
        path=named(way),
    )
    yield shown_by(way, fault)


def _span(proved: Proved, way: Way) -> Span:
    """The place of the last step of a way: of staying silent its moment, of an answer of the bank the last one before it."""
    said = way[-1]
    if said.response is None and not said.moment.from_bank:
        return proved.spans.key("moments", said.moment.id)
    return last_answer(proved, way)


def _answer(said: Said) -> Message:
    if not said.moment.from_bank:
        return say.ANSWER_IN(answer=said.name, moment=said.moment.id)
    return say.ANSWER_IN_OWN_LINES(answer=said.name, state=said.moment.reaction)


def _ends_at_once(solution: Solution, index: int, row: int) -> bool:
    """Whether every choice closes the session, so that there is no stretch."""
    return bool((solution.layers[index].next[row] == NOWHERE).all())


def _going(solution: Solution, index: int, row: int) -> list[str]:
    """Moments that follow one another from a state on, until one comes again or the end is near."""
    moments: list[Moment] = []
    while moment_of(solution, index, row) not in moments:
        moments.append(moment_of(solution, index, row))
        onwards = solution.layers[index].next[row]
        onwards = onwards[onwards != NOWHERE]
        if not len(onwards):
            break
        index, row = index + 1, int(onwards[-1])
    return [moment.id for moment in moments]
