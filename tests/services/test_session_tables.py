"""Conversations as tables for other programs: the same columns always, no formula, no private word, every column in the code book."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from simulator.messages.message import ENGLISH
from simulator.messages.sentences import exports as say
from simulator.messages.sentences.disclaimers import NOT_VALIDATED
from simulator.reports.flat_table import Cell, Column, FlatTable, neutralised
from simulator.reports.xlsx_file import CODE_BOOK, MOST_ROWS, as_xlsx
from simulator.services.export_formats import EXPORT_FORMATS
from simulator.services.handed_in import read_handed_in
from simulator.services.personal_collection import collect
from simulator.services.remark_chains import add_to_chain
from simulator.services.session_tables import SESSION_COLUMNS, TURN_COLUMNS, Exported, exported_one, own
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.session.remarks import PRIVATE, RemarkId
from simulator.session.vocabulary import Mode
from tests.handin.kept import desk, file
from tests.services.desks import KIM

_NOW = 1_790_000_000_000


def one(name: str = "Kim") -> Exported:
    return exported_one(read_handed_in(file()), name)


def written(format_: str, *sessions: Exported) -> bytes:
    return EXPORT_FORMATS[format_].content(sessions, ENGLISH, _NOW)


def lines(format_: str, *sessions: Exported) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(format_, *sessions).decode("utf-8-sig"))))


def sheet(content: bytes, name: str) -> Any:
    """A sheet as somebody else's program opens it."""
    return load_workbook(io.BytesIO(content))[name]


def cells(content: bytes, name: str) -> Iterator[list[str]]:
    """The words and numbers of a sheet."""
    for row in sheet(content, name).iter_rows(values_only=True):
        yield ["" if value is None else str(value) for value in row]


def test_columns_are_the_same_whatever_is_in_the_table() -> None:
    for format_, columns in (("csv", SESSION_COLUMNS), ("csv-turns", TURN_COLUMNS)):
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        for sessions in ((), (one(),), (one(), one("Robin"))):
            content = written(format_, *sessions)
            assert content.startswith(b"\xef\xbb\xbf")
            assert content.decode("utf-8-sig").splitlines()[0] == ",".join(names)


def test_a_conversation_and_its_turns_are_told_as_they_were_held() -> None:
    (told,) = lines("csv", one("Zoë"))
    assert (told["person"], told["mode"], told["belief"], told["made_by"]) == ("Zoë", "practise", "verified", "person")
    assert (told["ended"], told["first_meeting"], len(told["key"].split())) == ("1", "1", 6)
    found = read_handed_in(file())
    assert int(told["turns"]) == len(found.transcript.exchanges)
    turns = lines("csv-turns", one())
    assert [int(turn["turn"]) for turn in turns] == [exchange.turn for exchange in found.transcript.exchanges]
    assert [turn["trainee_says"] for turn in turns] == [exchange.words for exchange in found.transcript.exchanges]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_begins_as_a_formula(start: str) -> None:
    attack = f'{start}HYPERLINK("http://x","y")'
    assert neutralised(attack) == f"'{attack}"
    assert lines("csv", one(attack))[0]["person"].startswith("'")
    cell = sheet(written("xlsx", one(attack)), "conversations").cell(2, 1)
    assert cell.value.startswith("'")
    assert cell.data_type == "s", "words, and no formula"
    assert neutralised(-3) == -3


