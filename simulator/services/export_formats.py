"""The formats that conversations are exported to: a row each, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.handin.sample_mark import is_sample
from simulator.messages.message import Catalogue, Message, Sentence
from simulator.messages.sentences import exports as say
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.reports.csv_file import as_csv
from simulator.reports.jsonl_file import as_jsonl
from simulator.reports.xlsx_file import as_xlsx
from simulator.services.personal_words import disclaimers
from simulator.services.session_tables import Exported, tables

FORMAT: Final = "attune/conversations/1"

Write = Callable[[tuple[Exported, ...], Catalogue, int], bytes]
"""Makes the file of some conversations, in a language, at a time (UTC, ms)."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A kind of file: what its name ends in, what a button and a file dialog call it, and how it is written."""

    suffix: str
    button: Sentence
    kind: Sentence
    content: Write


def notes_on(sessions: Iterable[Exported]) -> tuple[Message, ...]:
    """What stands above all that is exported."""
    sample = (MADE_BY_MODEL(),) if any(is_sample(one.stored.started) for one in sessions) else ()
    return (*sample, *disclaimers())


def _xlsx(sessions: tuple[Exported, ...], catalogue: Catalogue, now_ms: int) -> bytes:
    return as_xlsx(tables(sessions), notes_on(sessions), catalogue, now_ms)


def _jsonl(sessions: tuple[Exported, ...], catalogue: Catalogue, _now_ms: int) -> bytes:
    return as_jsonl(FORMAT, tables(sessions), notes_on(sessions), catalogue)


def _csv(sessions: tuple[Exported, ...], _catalogue: Catalogue, _now_ms: int) -> bytes:
    return as_csv(tables(sessions)[0])


def _turns_csv(sessions: tuple[Exported, ...], _catalogue: Catalogue, _now_ms: int) -> bytes:
    return as_csv(tables(sessions)[1])


EXPORT_FORMATS: Final[Mapping[str, ExportFormat]] = MappingProxyType(
    {
        "xlsx": ExportFormat(".xlsx", say.AS_XLSX, say.KIND_XLSX, _xlsx),
        "csv": ExportFormat(".csv", say.AS_CSV, say.KIND_CSV, _csv),
        "csv-turns": ExportFormat(".csv", say.AS_TURNS, say.KIND_CSV, _turns_csv),
        "jsonl": ExportFormat(".jsonl", say.AS_JSONL, say.KIND_JSONL, _jsonl),
    }
)
"""By the word that the command line knows it by."""
