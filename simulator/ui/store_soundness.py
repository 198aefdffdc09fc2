"""What is known of the soundness of the store, and how it comes to stand above the shelf."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.ui.caretaker import Caretaker
from simulator.ui.store_door import StoreDoor, Topic

if TYPE_CHECKING:
    from simulator.services.store_care import StoreState
    from simulator.session.store import Fault
    from simulator.ui.practice.soundness_card import SoundnessCard


class StoreSoundness(QObject):
    """The state of the store as it was opened, and the faults that the ``caretaker`` found in it since.

    ``talking`` tells whether a conversation is going on.
    """

    nobody_missed = Signal()
    """Nobody is missed in the store who should be in it: whoever is there can be kept in it."""

    def __init__(self, caretaker: Caretaker, door: StoreDoor, talking: Callable[[], bool]) -> None:
        super().__init__(caretaker)
        self._caretaker = caretaker
        self._talking = talking
        self._card: SoundnessCard | None = None
        self._faults: tuple[Fault, ...] = ()
        self._state: StoreState | None = None
        caretaker.looked_through.connect(self._show_faults)
        caretaker.looked_at.connect(self._open_as)
        caretaker.unreadable.connect(self._show_unreadable)
        door.changed.connect(self._look_again)

    def stand_on(self, card: SoundnessCard | None) -> None:
        """Show what is wrong on a card above the shelf from now on, or nowhere."""
        self._card = card
        if card is not None:
            card.accepted.connect(self._caretaker.take_as_it_is)
            card.begun_anew.connect(self.begin_anew)
            self._show()

    def forget_state(self) -> None:
        """Somebody else sits down, of whom nothing is missed."""
        self._state = None

    def forget_faults(self) -> None:
        """What was damaged was deleted."""
        self._faults = ()

    def begin_anew(self) -> None:
        """An empty store is what is wanted; whoever begins a conversation says so too."""
        if self._state is not None and self._state.missing is not None:
            self.forget_state()
            self.nobody_missed.emit()
            self._show()

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        self._faults = faults
        self._show()

    def _look_again(self, topic: Topic) -> None:
        """What was damaged may be whole again, by a conversation that brought its texts along, or be deleted."""
        if topic is Topic.SESSIONS and self._faults and not self._talking():
            self._caretaker.look_through_soon()

    def _open_as(self, state: StoreState) -> None:
        """The store was opened; what was found in the one before it is no longer true."""
        self._state, self._faults = state, ()
        if state.missing is None:
            self.nobody_missed.emit()
        self._show()

    def _show_unreadable(self, state: StoreState) -> None:
        """Nothing can be read of the store; its backups are offered."""
        self._state, self._faults = state, ()
        self._show()

    def _show(self) -> None:
        """An unreadable or unexpectedly empty store stands before all else."""
        card, state = self._card, self._state
        if card is None:
            return
        if state is not None and state.unreadable is not None:
            card.show_unreadable(state)
        elif state is not None and state.missing is not None:
            card.show_empty(state)
        else:
            card.show_faults(self._faults)
