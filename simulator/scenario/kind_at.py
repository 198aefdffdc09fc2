"""Which kind of value the language has at a place of a file, by the tables of keys."""

from __future__ import annotations

from typing import Final

from simulator.scenario.file_kind import kind_of
from simulator.scenario.key_tables import FIRST_PATIENT, FIRST_PATIENT_FORMAT, PATIENT, REACTIONS, SCENARIO
from simulator.scenario.legal_values import (
    ById,
    ByWord,
    Kind,
    Listing,
    Openings,
    Phrases,
    Prose,
    Record,
    Row,
    Table,
    Tellings,
)
from simulator.scenario.nodes import Path

_TABLES: Final = {"patient": PATIENT, "reactions": REACTIONS}


def table_of(text: str) -> Table:
    """The keys of a file, by what its ``format:`` line says it is."""
    kind = kind_of(text)
    if kind == "patient" and FIRST_PATIENT_FORMAT in text[:2000]:
        return FIRST_PATIENT
    return _TABLES.get(kind, SCENARIO)


def kind_at(table: Table, path: Path) -> Kind | None:
    """The kind of value at a path; nothing where the language knows no such place."""
    found: Kind | None = Record(table)
    for step in path:
        found = _below(found, step)
        if found is None:
            return None
    return found


def row_at(table: Table, path: Path) -> Row | None:
    """The row of the key at a path; nothing for ids and entries of lists, and where there is none."""
    group = kind_at(table, path[:-1]) if path else None
    return group.table.rows.get(str(path[-1])) if isinstance(group, Record) else None


def keys_below(table: Table) -> frozenset[str]:
    """Every key that the language has somewhere in a file of this kind; ids and words that stand as keys are none."""
    found: set[str] = set()
    seen: list[Table] = []
    left = [table]
    while left:
        one = left.pop()
        if one in seen:
            continue
        seen.append(one)
        found.update(one.rows)
        kinds: list[Kind] = [row.kind for row in one.rows.values()]
        for kind in kinds:
            match kind:
                case Record(inner) | Listing(inner) | ById(inner) | Tellings(inner):
                    left.append(inner)
                case ByWord(_, _, value):
                    kinds.append(value)
    return frozenset(found)


def _below(kind: Kind | None, step: str | int) -> Kind | None:
    match kind:
        case Record(table):
            row = table.rows.get(str(step))
            return row.kind if row else None
        case ById(table) | Listing(table):
            return Record(table)
        case ByWord(_, _, value):
            return value
        case Phrases() | Openings():
            return Prose()
        case Tellings(table):
            return ById(table) if step == "wordings" else _below(Record(table), step)
        case _:
            return None
