"""The window as its parts know it: where one is in it, and everywhere one can go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from simulator.messages.message import Message
    from simulator.ui.announcer import Announcer
    from simulator.ui.look import Look
    from simulator.ui.practice.desk import PracticeDesk
    from simulator.ui.studio.desk import StudioDesk
    from simulator.ui.window_bar import Desk


class Places(Protocol):
    """What keys, the command palette, the tours, the help and dropped files need of the window."""

    announcer: Announcer

    @property
    def look(self) -> Look:
        """How things look with the settings of now."""

    @property
    def at(self) -> Desk:
        """The desk at which one is, or to which one comes back."""

    @property
    def desk(self) -> PracticeDesk | None:
        """The Practice desk, once somebody is there."""

    @property
    def studio_desk(self) -> StudioDesk | None:
        """The Studio, once somebody went there."""

    @property
    def recent(self) -> Sequence[str]:
        """The scenarios that were opened last, by their ids, the last one first."""

    @property
    def talking(self) -> bool:
        """Whether a conversation is going on."""

    @property
    def can_turn(self) -> bool:
        """Whether another page can be shown now."""

    @property
    def way_back(self) -> str:
        """Where one comes back to, in words."""

    def show_practice(self) -> None:
        """Show the Practice desk."""

    def show_studio(self) -> None:
        """Show the Studio."""

    def show_review(self) -> None:
        """Show the Review desk."""

    def show_settings(self) -> None:
        """Show the settings."""

    def show_backups(self) -> None:
        """Show the backups among the settings."""

    def show_help(self) -> None:
        """Show the help for what is on the screen."""

    def show_help_page(self, name: str, heading: str = "") -> None:
        """Show a page of the help."""

    def show_tour(self) -> None:
        """Show the first step of the tour."""

    def show_studio_tour(self) -> None:
        """Show the first step of the tour of the Studio."""

    def end_tour(self) -> None:
        """Take the tour away."""

    def turn_to(self, page: QWidget) -> None:
        """Show a page of the window."""

    def come_back_to(self, page: QWidget) -> None:
        """Back from the help to a page."""

    def tell_message(self, message: Message) -> None:
        """Show a message about something that could not be done."""

    def close(self) -> bool:
        """Close the window."""

    def window(self) -> QWidget:
        """The window itself, for what listens to it."""
