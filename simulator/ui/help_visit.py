"""Going to the help from anywhere in the window, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.ui.window_bar import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from simulator.ui.help_page import HelpPage
    from simulator.ui.places import Places

_FOR: Final = {Desk.PRACTICE: "conversation", Desk.STUDIO: "vocabulary", Desk.REVIEW: "review"}
"""The page of help that is shown first at a desk."""


class HelpVisit:
    """The help among the ``pages`` of a window, while somebody reads it."""

    def __init__(self, window: Places, pages: QStackedWidget) -> None:
        self._window = window
        self._pages = pages
        self._before: QWidget | None = None
        self.page: HelpPage | None = None

    @property
    def is_here(self) -> bool:
        """Whether the help is what is shown."""
        return self.page is not None and self._pages.currentWidget() is self.page

    def turn(self) -> None:
        """Show the help, for what is on the screen; asked for once more, lead back to there."""
        # Late: whoever comes to the settings leaves the help, which may never have been read.
        from simulator.ui.help_page import HelpPage

        window = self._window
        if self.is_here:
            self._close()
            return
        if not window.can_turn:
            return
        self.leave()
        page = self.page = HelpPage(window.look, window.way_back)
        page.closed.connect(self._close)
        page.tour_wanted.connect(window.show_tour)
        page.tour.setVisible(not window.talking)
        self._before = self._pages.currentWidget()
        self._pages.addWidget(page)
        window.turn_to(page)
        page.show_page(self._for_here())

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a page of the help, from its top or from one of its headings."""
        if not self.is_here:
            self.turn()
        if self.page is not None:
            self.page.show_page(name, heading)

    def _for_here(self) -> str:
        """The page of the help that goes with what is on the screen."""
        window = self._window
        if window.talking:
            return _FOR[Desk.PRACTICE]
        editing = window.at is Desk.STUDIO and window.studio_desk is not None and window.studio_desk.editor is not None
        return "studio" if editing else _FOR[window.at]

    def _close(self) -> None:
        """Back to where one was, the settings included."""
        if self._before is not None:
            self._window.come_back_to(self._before)
        self.leave()

    def leave(self) -> None:
        """Take the help away."""
        if self.page is not None:
            self._pages.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
