"""From where somebody came to a page of the Review desk, what the way back there is called, and going it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences.review import BACK
from simulator.ui.look import Look
from simulator.ui.review.return_page import ReturnPage


class WaysBack:
    """``show`` shows a page, ``otherwise`` leads to where one goes that no way back leads to: what was handed in."""

    def __init__(self, look: Look, show: Callable[[QWidget], None], otherwise: Callable[[], None]) -> None:
        self._look = look
        self._show = show
        self._otherwise = otherwise
        self._from: dict[str, QWidget | None] = {}

    def set_out(self, to: str, from_: QWidget | None) -> str:
        """Remember from where somebody goes to a page; gives what its button says that leads back."""
        self._from[to] = from_
        return self._look.say(_called(from_) or BACK())

    def go_back(self, from_: str) -> None:
        """To where somebody came from to this page."""
        page = self._from.get(from_)
        if isinstance(page, ReturnPage) and page.way_back is not None:
            page.come_back(self._show)
        else:
            self._otherwise()


def _called(page: QWidget | None) -> Message | None:
    """The words for the way back to a page, if one does not go to what was handed in instead."""
    return page.way_back if isinstance(page, ReturnPage) else None
