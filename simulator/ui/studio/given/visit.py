"""What goes between colleagues, at the Studio desk: opened files, the page on which one is played, the panel in the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from simulator.messages.sentences import giving as say
from simulator.services.giving import (
    COMMENTS,
    PACKAGE,
    is_given,
    open_blind,
    take_comments,
    taken_in,
)
from simulator.session.errors import ServiceError
from simulator.ui.asking_for_files import where_to_save, which_files
from simulator.ui.look import Look
from simulator.ui.saving_files import AskWhere, Wanted, place_for, save_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from simulator.services.file_on_disk import FileOnDisk
    from simulator.services.own_scenarios import OwnScenarios
    from simulator.ui.studio.editor.page import EditorPage
    from simulator.ui.studio.given.blind_page import BlindPage
    from simulator.ui.studio.shelf_page import ShelfPage


class VisitedStudio(Protocol):
    """The Studio desk, as far as what comes from a colleague needs it."""

    shelf: ShelfPage
    editor: EditorPage | None

    @property
    def own(self) -> OwnScenarios:
        """A person's own scenarios."""

    def own_ids(self) -> dict[str, str]:
        """The paths of a person's own scenarios, by their ids."""

    def bring(self, paths: Sequence[Path]) -> None:
        """Put files on the shelf."""

    def show_shelf(self) -> None:
        """Show every scenario file."""

    def show_page(self, page: QWidget) -> None:
        """Show a page of its own."""

    def drop_page(self, page: QWidget) -> None:
        """Let such a page go."""

    def show_opened(self, opened: FileOnDisk) -> None:
        """Show a file in the editor."""

    def window(self) -> QWidget:
        """The window in which one is asked for files."""


class GivenVisit(QObject):
    """Made by the desk; ``ask_which`` and ``ask_where`` ask for files."""

    refused = Signal(str)
    announced = Signal(str)

    def __init__(self, desk: VisitedStudio, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self.blind: BlindPage | None = None
        self.ask_which: Callable[[QWidget, str, str], tuple[Path, ...]] = which_files
        self.ask_where: AskWhere = where_to_save

    def ask_for_file(self) -> None:
        """Ask for a file of any kind that the Studio opens, and open it."""
        paths = self.ask_which(self._desk.window(), self._look.say(say.WHICH_FILE()), self._look.say(say.KIND_ANY()))
        if paths:
            self._desk.bring(paths)

    def take(self, paths: Sequence[Path]) -> list[Path]:
        """Open what came from a colleague; gives the other files."""
        given = [path for path in paths if is_given(path)]
        for path in given:
            try:
                if path.suffix.lower() == PACKAGE:
                    self._play(path)
                else:
                    self._take_comments(path)
            except ServiceError as refused:
                self.refused.emit(self._look.say(refused.message))
        return [path for path in paths if path not in given]

    def add_to(self, page: EditorPage) -> None:
        """Let the editor ask for comments that came back."""
        if page.shared is None:
            page.tools.giving.comments_wanted.connect(self._ask_for_comments)

    def _ask_for_comments(self) -> None:
        paths = self.ask_which(
            self._desk.window(), self._look.say(say.WHICH_COMMENTS()), self._look.say(say.KIND_COMMENTS())
        )
        self.take(paths)

    def _take_comments(self, path: Path) -> None:
        about, told = take_comments(path, self._desk.own, self._desk.own_ids())
        page = self._desk.editor
        if page is None or page.shared is not None:
            self._desk.show_shelf()
            self._desk.shelf.say(self._look.say(told))
        elif page.disk.path == about:
            page.tools.giving.open()
        else:
            page.tell(told)
        self.announced.emit(self._look.say(told))

    def _play(self, path: Path) -> None:
        from simulator.ui.studio.given.blind_page import BlindPage

        blind = open_blind(path, self._desk.own)
        page = self.blind = BlindPage(blind, self._look)
        page.closed.connect(self._leave)
        page.save_wanted.connect(lambda: self._save(page, blind.package.by))
        page.inside_wanted.connect(self._look_inside)
        page.told.connect(lambda message: self.refused.emit(self._look.say(message)))
        page.announced.connect(self.announced)
        self._blind = blind
        self._desk.show_page(page)
        page.take_keyboard()

    def _save(self, page: BlindPage, by: str) -> None:
        look = self._look
        name = f"{Path(self._blind.package.path).stem}-comments{COMMENTS}"
        path = place_for(Wanted(say.WHERE_PACKAGE(), name, say.KIND_COMMENTS()), self.ask_where, page, look)
        if path is None:
            return
        try:
            save_at(path, self._blind.to_send(page.name.text()))
        except ServiceError as refused:
            self.refused.emit(look.say(refused.message))
            return
        page.say(say.COMMENTS_SAVED(path=str(path), by=by or say.NO_NAME()))

    def _look_inside(self) -> None:
        try:
            opened = taken_in(self._blind.package, self._desk.own)
        except ServiceError as refused:
            self.refused.emit(self._look.say(refused.message))
            return
        self._drop()
        self._desk.show_opened(opened)

    def _leave(self) -> None:
        self._drop()
        self._desk.show_shelf()

    def _drop(self) -> None:
        if self.blind is not None:
            self._desk.drop_page(self.blind)
            self.blind = None
