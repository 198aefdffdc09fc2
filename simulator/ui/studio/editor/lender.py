"""Whoever lends a person lines until others are written: somebody by name, or anybody, of whom nothing is known."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.scenario.anybody import ANYBODY
from simulator.services.taken_over import taken_over
from simulator.ui.studio.editor.open_file import OpenFile


@dataclass(frozen=True, slots=True)
class Lender:
    """Says on the Lines page whose lines they are; without a ``name`` nobody lends any."""

    name: str = ""
    anybody: bool = False

    @staticmethod
    def of(file: OpenFile) -> Lender:
        """Whom the person in an open file begins from."""
        like = file.written.node(("like",))
        return Lender(taken_over(file.reading, file.path).name, isinstance(like, str) and like.strip() == ANYBODY)

    def state(self, label: Message) -> Message:
        """A state that has nothing of its own, in the list of states."""
        return say.STATE_ANYBODY(label=label) if self.anybody else say.STATE_TAKEN_OVER(label=label, name=self.name)

    def all_states(self) -> Message:
        """That no state has anything of its own."""
        return say.ALL_ANYBODY() if self.anybody else say.ALL_TAKEN_OVER(name=self.name)

    def some_states(self, count: int) -> Message:
        """How many states have nothing of their own."""
        return say.SOME_ANYBODY(count=count) if self.anybody else say.SOME_TAKEN_OVER(count=count, name=self.name)

    def lines(self) -> Message:
        """That the lines of a state are lent, and what a line of one's own does to them."""
        return say.TAKEN_ANYBODY() if self.anybody else say.TAKEN_FROM(name=self.name)

    def seen(self) -> Message:
        """That only what is seen without words is lent."""
        return say.SEEN_ANYBODY() if self.anybody else say.SEEN_FROM(name=self.name)
