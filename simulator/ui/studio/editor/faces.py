"""What the editor needs of each of its faces, whatever it shows the file as."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from simulator.scenario.nodes import Path


class Face(Protocol):
    """What the page needs of a face; each is a widget."""

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on."""

    def settle(self) -> None:
        """Hand over what is only half written, such as the last letter of an input method."""

    def can_show(self, place: Path) -> bool:
        """Whether a moment, a response or a wording can be seen here as the file reads now."""

    def show_place(self, place: Path) -> None:
        """Show a moment, a response or a wording."""


def as_face(widget: QWidget | None) -> Face:
    """A page of the editor as the face that it is."""
    return widget  # type: ignore[return-value]
