"""Remarks that begin in the middle of a sentence: ``#`` after a space, which ends any text without quotes."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.block_faults import QUOTES, quoted
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix
from simulator.scenario.legal_values import (
    ById,
    ByWord,
    Kind,
    Listing,
    Openings,
    Phrases,
    Prose,
    Record,
    Table,
    Tellings,
)
from simulator.scenario.loading import Loaded
from simulator.scenario.nodes import Path


def cut_sentences(loaded: Loaded, table: Table) -> Iterator[Diagnostic]:
    """Every sentence of a file whose end is a remark; one behind a word or a number is a remark like any other."""
    positions = loaded.spans.positions
    for path, start, end, stop in loaded.remarks:
        if isinstance(_kind_at(Record(table), path), Prose | Tellings):
            whole = positions.text[start:stop].rstrip()
            fix = Fix(QUOTES, positions.span(start, start + len(whole)), quoted(whole))
            yield rules.CUT_BY_REMARK.at(positions.span(end, start + len(whole)), fix)


def _kind_at(kind: Kind, path: Path) -> Kind | None:
    """The kind of value at a path, as the tables of keys have it."""
    found: Kind | None = kind
    for step in path:
        match found:
            case Record(table):
                row = table.rows.get(str(step))
                found = row.kind if row else None
            case ById(table) | Listing(table):
                found = Record(table)
            case ByWord(_, _, value):
                found = value
            case Phrases() | Openings():
                found = Prose()
            case Tellings(table):
                found = ById(table)
            case _:
                return None
    return found
