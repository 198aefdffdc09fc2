"""On the way to another page of the Practice desk: one conversation is opened at a time, and nobody is fetched back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from simulator.session.errors import ServiceError
from simulator.ui.store_door import StoreDoor, Topic

if TYPE_CHECKING:
    from simulator.session.store import SessionStore

T = TypeVar("T")


class Opening:
    """``refuse`` tells why something cannot be opened."""

    def __init__(self, desk: QWidget, door: StoreDoor, refuse: Callable[[ServiceError], None]) -> None:
        self._desk = desk
        self._door = door
        self._refuse = refuse
        self._way: object | None = None

    def open(self, job: Callable[[SessionStore], T], show: Callable[[T], None]) -> None:
        """Have the store open a conversation; meanwhile no other is opened, and whoever goes elsewhere is left there."""
        if self._way is not None:
            return
        arrived = self.set_out()

        def refused(refusal: ServiceError) -> None:
            arrived()
            self._refuse(refusal)

        self._door.change(self._desk, job, lambda found: show(found) if arrived() else None, refused, Topic.SESSIONS)

    def set_out(self) -> Callable[[], bool]:
        """Be on the way to another page; gives what ends that, and tells whether nobody has gone elsewhere meanwhile."""
        way = self._way = object()

        def arrived() -> bool:
            if self._way is not way:
                return False
            self._way = None
            return self._desk.isVisibleTo(self._desk.window())

        return arrived

    def end(self) -> None:
        """Somebody is at a page: what was on its way is no longer waited for."""
        self._way = None
