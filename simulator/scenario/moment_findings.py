"""What the checks of single moments say, remembered by each moment's own text and moved to where the moment stands now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simulator.scenario.checks import check_moments
from simulator.scenario.checks.story import moments_of
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.document import Moment
from simulator.scenario.file_spans import Anchored, FileSpans
from simulator.scenario.moments import MomentDraft
from simulator.scenario.nodes import NOWHERE
from simulator.scenario.positions import Positions
from simulator.scenario.read import Reading
from simulator.scenario.span import Span
from simulator.scenario.spans import SpanMap


class MomentFindings:
    """The findings of one file's moments, for as long as their texts stand in it; counts what it had to look at."""

    def __init__(self) -> None:
        self.checked = 0
        self._before: dict[int, tuple[MomentDraft, tuple[Diagnostic, ...]]] = {}

    def of(self, reading: Reading) -> tuple[Diagnostic, ...]:
        """What is worth mending in the moments that could be read, although others may be broken."""
        self.checked = 0
        section = reading.spans.home.tops.get("moments")
        entries = section.entries if section is not None else None
        now: dict[int, tuple[MomentDraft, tuple[Diagnostic, ...]]] = {}
        found: list[Diagnostic] = []
        for id_, draft in reading.draft.parts.items():
            if draft.moment is None or draft.text is None or draft.faults or entries is None:
                continue
            known = self._before.get(id(draft))
            if known is None:
                self.checked += 1
                known = draft, _findings(draft.moment, draft.text, entries[id_])
            now[id(draft)] = known
            if known[1]:
                found += _moved(known[1], reading.spans.home.positions, entries[id_].start)
        self._before = now
        return tuple(found)


def _findings(moment: Moment, text: str, entry: Anchored) -> tuple[Diagnostic, ...]:
    """The findings of a moment, with lines that count from the beginning of its block."""
    alone = Anchored(0, NOWHERE, {moment.id: Anchored(0, entry.marks)})
    spans = FileSpans(Positions("", text), {"moments": alone})
    return check_moments(moments_of((moment,), SpanMap(spans)))


def _moved(found: tuple[Diagnostic, ...], positions: Positions, start: int) -> Iterator[Diagnostic]:
    """Findings of a block at the lines where it stands in its file."""
    lines = positions.line_of(start) - 1
    for one in found:
        span = _span(one.span, positions.file, lines)
        fixes = tuple(replace(fix, span=_span(fix.span, positions.file, lines)) for fix in one.fixes)
        yield replace(one, span=span, fixes=fixes)


def _span(span: Span, file: str, lines: int) -> Span:
    return Span(file, span.line + lines, span.column, span.end_line + lines, span.end_column)
