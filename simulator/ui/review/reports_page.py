"""Reports and exports: of the group or of somebody, to be read, printed and saved; tables; and how long it all is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from simulator.messages.sentences import exports as say
from simulator.messages.sentences import review
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.session_tables import exported
from simulator.ui.document_export import DocumentExport
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.review.keeping_card import KeepingCard
from simulator.ui.review.table_export import TableExport
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.layouts import Card, column, in_the_middle, row, scrolling, to_top, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.titled import add_head

if TYPE_CHECKING:
    from simulator.reports.document import Document

_WIDEST = 1_000


class ReportsPage(QWidget):
    """``report_wanted`` tells about whom (nobody: the group); the report is shown below its buttons."""

    report_wanted = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._look = look
        self._shelf = Shelf()
        self._document: Document | None = None
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=16)
        self.back = add_head(box, look.say(say.TITLE()), look.say(review.BACK()))
        self.back.clicked.connect(self.closed)
        box.addWidget(text_label(look.say(say.LEAD()), "body"))
        box.addWidget(self._tables(now_ms))
        self.keeping = KeepingCard(look)
        box.addWidget(self.keeping)
        box.addWidget(self._reports())
        self.view = DocumentView(look)
        box.addWidget(self.view)
        box.addStretch(1)
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.TITLE()))
        column(self).addWidget(self._scroll)

    @property
    def about(self) -> ReviewedPerson | None:
        """Whom the report is about; nobody: the group."""
        person = self.whom.currentData()
        return person if isinstance(person, ReviewedPerson) else None

    def show_shelf(self, shelf: Shelf) -> None:
        """Offer reports of the group and of everybody in it."""
        self._shelf = shelf
        self.whom.blockSignals(True)
        self.whom.clear()
        self.whom.addItem(self._look.say(say.THE_GROUP()), None)
        for person in shelf.people:
            self.whom.addItem(person.name, person)
        self.whom.blockSignals(False)
        self.tables.begin_anew()
        self.report_wanted.emit(None)
        to_top(self._scroll)

    def show_report(self, document: Document) -> None:
        """Show a report."""
        self._document = document
        self.export.begin_anew()
        self._title.setText(self._look.words.value(document.title))
        self.view.show_blocks(document.blocks)
        tab_in_reading_order(self._inside)

    def _tables(self, now_ms: Callable[[], int]) -> Card:
        card = Card(margin=18, spacing=10)
        card.body.addWidget(text_label(self._look.say(say.TABLES()), "heading"))
        card.body.addWidget(text_label(self._look.say(say.TABLES_LEAD()), "small"))
        self.tables = TableExport(self._look, lambda: tuple(exported(self._shelf)), now_ms)
        card.body.addWidget(self.tables)
        return card

    def _reports(self) -> Card:
        look, card = self._look, Card(margin=18, spacing=10)
        card.body.addWidget(text_label(look.say(say.REPORTS()), "heading"))
        self.whom = ChoiceBox()
        self.whom.activated.connect(lambda _index: self.report_wanted.emit(self.about))
        line = row()
        line.addWidget(labelled(self.whom, look.say(say.ABOUT_WHOM()), spacing=8))
        line.addStretch(1)
        card.body.addLayout(line)
        self._title = text_label("", "body")
        card.body.addWidget(self._title)
        self.export = DocumentExport(look, lambda: self._document, "report")
        card.body.addWidget(self.export)
        return card
