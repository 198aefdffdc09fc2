"""Whose conversations are counted: everybody’s, or those of a group that is chosen by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from simulator.messages.sentences import who_met_what as say
from simulator.services.review_shelf import ReviewedPerson
from simulator.ui.look import Look
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import clear


class PeopleChoice(Fold):
    """Names in the order of the alphabet; while none is ticked, all count."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look.say(say.WHOSE()), look.say(say.WHOSE_HIDE()))
        self._flow = Flow(spacing=16)
        self.body.addWidget(self._flow)
        self.boxes: dict[bytes, QCheckBox] = {}

    @property
    def group(self) -> frozenset[bytes] | None:
        """The keys of those who are ticked; ``None`` for everybody."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked()) or None

    def offer(self, people: Sequence[ReviewedPerson]) -> None:
        """Offer these people; whoever was ticked stays so."""
        ticked = self.group or frozenset()
        clear(self._flow.items)
        self.boxes = {}
        for person in people:
            box = self.boxes[person.key] = QCheckBox(person.name.replace("&", "&&"))
            box.setAccessibleName(person.name)
            box.setChecked(person.key in ticked)
            box.toggled.connect(self.changed)
            self._flow.items.addWidget(box)