def test_a_workbook_has_both_tables_and_a_code_book_of_every_column() -> None:
    content = written("xlsx", one())
    assert content == written("xlsx", one())
    names = load_workbook(io.BytesIO(content)).sheetnames
    assert names == ["conversations", "turns", CODE_BOOK]
    first, second, book = (list(cells(content, name)) for name in names)
    assert first[0] == [column.name for column in SESSION_COLUMNS]
    assert second[0] == [column.name for column in TURN_COLUMNS]
    assert all(len(row) == len(second[0]) for row in second)
    assert [dict(zip(first[0], row, strict=True)) for row in first[1:]] == lines("csv", one()), "numbers too"
    told = {(sheet, name): meaning for sheet, name, meaning in book}
    assert all(told["conversations", column.name] for column in SESSION_COLUMNS)
    assert all(told["turns", column.name] for column in TURN_COLUMNS)
    assert str(NOT_VALIDATED()) in [row[2] for row in book]
    for name in names:
        opened = sheet(content, name)
        assert opened.freeze_panes == "A2", "the names of the columns stay in view"
        head, *below = opened.iter_rows()
        assert all(cell.font.bold for cell in head)
        # A formula would be "f", an error "e", and a date "d".
        assert {cell.data_type for row in below for cell in row if cell.value is not None} <= {"s", "n"}
    assert sheet(content, CODE_BOOK).cell(2, 3).alignment.wrap_text, "the meaning of a column is broken into lines"
    numbers = next(sheet(content, "conversations").iter_rows(min_row=2))
    told_once = dict(zip(first[0], numbers, strict=True))
    assert (told_once["turns"].data_type, told_once["level"].data_type, told_once["person"].data_type) == (
        "n",
        "n",
        "s",
    )


def test_what_no_sheet_can_hold_is_refused_in_words_and_letters_nobody_sees_are_shown() -> None:
    rows: tuple[Cell, ...] = ("a",)
    column: Column[Cell] = Column("x", say.BOOK_SHEET, lambda cell: cell)
    many: FlatTable[Cell] = FlatTable("many", (column,), rows * MOST_ROWS)
    with pytest.raises(ServiceError, match="A sheet of a workbook holds"):
        as_xlsx([many], (), ENGLISH, _NOW)
    odd: FlatTable[Cell] = FlatTable("odd", (column,), ("\0\ud800<&>", "x" * 40_000))
    _, first, second = cells(as_xlsx([odd], (), ENGLISH, _NOW), "odd")
    assert first == ["\N{REPLACEMENT CHARACTER}" * 2 + "<&>"]
    assert len(second[0]) == 32_767


def test_lines_of_json_say_first_what_they_are() -> None:
    head, *rows = map(json.loads, written("jsonl", one()).decode().splitlines())
    assert head["format"] == "attune/conversations/1"
    assert str(NOT_VALIDATED()) in head["notes"]
    assert {row["table"] for row in rows} == head["columns"].keys() == {"conversations", "turns"}
    for row in rows:
        assert row.keys() - {"table"} == head["columns"][row["table"]].keys()


def test_twenty_planted_private_words_are_in_no_export_and_only_ones_own_holds_what_is_unfinished() -> None:
    here = desk()
    done, unfinished = here.begin("the-wait", Mode.PRACTISE), here.begin("the-wait", Mode.LEARN)
    here.talk(done)
    here.talk(unfinished, 1)
    kinds = sorted(PRIVATE)
    for number in range(20):
        words = {"text": f"planted-{number}", "about": [f"planted-{number}"]}
        session, kind = SessionId(done.id if number % 2 else unfinished.id), kinds[number % len(kinds)]
        id_ = RemarkId(f"table-remark-{number}")
        add_to_chain(here.store, KIM.id, session, kind, words, id_=id_, now_ms=777_777_777_777, step=1)
    rows, unreadable = own(collect(here.store, KIM))
    assert unreadable == ()
    told = {line["session"]: line for line in lines("csv", *rows)}
    assert (told[done.id]["ended"], told[unfinished.id]["ended"]) == ("1", "0")
    assert told[unfinished.id]["outcome"] == told[unfinished.id]["score_noticing"] == ""
    assert told[unfinished.id]["turns"] == "1"
    for format_ in EXPORT_FORMATS:
        content = written(format_, *rows)
        if format_ == "xlsx":
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                content = b"".join(map(book.read, book.namelist()))
        assert b"planted" not in content
        assert b"777777777777" not in content
        assert b"table-remark" not in content


def test_a_conversation_that_cannot_be_told_has_its_line_all_the_same() -> None:
    (told,) = lines("csv", replace(one(), transcript=None))
    assert (told["turns"], told["score_noticing"]) == ("0", "")
    assert lines("csv-turns", replace(one(), transcript=None)) == []
