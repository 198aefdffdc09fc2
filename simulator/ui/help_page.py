"""Help, with the page of words: reached by F1 from anywhere, and left for where one was."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QTextBrowser, QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import help as say
from simulator.messages.sentences.tour import SHOW as SHOW_TOUR
from simulator.services.about_page import with_versions
from simulator.services.vocabulary_page import for_reading
from simulator.shipped_files import ASSETS
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column, row, scrolling
from simulator.ui.widgets.text import text_label

PAGES: Final[tuple[tuple[str, Sentence], ...]] = (
    ("conversation", say.CONVERSATION),
    ("vocabulary", say.WORDS),
    ("reaction-rules", say.RULES),
    ("competencies", say.COMPETENCIES),
    ("prices", say.PRICES),
    ("studio", say.STUDIO),
    ("data", say.DATA),
    ("review", say.REVIEW),
    ("accessibility", say.ACCESS),
    ("changes", say.CHANGES),
    ("about", say.ABOUT),
)
"""The pages by the names of their files, in reading order."""

_WIDTH: Final = 980
_TEXT_AT_LEAST: Final = 120
_ABOVE_HEADING: Final = 18


class HelpPage(QWidget):
    """Pages of help to choose from; ``closed`` tells that somebody goes back to where they were."""

    closed = Signal()
    tour_wanted = Signal()

    def __init__(self, look: Look, back: str, folder: Path = ASSETS / "help") -> None:
        super().__init__()
        self._look = look
        self._folder = folder
        # Searched again with every letter that is typed.
        self._text_of = cache(self._plain_text)
        inside = QWidget()
        inside.setMaximumWidth(round(_WIDTH * look.scale))
        box = column(inside, spacing=12)
        box.setContentsMargins(32, 20, 32, 16)
        box.addLayout(self._head(back))
        box.addWidget(self._choice())
        box.addLayout(self._finding())
        self.text = QTextBrowser()
        self.text.setAccessibleName(look.say(say.TITLE()))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setProperty("kind", "help")
        self.text.document().setDocumentMargin(16)
        self.text.setMinimumHeight(round(_TEXT_AT_LEAST * look.scale))
        box.addWidget(self.text, 1)
        # In a window that is too small for the list of pages and a text the whole page scrolls, in others the text does.
        whole = QWidget()
        across = row(whole)
        across.addStretch(1)
        across.addWidget(inside, 100)
        across.addStretch(1)
        column(self).addWidget(scrolling(whole, look.say(say.TITLE())))

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a page from its top or from one of its headings, ready to be read; one that is not there says so."""
        self._open(name)
        if heading:
            self._go_to(heading)
        self._told.hide()
        self.text.setFocus()

    def _open(self, name: str) -> None:
        number = [each for each, _ in PAGES].index(name)
        self._pages.button(number).setChecked(True)
        try:
            self.text.setMarkdown(self._read(name))
            self._give_headings_room()
        except OSError:
            self.text.setPlainText(self._look.say(say.MISSING()))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _go_to(self, heading: str) -> None:
        """To a heading, named as a link to it would name it: in small letters, with hyphens."""
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and "-".join(block.text().casefold().split()) == heading:
                # From the end back, so that it stands at the top.
                self.text.moveCursor(QTextCursor.MoveOperation.End)
                self.text.setTextCursor(QTextCursor(block))
                return
            block = block.next()

    def _read(self, name: str) -> str:
        text = (self._folder / f"{name}.md").read_text("utf-8")
        return with_versions(text) if name == "about" else for_reading(text)

    def _head(self, back: str) -> QHBoxLayout:
        line = row(spacing=12)
        line.addWidget(text_label(self._look.say(say.TITLE()), "title"), 1)
        self.tour = Button(self._look.say(SHOW_TOUR()), "quiet")
        self.tour.clicked.connect(self.tour_wanted)
        line.addWidget(self.tour)
        self.done = Button(back, "primary")
        self.done.clicked.connect(self.closed)
        line.addWidget(self.done)
        return line

    def _finding(self) -> QHBoxLayout:
        line = row(spacing=12)
        self.search = QLineEdit()
        self.search.setAccessibleName(self._look.say(say.FIND()))
        self.search.setPlaceholderText(self._look.say(say.FIND()))
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(lambda _words: self._find(from_top=True))
        self.search.returnPressed.connect(lambda: self._find(from_top=False))
        self._told = text_label(self._look.say(say.NOT_FOUND()), "small", wrap=False)
        self._told.hide()
        line.addWidget(self.search, 1)
        line.addWidget(self._told)
        return line

    def _find(self, *, from_top: bool) -> None:
        """Go to the next place where the words stand: on this page, then on the pages after it, then on those before."""
        words = self.search.text().strip()
        if from_top or not words:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        found = not words or self.text.find(words) or self._find_elsewhere(words)
        self._told.setVisible(not found)

    def _find_elsewhere(self, words: str) -> bool:
        """Open the next page on which the words stand, at the end this one again from its top; gives whether there is one."""
        names = [name for name, _ in PAGES]
        after = self._pages.checkedId() + 1
        for name in names[after:] + names[:after]:
            if words.casefold() in self._text_of(name).casefold():
                self._open(name)
                if self.text.find(words):
                    return True
        return False

    def _plain_text(self, name: str) -> str:
        """A page as it is read, without its marks; nothing where it is missing."""
        with suppress(OSError):
            page = QTextDocument()
            page.setMarkdown(self._read(name))
            return page.toPlainText()
        return ""

    def _give_headings_room(self) -> None:
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1:
                form = block.blockFormat()
                form.setTopMargin(_ABOVE_HEADING * self._look.scale)
                form.setBottomMargin(_ABOVE_HEADING / 3 * self._look.scale)
                QTextCursor(block).setBlockFormat(form)
            block = block.next()
        # Qt lays out a long page bit by bit, and would leave out paragraphs after a heading that was changed meanwhile.
        document = self.text.document()
        document.markContentsDirty(0, document.characterCount())

    def _choice(self) -> QWidget:
        holder = Flow(spacing=6)
        self._pages = QButtonGroup(holder)
        for number, (name, word) in enumerate(PAGES):
            button = Button(self._look.say(word()), "tag")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, n=name: self.show_page(n))
            self._pages.addButton(button, number)
            holder.items.addWidget(button)
        return holder

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.closed.emit()
            return
        super().keyPressEvent(event)
