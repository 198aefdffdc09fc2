"""The library: every scenario as a card, with what it practises and how far you have come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from simulator.alliance import Family
from simulator.services.practice import Progress, ShelfItem
from simulator.ui.look import Look
from simulator.ui.practice.portrait_view import PortraitView
from simulator.ui.verdict_words import VERDICT_WORDS
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.layouts import PANEL, Card, clear, column, row, scrolling
from simulator.ui.widgets.text import text_label

_CARD_WIDTH = 360
_PORTRAIT = 84


class ScenarioCard(Card):
    """One scenario on the shelf."""

    chosen = Signal(ShelfItem)
    resumed = Signal(ShelfItem)
    looked_back = Signal(ShelfItem)

    def __init__(self, item: ShelfItem, look: Look) -> None:
        super().__init__(margin=20, spacing=10)
        self._item = item
        card = item.card
        top = row(spacing=14)
        portrait = PortraitView(look, width=_PORTRAIT)
        portrait.show_person(card.portrait)
        top.addWidget(portrait)
        words = column(spacing=2)
        words.addWidget(text_label(card.title, "heading"))
        if card.patient_name:
            words.addWidget(text_label(f"{card.patient_name}, {card.patient_age} · {card.patient_work}", "small"))
        words.addStretch(1)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        self.body.addWidget(text_label(card.about, "body"))
        if card.objectives:
            self.body.addWidget(text_label(self.tr("You practise to {0}.").format(listed(card.objectives)), "quiet"))
        practised = row(spacing=14)
        for family in card.families:
            practised.addWidget(FamilyMark(look, Family(family), family, wrap=False))
        practised.addStretch(1)
        self.body.addLayout(practised)
        self.body.addWidget(text_label(_facts(item), "small"))
        self.body.addStretch(1)
        self.body.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        item = self._item
        buttons = row(spacing=8)
        resuming = item.progress.open_session is not None
        self.open_button = Button(
            self.tr("Start again") if resuming else self.tr("Open"),
            "plain" if resuming else "primary",
            name=self.tr("Open {0}").format(item.card.title),
        )
        self.open_button.setEnabled(not item.card.problems)
        self.open_button.clicked.connect(lambda: self.chosen.emit(item))
        self.first_button = self.open_button
        if resuming:
            resume = self.first_button = Button(
                self.tr("Resume"), "primary", name=self.tr("Resume {0}").format(item.card.title)
            )
            resume.clicked.connect(lambda: self.resumed.emit(item))
            buttons.addWidget(resume)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        if item.progress.ended:
            earlier = Button(self.tr("Look back"), "quiet", name=self.tr("Look back at {0}").format(item.card.title))
            earlier.clicked.connect(lambda: self.looked_back.emit(item))
            buttons.addWidget(earlier)
        return buttons


def _facts(item: ShelfItem) -> str:
    card = item.card
    if card.problems:
        faults = "one fault" if card.problems == 1 else f"{card.problems} faults"
        return f"Cannot be played yet: {faults}. “python main.py check {card.root / card.path}” names them."
    return " · ".join((f"difficulty {card.difficulty}", f"about {card.minutes} min", _told(item.progress)))


def listed(phrases: tuple[str, ...]) -> str:
    """Phrases as one: “notice a withdrawal and own your tone”."""
    return " and ".join(part for part in (", ".join(phrases[:-1]), *phrases[-1:]) if part)


def _told(progress: Progress) -> str:
    if not progress.finished:
        return "left in the middle" if progress.open_session else "not played yet"
    plays = "played once" if progress.finished == 1 else f"played {progress.finished} times"
    return f"{plays}, best: {VERDICT_WORDS[progress.best]}" if progress.best else plays


class LibraryPage(QWidget):
    """The shelf of scenarios."""

    chosen = Signal(ShelfItem)
    resumed = Signal(ShelfItem)
    looked_back = Signal(ShelfItem)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[ScenarioCard] = []
        self._columns = 0
        inside = QWidget()
        box = column(inside, margin=PANEL, spacing=6)
        box.setContentsMargins(40, 28, 40, 28)
        box.addWidget(text_label(self.tr("Who would you like to sit with?"), "title"))
        self._lead = text_label("", "quiet")
        box.addWidget(self._lead)
        box.addSpacing(14)
        self._grid = QGridLayout()
        self._grid.setSpacing(20)
        box.addLayout(self._grid)
        box.addStretch(1)
        outer = column(self)
        outer.addWidget(scrolling(inside, self.tr("Scenario library")))

    def show_shelf(self, items: tuple[ShelfItem, ...]) -> None:
        """Show the scenarios of the library."""
        self._lead.setText(
            self.tr(
                "Each conversation begins just after something went wrong between you. Nothing leaves this computer."
            )
            if items
            else self.tr("There is no scenario in the library yet. Put scenario files into the folder “scenarios”.")
        )
        clear(self._grid)
        self._cards = [self._card(item) for item in items]
        self._columns = 0
        self._lay_out()

    def cards(self) -> list[ScenarioCard]:
        """The cards in the order in which they are shown."""
        return list(self._cards)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the first scenario."""
        super().showEvent(event)
        for card in self._cards:
            if card.first_button.isEnabled():
                card.first_button.setFocus()
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._lay_out()

    def _card(self, item: ShelfItem) -> ScenarioCard:
        card = ScenarioCard(item, self._look)
        card.chosen.connect(self.chosen)
        card.resumed.connect(self.resumed)
        card.looked_back.connect(self.looked_back)
        return card

    def _lay_out(self) -> None:
        wide = round(_CARD_WIDTH * (0.5 + 0.5 * self._look.scale))
        columns = max(1, min(3, (self.width() - 80) // wide))
        if columns == self._columns:
            return
        self._columns = columns
        for column_index in range(3):
            self._grid.setColumnStretch(column_index, 1 if column_index < columns else 0)
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
