"""Leads through the tour: one step after the other at the foot of the window, until it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from simulator.ui.tour import Tour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout

    from simulator.ui.places import Places
    from simulator.ui.tour import Step


class TourGuide:
    """The step of the tour that a window shows, in ``place``, which the window makes anew with itself."""

    def __init__(self, window: Places, place: QVBoxLayout) -> None:
        self._window = window
        self._place = place
        self.tour: Tour | None = None
        self.steps: Sequence[Step] = ()
        """Those of the tour that was begun last."""

    def begin(self, steps: Sequence[Step], number: int = 0) -> None:
        """Lead through these steps."""
        self.steps = steps
        self.show(number)

    def go_on_from(self, before: TourGuide) -> None:
        """Put up the step that was shown before everything was made anew."""
        if before.tour is not None:
            self.steps = before.steps
            self.put(before.tour.number)

    def show(self, number: int) -> None:
        """Show a step and the page that it speaks of; nothing in the middle of a conversation."""
        if self._window.can_turn and not self._window.talking:
            self.put(number).step.show(self._window)
            # A page that has just been made takes the keyboard when it is laid out.
            QTimer.singleShot(0, self._listen)

    def put(self, number: int) -> Tour:
        """Put a step in its place, whatever page is shown."""
        self.end()
        tour = self.tour = Tour(self._window.look, number, self.steps)
        tour.turned.connect(self.show)
        tour.left.connect(self._window.end_tour)
        self._place.addWidget(tour)
        return tour

    def end(self) -> None:
        """Take the tour away; the help and the command palette know where it is."""
        if self.tour is not None:
            self._place.removeWidget(self.tour)
            self.tour.deleteLater()
            self.tour = None

    def _listen(self) -> None:
        if self.tour is not None:
            self.tour.next.setFocus()
            self._window.announcer.announce(self.tour.told)
