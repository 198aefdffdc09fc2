"""One handed-in conversation: the page that its person saw before they handed it in, with comments pinned to turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from simulator.messages.sentences import review as say
from simulator.reports.document import Block, Document, Paragraph, Section
from simulator.ui.document_export import DocumentExport
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.review.comment_box import CommentBox
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import (
    bring_into_view,
    clear,
    column,
    in_the_middle,
    row,
    scrolling,
    to_top,
    with_larger_text,
)
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.handed_in_page import HandedInPage

_WIDEST = 860


class SessionPage(QWidget):
    """What is printed or saved holds the comments too."""

    commented = Signal(object, int, str)
    """A conversation, a turn, and what is said of it."""
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: HandedIn | None = None
        self._page: HandedInPage | None = None
        self.comments: dict[int, CommentBox] = {}
        self._turns: dict[int, DocumentView] = {}
        self._kept: dict[int, str] = {}
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        head = row(spacing=10)
        self._title = text_label("", "title")
        head.addWidget(self._title, 1)
        self.back = Button(look.say(say.BACK()), "quiet")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self._blocks = column(spacing=12)
        box.addLayout(self._blocks)
        self.export = DocumentExport(look, self.document, "conversation")
        box.addWidget(self.export)
        box.addStretch(1)
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        column(self).addWidget(self._scroll)

    @property
    def session(self) -> HandedIn | None:
        """The conversation on the page."""
        return self._found

    def show_session(self, found: HandedIn, page: HandedInPage, comments: Mapping[int, str]) -> None:
        """Show a conversation with what was said of its turns."""
        self._found, self._page, self._kept = found, page, dict(comments)
        self._title.setText(self._look.words.value(page.title))
        self.export.begin_anew()
        clear(self._blocks)
        self.comments, self._turns = {}, {}
        self._show(page.above)
        for turn, section in page.turns:
            self._turns[turn] = self._show((section,))
            self._blocks.addWidget(self._comment_box(turn, comments.get(turn, "")))
        self._show(page.below)
        tab_in_reading_order(self._inside)
        to_top(self._scroll)
        self.back.setFocus()

    def show_kept(self, turn: int, words: str) -> None:
        """A comment is kept."""
        self._kept[turn] = words.strip()
        self.comments[turn].show_kept()

    def show_turn(self, turn: int) -> None:
        """Bring a turn into view."""
        bring_into_view(self._turns[turn])

    def document(self) -> Document | None:
        """The page as it can be handed on, each comment below its turn."""
        page = self._page
        if page is None:
            return None
        turns = [self._with_comment(turn, section) for turn, section in page.turns]
        whole = page.document()
        return Document(whole.title, (*page.above, *turns, *page.below), whole.foot_title, whole.foot)

    def _with_comment(self, turn: int, section: Section) -> Section:
        words = self._kept.get(turn, "")
        said = (Paragraph((say.COMMENT(text=words),)),) if words else ()
        return Section(section.title, (*section.blocks, *said))

    def _show(self, blocks: tuple[Block, ...]) -> DocumentView:
        view = DocumentView(self._look)
        view.show_blocks(blocks)
        self._blocks.addWidget(view)
        return view

    def _comment_box(self, turn: int, words: str) -> CommentBox:
        box = self.comments[turn] = CommentBox(turn, words, self._look)
        box.kept.connect(lambda of, text: self.commented.emit(self._found, of, text))
        return box
