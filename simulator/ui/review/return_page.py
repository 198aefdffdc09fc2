"""A page of the Review desk to which one comes back from others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message


class ReturnPage(QWidget):
    """Says itself what the way back to it is called, and what it needs before it is shown again."""

    @property
    def way_back(self) -> Message | None:
        """The words for the way back to it, if there is one now."""
        raise NotImplementedError

    def come_back(self, show: Callable[[QWidget], object]) -> None:
        """Be shown again, as it stands."""
        show(self)
