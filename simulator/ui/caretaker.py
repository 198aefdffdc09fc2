"""Looks after the store while the window is open: what is damaged is told, what is missing asked about, backups are made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.session.errors import ServiceError, StoreDamaged
from simulator.storage.settings import Settings
from simulator.ui.data_care import DataCare
from simulator.ui.store_door import StoreDoor, Topic

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.services.store_care import StoreState

_SETTLED_MS = 1_500
"""After so long the window is drawn, or a change is over; looking through the store begins then, and gives way to all else."""


class Caretaker(QObject):
    """Works behind: in parts, between which everything else comes first."""

    looked_through = Signal(tuple)
    """All faults that were found."""
    looked_at = Signal(object)
    """The state of the store, which may hold nothing against expectation."""
    unreadable = Signal(object)
    """The state of a store that is damaged so that nothing of it can be read, with the backups that there are."""
    refused = Signal(ServiceError)

    def __init__(self, door: StoreDoor, care: DataCare, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._care = care
        self._settings = settings
        self._beginning = 0
        self._backing_up = False
        self._broken_off = False
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.look_through)
        door.reopened.connect(self._begin_again)

    def begin(self) -> None:
        """Ask whether the store is what it should be, and look through it once the window stands."""
        self._beginning += 1
        settings, beginning = self._settings, self._beginning
        self._door.ask(
            self,
            lambda store: self._care.state(store, settings),
            lambda state: self._tell_state(settings, state),
            lambda refusal: self._not_opened(refusal, beginning),
        )
        self._settled.start()

    def know(self, settings: Settings) -> None:
        """Whoever practises now is expected in the store from now on."""
        self._settings = settings

    def look_through(self) -> None:
        """Look for what is not as it was stored, newest sessions first."""
        self._door.change_in_parts(self, self._care.look_through, self.looked_through.emit, self._not_looked_through)

    def look_through_soon(self) -> None:
        """The same, once nothing has changed for a while."""
        self._settled.start()

    def take_as_it_is(self) -> None:
        """What is missing is no longer missed; what is damaged stays told."""
        self._door.change(
            self,
            lambda store: store.accept_losses(),
            lambda _done: self.look_through(),
            self.refused.emit,
            Topic.SESSIONS,
        )

    def session_ended(self) -> None:
        """Make a backup if the last one is older than a day."""
        if self._backing_up or not self._care.backup_is_due():
            return
        self._backing_up = True
        work = partial(self._care.back_up, asked=False)
        self._door.change_in_parts(self, work, self._backed_up, self._not_backed_up, Topic.BACKUPS)

    def _begin_again(self) -> None:
        """The store was let go and taken again: what was broken off is done on what is there now."""
        self.begin()
        if self._broken_off:
            self._broken_off = False
            self.session_ended()

    def _tell_state(self, settings: Settings, state: StoreState) -> None:
        # Whoever sat down meanwhile is somebody else, of whom nothing is missed.
        if settings.person == self._settings.person:
            self.looked_at.emit(state)

    def _not_looked_through(self, refusal: ServiceError) -> None:
        if not _is_broken_off(refusal):
            self.refused.emit(refusal)

    def _backed_up(self, _path: Path) -> None:
        self._backing_up = False

    def _not_backed_up(self, refusal: ServiceError) -> None:
        self._backing_up = False
        if _is_broken_off(refusal):
            self._broken_off = True
        else:
            self.refused.emit(refusal)

    def _not_opened(self, refusal: ServiceError, beginning: int) -> None:
        """Why is told where the store is asked for something; one that is damaged has backups to go back to."""
        if isinstance(refusal, StoreDamaged):
            from simulator.ui.background import Background

            why = refusal.message
            looking: Background[StoreState] = Background(self)
            looking.ask(lambda: self._care.unreadable_state(why), lambda state: self._tell_unreadable(state, beginning))

    def _tell_unreadable(self, state: StoreState, beginning: int) -> None:
        # Meanwhile a backup may have been put in its place.
        if beginning == self._beginning:
            self.unreadable.emit(state)


def _is_broken_off(refusal: ServiceError) -> bool:
    """Whether work in parts was broken off because the store was taken anew, and not for a reason of its own."""
    from simulator.messages.sentences.storage import INTERRUPTED

    return refusal.message.sentence == INTERRUPTED
