"""Ruptures that can no longer be repaired, that only silence leads out of, and that are marked so without need."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.lost_ruptures import Lost
from simulator.analysis.paths import in_rupture, moment_of, moments_of, way_to
from simulator.analysis.proofs.proved import Proved, last_answer, named, shown_by
from simulator.analysis.solve import FAR, GOOD_VERDICTS
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE
from simulator.messages.message import Message
from simulator.messages.sentences import proof_parts as say
from simulator.patient.verdicts import Verdict
from simulator.scenario.checks.naming import quoted
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import Moment
from simulator.scenario.span import Span


def rupture_stays(proved: Proved) -> Iterator[Diagnostic]:
    """Moments in which the rupture can no longer be repaired, with one way into each."""
    for one in proved.lost_ruptures.lost:
        fault = PROOFS["601"].at(
            _span(proved, one),
            place=_place(one.moment),
            left=say.TURNS(count=one.turns_left),
            endings=quoted((verdict for verdict in Verdict if verdict in one.endings), any_of=True),
            path=named(one.way),
            advice=_advice(one),
        )
        yield shown_by(one.way, fault)


def only_silence_leads_out(proved: Proved) -> Iterator[Diagnostic]:
    """Moments of the scenario in which every response gives the repair away, and staying silent does not."""
    solution, told = proved.solution, set[str]()
    total = proved.solution.script.turns
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
                way = way_to(solution, index, row)
                left, span = say.TURNS(count=total - index), proved.spans.key("moments", moment.id)
                yield shown_by(way, PROOFS["612"].at(span, moment=moment.id, left=left, path=named(way)))


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
            yield PROOFS["613"].at(span, moment=moment.id, turns=say.TURNS(count=nearest))


def _span(proved: Proved, one: Lost) -> Span:
    """The moment's own place; for a line of the patient's file the scenario's last response on the way there."""
    if not one.moment.from_bank:
        return proved.spans.key("moments", one.moment.id)
    return last_answer(proved, one.way)


def _place(moment: Moment) -> Message:
    if not moment.from_bank:
        return say.IN_MOMENT(moment=moment.id)
    return say.IN_OWN_LINES(state=moment.reaction)


def _advice(one: Lost) -> Message:
    endings = [moment for moment in one.ended_in if not moment.from_bank]
    if endings:
        return (say.TIGHTEN if endings[0].when else say.LEAD_ELSEWHERE)(ending=endings[0].id)
    if one.moment.from_bank:
        return say.EARLIER_ELSEWHERE()
    return say.LEAD_OUT(moment=one.moment.id)
