"""A document as a page for any browser: one file, no script, nothing loaded from elsewhere, light or dark, fit to print.

Every text is escaped; no text of a person or a file can become markup.
"""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final, assert_never

from simulator.messages.message import Catalogue
from simulator.reports.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Facts,
    Heading,
    Link,
    Paragraph,
    Section,
    Several,
    Spoken,
    Table,
    Text,
)

_NO_LETTERS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
"""What has no place in a page: control characters, halves of characters, and marks that turn the reading direction."""

_TAG: Final = re.compile(r"<[^>]*>")
_BETWEEN_WORDS: Final = re.compile(r"[\s-]+")
_A_LETTER: Final = 0.5
"""How much of the width that goes by the root of all letters one letter of the longest word needs."""

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def as_html(document: Document, catalogue: Catalogue) -> str:
    """The page as the text of an HTML file, in the catalogue's language."""
    page = _Page(catalogue)
    style = _style()
    title = page.words(document.title)
    back = "" if document.back is None else f"<nav>{page.cell(document.back)}</nav>\n"
    foot = "".join(f"<li>{page.words(text)}</li>" for text in document.foot)
    return (
        f'<!DOCTYPE html>\n<html lang="{_escaped(catalogue.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n<style>{style}</style>\n'
        f'</head>\n<body>\n{back}<main>\n<h1 dir="auto">{title}</h1>\n{page.blocks(document.blocks, 2)}</main>\n'
        f"<footer>\n<h2>{page.words(document.foot_title)}</h2>\n<ul>{foot}</ul>\n</footer>\n</body>\n</html>\n"
    )


def as_paper(document: Document, catalogue: Catalogue) -> str:
    """The same page as markup with the few rules of style that paper needs and a printing library knows."""
    page = _Page(catalogue, "· ", on_paper=True)
    title = page.words(document.title)
    foot = "".join(f"<li>{page.words(text)}</li>" for text in document.foot)
    return (
        f"<html><head><title>{title}</title><style>{_style('paper.css')}</style></head><body><h1>{title}</h1>"
        f"{page.blocks(document.blocks, 2)}<hr><h2>{page.words(document.foot_title)}</h2><ul>{foot}</ul></body></html>"
    )


class _Page:
    """Turns blocks into markup, in one language."""

    def __init__(self, catalogue: Catalogue, between: str = "", *, on_paper: bool = False) -> None:
        self._catalogue = catalogue
        self._between = between
        self._on_paper = on_paper

    def words(self, text: Text) -> str:
        """A text, ready to stand between tags."""
        return _escaped(self._catalogue.value(text))

    def blocks(self, blocks: Iterable[Block], level: int) -> str:
        """Blocks one after the other, headings beginning at a level."""
        return "".join(f"{self._block(block, level)}\n" for block in blocks)

    def cell(self, cell: Cell) -> str:
        """What stands in a cell of a table."""
        match cell:
            case Link(text, path):
                return f'<a href="{_escaped(path)}">{self.words(text)}</a>'
            case Several(texts):
                return "".join(f"<p>{self.words(text)}</p>" for text in texts)
            case _:
                return self.words(cell)

    def _block(self, block: Block, level: int) -> str:
        match block:
            case Heading(text):
                return f'<h{level} dir="auto">{self.words(text)}</h{level}>'
            case Paragraph(sentences, tone):
                return f'<p dir="auto" class="{tone}">{" ".join(map(self.words, sentences))}</p>'
            case Facts(rows):
                pairs = "".join(f"<dt>{self.words(name)}</dt><dd>{self.words(value)}</dd>" for name, value in rows)
                return f"<dl>{pairs}</dl>"
            case Bullets(items):
                return f"<ul>{''.join(f'<li>{self.words(item)}</li>' for item in items)}</ul>"
            case Table(head, rows):
                return self._table(head, rows)
            case Spoken():
                return self._spoken(block)
            case Section(title, blocks):
                inside = self.blocks(blocks, level + 1)
                return f'<section>\n<h{level} dir="auto">{self.words(title)}</h{level}>\n{inside}</section>'
            case _:
                assert_never(block)

    def _table(self, head: tuple[Text, ...], rows: tuple[tuple[Cell, ...], ...]) -> str:
        widths = self._widths((head, *rows)) if self._on_paper else [""] * len(head)
        columns = zip(head, widths, strict=True)
        names = "".join(f'<th scope="col"{width}>{self.words(name)}</th>' for name, width in columns)
        lines = "".join(
            f'<tr><th scope="row">{self.cell(first)}</th>{"".join(f"<td>{self.cell(cell)}</td>" for cell in rest)}</tr>\n'
            for first, *rest in rows
        )
        return f'<div class="wide"><table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table></div>'

    def _widths(self, rows: Sequence[tuple[Cell, ...]]) -> list[str]:
        """How wide each column is, where a printing library makes all alike: the more is written the wider, and as a word needs."""
        shares = []
        for column in zip(*rows, strict=True):
            written = [_TAG.sub(" ", self.cell(cell)) for cell in column]
            longest = max(len(word) for words in written for word in _BETWEEN_WORDS.split(words))
            shares.append(max((sum(map(len, written)) / len(written)) ** 0.5, longest * _A_LETTER))
        return [f' width="{share / sum(shares):.0%}"' for share in shares]

    def _spoken(self, line: Spoken) -> str:
        side = "you" if line.you else "patient"
        seen = self._between.join(f"<i>{self.words(text)}</i> " for text in line.shows)
        language = f' lang="{_escaped(line.language)}"' if line.language else ""
        return (
            f'<div class="said {side}"><b>{self.words(line.who)}</b>'
            f'<p dir="auto"{language}>{seen}{self.words(line.says)}</p></div>'
        )


def _escaped(words: str) -> str:
    return html.escape(_NO_LETTERS.sub(_REPLACEMENT, words.replace("\r\n", "\n")))


def _policy(style: str) -> str:
    """Even what slipped through could neither run nor load anything: a browser is told to allow this style and no more."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _style(name: str = "page.css") -> str:
    return files("simulator.reports").joinpath(name).read_text(encoding="utf-8")
