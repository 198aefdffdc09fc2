"""What is known of the soundness of the store, and how it comes to stand above the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.services.store_care import StoreState
    from simulator.session.store import Fault
    from simulator.ui.practice.soundness_card import SoundnessCard


class StoreSoundness:
    """The state of the store as it was opened, and the faults that were found in it since."""

    def __init__(self) -> None:
        self.faults: tuple[Fault, ...] = ()
        self._state: StoreState | None = None

    def open_as(self, state: StoreState) -> None:
        """The store was opened, or could not be; what was found in the one before it is no longer true."""
        self._state, self.faults = state, ()

    def forget_state(self) -> None:
        """Somebody else sits down, of whom nothing is missed."""
        self._state = None

    @property
    def is_empty_unexpectedly(self) -> bool:
        """Whether somebody is missing in the store who should be in it."""
        return self._state is not None and self._state.missing is not None

    def show_on(self, card: SoundnessCard) -> None:
        """Show what is wrong; an unreadable or unexpectedly empty store before all else."""
        if self._state is not None and self._state.unreadable is not None:
            card.show_unreadable(self._state)
        elif self._state is not None and self._state.missing is not None:
            card.show_empty(self._state)
        else:
            card.show_faults(self.faults)
