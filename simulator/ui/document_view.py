"""A document on the screen: the same blocks in the same order as on paper, as text that can be read out and copied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from simulator.reports.document import (
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Link,
    Paragraph,
    Section,
    Several,
    Spoken,
    Table,
    Text,
    Tone,
)
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import Card, clear, column, inside
from simulator.ui.widgets.text import TextType, selectable, text_label

_TYPES: Final[dict[Tone, TextType]] = {
    Tone.PLAIN: "body",
    Tone.QUIET: "quiet",
    Tone.LEAD: "lead",
    Tone.NOTICE: "body",
}
_INDENT: Final = 48
_FEW_COLUMNS: Final = 3
"""With so many, the cells of a row say by themselves what they are."""


class DocumentView(QWidget):
    """Shows blocks one below the other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._box = column(self, spacing=12)

    def show_blocks(self, blocks: Iterable[Block]) -> None:
        """Show these blocks in place of those before."""
        clear(self._box)
        for block in blocks:
            self._add(self._box, block)
        self._show_at_once()

    def _show_at_once(self) -> None:
        """Qt shows what is put into a page on the screen a moment later; until then the page would be as if it were empty."""
        if self.isVisible():
            for part in inside(self._box):
                if isinstance(part, QWidget):
                    part.show()

    def _add(self, box: QVBoxLayout, block: Block) -> None:
        match block:
            case Heading(text):
                self._line(box, text, "heading")
            case Paragraph(sentences, tone):
                self._paragraph(box, " ".join(map(self._words, sentences)), tone)
            case Facts(rows):
                box.addWidget(self._facts(rows))
            case Bullets(items):
                for item in items:
                    box.addWidget(selectable(text_label(f"·  {self._words(item)}", "body")))
            case Table(head, rows):
                for row in rows:
                    box.addWidget(self._row(head, row))
            case Spoken():
                box.addWidget(self._spoken(block))
            case Section(title, blocks):
                card = Card(margin=16, spacing=8)
                self._line(card.body, title, "heading")
                for inner in blocks:
                    self._add(card.body, inner)
                box.addWidget(card)
            case _:
                assert_never(block)

    def _words(self, text: Text) -> str:
        return self._look.words.value(text)

    def _line(self, box: QVBoxLayout, text: Text, type_: TextType) -> None:
        box.addWidget(selectable(text_label(self._words(text), type_)))

    def _paragraph(self, box: QVBoxLayout, words: str, tone: Tone) -> None:
        label = selectable(text_label(words, _TYPES[tone]))
        if tone is not Tone.NOTICE:
            box.addWidget(label)
            return
        card = Card(margin=14)
        card.body.addWidget(label)
        box.addWidget(card)

    def _facts(self, rows: tuple[tuple[Text, Text], ...]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(rows):
            grid.addWidget(text_label(self._words(name), "small", wrap=False), at, 0)
            grid.addWidget(selectable(text_label(self._words(value), "body")), at, 1)
        return holder

    def _row(self, head: tuple[Text, ...], row: tuple[Cell, ...]) -> QWidget:
        """A row of a table as a card of its own: what it is about first, then each cell, named where it has to be."""
        card = Card(margin=16, spacing=6)
        first, *rest = row
        self._cell(card.body, first, "heading")
        plain = [cell for cell in rest if not isinstance(cell, Several | Link)]
        if len(head) > _FEW_COLUMNS and len(plain) == len(rest):
            card.body.addWidget(self._facts(tuple(zip(head[1:], plain, strict=False))))
            return card
        for name, cell in zip(head[1:], rest, strict=False):
            if isinstance(cell, Several):
                self._line(card.body, name, "small-quiet")
            self._cell(card.body, cell, "body")
        return card

    def _cell(self, box: QVBoxLayout, cell: Cell, type_: TextType) -> None:
        match cell:
            case Several(texts):
                for text in texts:
                    self._line(box, text, type_)
            case Link(text, _):
                self._line(box, text, type_)
            case _:
                self._line(box, cell, type_)

    def _spoken(self, line: Spoken) -> QWidget:
        holder = QWidget()
        box = column(holder, spacing=2)
        if line.you:
            box.setContentsMargins(_INDENT, 0, 0, 0)
        self._line(box, line.who, "small")
        for shown in line.shows:
            self._line(box, shown, "quiet")
        self._line(box, line.says, "lead")
        return holder
