"""Tables as a workbook for spreadsheets (Office Open XML, ECMA-376): a sheet a table, and a code book.

Words are written as words (inline strings) and never as formulas. Row after row goes into the archive, so that a large table
needs no more memory than a small one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain
from typing import Final

from simulator.messages.message import Catalogue, Message
from simulator.messages.sentences import exports as say
from simulator.reports.flat_table import AnyTable, Cell, neutralised
from simulator.reports.zip_archive import zipped
from simulator.session.errors import ServiceError

CODE_BOOK: Final = "code_book"
MOST_ROWS: Final = 1_048_576
"""Of a sheet; spreadsheets open no more."""
_LONGEST: Final = 32_767
"""Letters of a cell; spreadsheets take no more."""
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""Three styles: words as they are, the head of a table, and words that are broken into lines."""
_PLAIN, _HEAD, _BROKEN = range(3)


def as_xlsx(tables: Sequence[AnyTable], notes: Iterable[Message], catalogue: Catalogue, at_ms: int) -> bytes:
    """The workbook; raises ``ServiceError`` where a table has more rows than a sheet can have."""
    for table in tables:
        if len(table.rows) >= MOST_ROWS:
            raise ServiceError(say.TOO_MANY_ROWS(count=len(table.rows), most=MOST_ROWS - 1))
    sheets = [_sheet(_told(table), (18,) * len(table.columns)) for table in tables]
    sheets.append(_sheet(_code_book(tables, notes, catalogue), (16, 26, 90), _BROKEN))
    names = [*(table.name for table in tables), CODE_BOOK]
    parts: list[tuple[str, Iterable[str]]] = [
        ("[Content_Types].xml", _content_types(len(names))),
        ("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", _workbook(names)),
        ("xl/_rels/workbook.xml.rels", _relations([*map(_worksheet, range(len(names))), ("styles", "styles.xml")])),
        ("xl/styles.xml", (_XML, _STYLES)),
        *((f"xl/{_worksheet(number)[1]}", sheet) for number, sheet in enumerate(sheets)),
    ]
    return zipped(parts, at_ms)


def _told(table: AnyTable) -> Iterator[tuple[Cell, ...]]:
    return chain([tuple(column.name for column in table.columns)], table.cells())


def _code_book(
    tables: Sequence[AnyTable], notes: Iterable[Message], catalogue: Catalogue
) -> Iterator[tuple[Cell, ...]]:
    """What every column means, and above all what the numbers are not for."""
    head = (say.BOOK_SHEET(), say.BOOK_COLUMN(), say.BOOK_MEANING())
    yield tuple(map(catalogue.say, head))
    for note in notes:
        yield "", "", catalogue.say(note)
    for table in tables:
        for column in table.columns:
            yield table.name, column.name, catalogue.say(column.about())


def _sheet(rows: Iterable[tuple[Cell, ...]], widths: Sequence[int], style: int = _PLAIN) -> Iterator[str]:
    """A sheet whose first row stays in view."""
    yield f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    yield from (f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1))
    yield "</cols><sheetData>"
    for number, cells in enumerate(rows, 1):
        yield f"<row>{''.join(_cell(cell, style if number > 1 else _HEAD) for cell in cells)}</row>"
    yield "</sheetData></worksheet>"


def _cell(cell: Cell, style: int) -> str:
    told = neutralised(cell)
    if told is None or told == "":
        return "<c/>"
    if isinstance(told, int):
        return f'<c s="{style}"><v>{int(told)}</v></c>'
    words = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(words, quote=False)}</t></is></c>'


def _workbook(names: Sequence[str]) -> Iterator[str]:
    yield f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    yield from (f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, 1))
    yield "</sheets></workbook>"


def _worksheet(number: int) -> tuple[str, str]:
    """The kind and the place of a sheet, counted from 0."""
    return "worksheet", f"worksheets/sheet{number + 1}.xml"


def _relations(parts: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    yield from (
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(parts, 1)
    )
    yield "</Relationships>"


def _content_types(sheets: int) -> Iterator[str]:
    yield f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    yield '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    yield '<Default Extension="xml" ContentType="application/xml"/>'
    kinds = [("workbook", "sheet.main"), ("styles", "styles")]
    kinds += [(_worksheet(number)[1].removesuffix(".xml"), "worksheet") for number in range(sheets)]
    yield from (f'<Override PartName="/xl/{part}.xml" ContentType="{_KIND}.{kind}+xml"/>' for part, kind in kinds)
    yield "</Types>"
