"""Files on their way to the Review desk: asked for or dropped there, looked at, and taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import review as say
from simulator.services.review_shelf import Looked
from simulator.services.reviewing import SUFFIXES
from simulator.ui.review.take_in_page import TakeInPage
from simulator.ui.review.visited_desk import VisitedDesk


class TakingInVisit(QObject):
    """``ask_folder`` asks for a folder to open."""

    opened = Signal(tuple)
    """Files and folders that are to be looked at."""

    def __init__(self, desk: VisitedDesk, ask_folder: Callable[[QWidget, str], Path | None]) -> None:
        super().__init__(desk.pages)
        self._desk = desk
        self._ask_folder = ask_folder

    @cached_property
    def page(self) -> TakeInPage:
        """What would be taken in."""
        page = TakeInPage(self._desk.look)
        page.taken_in.connect(self._take_in)
        page.closed.connect(self._desk.leave)
        self._desk.pages.addWidget(page)
        return page

    def ask_for_files(self) -> None:
        """Ask which files are to be looked at."""
        look, pages = self._desk.look, self._desk.pages
        kind = look.say(say.KIND(pattern=" ".join(f"*{suffix}" for suffix in SUFFIXES)))
        self._open(self._desk.ask_files(pages, look.say(say.WHICH_FILES()), kind))

    def ask_for_folder(self) -> None:
        """Ask for a folder all of whose files are to be looked at."""
        folder = self._ask_folder(self._desk.pages, self._desk.look.say(say.WHICH_FOLDER()))
        self._open(() if folder is None else (folder,))

    def drop(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self._open(paths)

    def show_looked(self, looked: tuple[Looked, ...]) -> None:
        """Show what was found in these files."""
        self.page.show_looked(looked, self._desk.review.enrolled())
        self._desk.pages.setCurrentWidget(self.page)

    def _open(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self.opened.emit(paths)

    def _take_in(self, looked: tuple[Looked, ...], known_as: Mapping[bytes, str]) -> None:
        desk = self._desk
        desk.do(lambda: desk.review.take_in(looked, known_as), lambda _count: desk.leave())
