"""Remarks that begin in the middle of a sentence: ``#`` after a space, which ends any text without quotes."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.block_faults import QUOTES, quoted
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix
from simulator.scenario.kind_at import kind_at
from simulator.scenario.legal_values import Prose, Table, Tellings
from simulator.scenario.loading import Loaded


def cut_sentences(loaded: Loaded, table: Table) -> Iterator[Diagnostic]:
    """Every sentence of a file whose end is a remark; one behind a word or a number is a remark like any other."""
    positions = loaded.spans.positions
    for path, start, end, stop in loaded.remarks:
        if isinstance(kind_at(table, path), Prose | Tellings):
            whole = positions.text[start:stop].rstrip()
            fix = Fix(QUOTES, positions.span(start, start + len(whole)), quoted(whole))
            yield rules.CUT_BY_REMARK.at(positions.span(end, start + len(whole)), fix)
