"""The shelf of the Studio: every scenario file, what is known of it, and a button that tries everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from simulator.services.studio import StudioItem
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card as Surface
from simulator.ui.widgets.layouts import clear, column, scrolling
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from simulator.scenario.library import Card

_STACKED_BELOW = 760
_READABLE = 860
_AROUND = 80


class ShelfRow(Surface):
    """One scenario file."""

    chosen = Signal(StudioItem)

    def __init__(self, item: StudioItem, look: Look) -> None:
        super().__init__(margin=18, spacing=0)
        self.item = item
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(20)
        self.body.addLayout(self._box)
        words = column(spacing=4)
        words.addWidget(text_label(item.card.title, "heading"))
        words.addWidget(text_label(self._facts(), "small-quiet"))
        if item.card.about:
            words.addWidget(Paragraph(item.card.about, round(_READABLE * look.scale)))
        self._box.addLayout(words, 1)
        self.aside = QWidget()
        aside = column(self.aside, spacing=8)
        aside.addWidget(self._state(look))
        self.button = Button(self._word(), "plain", name=f"{self._word()}: {item.card.title}")
        self.button.clicked.connect(lambda: self.chosen.emit(item))
        aside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        aside.addStretch(1)
        self._box.addWidget(self.aside)

    def stack(self, stacked: bool) -> None:
        """Put the button below the words, or beside them."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _facts(self) -> str:
        card = self.item.card
        whose = self.tr("comes with Attune") if self.item.shipped else self.tr("your own")
        difficulty = self.tr("difficulty {0}").format(card.difficulty)
        return " · ".join((card.path, *((difficulty,) if not card.problems else ()), whose))

    def _word(self) -> str:
        if self.item.proof is not None:
            return self.tr("Show what was found")
        return self.tr("Show the faults") if self.item.card.problems else self.tr("Try everything")

    def _state(self, look: Look) -> MarkedWord:
        faults = self.item.card.problems
        if faults:
            return MarkedWord(
                look, Mark.ERROR, self.tr("one error") if faults == 1 else self.tr("{0} errors").format(faults)
            )
        if self.item.proof is None:
            return MarkedWord(look, None, self.tr("not tried yet"))
        warnings = len(self.item.proof.diagnostics)
        if not warnings:
            return MarkedWord(look, Mark.CLEAN, self.tr("tried, nothing to mend"))
        told = self.tr("one warning") if warnings == 1 else self.tr("{0} warnings").format(warnings)
        return MarkedWord(look, Mark.WARNING, self.tr("tried, {0}").format(told))


class ShelfPage(QWidget):
    """Every scenario file in a row of its own."""

    chosen = Signal(StudioItem)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[ShelfRow] = []
        self._here: Button | None = None
        self._inside = QWidget()
        box = column(self._inside, spacing=6)
        box.setContentsMargins(40, 28, 40, 28)
        box.addWidget(text_label(self.tr("Is each scenario true, fair and finished?"), "title"))
        self._lead = Paragraph("", round(_READABLE * look.scale), "quiet")
        box.addWidget(self._lead)
        box.addSpacing(14)
        self._list = column(spacing=12)
        box.addLayout(self._list)
        box.addStretch(1)
        self._scroll = scrolling(self._inside, self.tr("All scenario files"))
        column(self).addWidget(self._scroll)

    def show_shelf(self, items: tuple[StudioItem, ...], at: Card | None = None) -> None:
        """Show scenario files; the keyboard goes to that of ``at``, or else to the first."""
        self._lead.setText(
            self.tr(
                "Here Attune plays every possible session of a scenario, and tells what should be mended and what is "
                "proved. These pages give the answers away: read them as an author, not before you practise."
            )
            if items
            else self.tr("There is no scenario yet. Put scenario files into the folder “scenarios”.")
        )
        clear(self._list)
        self._rows = [self._row(item) for item in items]
        for row in self._rows:
            self._list.addWidget(row)
        known = {_place(row.item.card): row.button for row in self._rows}
        self._here = known.get(_place(at)) if at is not None else None
        self._arrange()
        if self.isVisible():
            self._take_keyboard()

    def rows(self) -> list[ShelfRow]:
        """The rows in the order in which they are shown."""
        return list(self._rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where it was, or on the first scenario."""
        super().showEvent(event)
        self._take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons go below the words where both would be too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _take_keyboard(self) -> None:
        first = self._rows[0].button if self._rows else None
        here = self._here or first
        if here is None:
            return
        here.setFocus()
        # The rows are new: where they are is known once they are laid out.
        layout = self._inside.layout()
        if here is not first and layout is not None:
            layout.activate()
            self._scroll.ensureWidgetVisible(here, 0, _AROUND)

    def _arrange(self) -> None:
        widest = max((row.aside.sizeHint().width() for row in self._rows), default=0)
        stacked = self.width() < _STACKED_BELOW * (0.5 + 0.5 * self._look.scale)
        for row in self._rows:
            row.aside.setMinimumWidth(0 if stacked else widest)
            row.stack(stacked)

    def _row(self, item: StudioItem) -> ShelfRow:
        row = ShelfRow(item, self._look)
        row.chosen.connect(self.chosen)
        return row


def _place(card: Card) -> tuple[str, str]:
    return str(card.root), card.path
