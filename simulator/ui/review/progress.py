"""Long work of the Review desk in the background: it tells how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.messages.sentences import review as say


class Progress(QObject):
    """One piece of work; ``progressed`` brings a message that says how far it is to the window's thread."""

    progressed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = False

    def tell(self, done: int, all_: int) -> bool:
        """So many files are read of so many, from whatever thread reads; false once it should end."""
        return self.say(say.READING_OF(done=done, all=all_))

    def say(self, how_far: Message) -> bool:
        """The same in other words."""
        if not self._stopped:
            self.progressed.emit(how_far)
        return not self._stopped

    def stop(self) -> None:
        """Let it end soon."""
        self._stopped = True
