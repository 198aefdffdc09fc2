"""Whether a person has as many lines for each state as somebody of the same style who comes with the program."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.messages.message import Listed
from simulator.messages.sentences import fault_parts as parts
from simulator.scenario.checks.story import Spans
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.document import Patient
from simulator.scenario.line_measure import LineMeasure, there_for


def too_few_lines(patient: Patient, spans: Spans, measure: LineMeasure) -> Iterator[Diagnostic]:
    """A person with fewer lines for some states than are needed; told once, with all of these states."""
    person = measure.person(patient.style)
    if person is None:
        return
    counts = {s: (there_for(moment), measure.needed(patient.style, s)) for s, moment in patient.lines.items()}
    lacking = [
        parts.OF_NEEDED(state=state, there=there, needed=needed)
        for state, (there, needed) in counts.items()
        if there < needed
    ]
    if lacking:
        yield WORDINGS["551"].at(
            spans.key("lines"), count=len(lacking), states=Listed(tuple(lacking)), person=person.name
        )
